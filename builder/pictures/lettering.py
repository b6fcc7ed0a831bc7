"""The words of a picture: text set in the serif of the cards, kerned, in lines that fit.

Takes text, a size and a weight; gives its width, its lines, or what it covers of a picture. Law:
the typeface and all that sets it come from pinned packages: no font of the machine is ever used.
"""

from __future__ import annotations

from functools import cache
from math import ceil
from unicodedata import normalize

import fontpkg
import uharfbuzz
from PIL import Image
from PIL.Image import Image as Picture
from PIL.ImageDraw import Draw
from PIL.ImageFont import Layout, truetype

FAMILY = "Source Serif 4"
UNITS = 64
"""Parts of a pixel in which the shaper counts."""
ABOVE = 1.3
"""Room above the line, in sizes: accents take it up; what is below is for descenders."""
SMALLEST_CUT, LARGEST_CUT = 8, 60
"""Between these sizes the typeface has a cut of its own for every size."""
NARROWER = 0.96
"""By how much lines are narrowed, step by step, until they are about equally long."""


class Lettering:
    """The typeface in one size and weight, upright or italic."""

    def __init__(self, size: int, weight: int, style: str) -> None:
        path = str(fontpkg.path(FAMILY, style=style))
        # Cards are shown small: the cut for half the size is sturdier.
        cut = min(LARGEST_CUT, max(SMALLEST_CUT, size // 2))
        self.size = size
        self._baseline = round(size * ABOVE)
        self._glyph = cache(self._draw_glyph)
        self._font = truetype(path, size, layout_engine=Layout.BASIC)
        self._font.set_variation_by_axes([weight, cut])
        # Pillow kerns only with a library that not every machine has.
        self._shaper = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(path)))
        self._shaper.scale = (size * UNITS, size * UNITS)
        self._shaper.set_variations({"wght": weight, "opsz": cut})

    def place(self, text: str) -> tuple[list[tuple[str, float]], float]:
        """Return each character with its distance from the start, and the width of all."""
        text = normalize("NFC", text)
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(self._shaper, buffer, {"liga": False, "clig": False})
        placed, x = [], 0
        for glyph, position in zip(
            buffer.glyph_infos or (), buffer.glyph_positions or (), strict=True
        ):
            placed.append((text[glyph.cluster], x / UNITS))
            x += position.x_advance
        return placed, x / UNITS

    def width(self, text: str) -> float:
        """Return how wide *text* is."""
        return self.place(text)[1]

    def draw(self, text: str) -> tuple[Picture, tuple[int, int]]:
        """Return how much of each pixel *text* covers, and where that begins from its start."""
        placed, width = self.place(text)
        coverage = Image.new("L", (ceil(width) + 2 * self.size, 2 * self.size))
        draw = Draw(coverage)
        for character, distance in placed:
            glyph, left, top = self._glyph(character)
            draw.bitmap((round(distance) + left, top), glyph, 255)
        return coverage, (-self.size, -self._baseline)

    def _draw_glyph(self, character: str) -> tuple[Picture, int, int]:
        """Return how much a character covers, without what is empty around it, and from where."""
        cell = Image.new("L", (3 * self.size, 2 * self.size))
        start = self.size, self._baseline
        Draw(cell).text(start, character, 255, self._font, anchor="ls")
        box = cell.getbbox() or (0, 0, 1, 1)
        return cell.crop(box), box[0], box[1]

    def wrap(self, text: str, width: float) -> list[str]:
        """Return *text* in as few lines as fit *width*, about equally long."""
        words = [(word, self.width(word)) for word in text.split()]
        space = self.width(" ")
        lines = _fill(words, space, width)
        while len(lines) > 1 and width > max(wide for _, wide in words):
            width *= NARROWER
            narrower = _fill(words, space, width)
            if len(narrower) > len(lines):
                break
            lines = narrower
        return lines

    def fits(self, lines: list[str], width: float) -> bool:
        """Whether no line is wider than *width*."""
        return all(self.width(line) <= width for line in lines)


def _fill(words: list[tuple[str, float]], space: float, width: float) -> list[str]:
    """Return *words* in lines, each as full as *width* allows."""
    lines: list[str] = []
    end = width
    for word, wide in words:
        if end + space + wide <= width:
            lines[-1] += f" {word}"
            end += space + wide
        else:
            lines.append(word)
            end = wide
    return lines


@cache
def get_lettering(size: int, weight: int = 400, style: str = "normal") -> Lettering:
    """Return the typeface in that size, weight and style (normal or italic)."""
    return Lettering(size, weight, style)
