"""What lies behind the words of a card: the strait from above, a bridge from the water.

Takes the state of a bridge and its shares; gives pictures in the colours of the day. Law: they
are drawn larger and scaled down, so that their edges are smooth and the same everywhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import ceil, dist, sin

from PIL import Image, ImageOps
from PIL.Image import Image as Picture
from PIL.ImageDraw import Draw, ImageDraw

from builder.pictures.cards import HEIGHT, WIDTH, Shore, Span

Point = tuple[float, float]
Points = list[Point]

FINE = 2
"""How many times larger a scene is drawn."""

# The day's colours of static/styles/1-tokens.css; tests/test_cards.py holds them together.
PAPER, INK, SECOND, RULE = "#faf6ee", "#1b1d22", "#55524b", "#857d6c"
WATER, BANK, TURQUOISE = "#dfecec", "#2f8791", "#0c6370"
RIPPLE = "#aed0d2"
"""The bank's colour where it is thin, on water."""

ROAD = 528
"""Where the bridge crosses the strait, seen from above."""
DECK, THICK = 412, 34
"""Top and thickness of a deck, seen from the water."""
TOWERS, PEAK, FOOT = (150, 1050), 232, 580
GAP = (520, 680)
"""Where a broken bridge ends, and where it goes on."""


@dataclass(frozen=True)
class Pen:
    """Draws lines and areas, smoothly, in the units of the finished picture."""

    draw: ImageDraw

    def line(self, points: Points, colour: str, width: float = 1.4) -> None:
        """Draw a line through *points*."""
        self.draw.line(_fine(points), colour, round(width * FINE), joint="curve")

    def area(self, points: Points, colour: str) -> None:
        """Fill what *points* enclose."""
        self.draw.polygon(_fine(points), colour)

    def box(self, left: float, top: float, right: float, bottom: float, colour: str) -> None:
        """Fill a rectangle."""
        self.area([(left, top), (right, top), (right, bottom), (left, bottom)], colour)

    def dashes(self, points: Points, colour: str, width: float = 2, length: float = 9) -> None:
        """Draw a line through *points* in dashes as long as the spaces between them."""
        walked = 0.0
        for here, there in pairwise(points):
            whole = dist(here, there)
            steps = ceil(whole)
            for step in range(steps):
                if (walked + whole * step / steps) % (2 * length) < length:
                    at = [_between(here, there, part / steps) for part in (step, step + 1)]
                    self.line(at, colour, width)
            walked += whole


def _fine(points: Points) -> Points:
    return [(x * FINE, y * FINE) for x, y in points]


def _between(here: Point, there: Point, t: float) -> Point:
    return here[0] + (there[0] - here[0]) * t, here[1] + (there[1] - here[1]) * t


def _paint(paint: Callable[[Pen], None]) -> Picture:
    """Return a picture on paper, painted larger and scaled down."""
    picture = Image.new("RGB", (WIDTH * FINE, HEIGHT * FINE), PAPER)
    paint(Pen(Draw(picture)))
    return picture.reduce(FINE)


@cache
def draw_strait(shore: Shore) -> Picture:
    """Return the strait beside an event of *shore*: to the right of the city's events."""
    return _paint(_paint_strait) if shore == "city" else ImageOps.mirror(draw_strait("city"))


def west_bank(y: float) -> float:
    """Return where the strait begins at the height *y*, on the city's card."""
    return 905 + 24 * sin(y / 118 + 0.9) + 9 * sin(y / 57 + 2)


def _east_bank(y: float) -> float:
    return 1108 + 24 * sin(y / 131 + 0.2) + 8 * sin(y / 49 + 1)


def _paint_strait(pen: Pen) -> None:
    heights = range(-12, HEIGHT + 13, 4)
    west: Points = [(west_bank(y), y) for y in heights]
    east: Points = [(_east_bank(y), y) for y in heights]
    pen.area(west + east[::-1], WATER)
    pen.line([(x + 16, y) for x, y in west], RIPPLE)
    pen.line([(x - 16, y) for x, y in east], RIPPLE)
    pen.line(west, BANK, 3.5)
    pen.line(east, BANK, 3.5)
    left, right = west_bank(ROAD) + 20, _east_bank(ROAD) - 20
    main, sides = _cables((left, right), ROAD - 96, ROAD - 9, 84)
    _hang(pen, main, 5, ROAD)
    for cable in (main, *sides):
        pen.line(cable, BANK, 2.5)
    for x in (left, right):
        pen.line([(x, ROAD - 100), (x, ROAD + 44)], INK, 4)
    pen.line([(0, ROAD), (WIDTH, ROAD)], INK, 5)


def _cables(
    towers: Point, peak: float, low: float, reach: float
) -> tuple[Points, tuple[Points, Points]]:
    """Return the cable between two towers, and those that lead from them to land."""
    left, right = towers
    parts = [step / 60 for step in range(61)]
    main = [(left + (right - left) * t, peak + 4 * (low - peak) * t * (1 - t)) for t in parts]
    drop = [(reach * t, peak + (low + 5 - peak) * (1 - (1 - t) ** 1.35)) for t in parts]
    return main, ([(left - x, y) for x, y in drop], [(right + x, y) for x, y in drop])


def _hang(pen: Pen, cable: Points, every: int, deck: float) -> None:
    for x, y in cable[every:-every:every]:
        pen.line([(x, y), (x, deck)], BANK)


@cache
def draw_crossing(span: Span, shares: tuple[float, ...]) -> Picture:
    """Return a bridge as its evidence stands, its deck the *shares* in percent, leader first."""

    def paint(pen: Pen) -> None:
        _paint_water(pen)
        {"whole": _paint_whole, "broken": _paint_broken, "pencilled": _paint_pencilled}[span](pen)
        if shares:
            _paint_shares(pen, *shares)

    return _paint(paint)


def _paint_water(pen: Pen) -> None:
    distances = range(-12, WIDTH + 13, 4)
    surface: Points = [(x, 562 + 5 * sin(x / 93) + 3 * sin(x / 41 + 1)) for x in distances]
    pen.area([*surface, (WIDTH + 12, HEIGHT + 9), (-12, HEIGHT + 9)], WATER)
    pen.line(surface, BANK, 3.5)


def _paint_whole(pen: Pen) -> None:
    main, sides = _cables(TOWERS, PEAK, DECK - 10, TOWERS[0])
    _hang(pen, main, 2, DECK)
    for cable in (main, *sides):
        pen.line(cable, BANK, 3)
    _paint_towers(pen)
    _paint_deck(pen, 0, WIDTH)


def _paint_broken(pen: Pen) -> None:
    main, sides = _cables(TOWERS, PEAK, DECK - 10, TOWERS[0])
    west = [point for point in main if point[0] <= GAP[0]]
    east = [point for point in main if point[0] >= GAP[1]]
    for part in (west, east[::-1]):
        _hang(pen, [*part, *part[-2:]], 2, DECK)
        end, outwards = part[-1], 1 if part is west else -1
        torn = [(end[0] + 9 * outwards, end[1] + 8), (end[0] + 12 * outwards, DECK + 22)]
        pen.line([*part, *torn], BANK, 3)
    for cable in sides:
        pen.line(cable, BANK, 3)
    _paint_towers(pen)
    _paint_deck(pen, 0, GAP[0])
    _paint_deck(pen, GAP[1], WIDTH)


def _paint_pencilled(pen: Pen) -> None:
    main, sides = _cables(TOWERS, PEAK, DECK - 10, TOWERS[0])
    for cable in (main, *sides):
        pen.dashes(cable, RULE)
    for x in TOWERS:
        pen.dashes([(x, PEAK - 6), (x, FOOT)], RULE)
    pen.box(0, DECK, WIDTH, DECK + THICK, PAPER)
    for y in (DECK, DECK + THICK):
        pen.dashes([(0, y), (WIDTH, y)], RULE)


def _paint_towers(pen: Pen) -> None:
    for x in TOWERS:
        pen.line([(x, PEAK - 6), (x, FOOT)], INK, 6)


def _paint_deck(pen: Pen, left: float, right: float) -> None:
    pen.box(left, DECK, right, DECK + THICK, PAPER)
    pen.line([(left, DECK), (right, DECK)], INK, 5)
    pen.line([(left, DECK + THICK), (right, DECK + THICK)], INK, 2)


def _paint_shares(pen: Pen, leader: float, other: float = 0) -> None:
    """Fill the deck from both ends, the leader's share solid, the other's hatched; mark half."""
    end, start = WIDTH * leader / 100, WIDTH - WIDTH * other / 100
    slant = THICK
    for step in range(ceil((WIDTH - start) / 13) + 3):
        x = start + 13 * step
        pen.line([(x - slant, DECK + THICK), (x, DECK)], INK, 3)
    pen.box(start - slant, DECK + 3, start, DECK + THICK - 1, PAPER)
    pen.line([(start, DECK), (start, DECK + THICK)], INK, 3)
    pen.box(0, DECK, end, DECK + THICK, INK)
    for colour, width in ((PAPER, 8), (INK, 3)):
        pen.line([(WIDTH / 2, DECK - 9), (WIDTH / 2, DECK + THICK + 9)], colour, width)
