"""The shapes of the pictures: numbers in, SVG path data out.

Takes votes; gives paths in a viewBox in which one unit is a thousand votes. Law: a drawing says
no more than its numbers; "more than" is an open, dashed end.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

HANGER = 50
"""Thousand votes from one hanger to the next."""
HEIGHT, DECK, SAG = 40, 33, 27
"""Height of the drawing, of the deck's upper edge, and how far the cable hangs at mid-span."""


@dataclass(frozen=True)
class Span:
    """A lead drawn as the span of a bridge: path data for its parts, in a viewBox *width* wide."""

    width: int
    deck: str
    cable: str
    hangers: str
    towers: str
    open_end: str


def scale_of(leads: list[Decimal]) -> int:
    """Return the width, in thousand votes, of a drawing in which every lead has its place."""
    longest = max((int(lead) // 1_000 for lead in leads), default=0)
    return (longest // HANGER + 2) * HANGER if longest else HANGER


def draw_span(votes: Decimal, width: int, *, is_open: bool) -> Span:
    """Return a lead of *votes* as a bridge; a short one is a stub without towers."""
    length = max(2, round(int(votes) / 1_000))
    deck = f"M0 {DECK}H{length}V{HEIGHT}H0Z"
    open_end = f"M{length} {DECK + 3}H{min(width, length + HANGER)}" if is_open else ""
    if length < 2 * HANGER:
        return Span(width, deck, "", "", "", open_end)
    inset = round(length / 9)
    cable = (
        f"M0 {DECK - 4}Q{inset / 2:g} {DECK - 10} {inset} 3"
        f"Q{length / 2:g} {2 * SAG} {length - inset} 3"
        f"Q{length - inset / 2:g} {DECK - 10} {length} {DECK - 4}"
    )
    towers = f"M{inset} 0V{HEIGHT}M{length - inset} 0V{HEIGHT}"
    return Span(width, deck, cable, _hangers(length, inset), towers, open_end)


def _hangers(length: int, inset: int) -> str:
    """Return one vertical line per 50,000 votes, from the main cable to the deck."""
    lines = []
    for x in range(HANGER, length, HANGER):
        if inset < x < length - inset:
            t = (x - inset) / (length - 2 * inset)
            y = 3 * (1 - t) ** 2 + 2 * 2 * SAG * t * (1 - t) + 3 * t**2
        else:
            t = min(x, length - x) / inset
            y = DECK - 4 - (DECK - 7) * t**1.4
        lines.append(f"M{x} {y:.1f}V{DECK}")
    return "".join(lines)
