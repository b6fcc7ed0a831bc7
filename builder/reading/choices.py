"""What the events of a timeline can be filtered by.

Takes a timeline; gives the races, people, parties and kinds that its events have. Law: nothing
is offered that would find nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from builder.models.content import Party, Person, Race
from builder.reading.timeline import Timeline


@dataclass(frozen=True)
class Choices:
    """What can be chosen, each in its own order, and among how many events."""

    races: tuple[Race, ...]
    people: tuple[Person, ...]
    parties: tuple[Party, ...]
    kinds: tuple[str, ...]
    count: int


def find_choices(timeline: Timeline) -> Choices:
    """Return everything that some event of *timeline* has."""
    events = timeline.events
    people = {name for event in events for name in event.people}
    parties = {name for event in events for name in event.parties}
    races = {event.race for event in events}
    return Choices(
        tuple(race for race in timeline.races if race.id in races),
        tuple(person for person in timeline.people if person.id in people),
        tuple(party for party in timeline.parties if party.id in parties),
        tuple(sorted({event.kind for event in events})),
        len(events),
    )
