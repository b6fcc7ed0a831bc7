"""What belongs to what: the events of a race, the figures of a person, the corrections of each.

Takes the parts of a timeline; gives groups, in the order of the timeline. Law: each is found in
one pass, when it is first asked for, so that many pages ask for little.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from builder.models.content import Event
from builder.models.corrections import Corrected, Correction
from builder.models.figures import Difference, Figure

Item = TypeVar("Item")
Key = TypeVar("Key")


@dataclass(frozen=True)
class Relations:
    """The groups of a timeline's parts; what has no group is not in it."""

    events: tuple[Event, ...]
    figures: tuple[Figure, ...]
    differences: tuple[Difference, ...]
    corrections: tuple[Correction, ...]

    @cached_property
    def events_of_race(self) -> Mapping[str | None, tuple[Event, ...]]:
        """Events by the id of their race."""
        return _group(self.events, lambda event: (event.race,))

    @cached_property
    def events_of_person(self) -> Mapping[str, tuple[Event, ...]]:
        """Events by the id of each person they name."""
        return _group(self.events, lambda event: event.people)

    @cached_property
    def events_of_office(self) -> Mapping[str | None, tuple[Event, ...]]:
        """Events by the id of the person whose office they are about."""
        return _group(self.events, lambda event: (event.office_of,))

    @cached_property
    def events_of_party(self) -> Mapping[str, tuple[Event, ...]]:
        """Events by the id of each party they name."""
        return _group(self.events, lambda event: event.parties)

    @cached_property
    def events_of_kind(self) -> Mapping[str, tuple[Event, ...]]:
        """Events by their kind."""
        return _group(self.events, lambda event: (event.kind,))

    @cached_property
    def figures_of_race(self) -> Mapping[str | None, tuple[Figure, ...]]:
        """Figures by the id of their race."""
        return _group(self.figures, lambda figure: (figure.race,))

    @cached_property
    def races_of_person(self) -> Mapping[str | None, frozenset[str | None]]:
        """The races in which somebody has a figure or takes office, by the person's id."""
        found: dict[str | None, set[str | None]] = defaultdict(set)
        for figure in self.figures:
            found[figure.person].add(figure.race)
        for event in self.events:
            found[event.office_of].add(event.race)
        return {person: frozenset(races) for person, races in found.items()}

    @cached_property
    def differences_of_event(self) -> Mapping[str, tuple[Difference, ...]]:
        """Differences by the id of each event they are about."""
        return _group(self.differences, lambda difference: difference.events)

    @cached_property
    def events_of_difference(self) -> Mapping[str, tuple[Event, ...]]:
        """Events by the id of each difference that is about them."""
        about = self.differences_of_event
        return _group(self.events, lambda event: [d.id for d in about.get(event.id, ())])

    @cached_property
    def differences_of_race(self) -> Mapping[str | None, tuple[Difference, ...]]:
        """Differences by the id of each race whose figures or events they are about."""
        of_figure = {figure.id: figure.race for figure in self.figures}
        of_event = {event.id: event.race for event in self.events}

        def races(difference: Difference) -> Iterator[str | None]:
            for position in difference.positions:
                yield from map(of_figure.get, position.figures)
            yield from map(of_event.get, difference.events)

        return _group(self.differences, races)

    @cached_property
    def differences_of_source(self) -> Mapping[str, tuple[Difference, ...]]:
        """Differences by the id of each source they are between."""
        return _group(self.differences, lambda difference: difference.sources)

    @cached_property
    def corrections_of(self) -> Mapping[tuple[Corrected, str], tuple[Correction, ...]]:
        """Corrections by the kind and the id of what was corrected, the earliest first."""
        ordered = sorted(self.corrections, key=lambda correction: correction.date.first)
        return _group(ordered, lambda correction: ((correction.kind, correction.about),))


def _group(
    items: Iterable[Item], keys_of: Callable[[Item], Iterable[Key]]
) -> Mapping[Key, tuple[Item, ...]]:
    found: dict[Key, list[Item]] = defaultdict(list)
    for item in items:
        for key in dict.fromkeys(keys_of(item)):
            found[key].append(item)
    return {key: tuple(group) for key, group in found.items()}
