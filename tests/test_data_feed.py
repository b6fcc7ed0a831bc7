"""The feed of the events is Atom as feed readers want it."""

import feedparser

from builder.text.dates import parse_date
from tests.published import published, sample_files

FEED = "data/events.atom"


def test_a_feed_reader_finds_nothing_wrong():
    """Every event is an entry, the latest first, and each has what RFC 4287 demands."""
    for name in ("sample", "real"):
        timeline, _, files = published(name)
        feed = feedparser.parse(files[FEED])

        assert not feed.bozo
        assert "atom10" == feed.version
        assert [event.title for event in reversed(timeline.events)] == [
            entry.title.partition(": ")[2] for entry in feed.entries
        ]
        assert all(entry.id and entry.updated and entry.link for entry in feed.entries)
        assert len(feed.entries) == len({entry.id for entry in feed.entries})


def test_ids_stay_where_the_site_moves():
    """A feed at another address is the same feed, with the same entries."""
    here, there = (
        feedparser.parse(sample_files(base)[FEED])
        for base in ("https://votes.example/town/", "https://elsewhere.example/")
    )

    assert here.feed.id == there.feed.id
    assert [entry.id for entry in here.entries] == [entry.id for entry in there.entries]
    assert here.entries[0].link != there.entries[0].link


def test_an_entry_is_as_new_as_its_newest_article():
    """Not as the clock, and not as the event, which is older than its articles."""
    entries = feedparser.parse(sample_files()[FEED]).entries
    concession = next(entry for entry in entries if entry.title.endswith("Reeve concedes"))

    assert f"{parse_date('1991-05-13').first}T00:00:00Z" == concession.updated
    assert {"concession"} == {tag.term for tag in concession.tags}


def test_an_entry_is_escaped_once():
    """A reader sees paragraphs and links, not their code."""
    content = feedparser.parse(sample_files()[FEED]).entries[0].content[0]

    assert "text/html" == content.type
    assert content.value.startswith("<p>Thousands are said")
    assert "&lt;" not in content.value
