"""The slides have no more of a date than is known."""

from typing import Any

import pytest

from builder.data.evidence import tell_events
from builder.data.fields import date_record
from builder.data.slides import make_slides
from builder.text.dates import parse_date
from tests.examples import WORDING
from tests.published import read_json, sample_document, sample_files, sample_publisher


def slide_of(edtf: str) -> dict[str, Any]:
    """The slide of an event with a date."""
    whole = sample_document()
    dated = whole.events[0].model_copy(update={"date": date_record(parse_date(edtf), WORDING)})
    publisher = sample_publisher()
    told = tell_events(publisher, (dated,))
    files = {"data/timelinejs.json": make_slides(publisher, whole, told)}
    slide: dict[str, Any] = read_json(files, "timelinejs.json")["events"][0]
    return slide


@pytest.mark.parametrize(
    ("edtf", "start", "end", "shown"),
    [
        ("1986", {"year": 1986}, None, "1986"),
        ("1986-05", {"year": 1986, "month": 5}, None, "May 1986"),
        ("1986-05-07~", {"year": 1986, "month": 5, "day": 7}, None, "about 7 May 1986"),
        ("198X", {"year": 1980}, {"year": 1989}, "the 1980s"),
        ("1986/1991", {"year": 1986}, {"year": 1991}, "1986–1991"),
        ("[1986..1991]", {"year": 1986}, {"year": 1991}, "between 1986 and 1991"),
    ],
)
def test_dates(edtf: str, start: dict[str, int], end: dict[str, int] | None, shown: str):
    """A year has no month; what is shown is our wording."""
    slide = slide_of(edtf)

    assert (start, end) == (slide["start_date"], slide.get("end_date"))
    assert shown == slide["display_date"]


def test_the_site_speaks_first():
    """The headline and the opening are the title."""
    title = read_json(sample_files(), "timelinejs.json")["title"]

    assert "A lead of 1,204 votes" == title["text"]["headline"]
    assert "Mara Venn becomes mayor" in title["text"]["text"]


def test_a_title_leads_to_its_page_where_there_is_an_address():
    """Without an address it is a title."""
    with_link, without = (
        read_json(sample_files(base), "timelinejs.json")["events"][2]["text"]["headline"]
        for base in ("https://votes.example/town/", "/")
    )

    assert "Reeve concedes" == without
    assert '<a href="https://votes.example/town/events/reeve-concedes.html">Reeve concedes</a>' == (
        with_link
    )
