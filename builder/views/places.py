"""Where something stands among many: on the one page that holds all, or on one of several.

Takes a timeline and what is looked for; gives a path with its anchor. Law: what links to the
timeline or to the list of figures asks here, so that no link depends on the size of the archive.
"""

from __future__ import annotations

from functools import lru_cache

from builder.models.content import Event
from builder.reading.chapters import Stretch, cut_timeline
from builder.reading.figure_lists import FigureList, cut_figures
from builder.reading.timeline import Timeline
from builder.scale import is_large

HOME, FIGURES = "index.html", "figures.html"


def chapter_path(stretch: Stretch) -> str:
    """Return the page of a chapter of a large archive."""
    return f"chapters/{stretch.id}.html"


def figure_list_path(listed: FigureList) -> str:
    """Return the page of a list of figures in a large archive."""
    return f"figures/{listed.id}.html"


def event_place(timeline: Timeline, event: Event) -> str:
    """Return where an event stands on the timeline."""
    page = _pages_of_events(timeline)[event.id] if is_large(timeline.events) else HOME
    return f"{page}#event-{event.id}"


def race_place(timeline: Timeline, race_id: str) -> str:
    """Return where the bridge of a race stands on the timeline."""
    page = _pages_of_races(timeline)[race_id] if is_large(timeline.events) else HOME
    return f"{page}#race-{race_id}"


def figure_place(timeline: Timeline, figure_id: str) -> str:
    """Return where the record of a figure stands."""
    page = _pages_of_figures(timeline)[figure_id] if is_large(timeline.events) else FIGURES
    return f"{page}#figure-{figure_id}"


@lru_cache(maxsize=2)
def _pages_of_events(timeline: Timeline) -> dict[str, str]:
    stretches = cut_timeline(timeline)
    return {event.id: chapter_path(part) for part in stretches for event in part.events}


@lru_cache(maxsize=2)
def _pages_of_races(timeline: Timeline) -> dict[str, str]:
    beginnings = (part for part in cut_timeline(timeline) if part.is_beginning)
    return {part.race.id: chapter_path(part) for part in beginnings if part.race}


@lru_cache(maxsize=2)
def _pages_of_figures(timeline: Timeline) -> dict[str, str]:
    lists = cut_figures(timeline)
    return {figure.id: figure_list_path(part) for part in lists for figure in part.figures}
