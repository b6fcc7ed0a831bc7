"""How all figures are listed: by race, and where that is too much for a page, by time.

Takes a timeline; gives lists of figures. Law: every figure is in exactly one list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from builder.models.content import Race
from builder.models.figures import Figure
from builder.reading.chapters import cut
from builder.reading.timeline import Timeline
from builder.scale import MOST_ON_PAGE


@dataclass(frozen=True)
class FigureList:
    """The figures of a race, or of no single one, or those of a part of the time."""

    race: Race | None
    period: str
    """The decade, year or month for which they hold, in EDTF; '' where the list is not cut."""
    figures: tuple[Figure, ...]
    """By what they measure, the earliest first."""

    @property
    def id(self) -> str:
        """A name that no other list has: ids of races hold no dots."""
        whose = f"race-{self.race.id}" if self.race else "other"
        return f"{whose}.{self.period.lower()}" if self.period else whose


def figures_by_race(timeline: Timeline) -> Iterator[FigureList]:
    """Yield a list for each race that has figures, and the figures of no single race."""
    found: dict[str | None, list[Figure]] = defaultdict(list)
    for figure in timeline.figures:
        found[figure.race].append(figure)
    for race in (*timeline.races, None):
        if figures := found[race.id if race else None]:
            yield FigureList(race, "", _in_order(figures))


@lru_cache(maxsize=2)  # every page that links to a figure asks for those of the same timeline
def cut_figures(timeline: Timeline) -> tuple[FigureList, ...]:
    """Return the lists of a large archive, each small enough for a page."""
    return tuple(
        FigureList(whole.race, period, figures)
        for whole in figures_by_race(timeline)
        for period, figures in cut(
            whole.figures, lambda figure: figure.as_of.first, MOST_ON_PAGE
        ).items()
    )


def _in_order(figures: list[Figure]) -> tuple[Figure, ...]:
    return tuple(sorted(figures, key=lambda figure: (figure.measure, figure.as_of.first)))
