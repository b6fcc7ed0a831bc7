"""What is known beside the articles: a number, or the word that says why there is none."""

import pytest

from builder.checks.reference import computed_turnout
from builder.models.reference import OfficialRace
from tests.examples import make, told, validate

RACE = """\
id: "1991"
date: 1991-05-12
title: The vote
status: valid
result: official
candidates: [{{name: Mara Venn, party: Lantern, votes: "13,146", percent: unknown}}]
registered: "{registered}"
cast: "25,600"
valid_votes: not-yet
invalid_votes: unknown
turnout: unknown
margin: not-applicable
works: [alder-almanac]
"""


@pytest.mark.parametrize("typed", ["NaN", "sNaN", "Infinity", "1e999", "-1", "no", "9" * 400])
def test_what_is_no_number_of_voters_is_refused(typed: str):
    """No word that Python takes for a number gets into a sum."""
    item, problems = validate(OfficialRace, RACE.format(registered=typed))

    assert item is None
    message = f"{typed!r} is neither a number nor 'unknown'"
    assert [("bad-value", 7, 13, message)] == told(problems)


def test_turnout_follows_from_cast_and_registered_votes():
    """In percent, to two places."""
    assert "64.00" == str(computed_turnout(make(OfficialRace, RACE.format(registered="40,000"))))


@pytest.mark.parametrize("registered", ["0", "0.0000000001", "unknown"])
def test_there_is_no_turnout_of_nobody(registered: str):
    """Without registered voters nothing is divided."""
    assert computed_turnout(make(OfficialRace, RACE.format(registered=registered))) is None
