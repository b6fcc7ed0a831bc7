"""Each event has a page, with the events before and after it."""

from dataclasses import replace

from builder.models.content import Event
from builder.pages.contents import EventPage, Neighbours
from builder.pages.events import plan_events, summarize
from builder.views.views import Notebook
from tests.examples import WORDING, event_text, made, make, sample_timeline

TIMELINE = sample_timeline().without_drafts()
PAGES = {page.path: page for page in made(plan_events(TIMELINE, WORDING))}


def content_of(name: str) -> EventPage:
    """What the page of an event shows."""
    content = PAGES[f"events/{name}.html"].content
    assert isinstance(content, EventPage)
    return content


def ids(neighbours: Neighbours) -> tuple[str | None, str | None]:
    """Which events are before and after."""
    before, after = neighbours.before, neighbours.after
    return before.event.id if before else None, after.event.id if after else None


def test_every_event_has_its_page():
    """In order of time, each with its title and its own notes."""
    assert [f"events/{event.id}.html" for event in TIMELINE.events] == list(PAGES)
    page = PAGES["events/reeve-concedes.html"]
    assert "Reeve concedes" == page.title
    assert [1] == [note.number for note in page.notes]


def test_a_page_leads_to_its_neighbours_in_time():
    """The first has none before it, the last none after it."""
    assert (None, "the-town-votes") == ids(content_of("venn-enters-the-council").in_time)
    assert ("reeve-concedes", "lamps-on-the-sea-wall") == ids(content_of("venn-speaks").in_time)
    assert ("venn-speaks", None) == ids(content_of("lamps-on-the-sea-wall").in_time)


def test_a_page_leads_to_its_neighbours_in_the_race():
    """An event without a race has none there."""
    assert (None, "reeve-concedes") == ids(content_of("the-town-votes").in_race)
    assert (None, None) == ids(content_of("venn-enters-the-council").in_race)


def test_the_only_event_has_no_neighbours():
    """A timeline may begin with one."""
    alone = replace(TIMELINE, events=TIMELINE.events[:1])

    (page,) = made(plan_events(alone, WORDING))

    assert isinstance(page.content, EventPage)
    assert (None, None) == ids(page.content.in_time)


def test_the_neighbours_bring_no_notes():
    """Notes of a page are those of its own event."""
    for event in TIMELINE.events:
        cited = {(c.source, c.passage) for c in event.citations}
        notes = PAGES[f"events/{event.id}.html"].notes
        assert {(note.source.id, note.passage.number) for note in notes} <= cited


def test_a_description_is_the_text_without_markers_and_markup():
    """What a search engine shows is what the event says."""
    event = make(Event, event_text(body='"Lamps *are* lit.[@a1] They “shine”, all.[@a1]"'))

    summary = summarize(Notebook(TIMELINE, WORDING).event(event))

    assert "Lamps are lit. They “shine”, all." == summary


def test_a_long_description_ends_at_a_word():
    """At most 200 characters are shown."""
    event = make(Event, event_text(body="lamps " * 60 + "are lit.[@a1]"))

    summary = summarize(Notebook(TIMELINE, WORDING).event(event))

    assert len(summary) <= 200
    assert summary.endswith("lamps …")
