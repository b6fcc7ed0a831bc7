"""The calendar: every event as iCalendar has it (RFC 5545), all day, with its evidence.

Takes the events in words; gives ``timeline.ics``. Law: no day is made up. What is known to the
day is a VEVENT; what is known less exactly is a VJOURNAL without DTSTART (RFC 5545 § 3.6.3), whose
title begins with the date as it is known; the EDTF stands in X-EDTF. Nothing is taken from the
clock: DTSTAMP, which RFC 5545 demands, is the day of the content.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from icalendar import vText
from icalendar.parser import Contentline

from builder.data.documents import TimelineDocument
from builder.data.evidence import ToldEvent
from builder.data.fields import DateRecord, slug
from builder.data.models import EventRecord
from builder.data.statements import Publisher
from builder.text.dates import parse_date

SHORT = 74
"""Bytes of a line below which nobody folds it: RFC 5545 § 3.1 allows 75."""


def make_calendar(
    publisher: Publisher, whole: TimelineDocument, events: Iterable[ToldEvent]
) -> bytes:
    """Return the calendar of all events, in order of time."""
    lines = _Lines(publisher, whole).calendar(events)
    return b"".join(_fold(line) + b"\r\n" for line in lines)


def is_known_to_the_day(when: DateRecord) -> bool:
    """Whether *when* is one day, or lasts from one day to another, and nothing is in doubt."""
    known = parse_date(when.edtf)
    are_days = known.start.precision == known.end.precision == "day"
    return are_days and when.extent != "within" and not (when.approximate or when.uncertain)


def _fold(line: str) -> bytes:
    """Return a line as it is written: the library, which is slow, gets only what it may fold."""
    written = line.encode()
    return written if len(written) < SHORT else bytes(Contentline(line).to_ical())


@dataclass(frozen=True)
class _Lines:
    """Line by line: the library's own components take twice the time."""

    publisher: Publisher
    whole: TimelineDocument

    @cached_property
    def _site(self) -> str:
        return slug(self.whole.site)

    @cached_property
    def _stamp(self) -> str:
        return _line("DTSTAMP", f"{_basic(self.whole.content_date)}T000000Z")

    def calendar(self, events: Iterable[ToldEvent]) -> Iterator[str]:
        whole, say = self.whole, self.publisher.wording.say
        yield _line("BEGIN", "VCALENDAR")
        yield _line("VERSION", "2.0")
        yield _text("PRODID", f"-//{self._site}//timeline//{whole.language.upper()}")
        yield _text("DESCRIPTION", f"{whole.coverage} {say('data.calendar-note')}")
        yield _text("NAME", whole.site)  # RFC 7986
        yield _text("X-WR-CALNAME", whole.site)  # where RFC 7986 is not known yet
        for event in events:
            yield from self._component(event)
        yield _line("END", "VCALENDAR")

    def _component(self, told: ToldEvent) -> Iterator[str]:
        event = told.record
        is_exact = is_known_to_the_day(event.date)
        name = "VEVENT" if is_exact else "VJOURNAL"
        yield _line("BEGIN", name)
        yield _text("SUMMARY", event.title if is_exact else f"{event.date.text}: {event.title}")
        yield from _days(event) if is_exact else ()
        yield self._stamp
        yield _text("UID", f"{event.id}@{self._site}")
        yield _text("CATEGORIES", told.kind)
        yield _text("DESCRIPTION", told.plain)
        if self.publisher.addresses.are_known:
            yield _line("URL", event.page)
        yield _text("X-EDTF", event.date.edtf)
        yield _line("END", name)


def _days(event: EventRecord) -> Iterator[str]:
    """Yield the first day, the day after the last, and that nobody is kept from a meeting."""
    yield _line("DTSTART;VALUE=DATE", _basic(event.date.earliest))
    yield _line("DTEND;VALUE=DATE", _basic(event.date.latest + timedelta(days=1)))
    yield _line("TRANSP", "TRANSPARENT")


def _basic(day: date) -> str:
    """Return a day as RFC 5545 § 3.3.4 has it."""
    return day.isoformat().replace("-", "")


def _text(name: str, text: str) -> str:
    """Return a line with a text, in which what has a meaning is escaped."""
    return _line(name, vText(text).to_ical().decode())


def _line(name: str, value: str) -> str:
    """Return a line, which is folded when it is written."""
    return f"{name}:{value}"
