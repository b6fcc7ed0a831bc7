"""Dates are as precise as they were typed, and never more so."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.text.dates import BadDateError, PartialDate, parse_date

DAYS = st.dates(min_value=date(1000, 1, 1))


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("1991", date(1991, 1, 1), date(1991, 12, 31), "year"),
        ("1991-05", date(1991, 5, 1), date(1991, 5, 31), "month"),
        ("1992-02", date(1992, 2, 1), date(1992, 2, 29), "month"),
        ("1991-05-12", date(1991, 5, 12), date(1991, 5, 12), "day"),
        ("1992-02-29", date(1992, 2, 29), date(1992, 2, 29), "day"),
        ("199X", date(1990, 1, 1), date(1999, 12, 31), "decade"),
        ("0001", date(1, 1, 1), date(1, 12, 31), "year"),
        ("9999-12-31", date(9999, 12, 31), date(9999, 12, 31), "day"),
    ],
)
def test_a_moment_spans_its_days(text: str, first: date, last: date, precision: str):
    """A decade, a year, a month and a day begin and end where they should."""
    parsed = parse_date(text)

    assert (first, last) == (parsed.first, parsed.last)
    assert precision == parsed.start.precision
    assert "moment" == parsed.extent
    assert text == str(parsed)


@pytest.mark.parametrize("text", ["199X", "1991", "1991-05", "1991-05-12"])
def test_doubt_is_kept(text: str):
    """A tilde says about, a question mark says possibly; neither moves the date."""
    plain, about, possibly = (parse_date(text + mark) for mark in ("", "~", "?"))

    assert (False, False) == (plain.start.approximate, plain.start.uncertain)
    assert (True, False) == (about.start.approximate, about.start.uncertain)
    assert (False, True) == (possibly.start.approximate, possibly.start.uncertain)
    assert (plain.first, plain.last) == (about.first, about.last) == (possibly.first, possibly.last)


@pytest.mark.parametrize(
    ("text", "extent", "first", "last"),
    [
        ("1991-05/1991-06-03", "lasting", date(1991, 5, 1), date(1991, 6, 3)),
        ("198X/1991", "lasting", date(1980, 1, 1), date(1991, 12, 31)),
        ("1991-05-12/1991-05-12", "lasting", date(1991, 5, 12), date(1991, 5, 12)),
        ("1991/1991-05", "lasting", date(1991, 1, 1), date(1991, 5, 31)),
        ("[1991-05-12..1991-05-14]", "within", date(1991, 5, 12), date(1991, 5, 14)),
        ("[199X..2001-02]", "within", date(1990, 1, 1), date(2001, 2, 28)),
    ],
)
def test_an_interval_spans_from_its_beginning_to_its_end(
    text: str, extent: str, first: date, last: date
):
    """A/B lasts; [A..B] is one day somewhere between."""
    parsed = parse_date(text)

    assert (extent, first, last) == (parsed.extent, parsed.first, parsed.last)
    assert text == str(parsed)


def test_each_end_of_an_interval_has_its_own_exactness():
    """About 1990 until possibly May 1991 are two doubts."""
    parsed = parse_date("1990~/1991-05?")

    assert ("year", True, False) == _exactness(parsed, "start")
    assert ("month", False, True) == _exactness(parsed, "end")


def _exactness(parsed: PartialDate, end: str) -> tuple[str, bool, bool]:
    moment = getattr(parsed, end)
    return moment.precision, moment.approximate, moment.uncertain


@pytest.mark.parametrize(
    "text",
    ["", "12:30", "1991-5", "91", "19XX", "19911", "1991-05-12T10:00", "1991-W01", "May 1991",
     "12.05.1991", "1991%", "+1991", "-1991", "1991-05-", " 1991", "1991 ", "1991\n", "..",
     "1991/..", "../1991", "1991..1992", "[1991]", "[1991..]", "{1991..1992}", "1991,1992",
     "1991/1992/1993", "[1991 .. 1992]", "~1991", "1991~~", "unknown"],
)  # fmt: skip
def test_what_is_written_in_another_way_is_refused(text: str):
    """Nothing is guessed from a date that is not in one of the accepted forms."""
    with pytest.raises(BadDateError, match="is not a date"):
        parse_date(text)


@pytest.mark.parametrize(
    "text",
    ["1991-00", "1991-13", "1991-02-29", "1991-02-30", "1991-04-31", "1991-05-00", "1991-05-32",
     "0000", "000X", "0000-01-01", "1991/1991-02-30", "[1991-02-30..1992]"],
)  # fmt: skip
def test_a_day_that_never_was_is_refused(text: str):
    """A date that is written well may still not be in the calendar."""
    with pytest.raises(BadDateError, match="is not a day of the calendar"):
        parse_date(text)


@pytest.mark.parametrize("text", ["1991-21", "1991-24~", "1991-33", "1991-21/1992"])
def test_a_season_is_not_taken_for_a_month(text: str):
    """EDTF reads month 21 as a spring, which would be shown as March."""
    with pytest.raises(BadDateError, match="is not a day of the calendar"):
        parse_date(text)


@pytest.mark.parametrize("text", ["1992/1991", "1991-06/1991-05", "[1991-05-13..1991-05-12]"])
def test_an_interval_that_ends_before_it_begins_is_refused(text: str):
    """The message quotes what was typed."""
    with pytest.raises(BadDateError) as caught:
        parse_date(text)

    assert f"{text!r} ends before it begins" == str(caught.value)


@pytest.mark.parametrize(
    ("text", "iso"),
    [("199X", ""), ("1991", "1991"), ("1991-05~", "1991-05"), ("1991-05-12?", "1991-05-12")],
)
def test_the_machine_form_is_as_long_as_the_date_is_known(text: str, iso: str):
    """The value of <time datetime> has no month or day that was not typed."""
    assert iso == parse_date(text).start.iso


@pytest.mark.parametrize(
    "text", ["1991", "1991-05", "1991-05-12~", "1991-05-12?", "1991-05-12/1991-05-12",
             "[1991-05-12..1991-05-13]"],
)  # fmt: skip
def test_only_a_day_without_doubt_is_exact(text: str):
    """Whatever else was typed, nobody counts days from it."""
    assert not parse_date(text).is_exact_day
    assert parse_date("1991-05-12").is_exact_day


@settings(max_examples=12)
@given(DAYS, st.sampled_from([4, 7, 10]), st.sampled_from(["", "~", "?"]))
def test_a_date_never_gains_precision(day: date, length: int, doubt: str):
    """What is shown to machines and people has the digits that were typed, and no more."""
    typed = day.isoformat()[:length]

    parsed = parse_date(typed + doubt)

    assert typed == parsed.start.iso
    assert {4: "year", 7: "month", 10: "day"}[length] == parsed.start.precision
    assert parsed.first <= day <= parsed.last
    assert (length == 10 and not doubt) == parsed.is_exact_day


@settings(max_examples=12)
@given(DAYS, DAYS, st.sampled_from(["{}/{}", "[{}..{}]"]))
def test_an_interval_reads_in_order_or_not_at_all(one: date, other: date, form: str):
    """Two days make an interval exactly when the first is not the later one."""
    typed = form.format(one, other)

    try:
        parsed = parse_date(typed)
    except BadDateError:
        assert one > other
    else:
        assert (one, other) == (parsed.first, parsed.last)


@settings(max_examples=30)
@given(st.from_regex(r"\[?\d{3}[\dX](-\d\d){0,2}[~?]?((/|\.\.)\d{4}(-\d\d){0,2}[~?]?\]?)?"))
def test_anything_like_a_date_is_one_or_is_refused(text: str):
    """Nothing raises but BadDateError, and nothing is accepted that ends before it begins."""
    try:
        parsed = parse_date(text)
    except BadDateError:
        return
    assert parsed.first <= parsed.last
