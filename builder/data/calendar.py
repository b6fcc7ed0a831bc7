"""The calendar: every event as iCalendar has it (RFC 5545), all day, with its evidence.

Takes the events' records; gives ``timeline.ics``. Law: no day is made up. What is known to the
day is a VEVENT; what is known less exactly is a VJOURNAL without DTSTART (RFC 5545 § 3.6.3), whose
title begins with the date as it is known; the EDTF stands in X-EDTF. Nothing is taken from the
clock: DTSTAMP, which RFC 5545 demands, is the day of the content.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar, Component, Event, Journal

from builder.data.documents import TimelineDocument
from builder.data.evidence import evidence_of, marked
from builder.data.fields import DateRecord, slug
from builder.data.models import EventRecord
from builder.data.statements import Publisher
from builder.text.dates import parse_date


def make_calendar(publisher: Publisher, whole: TimelineDocument) -> bytes:
    """Return the calendar of all events, in order of time."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{slug(whole.site)}//timeline//{whole.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("name", whole.site)  # RFC 7986
    calendar.add("x-wr-calname", whole.site)  # where RFC 7986 is not known yet
    calendar.add("description", f"{whole.coverage} {publisher.wording.say('data.calendar-note')}")
    for event in whole.events:
        calendar.add_component(_component(publisher, whole, event))
    return bytes(calendar.to_ical())


def is_known_to_the_day(when: DateRecord) -> bool:
    """Whether *when* is one day, or lasts from one day to another, and nothing is in doubt."""
    date = parse_date(when.edtf)
    are_days = date.start.precision == date.end.precision == "day"
    return are_days and when.extent != "within" and not (when.approximate or when.uncertain)


def _component(publisher: Publisher, whole: TimelineDocument, event: EventRecord) -> Component:
    is_exact = is_known_to_the_day(event.date)
    component: Component = Event() if is_exact else Journal()
    component.add("uid", f"{event.id}@{slug(whole.site)}")
    component.add("dtstamp", datetime.combine(whole.content_date, time(), UTC))
    if is_exact:
        component.add("dtstart", event.date.earliest)
        component.add("dtend", event.date.latest + timedelta(days=1))  # the end is not part of it
        component.add("transp", "TRANSPARENT")  # history keeps nobody from a meeting
    title = event.title if is_exact else f"{event.date.text}: {event.title}"
    component.add("summary", title)
    component.add("description", _description(publisher, event))
    component.add("categories", [publisher.wording.say(f"kind.{event.kind}")])
    component.add("x-edtf", event.date.edtf)
    if publisher.addresses.are_known:
        component.add("url", event.page)
    return component


def _description(publisher: Publisher, event: EventRecord) -> str:
    evidence = [line.plain for line in evidence_of(publisher, event)]
    heading = publisher.wording.say("data.evidence")
    return "\n".join([*map(marked, event.claims), "", heading, *evidence])
