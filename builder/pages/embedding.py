"""How the timeline, a race or an event is shown inside somebody else's page.

Takes what is to be embedded; gives its light page, the code that shows it there, and what oEmbed
says of it (https://oembed.com). Law: without the site's address there is neither code nor oEmbed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from builder.data.documents import to_json
from builder.models.content import Event, Race
from builder.pictures.cards import HEIGHT, SITE_CARD, WIDTH, card_path, event_card
from builder.reading.timeline import Timeline
from builder.views.addresses import Addresses
from builder.views.paths import event_path, race_path

FRAME_WIDTH = 600
"""Pixels that oEmbed promises; the code for copying is as wide as its place."""

FRAME = Markup(
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

    addresses: Addresses
    path: str
    """The light page, for a frame."""
    full: str
    """The page of the site that it leads back to."""
    title: str
    height: int
    """Pixels of the frame until it tells its own height; what is longer scrolls."""
    card: str

    @property
    def oembed_path(self) -> str:
        """Where the description by oEmbed lies: a file, since a plain host answers no query."""
        return f"oembed/{self.path.removeprefix('embed/').removesuffix('.html')}.json"

    @property
    def oembed(self) -> str:
        """The address of that description, or '' where the site's address is not known."""
        return self.addresses.of(self.oembed_path)

    @property
    def code(self) -> Markup:
        """HTML for the other page, or '' where the site's address is not known."""
        if not self.addresses.are_known:
            return Markup("")
        return self.frame("100%") + "\n" + LISTENER

    @property
    def preformatted(self) -> Markup:
        """The code as HTML for ``<pre>``, whose line ends no tidying of the page can lose."""
        return Markup(str(escape(str(self.code))).replace("\n", "&#10;"))

    def frame(self, width: str) -> Markup:
        """Return the frame in which the light page is shown, without the script that sizes it."""
        src = self.addresses.of(self.path)
        return FRAME.format(src=src, title=self.title, width=width, height=self.height)


def offer_timeline(timeline: Timeline, addresses: Addresses) -> EmbedOffer:
    """Return how the whole timeline is embedded."""
    assert timeline.site is not None, "checked: there is a content/site.yaml"
    return EmbedOffer(
        addresses, "embed/index.html", "index.html", timeline.site.name, 640, SITE_CARD
    )


def offer_race(addresses: Addresses, race: Race) -> EmbedOffer:
    """Return how a race is embedded."""
    path, card = race_path(race.id), card_path("race", race.id)
    return EmbedOffer(addresses, f"embed/{path}", path, race.title, 480, card)


def offer_event(timeline: Timeline, addresses: Addresses, event: Event) -> EmbedOffer:
    """Return how an event is embedded."""
    path, card = event_path(event.id), event_card(timeline, event) or SITE_CARD
    return EmbedOffer(addresses, f"embed/{path}", path, event.title, 320, card)


def list_offers(timeline: Timeline, addresses: Addresses) -> Iterator[EmbedOffer]:
    """Yield everything that can be embedded."""
    yield offer_timeline(timeline, addresses)
    for race in timeline.races:
        yield offer_race(addresses, race)
    for event in timeline.events:
        yield offer_event(timeline, addresses, event)


def write_oembed(timeline: Timeline, offer: EmbedOffer) -> bytes:
    """Return what oEmbed says of *offer* (section 2.3.4, type rich); the address must be known.

    The frame is bare: consumers drop scripts, and show what is longer by scrolling.
    """
    assert timeline.site is not None, "checked: there is a content/site.yaml"
    described = {
        "type": "rich",
        "version": "1.0",
        "title": offer.title,
        "provider_name": timeline.site.name,
        "provider_url": offer.addresses.of("index.html"),
        "html": str(offer.frame(str(FRAME_WIDTH))),
        "width": FRAME_WIDTH,
        "height": offer.height,
        "thumbnail_url": offer.addresses.of(offer.card),
        "thumbnail_width": WIDTH,
        "thumbnail_height": HEIGHT,
    }
    return to_json(described)
