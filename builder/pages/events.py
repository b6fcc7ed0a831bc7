"""A page for each event, with its neighbours in time and within its race."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from builder.citing.entries import citable_event, cite
from builder.citing.provenance import find_provenance
from builder.models.content import Event
from builder.pages.contents import EventPage, Neighbours
from builder.pages.embedding import offer_event
from builder.pages.page import Page, Plan
from builder.pictures.cards import event_card
from builder.reading.timeline import Timeline
from builder.views.addresses import NOWHERE, Addresses
from builder.views.views import Notebook, ShownEvent, event_path
from builder.views.wording import Wording


def plan_events(
    timeline: Timeline, wording: Wording, addresses: Addresses = NOWHERE
) -> Iterator[Plan]:
    """Yield the page of every event, in order of time."""
    for event in timeline.events:
        yield Plan(event_path(event.id), partial(_make_event, timeline, wording, addresses, event))


def _make_event(timeline: Timeline, wording: Wording, addresses: Addresses, event: Event) -> Page:
    notebook = Notebook(timeline, wording, event_path(event.id))
    shown = notebook.event(event)
    same_race = tuple(other for other in timeline.events if other.race == event.race)
    content = EventPage(
        shown,
        _neighbours(timeline, wording, timeline.events, event),
        _neighbours(timeline, wording, same_race, event) if event.race else Neighbours(),
        cite(wording, addresses, citable_event(timeline, wording, event)),
        find_provenance(timeline, wording, addresses, event),
        offer_event(timeline, addresses, event),
    )
    summary, card = summarize(shown), event_card(timeline, event)
    return Page(shown.path, "event.html", event.title, summary, content, notebook.notes, card=card)


def _neighbours(
    timeline: Timeline, wording: Wording, events: tuple[Event, ...], event: Event
) -> Neighbours:
    position = next(at for at, other in enumerate(events) if other is event)
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
