"""Corrections hold; tests/mistakes has what an editor reads when they do not."""

from dataclasses import replace

import pytest

from builder.checks.all_checks import check_timeline
from builder.checks.corrections import aliases_are_free, corrected_things_exist
from tests.corrected import corrected_timeline, make_correction
from tests.examples import sample_timeline, told


def test_good_corrections_bring_no_complaint():
    """Of things that exist, of what was published, in order, and with a difference."""
    problems = check_timeline(corrected_timeline())

    assert [] == [problem for problem in problems if problem.severity == "error"]


def test_a_correction_of_a_removed_event_stays():
    """What was corrected and then removed was still published."""
    about_gone = make_correction(figure="", event="fog-comes-in")
    timeline = replace(corrected_timeline(), corrections=(about_gone,))

    assert [] == list(corrected_things_exist(timeline))


@pytest.mark.parametrize("kind", ["event", "person", "race", "source"])
def test_a_correction_of_something_unknown_is_told_at_its_key(kind: str):
    """Whatever its kind; figures and events have a folder in tests/mistakes."""
    correction = make_correction(figure="", **{kind: "nobody-knows"})
    timeline = replace(sample_timeline(), corrections=(correction,))

    (problem,) = corrected_things_exist(timeline)
    assert (f"unknown-{kind}", correction.place_of(kind)) == (problem.code, problem.place)


def test_an_alias_that_is_typed_twice_is_told_once():
    """Also within one event."""
    timeline = corrected_timeline()
    moved = timeline.event["venn-speaks"].model_copy(update={"aliases": ("one", "one")})

    problems = list(aliases_are_free(replace(timeline, events=(moved,))))

    message = "'one' cannot lead here: it is a former id of 'venn-speaks' already"
    assert [message] == [words for *_, words in told(problems)]
