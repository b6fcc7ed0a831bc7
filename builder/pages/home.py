"""The home page: the timeline, race after race.

Takes a timeline and its wording; gives the page with its chapters. Law: what belongs to a race
stands after its bridge and before the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from builder.models.content import Race, Site
from builder.pages.contents import Chapter, Home, ShownFact, Year
from builder.pages.embedding import offer_timeline
from builder.pages.page import Page, Plan
from builder.pages.reference_views import Archive
from builder.pages.shores import ferry
from builder.reading.choices import find_choices
from builder.reading.timeline import Timeline
from builder.text.dates import PartialDate
from builder.views.addresses import NOWHERE, Addresses
from builder.views.drawings import draw_span, scale_of
from builder.views.views import Notebook, ShownEvent, ShownRace
from builder.views.wording import Wording

AXIS_STEP = 250
"""Thousand votes between two labels of the strip of leads."""


def plan_home(
    timeline: Timeline, wording: Wording, site: Site, addresses: Addresses = NOWHERE
) -> Plan:
    """Return the page that holds the whole timeline."""
    return Plan("index.html", partial(_make_home, timeline, wording, site, addresses))


def _make_home(timeline: Timeline, wording: Wording, site: Site, addresses: Addresses) -> Page:
    notebook = Notebook(timeline, wording)
    opening = notebook.text(site)
    width = scale_of_leads(timeline)
    races = tuple(show_race(notebook, race, width) for race in timeline.races)
    chapters = tuple(show_chapters(notebook, races))
    embed, choices = offer_timeline(timeline, addresses), find_choices(timeline)
    home = Home(opening, races, _axis(wording, width), chapters, choices, embed)
    title = f"{site.name}: {site.kicker}"
    return Page("index.html", "home.html", title, site.description, home, notebook.notes)


def scale_of_leads(timeline: Timeline) -> int:
    """Return the width, in thousand votes, of drawings in which the lead of each race fits."""
    return scale_of([timeline.figure[race.lead].value for race in timeline.races if race.lead])


def show_race(notebook: Notebook, race: Race, width: int) -> ShownRace:
    """Return *race* ready to be shown, its lead drawn in a picture *width* wide."""
    if race.lead is None:
        return notebook.race(race, None)
    lead = notebook.timeline.figure[race.lead]
    span = draw_span(lead.value, width, is_open=lead.qualifier == "more-than")
    return notebook.race(race, span)


def _axis(wording: Wording, width: int) -> tuple[tuple[str, str], ...]:
    return tuple(
        (wording.number(mark * 1000), f"{100 * mark / width:.2f}")
        for mark in range(0, width + 1, AXIS_STEP)
    )


def show_chapters(notebook: Notebook, races: tuple[ShownRace, ...]) -> Iterator[Chapter]:
    """Yield the chapters of the timeline: each race with all that comes before the next."""
    starts = [race.race.date.first for race in races]
    archive = Archive(notebook.timeline, notebook.wording)
    for number, race in enumerate((None, *races)):
        begin = starts[number - 1] if number else None
        end = starts[number] if number < len(starts) else None
        timeline = notebook.timeline
        events = [event for event in timeline.events if _is_between(event.date, begin, end)]
        facts = [f for f in timeline.reference_events if _is_between(f.date, begin, end)]
        if race or events:
            shown = list(ferry(notebook.event(event) for event in events))
            years = tuple(_years(shown, [archive.fact(fact) for fact in facts]))
            yield Chapter(race, _sounding(notebook.wording, races, number), years)


def _is_between(when: PartialDate, begin: date | None, end: date | None) -> bool:
    return (begin is None or when.first >= begin) and (end is None or when.first < end)


def _years(events: list[ShownEvent], facts: list[ShownFact]) -> Iterator[Year]:
    of_event = [shown.event.date.first.year for shown in events]
    of_fact = [fact.event.date.first.year for fact in facts]
    for year in sorted({*of_event, *of_fact}):
        yield Year(
            str(year),
            tuple(event for event, found in zip(events, of_event, strict=True) if found == year),
            tuple(fact for fact, found in zip(facts, of_fact, strict=True) if found == year),
        )


def _sounding(wording: Wording, races: tuple[ShownRace, ...], number: int) -> str:
    """Return how long it is to the next race, or '' if there is none."""
    if not 0 < number < len(races):
        return ""
    return wording.distance(races[number - 1].race.date, races[number].race.date)
