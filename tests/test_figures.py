"""Figures: their keys, their subjects, and the sums that follow from them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.checks.figures import (
    computed_lead,
    figures_that_differ_are_explained,
    leads_follow_from_shares,
)
from builder.checks.reference import (
    computed_margin,
    computed_points,
    computed_turnout,
    official_sums_are_right,
)
from builder.models.figures import UNITS, Difference, Figure, Measure
from builder.models.reference import OfficialRace
from builder.models.validate import validate_item
from builder.reading.timeline import Timeline
from builder.reports.diagnostics import Place
from builder.text.located_yaml import Mapping, parse_yaml
from builder.text.words import find_numbers
from tests.examples import figure_text, validate

FIGURE = """
id: {id}
measure: {measure}
person: {person}
party: lantern
value: "{value}"
qualifier: {qualifier}
status: partial
as_of: 1991-05-12
origin: gazette
source: gazette
passage: 1
"""
OFFICIAL = """
id: "1991"
date: 1991-05-12
title: The vote
status: valid
result: official
candidates:
  - {{name: Mara Venn, party: Lantern, votes: "{first}", percent: "52.4"}}
  - {{name: Tobias Reeve, party: League, votes: "{second}", percent: "47.6"}}
registered: "{registered}"
cast: "{cast}"
valid_votes: unknown
invalid_votes: not-applicable
turnout: "{turnout}"
margin: "{margin}"
works: [almanac]
"""
VOTES = st.integers(min_value=1, max_value=12_000_000)
PERCENT = st.decimals(min_value=0, max_value=100, places=2)


def make_figure(
    name: str, measure: str, value: object, *, person: str = "venn", qualifier: str = "exactly"
) -> Figure:
    """A figure of an invented count."""
    text = FIGURE.format(id=name, measure=measure, value=value, person=person, qualifier=qualifier)
    value_, _ = parse_yaml("figures.yaml", text.encode())
    figure, problems = validate_item(Figure, value_, Place("figures.yaml"))
    assert figure is not None, problems
    return figure


def make_official(**figures: object) -> OfficialRace:
    """An official result of an invented vote."""
    usual = {"first": 600, "second": 400, "registered": 2000, "cast": 1000}
    text = OFFICIAL.format(**{**usual, "turnout": 50, "margin": 200, **figures})
    value, _ = parse_yaml("races.yaml", text.encode())
    assert isinstance(value, Mapping)
    race, problems = validate_item(OfficialRace, value, Place("races.yaml"))
    assert race is not None, problems
    return race


def test_every_measure_has_a_unit():
    """No figure can be shown without its unit."""
    assert set(Measure.__args__) == set(UNITS)  # type: ignore[attr-defined]


def test_a_figure_keeps_how_exact_the_article_is():
    """A lead of more than 1,204 votes is that, and not 1,204."""
    lead = make_figure("a", "lead-in-votes", "1,204", qualifier="more-than")

    assert (Decimal(1204), "more-than", "votes") == (lead.value, lead.qualifier, lead.unit)


def test_a_figure_is_never_negative():
    """No article prints less than nothing."""
    item, problems = validate(Figure, figure_text(value="'-1'"))

    assert item is None
    assert ["bad-value"] == [problem.code for problem in problems]


@given(VOTES)
def test_a_figure_is_found_however_it_is_grouped(votes: int):
    """13,000 and 13000 are the same number, in content and in passages."""
    plain, grouped = make_figure("a", "votes", votes), make_figure("b", "votes", f"{votes:,}")

    assert plain.keys == grouped.keys == {number.key for number in find_numbers(f"{votes:,}")}


def test_a_round_plural_is_not_the_number():
    """Thousands of people are not one thousand people."""
    exact, round_ = (
        make_figure("a", "crowd", 1000),
        make_figure("b", "crowd", 1000, qualifier="order-of"),
    )

    assert exact.keys.isdisjoint(round_.keys)
    assert round_.keys == {number.key for number in find_numbers("thousands")}


@given(PERCENT, PERCENT)
def test_a_lead_is_the_difference_of_the_shares(first: Decimal, second: Decimal):
    """In percentage points, to the last digit, the larger less the smaller."""
    shares = (make_figure("a", "share", first), make_figure("b", "share", second))
    lead = make_figure("c", "lead-in-points", 1)
    timeline = Timeline(figures=(*shares, lead))

    assert abs(first - second) == computed_lead(timeline, lead)


@pytest.mark.parametrize(("printed", "is_wrong"), [("1", True), ("1.5", False), ("2", False)])
def test_a_printed_lead_that_does_not_follow_is_reported(printed: str, is_wrong: bool):
    """37.32 against 35.78 is 1.54 points: 1.5 or 2 by rounding, but not 1."""
    shares = (make_figure("a", "share", "37.32"), make_figure("b", "share", "35.78"))
    lead = make_figure("c", "lead-in-points", printed)

    found = list(leads_follow_from_shares(Timeline(figures=(*shares, lead))))

    assert is_wrong == bool(found)


def test_a_seeded_contradiction_is_caught_until_it_is_explained():
    """Two values for one thing on one day need a difference that names both."""
    figures = (make_figure("a", "votes", 600), make_figure("b", "votes", 610))
    difference = Difference.model_validate(
        {
            "id": "how-many",
            "question": "How many votes?",
            "kind": "slip",
            "positions": [
                {"says": "600", "figures": ["a"], "evidence": [{"source": "g", "passage": "1"}]},
                {"says": "610", "figures": ["b"], "evidence": [{"source": "g", "passage": "2"}]},
            ],
            "resolution": "The clerk corrected it.",
        }
    )

    silent = list(figures_that_differ_are_explained(Timeline(figures=figures)))
    explained = Timeline(figures=figures, differences=(difference,))

    assert ["unexplained-difference"] == [item.code for item in silent]
    assert [] == list(figures_that_differ_are_explained(explained))


@given(VOTES, VOTES, VOTES, VOTES)
def test_official_sums_are_made_from_their_parts(
    first: int, second: int, registered: int, cast: int
):
    """Margin in votes, lead in points, turnout in percent to two places."""
    race = make_official(first=first, second=second, registered=registered, cast=cast)

    assert first - second == computed_margin(race)
    assert Decimal("4.8") == computed_points(race)
    assert abs(Decimal(100 * cast) / registered - (computed_turnout(race) or 0)) <= Decimal("0.005")


@given(VOTES, VOTES, st.integers(min_value=1, max_value=1000))
def test_a_wrong_margin_is_reported(first: int, second: int, slip: int):
    """A margin that is not the difference of the votes does not pass."""
    race = make_official(first=first + second, second=second, margin=first + slip)

    found = list(official_sums_are_right(Timeline(official_races=(race,))))

    assert ["wrong-sum"] == [item.code for item in found]


def test_what_is_unknown_is_not_computed():
    """Unknown is not zero: nothing follows from it."""
    race = make_official(second="unknown", cast="not-yet", turnout="unknown", margin="unknown")

    assert computed_margin(race) is None
    assert computed_turnout(race) is None
    assert [] == list(official_sums_are_right(Timeline(official_races=(race,))))
