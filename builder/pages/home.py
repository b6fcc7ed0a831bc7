"""The home page: the timeline, race after race.

Takes a timeline and its wording; gives the page with its chapters. Law: what belongs to a race
stands after its bridge and before the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from builder.models.content import Race, Site
from builder.pages.contents import Chapter, Home, Lead, Opening, ShownFact, Year
from builder.pages.embedding import offer_timeline
from builder.pages.page import Page, Plan
from builder.pages.reference_views import Archive
from builder.pages.shores import ferry
from builder.reading.chapters import Stretch, by_race
from builder.reading.choices import find_choices
from builder.reading.timeline import Timeline
from builder.views.addresses import NOWHERE, Addresses
from builder.views.drawings import draw_span, scale_of
from builder.views.places import HOME, race_place
from builder.views.views import Notebook, ShownEvent, ShownRace
from builder.views.wording import Wording

AXIS_STEP = 250
"""Thousand votes between two labels of the strip of leads."""


def plan_home(
    timeline: Timeline, wording: Wording, site: Site, addresses: Addresses = NOWHERE
) -> Plan:
    """Return the page that holds the whole timeline."""
    return Plan(HOME, partial(_make_home, timeline, wording, site, addresses))


def _make_home(timeline: Timeline, wording: Wording, site: Site, addresses: Addresses) -> Page:
    notebook = Notebook(timeline, wording)
    opening = show_opening(notebook, site, timeline.races)
    races = tuple(lead.shown for lead in opening.leads)
    chapters = tuple(show_chapters(notebook, races))
    embed, choices = offer_timeline(timeline, addresses), find_choices(timeline)
    home = Home(opening, chapters, choices, embed)
    return home_page("home.html", site, home, notebook)


def home_page(template: str, site: Site, content: object, notebook: Notebook) -> Page:
    """Return the home page, whatever it shows under its opening."""
    title = f"{site.name}: {site.kicker}"
    return Page(HOME, template, title, site.description, content, notebook.notes)


def show_opening(notebook: Notebook, site: Site, races: Iterable[Race]) -> Opening:
    """Return with what the home page opens: its text, and the leads of *races*."""
    timeline, wording = notebook.timeline, notebook.wording
    text, width = notebook.text(site), scale_of_leads(timeline)
    shown = (show_race(notebook, race, width) for race in races)
    leads = tuple(Lead(race, race_place(timeline, race.race.id)) for race in shown)
    return Opening(text, leads, _make_axis(wording, width))


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


def _make_axis(wording: Wording, width: int) -> tuple[tuple[str, str], ...]:
    """Return the labels of the strip of leads, and their position in percent of its width."""
    return tuple(
        (wording.number(mark * 1000), f"{100 * mark / width:.2f}")
        for mark in range(0, width + 1, AXIS_STEP)
    )


def show_chapters(notebook: Notebook, races: tuple[ShownRace, ...]) -> Iterator[Chapter]:
    """Yield the chapters of the timeline: each race with all that comes before the next."""
    shown = {race.race.id: race for race in races}
    for stretch in by_race(notebook.timeline):
        yield show_stretch(notebook, stretch, shown[stretch.race.id] if stretch.race else None)


def show_stretch(
    notebook: Notebook, stretch: Stretch, bridge: ShownRace | None, heading: str = ""
) -> Chapter:
    """Return a stretch of the timeline as it is shown, under a *bridge* or a *heading*."""
    archive = Archive(notebook.timeline, notebook.wording)
    events = list(ferry(notebook.event(event) for event in stretch.events))
    years = _years(events, [archive.fact(fact) for fact in stretch.facts])
    heading = heading or notebook.wording.say("chapter.first")
    return Chapter(bridge, heading, _sounding(notebook, bridge), tuple(years))


def _years(events: list[ShownEvent], facts: list[ShownFact]) -> Iterator[Year]:
    of_event = [shown.event.date.first.year for shown in events]
    of_fact = [fact.event.date.first.year for fact in facts]
    for year in sorted({*of_event, *of_fact}):
        yield Year(
            str(year),
            tuple(event for event, found in zip(events, of_event, strict=True) if found == year),
            tuple(fact for fact, found in zip(facts, of_fact, strict=True) if found == year),
        )


def _sounding(notebook: Notebook, bridge: ShownRace | None) -> str:
    """Return how long it is from a race to the next, or '' if there is none."""
    races = notebook.timeline.races
    after = races.index(bridge.race) + 1 if bridge else len(races)
    if bridge is None or after == len(races):
        return ""
    return notebook.wording.distance(bridge.race.date, races[after].date)
