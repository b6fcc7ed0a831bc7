"""Names, dates and numbers of the published data."""

from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from builder.data.fields import (
    amount,
    amount_record,
    citation_id,
    claim_id,
    date_record,
    item_key,
    slug,
    to_plain,
)
from builder.text.dates import parse_date
from builder.text.markup import to_html
from tests.examples import WORDING, sample_timeline


def test_an_event_goes_by_its_bare_id():
    """Claims are numbered by sentence, citations go by their name."""
    event = sample_timeline().events[1]

    assert "the-town-votes#2" == claim_id(event, 2)
    assert "the-town-votes/a2-2" == citation_id(event, "a2-2")


def test_what_is_no_event_says_what_it_is():
    """A race and an event may have the same id; their claims do not."""
    timeline = sample_timeline()
    keys = [item_key(item) for item in timeline.cited]

    assert "race:1991" in keys
    assert "person:mara-venn" in keys
    assert "site:site" in keys
    assert len(keys) == len(set(keys))


def test_a_year_stays_a_year():
    """Its first and last day stand beside it, and the text has no day."""
    record = date_record(parse_date("2019"), WORDING)

    assert ("2019", "2019-01-01", "2019-12-31", "year", "2019") == (
        record.edtf,
        record.earliest.isoformat(),
        record.latest.isoformat(),
        record.precision,
        record.text,
    )


def test_doubt_about_either_end_is_said():
    """A span that ends approximately is approximate."""
    record = date_record(parse_date("1994/2019~"), WORDING)

    assert ("lasting", True, False) == (record.extent, record.approximate, record.uncertain)


def test_a_whole_number_is_written_whole():
    """13,000 is not 13000.0, and every printed digit that counts is kept."""
    assert "13000" == str(amount(Decimal("13000")))
    assert "50.92" == str(amount(Decimal("50.92")))


def test_a_missing_number_says_why():
    """Unknown is not zero."""
    assert (None, "unknown") == (amount_record("unknown").value, amount_record("unknown").absence)
    assert (0, None) == (amount_record(Decimal(0)).value, amount_record(Decimal(0)).absence)


def test_markdown_leaves_no_marks():
    """Text is text."""
    assert "It was “so” & so." == to_plain("It was “*so*” & **so**.")


LETTERS = st.sampled_from("aZİıé7 .,;:!?%'\"()“”’–—…-/*_`[]<>&#|\\~=+\n")


@given(st.text(LETTERS, min_size=1, max_size=12).map(str.strip))
@example("Venn, 44, leads – “by 1,204 votes” (52.4%).")
@example("1. A list")
@example("a" * 1000 + "*")
@example("Two  spaces")
def test_plain_text_is_what_a_reader_of_markdown_sees(markdown: str):
    """Whether or not a sign in it could be a mark."""
    assert to_html(markdown).striptags() == to_plain(markdown)


def test_a_slug_has_plain_letters():
    """Accents fall, the four Turkish letters i are one."""
    assert "isli-istanbul-1991" == slug("Işlı İstanbul, 1991!")
