"""The reference layer says what is known, why the rest is not, and how a sum was made."""

from dataclasses import replace
from decimal import Decimal

from builder.models.reference import Candidate
from builder.pages.figure_contents import Computed
from builder.pages.reference_views import Archive
from builder.text.dates import parse_date
from tests.examples import WORDING, sample_timeline

TIMELINE = sample_timeline()
ARCHIVE = Archive(TIMELINE, WORDING)
RACE = TIMELINE.official["1991"]


def with_votes(candidate: Candidate, votes: object) -> Candidate:
    """A candidate with another number of votes."""
    return candidate.model_copy(update={"votes": votes})


def sums(**changes: object) -> dict[str, Computed]:
    """What follows from the sample's official result, changed, by label."""
    shown = ARCHIVE.official(RACE.model_copy(update=changes))
    return {computed.label: computed for computed in shown.computed}


def test_four_kinds_of_nothing_read_differently():
    """Unknown, not yet, not applicable and zero are not taken for each other."""
    assert ["unknown", "not yet", "does not apply", "0 votes"] == [
        ARCHIVE.number(value, "votes")
        for value in ("unknown", "not-yet", "not-applicable", Decimal(0))
    ]


def test_an_official_result_is_shown_as_far_as_it_is_known():
    """Every digit that the work prints, and a word where it prints none."""
    shown = ARCHIVE.official(RACE)

    assert [("13,146", "52.4%"), ("11,942", "47.6%")] == [
        (candidate.votes, candidate.percent) for candidate in shown.candidates
    ]
    assert {
        "Registered voters": "40,000",
        "Votes cast": "25,600",
        "Valid votes": "25,088",
        "Invalid votes": "unknown",
        "Turnout": "64%",
        "Margin": "1,204 votes",
    } == dict(shown.facts)
    assert ["Alder Almanac"] == [work.publisher for work in shown.works]


def test_a_sum_shows_its_working():
    """What was taken from what, beside what is printed."""
    assert [
        Computed("Margin", "13,146 − 11,942", "1,204 votes", "1,204 votes", agrees=True),
        Computed("Margin in percentage points", "52.4 − 47.6", "4.8 percentage points", "", True),
        Computed("Turnout", "25,600 of 40,000", "64.00%", "64%", agrees=True),
    ] == list(sums().values())


def test_a_sum_says_when_the_printed_number_is_another():
    """We neither correct the work nor hide the deviation."""
    margin = sums(margin=Decimal(1210))["Margin"]

    assert ("1,204 votes", "1,210 votes", False) == (margin.result, margin.printed, margin.agrees)


def test_a_number_that_is_not_printed_is_not_compared():
    """An unknown margin is computed, and contradicts nothing."""
    margin = sums(margin="unknown")["Margin"]

    assert ("1,204 votes", "", True) == (margin.result, margin.printed, margin.agrees)


def test_nothing_follows_from_what_is_unknown():
    """Unknown votes are not zero votes."""
    first, second = RACE.candidates

    found = sums(candidates=(first, with_votes(second, "unknown")), cast="not-yet")

    assert ["Margin in percentage points"] == list(found)


def test_zero_is_a_number():
    """Whoever got no vote got zero votes."""
    first, second = RACE.candidates

    found = sums(candidates=(first, with_votes(second, Decimal(0))))

    assert ("13,146 − 0", "13,146 votes") == (found["Margin"].working, found["Margin"].result)


def test_a_term_that_lasts_has_not_ended_yet():
    """An end that is known is a date."""
    (term,) = TIMELINE.terms
    ended = term.model_copy(update={"end": parse_date("1995-03")})

    assert ["not yet", "March 1995"] == [ARCHIVE.term(each).end for each in (term, ended)]
    assert "14 May 1991" == ARCHIVE.term(term).start.text


def test_a_fact_and_a_work_have_their_days():
    """A work whose day of publication is unknown shows none."""
    (fact,), (work,) = TIMELINE.reference_events, TIMELINE.works
    undated = work.model_copy(update={"published": None})

    shown = Archive(replace(TIMELINE, works=(work,)), WORDING).fact(fact)

    assert ("14 May 1991", (work,), "reference.html#fact-venn-sworn-in") == (
        shown.when.text,
        shown.works,
        shown.path,
    )
    published = ARCHIVE.work(work).published
    assert published is not None
    assert "20 May 1991" == published.text
    assert ARCHIVE.work(undated).published is None
