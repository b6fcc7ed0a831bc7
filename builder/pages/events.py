"""A page for each event, with its neighbours in time and within its race."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from builder.citing.entries import Citer, citable_event
from builder.citing.provenance import find_provenance
from builder.models.content import Event
from builder.pages.contents import EventPage, Neighbours
from builder.pages.embedding import offer_event
from builder.pages.page import Page, Plan
from builder.pictures.cards import event_card
from builder.reading.timeline import Timeline
from builder.views.addresses import NOWHERE, Addresses
from builder.views.paths import event_path
from builder.views.places import event_place
from builder.views.views import Notebook, ShownEvent, list_event
from builder.views.wording import Wording

Pair = tuple[Event | None, Event | None]
"""The events before and after one."""


def plan_events(
    timeline: Timeline, wording: Wording, addresses: Addresses = NOWHERE
) -> Iterator[Plan]:
    """Yield the page of every event, in order of time."""
    in_time = _neighbours(timeline.events)
    in_race: dict[str, Pair] = {}
    for race in timeline.races:
        in_race |= _neighbours(timeline.related.events_of_race.get(race.id, ()))
    citer = Citer(wording, addresses)
    for event in timeline.events:
        beside = in_time[event.id], in_race.get(event.id, (None, None))
        shows = event, *(other for pair in beside for other in pair if other)
        make = partial(_make_event, timeline, citer, event, beside)
        yield Plan(event_path(event.id), make, shows)


def _neighbours(events: tuple[Event, ...]) -> dict[str, Pair]:
    """Return for each of *events* the one before and the one after."""
    ends: tuple[None] = (None,)
    around = zip(events, ends + events, events[1:] + ends, strict=False)
    return {event.id: (before, after) for event, before, after in around}


def _make_event(timeline: Timeline, citer: Citer, event: Event, beside: tuple[Pair, Pair]) -> Page:
    wording, addresses = citer.wording, citer.addresses
    notebook = Notebook(timeline, wording, event_path(event.id))
    shown = notebook.event(event)
    in_time, in_race = (_show_neighbours(timeline, wording, pair) for pair in beside)
    content = EventPage(
        shown,
        event_place(timeline, event),
        in_time,
        in_race,
        citer.cite(citable_event(timeline, wording, event)),
        find_provenance(timeline, wording, addresses, event),
        offer_event(timeline, addresses, event),
    )
    summary, card = summarize(shown), event_card(timeline, event)
    return Page(shown.path, "event.html", event.title, summary, content, notebook.notes, card=card)


def _show_neighbours(timeline: Timeline, wording: Wording, pair: Pair) -> Neighbours:
    before, after = (list_event(timeline, wording, event) if event else None for event in pair)
    return Neighbours(before, after)


def summarize(shown: ShownEvent) -> str:
    """Return the beginning of an event's text, without markers, for a description."""
    html = " ".join("".join((piece.html, piece.last_word)) for piece in shown.text)
    words = Markup(html).striptags().replace(" .", ".").replace(" ,", ",")
    return words if len(words) <= 200 else words[:199].rsplit(" ", 1)[0] + " …"
