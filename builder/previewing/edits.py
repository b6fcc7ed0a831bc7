"""Two states of a timeline -> what an editor has changed between them, and where it is shown.

Takes the timeline before and after a save; gives the pages to go to, events first. Law: what
only moved in its file was not edited.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from builder.models.fields import Located
from builder.reading.timeline import Timeline
from builder.views.paths import (
    difference_path,
    event_path,
    person_path,
    race_path,
    source_path,
)
from builder.views.places import figure_place

Path = Callable[[Timeline, str], str]

SHOWN: tuple[tuple[str, Path], ...] = (
    ("event", lambda _, name: event_path(name)),
    ("difference", lambda _, name: difference_path(name)),
    ("figure", figure_place),
    ("race", lambda _, name: race_path(name)),
    ("person", lambda _, name: person_path(name)),
    ("source", lambda _, name: source_path(name)),
)
"""The indexes of a timeline whose items have a page or a place on one, and where."""


@dataclass(frozen=True)
class Edit:
    """Something that was edited: the element that shows it within pages, and its own page."""

    anchor: str
    path: str


def find_edits(before: Timeline, after: Timeline) -> tuple[Edit, ...]:
    """Return what is new or different in *after*."""
    return tuple(
        Edit(f"{kind}-{name}", path(after, name))
        for kind, path in SHOWN
        for name in _changed(getattr(before, kind), getattr(after, kind))
    )


def _changed(before: Mapping[str, Located], after: Mapping[str, Located]) -> Iterator[str]:
    for name, item in after.items():
        old = before.get(name)
        if old is not item and old != item:  # files that were not saved hold the same objects
            yield name
