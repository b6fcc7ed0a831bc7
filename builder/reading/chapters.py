"""How a long timeline is cut: by race, and where that is too much for a page, by time.

Takes a timeline; gives stretches of it, one after another. Law: every event is in exactly one
stretch; what belongs to a race stands after its day and before the next race's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TypeVar

from builder.models.content import Event, Race
from builder.models.reference import ReferenceEvent
from builder.reading.timeline import Timeline
from builder.scale import MOST_ON_PAGE
from builder.text.dates import parse_date

Item = TypeVar("Item")


@dataclass(frozen=True)
class Stretch:
    """A race and what happened from its day until the next, or a part of that."""

    race: Race | None
    """None for what came before the first race."""
    period: str
    """The decade, year or month of this part, in EDTF; '' where the stretch is not cut."""
    is_beginning: bool
    """Whether it begins with the race, if there is one."""
    events: tuple[Event, ...]
    facts: tuple[ReferenceEvent, ...]

    @property
    def id(self) -> str:
        """A name that no other stretch has: ids of races hold no dots."""
        whose = f"race-{self.race.id}" if self.race else "earlier"
        return f"{whose}.{self.period.lower()}" if self.period else whose


def by_race(timeline: Timeline) -> Iterator[Stretch]:
    """Yield a stretch for each race, the first one before any race, if an event is in it."""
    starts = [race.date.first for race in timeline.races]
    events: dict[int, list[Event]] = defaultdict(list)
    facts: dict[int, list[ReferenceEvent]] = defaultdict(list)
    for event in timeline.events:
        events[bisect_right(starts, event.date.first)].append(event)
    for fact in timeline.reference_events:
        facts[bisect_right(starts, fact.date.first)].append(fact)
    for number, race in enumerate((None, *timeline.races)):
        if race or events[number]:
            yield Stretch(race, "", True, tuple(events[number]), tuple(facts[number]))


@lru_cache(maxsize=2)  # every page that links to the timeline asks for those of the same one
def cut_timeline(timeline: Timeline) -> tuple[Stretch, ...]:
    """Return the stretches of a large archive, each small enough for a page."""
    return tuple(part for stretch in by_race(timeline) for part in _cut_stretch(stretch))


def _cut_stretch(stretch: Stretch) -> Iterator[Stretch]:
    periods = cut(stretch.events, lambda event: event.date.first, MOST_ON_PAGE)
    starts = [parse_date(period).first for period in periods if period]
    facts: dict[int, list[ReferenceEvent]] = defaultdict(list)
    for fact in stretch.facts:
        facts[max(0, bisect_right(starts, fact.date.first) - 1)].append(fact)
    for number, (period, events) in enumerate(periods.items()):
        yield Stretch(stretch.race, period, number == 0, events, tuple(facts[number]))


def cut(
    items: Sequence[Item], day: Callable[[Item], date], most: int
) -> dict[str, tuple[Item, ...]]:
    """Return *items* by their period in EDTF, the earliest first; under '' if they are no more.

    Periods are the longest of decades, years and months of which none has more than *most*; if
    even a month has more, they are months.
    """
    if len(items) <= most:
        return {"": tuple(items)}
    for name in (_decade, _year, _month):
        periods: dict[str, list[Item]] = defaultdict(list)
        for item in items:
            periods[name(day(item))].append(item)
        if max(map(len, periods.values())) <= most:
            break
    return {period: tuple(periods[period]) for period in sorted(periods)}


def _decade(day: date) -> str:
    return day.isoformat()[:3] + "X"


def _year(day: date) -> str:
    return day.isoformat()[:4]


def _month(day: date) -> str:
    return day.isoformat()[:7]
