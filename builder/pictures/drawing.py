"""A card -> the bytes of a PNG, 1200 by 630.

Takes what a card says; gives the picture. Law: words are set as large as they fit, and stand
where no bridge or water disturbs them; the same card is the same bytes.
"""

from __future__ import annotations

from functools import cache

from PIL.Image import Image as Picture

from builder.pictures.cards import WIDTH, BridgeCard, Card, CardShare, Shore, StraitCard
from builder.pictures.lettering import Lettering, get_lettering
from builder.pictures.scenery import (
    INK,
    PAPER,
    SECOND,
    TURQUOISE,
    WATER,
    draw_crossing,
    draw_strait,
    west_bank,
)
from builder.pictures.sheet import Sheet, reduce_colours

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


@cache  # in the preview most cards stay as they are
def draw_card(card: Card) -> bytes:
    """Return a card as PNG."""
    match card:
        case StraitCard():
            sheet = _draw_strait_card(card)
        case BridgeCard():
            sheet = _draw_bridge_card(card)
    return sheet.to_png()


@cache
def _strait(shore: Shore) -> Picture:
    return reduce_colours(draw_strait(shore))


def _draw_strait_card(card: StraitCard) -> Sheet:
    sheet = Sheet(_strait(card.shore))
    left = MARGIN if card.shore == "city" else WATERSIDE
    if card.kicker:
        sheet.write(get_lettering(34, style="italic"), left, DATE_LINE, card.kicker, TURQUOISE)
    else:
        _write_date(sheet, card, left)
    lettering, lines = _fit(card.title, TITLES)
    line = DATE_LINE + 32.0
    for text in lines:
        line += lettering.size * LEADING
        sheet.write(lettering, left, round(line), text, INK)
    sheet.write(get_lettering(36, 650), left, LOWEST, card.site, INK)
    return sheet


def _write_date(sheet: Sheet, card: StraitCard, left: int) -> None:
    """Write the date, and the jetty that leads from it into the water."""
    for size in DATES:
        bold, plain = get_lettering(size, 600), get_lettering(size - 2)
        if bold.width(card.date) + GAP + plain.width(card.exactness) <= MEASURE:
            break
    end = sheet.write(bold, left, DATE_LINE, card.date, INK)
    if card.exactness:
        end = sheet.write(plain, end + GAP, DATE_LINE, card.exactness, SECOND)
    pier, y = round(west_bank(JETTY)) + PIER, JETTY
    if card.shore == "city":
        sheet.draw.line([(end + 20, y), (pier, y)], SECOND, 2)
        sheet.draw.rectangle([pier, y - 11, pier + 22, y + 11], INK)
    else:
        pier = WIDTH - pier
        sheet.draw.line([(pier, y), (left - 20, y)], SECOND, 2)
        sheet.draw.circle((pier - 12, y), 12, PAPER, INK, 5)


def _draw_bridge_card(card: BridgeCard) -> Sheet:
    shares = tuple(share.percent for share in card.shares)
    sheet = Sheet(reduce_colours(draw_crossing(card.span, shares)))
    sheet.write(get_lettering(34, style="italic"), MARGIN, 96, card.caption, TURQUOISE)
    lettering, lines = _fit(card.title, HEADINGS, WIDTH - 2 * MARGIN)
    sheet.write(lettering, MARGIN - 2, HEADING_LINE, " ".join(lines), INK)
    for share, is_right in zip(card.shares, (False, True), strict=False):
        _write_share(sheet, share, is_right=is_right)
    sheet.write(get_lettering(32, 650), MARGIN, LOWEST + 21, card.site, INK, WATER)
    state = get_lettering(28, style="italic")
    left = WIDTH - MARGIN - state.width(card.state)
    sheet.write(state, left, LOWEST + 20, card.state, INK, WATER)
    return sheet


def _write_share(sheet: Sheet, share: CardShare, *, is_right: bool) -> None:
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
            x = sheet.write(lettering, x, line, text, colour)


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
