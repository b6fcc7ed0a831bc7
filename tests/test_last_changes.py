"""The last change is the one that the content tells of."""

from builder.reading.last_changes import (
    corrections_of,
    last_change,
    last_change_of_event,
    last_change_of_figure,
)
from tests.corrected import corrected_timeline
from tests.examples import sample_timeline

CORRECTED = corrected_timeline()


def test_what_nobody_wrote_down_is_not_known():
    """Neither a clock nor git is asked."""
    sample = sample_timeline()

    assert last_change(sample) is None
    assert last_change_of_event(sample, sample.events[0]) is None
    assert last_change_of_figure(sample, "lead-venn") is None


def test_an_event_was_changed_on_its_day_or_when_it_was_corrected():
    """The later of the two."""
    event = CORRECTED.event
    assert "1991-08-03" == str(last_change_of_event(CORRECTED, event["venn-speaks"]))
    assert "1991-07-01" == str(last_change_of_event(CORRECTED, event["reeve-concedes"]))


def test_a_figure_was_changed_when_it_was_corrected():
    """It has no key of its own for that."""
    assert "1991-06-02" == str(last_change_of_figure(CORRECTED, "lead-venn"))
    assert ["lead-of-venn"] == [c.id for c in corrections_of(CORRECTED, "figure", "lead-venn")]


def test_the_site_was_changed_with_the_latest_of_its_parts():
    """Of all days that the content tells of."""
    assert "1991-08-03" == str(last_change(CORRECTED))
