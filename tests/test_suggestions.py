"""What was probably meant is asked, never taken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.models.suggestions import say_length_of_month, suggest_date, suggest_id
from builder.text.dates import parse_date


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Board_annuls", "board-annuls"),
        (" board--annuls ", "board-annuls"),
        ("“Şişli’de ışık”", "sislide-isik"),
        ("İstasyon", "istasyon"),
    ],
)
def test_an_id_is_suggested_in_small_plain_letters(typed: str, meant: str):
    """Capitals, spaces, underscores and accents become what an id may have."""
    assert f"Did you mean {meant!r}?" == suggest_id(typed)


@pytest.mark.parametrize("typed", ["", "…", "board-annuls"])
def test_no_id_is_suggested_where_none_can_be(typed: str):
    """Nothing becomes nothing, and what is right is not questioned."""
    assert "" == suggest_id(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("31.03.2019", "2019-03-31"),
        ("31/03/2019", "2019-03-31"),
        ("2019-3-1", "2019-03-01"),
        ("2019/03/31", "2019-03-31"),
        ("31 March 2019", "2019-03-31"),
        ("March 31, 2019", "2019-03-31"),
        ("31st of", ""),
        ("Mar 2019", "2019-03"),
        ("199x", "199X"),
        ("1994–2019", "1994/2019"),
        ("1994 to 2019", "1994/2019"),
        ("2019 to 1994", ""),
        ("05/06/2019", ""),
        ("31.02.2019", ""),
        ("last night", ""),
        ("2019-03-31", ""),
    ],
)
def test_a_date_is_suggested_if_only_one_can_be_meant(typed: str, meant: str):
    """5/6 is June to some and May to others: nothing is suggested then."""
    assert (f"Did you mean {meant!r}?" if meant else "") == suggest_date(typed)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("2019-02-29", "February 2019 has 28 days."),
        ("2020-02-30", "February 2020 has 29 days."),
        ("2019-13-01", "Months are numbered from 01 to 12; the month comes before the day."),
        ("199X", ""),
        ("0000-01-40", ""),
    ],
)
def test_the_length_of_a_month_is_said(typed: str, told: str):
    """A day that is not in the calendar is met with how long its month is."""
    assert told == say_length_of_month(typed)


@given(st.text(alphabet="0123456789-/.~?X [](),MarchmayJune–to", max_size=24))
def test_whatever_is_suggested_is_a_date(typed: str):
    """No text raises, and a suggestion can be typed as it stands."""
    suggested = suggest_date(typed)

    if suggested:
        meant = suggested.split("'")[1]
        assert meant == str(parse_date(meant))
