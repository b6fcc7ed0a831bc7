"""A correction names one thing, and the day on which it was made."""

import pytest

from builder.models.corrections import Correction
from tests.corrected import correction_text, make_correction
from tests.examples import told, validate


def test_a_correction_knows_what_it_is_about():
    """The key that names it says its kind."""
    correction = make_correction(figure="", person="mara-venn")

    assert ("person", "mara-venn") == (correction.kind, correction.about)


@pytest.mark.parametrize("extra", [{"figure": ""}, {"event": "the-town-votes"}])
def test_a_correction_of_nothing_or_of_two_things_is_refused(extra: dict[str, str]):
    """Each thing that was corrected has an entry of its own."""
    _, problems = validate(Correction, correction_text(**extra))

    message = "a correction names one thing: event, figure, person, race, source"
    assert [("bad-value", 1, 1, message)] == told(problems)


def test_a_correction_has_a_day():
    """A month is not enough for a feed."""
    _, problems = validate(Correction, correction_text(date="1991-06"))

    assert [("bad-date", 2, 7, "'1991-06' is not one day")] == told(problems)
