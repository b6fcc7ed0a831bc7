"""An article is cited as exactly as its record knows it."""

from builder.citing.bibliography import Entry, article_entries, article_entry
from builder.models.records import Source
from builder.views.addresses import Addresses
from tests.examples import WORDING, sample_timeline

TIMELINE = sample_timeline()
GAZETTE, RETOLD = TIMELINE.sources
NOWHERE = Addresses()


def entry_with(certainty: str) -> Entry:
    """The entry of the gazette if its address were known like that."""
    address = GAZETTE.address.model_copy(update={"certainty": certainty})
    source: Source = GAZETTE.model_copy(update={"address": address})
    return article_entry(source, WORDING, NOWHERE)


def test_a_well_known_article_is_an_article_of_a_newspaper():
    """With title, newspaper, day and address; the note says where the title was read."""
    assert Entry(
        key="alder-gazette-1991-05-13",
        kind="article",
        title="Port Alder turns to Venn",
        container="The Alder Gazette",
        issued=GAZETTE.published.date,
        url="https://gazette.example/1991/port-alder-mayor",
        language="en",
        note="Title printed over the article.",
    ) == article_entry(GAZETTE, WORDING, NOWHERE)


def test_an_address_that_was_not_seen_is_a_remark():
    """A copy and an inference are said to be that, and are not the article's address."""
    address = "https://gazette.example/1991/port-alder-mayor"
    for certainty, said in (("mirror", "Read in a copy"), ("inferred", "never seen")):
        entry = entry_with(certainty)
        assert "" == entry.url
        assert said in entry.note
        assert address in entry.note


def test_what_is_not_known_is_left_out():
    """No newspaper, no address; a cataloguer's brackets say that the name is ours."""
    entry = article_entry(RETOLD, WORDING, NOWHERE)

    assert ("document", "[Retold report]") == (entry.kind, entry.title)
    assert ("", "") == (entry.container, entry.url)
    untitled = GAZETTE.model_copy(update={"title": None, "title_basis": None})
    assert "" == article_entry(untitled, WORDING, NOWHERE).title


def test_the_note_says_that_a_date_is_inferred_and_a_text_translated():
    """So that nobody quotes a translation as somebody's words."""
    note = article_entry(RETOLD, WORDING, NOWHERE).note

    assert "Date inferred (about 14 May 1991): what it says of the count." in note
    assert "Has been translated (English → French → English, as we infer)" in note


def test_the_record_is_named_where_the_site_has_an_address():
    """A relative address means nothing in somebody's library."""
    known = Addresses("https://example.org/")

    entries = article_entries(TIMELINE, WORDING, known)

    assert [GAZETTE.id, RETOLD.id] == [entry.key for entry in entries]
    assert all(f"https://example.org/sources/{e.key}.html" in e.note for e in entries)
