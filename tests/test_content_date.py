"""The data is dated by its content."""

from dataclasses import replace
from datetime import date

from builder.models.content import Event
from builder.reading.content_date import NEVER, find_content_date, find_event_date
from builder.reading.timeline import Timeline
from tests.examples import event_text, make, sample_timeline


def test_it_is_the_newest_day_of_what_the_content_rests_on():
    """Here a work of the reference layer is newer than the articles."""
    works = [work.published for work in sample_timeline().works if work.published]

    assert max(day.last for day in works) == find_content_date(sample_timeline())


def test_a_change_makes_it_newer():
    """What editors say of their changes counts."""
    event = make(Event, event_text(changed="2026-03-14"))
    timeline = replace(sample_timeline(), events=(event,))

    assert date(2026, 3, 14) == find_content_date(timeline)
    assert date(2026, 3, 14) == find_event_date(timeline, event)


def test_an_event_is_as_new_as_its_newest_article():
    """The other articles of the timeline do not count."""
    timeline = sample_timeline()

    assert date(1991, 5, 13) == find_event_date(timeline, timeline.event["reeve-concedes"])
    assert date(1991, 5, 14) == find_event_date(timeline, timeline.event["venn-speaks"])


def test_content_that_rests_on_nothing_has_no_day():
    """An empty timeline is no error here."""
    assert NEVER == find_content_date(Timeline())
