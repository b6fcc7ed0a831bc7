"""Which shore each event of a chapter is shown on, so that neither runs empty.

Takes events in their order; gives them back, some of them ferried to the other shore. Law: an
event keeps its own shore unless the other would be empty for longer than a screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from builder.views.views import ListedEvent

Shown = TypeVar("Shown", bound=ListedEvent)

SCREEN = 26
"""Lines of text that fill a screen."""
YEAR = 4
"""Lines between the events of two years, on both shores."""
LINE = 45
"""Characters in a line of text."""
FRAME = 6
"""Lines that an event takes beside its text; one in the background takes no more than half."""
OTHER = {"city": "country", "country": "city"}


def ferry(events: Iterable[Shown]) -> Iterator[Shown]:
    """Yield *events*, ferried where their own shore has many and the other has none."""
    empty, year = {"city": 0, "country": 0}, 0
    for shown in events:
        lines, shore = count_lines(shown), shown.event.shore
        if shown.event.date.first.year != year:
            year = shown.event.date.first.year
            empty = {side: height + YEAR for side, height in empty.items()}
        is_ferried = empty[OTHER[shore]] + lines > SCREEN
        side = OTHER[shore] if is_ferried else shore
        empty[side] = 0
        empty[OTHER[side]] += lines
        yield replace(shown, is_ferried=True) if is_ferried else shown


def count_lines(shown: ListedEvent) -> int:
    """Return about how many lines an event takes on a shore."""
    if shown.event.weight == "background":
        return FRAME // 2
    return FRAME + len(shown.event.body) // LINE
