"""Timeline -> the pictures that are shown where a page is shared: PNG, 1200 by 630.

Takes a timeline and its wording; gives one card for the site, each event and each race. Law:
the words come from the content and the strings file; the same card is the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from PIL import Image
from PIL.Image import Image as Picture
from PIL.ImageColor import getrgb
from PIL.ImageDraw import Draw, ImageDraw

from builder.models.content import Event, Race, Site
from builder.models.figures import Figure
from builder.pictures.lettering import Lettering, get_lettering
from builder.pictures.scenery import (
    BANK,
    INK,
    PAPER,
    RULE,
    SECOND,
    TURQUOISE,
    WATER,
    WIDTH,
    Shore,
    Span,
    draw_crossing,
    draw_strait,
    west_bank,
)
from builder.reading.timeline import Timeline
from builder.scale import is_large
from builder.views.wording import Wording

SPANS: dict[str, Span] = {"valid": "whole", "annulled": "broken", "unreported": "pencilled"}
"""How the bridge of a race is drawn."""
SITE_CARD = "cards/site.png"

MARGIN, MEASURE = 72, 740
"""Left of the words, and how wide they run."""
WATERSIDE = 400
"""Left of the words on the card of an event in the country, whose water is to the left."""
GAP = 14
"""Between a date and how exact it is."""
DATE_LINE, LOWEST = 112, 590
"""The lines on which the date and the site's name stand."""
JETTY, PIER = DATE_LINE - 11, 44
"""The height of the jetty, and how far it leads into the water, to the mark of the event."""
LEADING = 1.06
TITLES = ((92, 1), (80, 2), (64, 3), (54, 3), (46, 4))
"""Sizes of a title, and in how many lines it may be set; the first that fits is taken."""
DATES = (34, 30, 26, 22)
HEADINGS = ((72, 1), (64, 1), (56, 1), (48, 1))
HEADING_LINE, LANDFALL = 176, 170
"""The line of a race's title; how far its figures stand from the edges."""

SHADES = (
    (PAPER, INK, 9),
    (PAPER, TURQUOISE, 5),
    (PAPER, SECOND, 4),
    (PAPER, BANK, 4),
    (PAPER, RULE, 3),
    (WATER, INK, 5),
    (WATER, BANK, 5),
)
"""Pairs of colours that meet on a card, and in how many steps their edges are smoothed."""


@dataclass(frozen=True)
class StraitCard:
    """What the card of an event says, or the site's: its date by the water, and its title."""

    path: str
    site: str
    title: str
    shore: Shore
    date: str
    exactness: str = ""
    kicker: str = ""
    """Instead of a date."""


@dataclass(frozen=True)
class CardShare:
    """A candidate's share on the card of a race."""

    percent: float
    qualifier: str
    words: str
    name: str


@dataclass(frozen=True)
class BridgeCard:
    """What the card of a race says: a bridge in the state of its evidence."""

    path: str
    site: str
    title: str
    caption: str
    span: Span
    state: str
    shares: tuple[CardShare, ...]


Card = StraitCard | BridgeCard


def card_path(kind: str, id_: str) -> str:
    """Return where the card of an event or a race lies."""
    return f"cards/{kind}-{id_}.png"


def event_card(timeline: Timeline, event: Event) -> str:
    """Return where the card of an event lies; '' where there are too many to draw one for each."""
    return "" if is_large(timeline.events) else card_path("event", event.id)


def plan_cards(timeline: Timeline, wording: Wording) -> list[Card]:
    """Return the cards of the site, its events and its races."""
    site = timeline.site
    assert site is not None, "checked: there is a content/site.yaml"
    return [
        StraitCard(SITE_CARD, site.name, site.headline, "city", "", kicker=site.kicker),
        *(_plan_event(e, site, wording) for e in timeline.events if event_card(timeline, e)),
        *(_plan_race(race, site, timeline, wording) for race in timeline.races),
    ]


def _plan_event(event: Event, site: Site, wording: Wording) -> StraitCard:
    when, path = wording.when(event.date, event.time), card_path("event", event.id)
    return StraitCard(path, site.name, event.title, event.shore, when.text, when.exactness)


def _plan_race(race: Race, site: Site, timeline: Timeline, wording: Wording) -> BridgeCard:
    return BridgeCard(
        card_path("race", race.id),
        site.name,
        race.title,
        race.caption,
        SPANS[race.state],
        _state(race, timeline, wording),
        tuple(_plan_share(timeline.figure[name], timeline, wording) for name in race.shares),
    )


def _state(race: Race, timeline: Timeline, wording: Wording) -> str:
    """Return in which state the result is: annulled, or that of the count it is from."""
    if race.state == "annulled" or not race.shares:
        return wording.say("status.annulled") if race.state == "annulled" else ""
    return wording.say(f"status.{timeline.figure[race.shares[0]].status}")


def _plan_share(share: Figure, timeline: Timeline, wording: Wording) -> CardShare:
    return CardShare(
        float(share.value),
        "" if share.qualifier == "exactly" else wording.say(f"bridge.{share.qualifier}"),
        wording.say("bridge.share", percent=wording.number(share.value)),
        timeline.person[share.person or ""].name,
    )


@cache  # in the preview most cards stay as they are
def draw_card(card: Card) -> bytes:
    """Return a card as PNG."""
    match card:
        case StraitCard():
            picture = _draw_strait_card(card)
        case BridgeCard():
            picture = _draw_bridge_card(card)
    file = BytesIO()
    reduced = picture.quantize(palette=_make_palette(), dither=Image.Dither.NONE)
    reduced.save(file, "PNG", compress_level=7)  # the highest that does not take long
    return file.getvalue()


@cache
def _make_palette() -> Picture:
    palette = Image.new("P", (1, 1))
    colours = dict.fromkeys(colour for shade in SHADES for colour in _mix(*shade))
    palette.putpalette([part for colour in colours for part in colour])
    return palette


def _mix(here: str, there: str, steps: int) -> Iterator[tuple[int, ...]]:
    """Yield *steps* colours from *here* to *there*."""
    ends = list(zip(getrgb(here), getrgb(there), strict=True))
    for step in range(steps):
        yield tuple(a + (b - a) * step // (steps - 1) for a, b in ends)


def _draw_strait_card(card: StraitCard) -> Picture:
    picture = draw_strait(card.shore).copy()
    draw = Draw(picture)
    left = MARGIN if card.shore == "city" else WATERSIDE
    if card.kicker:
        get_lettering(34, style="italic").write(draw, left, DATE_LINE, card.kicker, TURQUOISE)
    else:
        _write_date(draw, card, left)
    lettering, lines = _fit(card.title, TITLES)
    line = DATE_LINE + 32.0
    for text in lines:
        line += lettering.size * LEADING
        lettering.write(draw, left, round(line), text, INK)
    get_lettering(36, 650).write(draw, left, LOWEST, card.site, INK)
    return picture


def _write_date(draw: ImageDraw, card: StraitCard, left: int) -> None:
    """Write the date, and the jetty that leads from it into the water."""
    for size in DATES:
        bold, plain = get_lettering(size, 600), get_lettering(size - 2)
        if bold.width(card.date) + GAP + plain.width(card.exactness) <= MEASURE:
            break
    end = bold.write(draw, left, DATE_LINE, card.date, INK)
    if card.exactness:
        end = plain.write(draw, end + GAP, DATE_LINE, card.exactness, SECOND)
    pier, y = round(west_bank(JETTY)) + PIER, JETTY
    if card.shore == "city":
        draw.line([(end + 20, y), (pier, y)], SECOND, 2)
        draw.rectangle([pier, y - 11, pier + 22, y + 11], INK)
    else:
        pier = WIDTH - pier
        draw.line([(pier, y), (left - 20, y)], SECOND, 2)
        draw.circle((pier - 12, y), 12, PAPER, INK, 5)


def _draw_bridge_card(card: BridgeCard) -> Picture:
    shares = tuple(share.percent for share in card.shares)
    picture = draw_crossing(card.span, shares).copy()
    draw = Draw(picture)
    get_lettering(34, style="italic").write(draw, MARGIN, 96, card.caption, TURQUOISE)
    lettering, lines = _fit(card.title, HEADINGS, WIDTH - 2 * MARGIN)
    lettering.write(draw, MARGIN - 2, HEADING_LINE, " ".join(lines), INK)
    for share, is_right in zip(card.shares, (False, True), strict=False):
        _write_share(draw, share, is_right=is_right)
    get_lettering(32, 650).write(draw, MARGIN, LOWEST + 21, card.site, INK)
    state = get_lettering(28, style="italic")
    state.write(draw, WIDTH - MARGIN - state.width(card.state), LOWEST + 20, card.state, INK)
    return picture


def _write_share(draw: ImageDraw, share: CardShare, *, is_right: bool) -> None:
    """Write a share beside its tower."""
    figure, small, name = get_lettering(46, 600), get_lettering(28), get_lettering(28, 600)
    qualifier = f"{share.qualifier} " if share.qualifier else ""
    for line, parts in (
        (500, [(small, qualifier, SECOND), (figure, share.words, INK)]),
        (536, [(name, share.name, INK)]),
    ):
        width = sum(lettering.width(text) for lettering, text, _ in parts)
        x = WIDTH - LANDFALL - width if is_right else float(LANDFALL)
        for lettering, text, colour in parts:
            x = lettering.write(draw, x, line, text, colour)


def _fit(
    text: str, sizes: tuple[tuple[int, int], ...], width: int = MEASURE
) -> tuple[Lettering, list[str]]:
    """Return the largest lettering in which *text* fits, else the smallest, and its lines."""
    for size, most in sizes:
        lettering = get_lettering(size, 600)
        lines = lettering.wrap(text, width)
        if len(lines) <= most and lettering.fits(lines, width):
            break
    return lettering, lines
