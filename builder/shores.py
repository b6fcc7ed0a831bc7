"""Which shore each event of a year is shown on, so that neither runs empty.

Takes events in their order; gives them back, some of them ferried to the other shore. Law: an
event keeps its own shore unless too many stand there in a row; what is ferried says where from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from builder.views import ShownEvent

IN_A_ROW = 3
"""Events on one shore after which the other would look empty for longer than a screen."""


def ferry(events: Iterable[ShownEvent]) -> Iterator[ShownEvent]:
    """Yield *events*; after a few in a row on one shore, the next of that shore is ferried."""
    shore, in_a_row = "", 0
    for shown in events:
        is_same = shown.event.shore == shore
        shore, in_a_row = shown.event.shore, in_a_row + 1 if is_same else 1
        if in_a_row > IN_A_ROW:
            in_a_row = 0
            yield replace(shown, is_ferried=True)
        else:
            yield shown
