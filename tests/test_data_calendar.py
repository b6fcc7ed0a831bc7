"""The calendar makes up no day, and a calendar's reader understands it."""

from datetime import date
from typing import Any

import pytest
from icalendar import Calendar

from builder.data.calendar import is_known_to_the_day, make_calendar
from builder.data.evidence import tell_events
from builder.data.fields import date_record
from builder.text.dates import parse_date
from tests.examples import WORDING
from tests.published import published, sample_document, sample_files, sample_publisher


def parts(files: dict[str, bytes]) -> dict[str, Any]:
    """The components of the calendar by the id of their event."""
    calendar = Calendar.from_ical(files["data/timeline.ics"])
    return {str(part["uid"]).split("@")[0]: part for part in calendar.subcomponents}


@pytest.mark.parametrize(
    ("edtf", "is_known"),
    [
        ("2019-03-31", True),
        ("2019-03-31/2019-04-17", True),
        ("2019-03", False),
        ("2019", False),
        ("199X", False),
        ("2019-03-31~", False),
        ("2019-03-31?", False),
        ("[2019-03-31..2019-06-23]", False),
        ("2019-03-31/2019-04", False),
        ("2019-03-31/2019-04-17~", False),
    ],
)
def test_what_is_known_to_the_day(edtf: str, is_known: bool):
    """A month, a doubt, a day between two: none of them is a day."""
    assert is_known == is_known_to_the_day(date_record(parse_date(edtf), WORDING))


def test_a_day_lasts_all_day():
    """Its end is the next day, which is not part of it, and nobody is busy."""
    event = parts(sample_files())["the-town-votes"]

    assert "VEVENT" == event.name
    assert (date(1991, 5, 12), date(1991, 5, 13)) == (event.start, event.end)
    assert "TRANSPARENT" == event["transp"]


def test_a_year_has_no_day():
    """It is a journal entry without a date, whose title says the year."""
    event = parts(sample_files())["venn-enters-the-council"]

    assert "VJOURNAL" == event.name
    assert "DTSTART" not in event
    assert "1986: Mara Venn enters the council" == event["summary"]
    assert "1986" == event["x-edtf"]


@pytest.mark.parametrize("name", ["sample", "real"])
def test_no_day_is_made_up(name: str):
    """Every event is there, and those with a day are those that are known to the day."""
    timeline, wording, files = published(name)
    found = parts(files)

    assert [event.id for event in timeline.events] == list(found)
    for event in timeline.events:
        is_day = is_known_to_the_day(date_record(event.date, wording))
        assert ("VEVENT" if is_day else "VJOURNAL") == found[event.id].name


def test_nothing_is_taken_from_the_clock():
    """The stamp that the standard demands is the day of the content."""
    publisher, whole = sample_publisher(), sample_document()
    stamps = {part["dtstamp"].dt.date() for part in parts(sample_files()).values()}
    again = make_calendar(publisher, whole, tell_events(publisher, whole.events))

    assert {whole.content_date} == stamps
    assert sample_files()["data/timeline.ics"] == again


def test_a_name_with_a_comma_is_one_name():
    """It is text, in which a comma is escaped (RFC 7986, section 5.1)."""
    whole = sample_document().model_copy(update={"site": "The pier, counted"})

    calendar = make_calendar(sample_publisher(), whole, ())

    assert b"\r\nNAME:The pier\\, counted\r\n" in calendar


def test_an_event_leads_to_its_page():
    """Where the address of the site is known."""
    assert (
        "https://votes.example/town/events/reeve-concedes.html"
        == (parts(sample_files())["reeve-concedes"]["url"])
    )
