"""The models of the content accept what an editor may write, and nothing else."""

import pytest

from builder.models.content import Citation, Event, Person, Race, Site
from tests.examples import CITATION, event_text, make, told, validate

RACE = """\
id: "1991"
date: 1991-05-12
title: The vote of 1991
caption: lamps on the wall
state: valid
body: Venn leads.[@a1]
citations: [{id: a1, source: alder-gazette-1991-05-13, passage: 1}]
"""


def test_an_event_has_sensible_defaults():
    """What is left out of an event is not known, not drafted and of normal weight."""
    event = make(Event, event_text())

    assert (None, None, None) == (event.race, event.time, event.date_basis)
    assert ("normal", "published") == (event.weight, event.status)
    assert () == event.people == event.parties == event.places


def test_the_heading_of_an_event_is_its_title():
    """Titles are statements and are checked like bodies."""
    event = make(Event, event_text())

    assert ("Lamps are lit", "title") == (event.heading, event.heading_key)


def test_the_heading_of_a_race_is_its_caption():
    """A race's title is only the date of the vote."""
    race = make(Race, RACE)

    assert ("lamps on the wall", "caption") == (race.heading, race.heading_key)


def test_the_heading_of_a_site_is_its_headline():
    """The words over the timeline are a statement."""
    keys = ["name", "kicker", "headline", "promise", "description", "coverage"]
    text = "id: site\nbody: x.[@a1]\n" + "".join(f"{key}: the {key}\n" for key in keys)

    site = make(Site, f"{text}citations: [{CITATION}]\n")

    assert ("the headline", "headline") == (site.heading, site.heading_key)
    assert "en" == site.language


def test_a_person_has_no_heading():
    """A name is no statement."""
    person = make(
        Person, f"id: venn\nname: V\nsort_name: V\nbody: x.[@a1]\ncitations: [{CITATION}]"
    )

    assert "" == person.heading


def test_an_event_needs_a_citation():
    """A body without evidence is refused."""
    item, problems = validate(Event, event_text(citations="[]"))

    assert item is None
    assert [("missing-key", 7, 12, "'citations' holds nothing")] == told(problems)


@pytest.mark.parametrize(
    ("key", "value"),
    [("kind", "party"), ("shore", "sea"), ("weight", "heavy"), ("status", "secret")],
)
def test_an_event_has_no_value_that_the_site_cannot_show(key: str, value: str):
    """Kinds, shores, weights and states are closed lists."""
    item, problems = validate(Event, event_text(**{key: value}))

    assert item is None
    assert [("unknown-value", f"{key!r} cannot be {value!r}")] == [
        (p.code, p.message) for p in problems
    ]


def test_a_title_fits_its_line():
    """Eighty characters are allowed, eighty-one and two are not."""
    assert 80 == len(make(Event, event_text(title="x" * 80)).title)
    for title in ("x" * 81, "ab"):
        assert ["bad-value"] == [p.code for p in validate(Event, event_text(title=title))[1]]


@pytest.mark.parametrize("passage", ["0", "-1", "two", "1.5", "''"])
def test_a_citation_names_a_passage_by_a_whole_number(passage: str):
    """Passages are numbered from 1."""
    item, problems = validate(Citation, f"id: a1\nsource: gazette\npassage: {passage}\n")

    assert item is None
    assert ["bad-value"] == [problem.code for problem in problems]


def test_a_race_has_at_most_two_shares():
    """A bridge has two sides."""
    item, problems = validate(Race, f"{RACE}shares: [first, second, third]\n")

    assert item is None
    assert [("bad-value", 8, 9, "'shares' has 3 items")] == told(problems)


def test_a_race_may_have_no_result():
    """What the articles do not give is left out: no shares, no lead, no race that it repeats."""
    race = make(Race, RACE.replace("state: valid", "state: unreported"))

    assert ("unreported", (), None, None) == (race.state, race.shares, race.lead, race.rerun_of)


def test_a_race_has_no_state_that_the_site_cannot_show():
    """A result is valid, annulled or not reported."""
    item, problems = validate(Race, RACE.replace("state: valid", "state: whole"))

    assert item is None
    assert [("unknown-value", 5, 8, "'state' cannot be 'whole'")] == told(problems)
