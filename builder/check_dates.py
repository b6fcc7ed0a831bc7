"""Promises about dates: real, in order, and resting on something.

Each function takes a timeline and yields what breaks its promise.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from builder.dates import Moment, PartialDate
from builder.diagnostics import Diagnostic
from builder.evidence import find_witnesses
from builder.model import Event, Race
from builder.timeline import Timeline
from builder.words import MONTHS


def dates_are_in_order(timeline: Timeline) -> Iterator[Diagnostic]:
    """The events of a file, and the races, stand in the order of their dates."""
    dated: list[Event | Race] = [*timeline.events, *timeline.races]
    listed = sorted(dated, key=lambda item: item.position)
    for earlier, later in pairwise(listed):
        is_same_file = earlier.position[0] == later.position[0]
        if is_same_file and later.date.first < earlier.date.first:
            yield Diagnostic(
                later.place_of("date"),
                "date-order",
                f"{later.id!r} is earlier than {earlier.id!r} above it",
                "Move it up, so that the file reads in order of time.",
            )


def dates_are_supported(timeline: Timeline) -> Iterator[Diagnostic]:
    """An event's date stands in a cited passage, or is that of its race or of the reporting.

    Articles of the next morning say "last night": the day of publication and the day before
    count as theirs. What is yet to come (kind ``outlook``) may be dated after them.
    """
    witnesses = find_witnesses(timeline)
    for event in timeline.events:
        keys = [
            witnesses[c.source].numbers(c.passage) for c in event.citations if c.source in witnesses
        ]
        known = _known_dates(timeline, event)
        moments = (event.date.start, event.date.end)
        is_supported = all(_is_supported(m, frozenset().union(*keys), known) for m in moments)
        if not is_supported and event.date_basis is None:
            yield Diagnostic(
                event.place_of("date"),
                "date-not-supported",
                f"nothing cited here supports the date {str(event.date)!r}",
                "Cite the passage that gives it, date it less exactly, or say under date_basis "
                "where it comes from.",
            )
        elif is_supported and event.date_basis is not None:
            yield Diagnostic(
                event.place_of("date_basis"),
                "stale-exemption",
                "the date is supported by what is cited here",
                "Delete date_basis.",
            )


def _known_dates(timeline: Timeline, event: Event) -> list[PartialDate]:
    races = [timeline.race[event.race]] if event.race in timeline.race else []
    sources = {c.source for c in event.citations} & timeline.source.keys()
    return [
        *(race.date for race in races),
        *(timeline.source[s].published.date for s in sorted(sources)),
    ]


def _is_supported(moment: Moment, keys: frozenset[str], known: list[PartialDate]) -> bool:
    first = moment.first
    wanted = {
        "decade": [f"{first.year}s"],
        "year": [str(first.year)],
        "month": [f"{first:%Y}", _month(moment)],
        "day": [f"{first:%Y}", _month(moment), str(first.day)],
    }[moment.precision]
    if all(key in keys for key in wanted):
        return True
    return any(
        date.first - timedelta(days=1) <= moment.last and moment.first <= date.last
        for date in known
    )


def _month(moment: Moment) -> str:
    return MONTHS[moment.first.month - 1]


def events_are_not_later_than_their_sources(timeline: Timeline) -> Iterator[Diagnostic]:
    """No article is cited for something that happened after it appeared."""
    for event in timeline.events:
        cited = [timeline.source[c.source] for c in event.citations if c.source in timeline.source]
        latest = max((source.published.date.last for source in cited), default=None)
        if event.kind != "outlook" and latest is not None and latest < event.date.first:
            yield Diagnostic(
                event.place_of("date"),
                "date-after-source",
                f"all articles cited here appeared before {str(event.date)!r}",
                "Check the date; what is still to come has the kind 'outlook'.",
            )
