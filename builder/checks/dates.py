"""Promises about dates: real, in order, and resting on something.

Each function takes a timeline and yields what breaks its promise.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from itertools import pairwise

from builder.checks.evidence import Witness, find_witnesses
from builder.models.content import Cited, Event, Race
from builder.models.records import Source
from builder.reading.timeline import Timeline
from builder.reports.diagnostics import Diagnostic
from builder.text.dates import Moment, PartialDate
from builder.text.words import MONTHS


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
    """Every date stands in a cited passage, or says under ``date_basis`` where it comes from.

    An event may also lean on its race and on the day of reporting: articles of the next morning
    say "last night", so the day of publication and the day before count as theirs. A race leans
    on nothing but its passages and the years of articles that state their date.
    """
    witnesses = find_witnesses(timeline)
    dated: tuple[Event | Race, ...] = (*timeline.events, *timeline.races)
    for item in dated:
        if not _is_checkable(timeline, item, witnesses):
            continue
        keys = {key for c in item.citations for key in witnesses[c.source].numbers(c.passage)}
        known = _known_dates(timeline, item) if isinstance(item, Event) else []
        if isinstance(item, Race):
            keys |= _stated_years(timeline, item)
        moments = (item.date.start, item.date.end)
        is_supported = all(_is_supported(moment, keys, known) for moment in moments)
        yield from _needs_a_basis(item, is_supported)


def _is_checkable(timeline: Timeline, item: Event | Race, witnesses: dict[str, Witness]) -> bool:
    """Whether all that a date may rest on is at hand; where it isn't, another check says so."""
    has_race = isinstance(item, Race) or item.race is None or item.race in timeline.race
    return has_race and all(c.source in witnesses and timeline.passage(c) for c in item.citations)


def _needs_a_basis(item: Event | Race, is_supported: bool) -> Iterator[Diagnostic]:
    if not is_supported and item.date_basis is None:
        yield Diagnostic(
            item.place_of("date"),
            "date-not-supported",
            f"nothing cited here supports the date {str(item.date)!r}",
            "Cite the passage that gives it, date it less exactly, or say under date_basis "
            "where it comes from.",
        )
    elif is_supported and item.date_basis is not None:
        yield Diagnostic(
            item.place_of("date_basis"),
            "stale-exemption",
            "the date is supported by what is cited here",
            "Delete date_basis.",
        )


def _known_dates(timeline: Timeline, event: Event) -> list[PartialDate]:
    races = [timeline.race[event.race]] if event.race in timeline.race else []
    sources = _cited_sources(timeline, event)
    return [*(race.date for race in races), *(source.published.date for source in sources)]


def _stated_years(timeline: Timeline, race: Race) -> set[str]:
    stated = [s.published for s in _cited_sources(timeline, race) if s.published.basis == "stated"]
    return {str(published.date.first.year) for published in stated}


def _cited_sources(timeline: Timeline, item: Cited) -> list[Source]:
    cited = dict.fromkeys(citation.source for citation in item.citations)
    return [timeline.source[name] for name in cited if name in timeline.source]


def _is_supported(moment: Moment, keys: set[str], known: list[PartialDate]) -> bool:
    if keys.issuperset(_wanted(moment)):
        return True
    return any(
        date.first - timedelta(days=1) <= moment.last and moment.first <= date.last
        for date in known
    )


@cache
def _wanted(moment: Moment) -> tuple[str, ...]:
    """Return the keys of the numbers that say *moment*."""
    first = moment.first
    if moment.precision == "decade":
        return (f"{first.year}s",)
    parts = (str(first.year), MONTHS[first.month - 1], str(first.day))
    return parts[: {"year": 1, "month": 2, "day": 3}[moment.precision]]


def events_are_not_later_than_their_sources(timeline: Timeline) -> Iterator[Diagnostic]:
    """No article is cited for something that happened after it appeared."""
    for event in timeline.events:
        sources = _cited_sources(timeline, event)
        latest = max((source.published.date.last for source in sources), default=None)
        if event.kind != "outlook" and latest is not None and latest < event.date.first:
            yield Diagnostic(
                event.place_of("date"),
                "date-after-source",
                f"all articles cited here appeared before {str(event.date)!r}",
                "Check the date; what is still to come has the kind 'outlook'.",
            )
