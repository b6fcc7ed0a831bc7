"""Dates in other formats are never more exact than they are known."""

import pytest

from builder.text.dates import parse_date
from builder.text.machine_dates import biblatex_date, certain_iso, certain_span, csl_date


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("2019", "2019"),
        ("2019-05", "2019-05"),
        ("2019-05-06", "2019-05-06"),
        ("2019-06-24~", "2019-06"),
        ("2024-04-01~", "2024"),
        ("2024-01-01?", ""),
        ("2019~", ""),
        ("2019-05?", "2019"),
        ("199X", ""),
        ("[2019-03-31..2019-06-23]", "2019"),
        ("[2019-03-30..2019-03-31]", "2019-03"),
        ("1994/2019", ""),
    ],
)
def test_only_the_certain_part_of_a_date_is_written(typed: str, iso: str):
    """About a day is a month, or a year if the day may lie in the month before."""
    assert iso == certain_iso(parse_date(typed))


def test_what_lasts_has_a_beginning_and_an_end():
    """Each is as exact as it is known; a single date has no end."""
    assert ("1994", "2019-06") == certain_span(parse_date("1994/2019-06"))
    assert ("", "2019") == certain_span(parse_date("1994~/2019"))
    assert ("2019", "") == certain_span(parse_date("[2019-03-31..2019-06-23]"))


@pytest.mark.parametrize(
    ("typed", "csl"),
    [
        ("2019-05", {"date-parts": [[2019, 5]]}),
        ("2019-06-24~", {"date-parts": [[2019, 6, 24]], "circa": True}),
        ("1994/2019", {"date-parts": [[1994], [2019]]}),
        ("[2024-03-31..2024-04-01]", {"date-parts": [[2024]]}),
        ("199X", None),
        ("[2019-12-31..2020-01-01]", None),
    ],
)
def test_csl_says_circa(typed: str, csl: dict[str, object] | None):
    """An approximate date keeps its day, because CSL can say that it is one."""
    assert csl == csl_date(parse_date(typed))


def test_biblatex_reads_edtf_of_two_levels():
    """A day between two is of the third level, and only its certain part is written."""
    assert "2019-06-24~" == biblatex_date(parse_date("2019-06-24~"))
    assert "1994/2019" == biblatex_date(parse_date("1994/2019"))
    assert "2024" == biblatex_date(parse_date("[2024-03-31..2024-04-01]"))
