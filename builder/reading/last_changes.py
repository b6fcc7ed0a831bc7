"""When something was last changed, as far as the content itself says.

Takes a timeline; gives days. Law: neither the clock nor git is asked, so that the same content
gives the same bytes; what nobody wrote down is not known.
"""

from __future__ import annotations

from collections.abc import Iterable

from builder.models.content import Event
from builder.models.corrections import Corrected, Correction
from builder.reading.timeline import Timeline
from builder.text.dates import PartialDate


def corrections_of(timeline: Timeline, kind: Corrected, name: str) -> tuple[Correction, ...]:
    """Return the corrections of one thing, the earliest first."""
    return timeline.related.corrections_of.get((kind, name), ())


def last_change_of_event(timeline: Timeline, event: Event) -> PartialDate | None:
    """Return the day on which *event* was last changed or corrected, if the content knows it."""
    corrected = (c.date for c in corrections_of(timeline, "event", event.id))
    return _latest([*corrected, *([event.changed] if event.changed else [])])


def last_change_of_figure(timeline: Timeline, name: str) -> PartialDate | None:
    """Return the day on which a figure was last corrected, if it ever was."""
    return _latest(c.date for c in corrections_of(timeline, "figure", name))


def last_change(timeline: Timeline) -> PartialDate | None:
    """Return the latest day on which anything was changed, if the content knows of any."""
    changed = (event.changed for event in timeline.events if event.changed)
    return _latest([*changed, *(correction.date for correction in timeline.corrections)])


def _latest(days: Iterable[PartialDate]) -> PartialDate | None:
    return max(days, key=lambda day: day.first, default=None)
