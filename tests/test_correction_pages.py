"""Corrections have a page and a feed, also when there are none."""

from dataclasses import replace

import feedparser

from builder.pages.corrections import (
    CorrectionsPage,
    ShownCorrection,
    plan_corrections,
    show_corrections,
    write_feed,
)
from builder.views.addresses import Addresses
from tests.corrected import corrected_timeline, make_correction
from tests.examples import WORDING, sample_timeline

CORRECTED = corrected_timeline()
KNOWN = Addresses("https://example.org/votes/")


def test_the_latest_correction_stands_first():
    """With its day, the name of what was corrected, and where it is."""
    (plan,) = plan_corrections(CORRECTED, WORDING)

    content = plan.make().content

    assert isinstance(content, CorrectionsPage)
    assert [
        ("night", "1 July 1991", "Reeve concedes", "events/reeve-concedes.html"),
        ("lead-of-venn", "2 June 1991", "Lead in votes: 1,204 votes, Mara Venn",
         "cite/lead-venn.html"),
    ] == [(s.correction.id, s.when.text, s.name, s.path) for s in content.corrections]  # fmt: skip


def shown(**about: str) -> ShownCorrection:
    """A correction of something else, as it is shown."""
    correction = make_correction(figure="", **about)
    (only,) = show_corrections(replace(CORRECTED, corrections=(correction,)), WORDING)
    return only


def test_each_kind_of_thing_has_a_name_and_a_page():
    """A removed event is called by its id, and its page says why it is gone."""
    venn, race = shown(person="mara-venn"), shown(race='"1991"')
    gone = shown(event="fog-comes-in")

    assert ("Mara Venn", "people/mara-venn.html") == (venn.name, venn.path)
    assert ("The vote of 12 May 1991", "races/1991.html") == (race.name, race.path)
    assert "Alder Gazette" == shown(source="alder-gazette-1991-05-13").name
    assert ("fog-comes-in", "events/fog-comes-in.html") == (gone.name, gone.path)


def test_a_feed_reader_reads_the_corrections():
    """Each with an id of its own, its day, its address, and old, new and why."""
    feed = feedparser.parse(write_feed(CORRECTED, WORDING, KNOWN))

    assert not feed.bozo, feed.get("bozo_exception")
    assert "atom10" == feed.version
    assert "1991-07-01T00:00:00Z" == feed.feed.updated
    latest, first = feed.entries
    assert "https://example.org/votes/corrections.html#correction-lead-of-venn" == first.link
    for words in ("It said: 1,240 votes", "It says: 1,204 votes", "Two digits had changed"):
        assert words in first.content[0].value
    assert 3 == len({feed.feed.id, latest.id, first.id})


def test_ids_stay_the_same_wherever_the_site_lies():
    """A reader who subscribed sees no correction twice after a move."""
    feeds = [feedparser.parse(write_feed(CORRECTED, WORDING, a)) for a in (KNOWN, Addresses())]

    assert [entry.id for entry in feeds[0].entries] == [entry.id for entry in feeds[1].entries]
    assert all(entry.id.startswith("urn:uuid:") for entry in feeds[0].entries)


def test_without_a_correction_there_is_a_page_and_a_feed():
    """Both say that none was made; the feed is dated by the content."""
    sample = sample_timeline()

    (plan,) = plan_corrections(sample, WORDING)
    feed = feedparser.parse(write_feed(sample, WORDING, KNOWN))

    assert CorrectionsPage(()) == plan.make().content
    assert ([], False) == (feed.entries, bool(feed.bozo))
    assert feed.feed.updated.endswith("T00:00:00Z")
