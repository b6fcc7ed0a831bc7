"""A scene -> a sheet on which words are written -> the bytes of a PNG.

Takes a picture in full colour, and words with their place on it; gives a file. Law: a sheet has
the few colours of the palette, so that words are put on it as numbers of colours and it packs
well; the same words on the same scene are the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from io import BytesIO

from PIL import Image
from PIL.Image import Image as Picture
from PIL.ImageColor import getrgb
from PIL.ImageDraw import Draw

from builder.pictures.lettering import Lettering
from builder.pictures.scenery import BANK, INK, PAPER, RULE, SECOND, TURQUOISE, WATER

SHADES = {
    (PAPER, INK): 9,
    (PAPER, TURQUOISE): 5,
    (PAPER, SECOND): 4,
    (PAPER, BANK): 4,
    (PAPER, RULE): 3,
    (WATER, INK): 5,
    (WATER, BANK): 5,
}
"""Pairs of colours that meet on a card, and in how many steps their edges are smoothed."""
PACKING = 3
"""How hard a file is packed: more makes it a quarter smaller at the most, in twice the time."""


class Sheet:
    """A picture in the colours of the palette, drawn and written on."""

    def __init__(self, scene: Picture) -> None:
        self.picture = scene.copy()
        self.draw = Draw(self.picture)

    def write(
        self, lettering: Lettering, x: float, y: int, text: str, colour: str, ground: str = PAPER
    ) -> float:
        """Write *text* from *x* on the line *y*, on *ground*; return where it ends."""
        coverage, (left, top) = lettering.draw(text)
        shades, is_covered = _tabulate(ground, colour)
        corner = round(x) + left, y + top
        self.picture.paste(coverage.point(shades, "P"), corner, coverage.point(is_covered))
        return x + lettering.width(text)

    def to_png(self) -> bytes:
        """Return the file."""
        file = BytesIO()
        self.picture.save(file, "PNG", compress_level=PACKING)
        return file.getvalue()


def reduce_colours(scene: Picture) -> Picture:
    """Return *scene* in the colours of the palette, each the nearest there is."""
    return scene.quantize(palette=_make_palette(), dither=Image.Dither.NONE)


@cache
def _make_palette() -> Picture:
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in _number_colours() for part in colour])
    return palette


@cache
def _number_colours() -> dict[tuple[int, ...], int]:
    """Return the number of each colour in the palette."""
    colours = dict.fromkeys(colour for shade in SHADES for colour in _mix(*shade))
    return {colour: number for number, colour in enumerate(colours)}


def _mix(here: str, there: str) -> Iterator[tuple[int, ...]]:
    """Yield the colours from *here* to *there*."""
    ends, last = list(zip(getrgb(here), getrgb(there), strict=True)), SHADES[here, there] - 1
    for step in range(last + 1):
        yield tuple(a + (b - a) * step // last for a, b in ends)


@cache
def _tabulate(ground: str, colour: str) -> tuple[list[int], list[int]]:
    """Return for each coverage, 0 to 255, the number of its colour, and whether it is seen."""
    numbers = [_number_colours()[mixed] for mixed in _mix(ground, colour)]
    steps = [round(coverage * (len(numbers) - 1) / 255) for coverage in range(256)]
    return [numbers[step] for step in steps], [255 if step else 0 for step in steps]
