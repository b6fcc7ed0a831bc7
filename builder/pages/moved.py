"""Pages at addresses that were published once: where an event moved to, or why it is gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from builder.models.content import Event, Retired
from builder.pages.page import Page, Plan
from builder.reading.timeline import Timeline
from builder.views.addresses import Addresses
from builder.views.paths import event_path
from builder.views.wording import Wording


@dataclass(frozen=True)
class MovedPage:
    """Where an event is now."""

    event: Event
    path: str
    canonical: str
    """Its full address, or '' if only a path is known."""


@dataclass(frozen=True)
class RemovedPage:
    """Why an event is gone."""

    retired: Retired


def find_redirects(timeline: Timeline) -> tuple[tuple[str, str], ...]:
    """Return each former path of an event with its present one, for hosts that redirect."""
    return tuple(
        (event_path(alias), event_path(event.id))
        for event in timeline.events
        for alias in event.aliases
    )


def find_removed(timeline: Timeline) -> tuple[str, ...]:
    """Return the paths of events that are gone, for hosts that answer with 410 Gone."""
    return tuple(event_path(item.id) for item in timeline.retired)


def plan_moved(timeline: Timeline, wording: Wording, addresses: Addresses) -> Iterator[Plan]:
    """Yield a page for each former id of an event, and for each event that is gone."""
    for event in timeline.events:
        for path in map(event_path, event.aliases):
            yield Plan(path, partial(_make_moved, wording, addresses, event, path))
    for retired in timeline.retired:
        yield Plan(event_path(retired.id), partial(_make_removed, wording, retired))


def _make_moved(wording: Wording, addresses: Addresses, event: Event, path: str) -> Page:
    here = event_path(event.id)
    title = wording.say("moved.title", title=event.title)
    content = MovedPage(event, here, addresses.of(here))
    return Page(path, "moved.html", title, event.title, content)


def _make_removed(wording: Wording, retired: Retired) -> Page:
    title, path = wording.say("removed.title"), event_path(retired.id)
    return Page(path, "removed.html", title, retired.reason, RemovedPage(retired))
