"""How the timeline, a race or an event is shown inside somebody else's page.

Takes what is to be embedded; gives its light page, the code that shows it there, and what oEmbed
says of it (https://oembed.com). Law: without the site's address there is neither code nor oEmbed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from builder.models.content import Event, Race
from builder.pictures.cards import SITE_CARD, card_path
from builder.pictures.scenery import HEIGHT, WIDTH
from builder.reading.timeline import Timeline
from builder.views.addresses import Addresses
from builder.views.views import event_path, race_path
from builder.views.wording import Wording

TIMELINE_PATH = "embed/index.html"
FRAME_WIDTH = 600
"""Pixels that oEmbed promises; the code for copying is as wide as its place."""

FRAME = (
    '<iframe src="{src}" title="{title}" width="{width}" height="{height}" loading="lazy"'
    ' sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"'
    ' style="border: 0; max-width: 100%"></iframe>'
)
LISTENER = Markup("""\
<script>
((frame) => addEventListener("message", ({ source, data }) => {
  if (source === frame.contentWindow && data?.height > 0) frame.height = Math.ceil(data.height);
}))(document.currentScript.previousElementSibling);
</script>""")
"""Gives the frame the height that it tells; hears nobody else. See ``static/scripts/embed.js``."""


@dataclass(frozen=True)
class EmbedOffer:
    """Something that can be embedded: its light page, and how another page shows it."""

    path: str
    """The light page, for a frame."""
    full: str
    """The page of the site that it leads back to."""
    title: str
    height: int
    """Pixels of the frame until it tells its own height; what is longer scrolls."""
    card: str
    code: str
    """HTML for the other page, or '' where the site's address is not known."""
    oembed: str
    """The address of ``oembed_path``, or '' where the site's address is not known."""

    @property
    def oembed_path(self) -> str:
        """Where the description by oEmbed lies: a file, since a plain host answers no query."""
        return f"o{self.path.removesuffix('.html')}.json"

    def preformatted(self) -> Markup:
        """Return the code as HTML for ``<pre>``, whose line ends no tidying can lose."""
        return Markup(str(escape(self.code)).replace("\n", "&#10;"))


def embed_path(path: str) -> str:
    """Return the light page of the event or race whose page is at *path*."""
    return f"embed/{path}"


def offer_timeline(timeline: Timeline, addresses: Addresses) -> EmbedOffer:
    """Return how the whole timeline is embedded."""
    assert timeline.site is not None, "checked: there is a content/site.yaml"
    title = timeline.site.name
    return _offer(addresses, TIMELINE_PATH, "index.html", title, 640, SITE_CARD)


def offer_race(addresses: Addresses, race: Race) -> EmbedOffer:
    """Return how a race is embedded."""
    path, card = race_path(race.id), card_path("race", race.id)
    return _offer(addresses, embed_path(path), path, race.title, 480, card)


def offer_event(addresses: Addresses, event: Event) -> EmbedOffer:
    """Return how an event is embedded."""
    path, card = event_path(event.id), card_path("event", event.id)
    return _offer(addresses, embed_path(path), path, event.title, 320, card)


def _offer(
    addresses: Addresses, path: str, full: str, title: str, height: int, card: str
) -> EmbedOffer:
    frame = make_frame(addresses.of(path), title, "100%", height)
    code = f"{frame}\n{LISTENER}" if addresses.are_known else ""
    offer = EmbedOffer(path, full, title, height, card, code, "")
    known = addresses.of(offer.oembed_path)
    return EmbedOffer(path, full, title, height, card, code, known)


def make_frame(src: str, title: str, width: str, height: int) -> Markup:
    """Return the frame in which the light page at *src* is shown."""
    return Markup(FRAME).format(src=src, title=title, width=width, height=height)


def list_offers(timeline: Timeline, addresses: Addresses) -> Iterator[EmbedOffer]:
    """Yield everything that can be embedded."""
    yield offer_timeline(timeline, addresses)
    for race in timeline.races:
        yield offer_race(addresses, race)
    for event in timeline.events:
        yield offer_event(addresses, event)


def write_oembed(
    timeline: Timeline, wording: Wording, addresses: Addresses, offer: EmbedOffer
) -> bytes:
    """Return what oEmbed says of *offer* (section 2.3.4, type rich).

    The frame is bare: consumers drop scripts, and show what is longer by scrolling.
    """
    assert timeline.site is not None, "checked: there is a content/site.yaml"
    frame = make_frame(addresses.of(offer.path), offer.title, str(FRAME_WIDTH), offer.height)
    described = {
        "type": "rich",
        "version": "1.0",
        "title": offer.title,
        "provider_name": timeline.site.name,
        "provider_url": addresses.of("index.html"),
        "html": str(frame),
        "width": FRAME_WIDTH,
        "height": offer.height,
        "thumbnail_url": addresses.of(offer.card),
        "thumbnail_width": WIDTH,
        "thumbnail_height": HEIGHT,
    }
    return (json.dumps(described, ensure_ascii=False, indent=1) + "\n").encode()
