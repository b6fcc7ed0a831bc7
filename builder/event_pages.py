"""A page for each event, with its neighbours in time and within its race."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from builder.cards import card_path
from builder.contents import EventPage, Neighbours
from builder.model import Event
from builder.page import Page
from builder.timeline import Timeline
from builder.views import Notebook, ShownEvent, event_path
from builder.wording import Wording


def plan_events(timeline: Timeline, wording: Wording) -> Iterator[Page]:
    """Yield the page of every event, in order of time."""
    for event in timeline.events:
        notebook = Notebook(timeline, wording, event_path(event.id))
        shown = notebook.event(event)
        same_race = tuple(other for other in timeline.events if other.race == event.race)
        content = EventPage(
            shown,
            _neighbours(timeline, wording, timeline.events, event),
            _neighbours(timeline, wording, same_race, event) if event.race else Neighbours(),
        )
        summary, card = summarize(shown), card_path("event", event.id)
        notes = notebook.notes
        yield Page(shown.path, "event.html", event.title, summary, content, notes, card=card)


def _neighbours(
    timeline: Timeline, wording: Wording, events: tuple[Event, ...], event: Event
) -> Neighbours:
    position = events.index(event)
    before, after = (
        Notebook(timeline, wording).event(events[at]) if 0 <= at < len(events) else None
        for at in (position - 1, position + 1)
    )
    return Neighbours(before, after)


def summarize(shown: ShownEvent) -> str:
    """Return the beginning of an event's text, without markers, for a description."""
    text = " ".join(Markup(piece.html + piece.last_word).striptags() for piece in shown.text)
    words = " ".join(text.split()).replace(" .", ".").replace(" ,", ",")
    return words if len(words) <= 200 else words[:199].rsplit(" ", 1)[0] + " …"
