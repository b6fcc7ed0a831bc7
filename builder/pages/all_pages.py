"""Timeline -> pages: everything that the site consists of, planned.

Takes a checked timeline and its wording; gives every page with its path, its template and what
it shows. Law: in these modules things are grouped, sorted and linked; templates only print.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from builder.pages.chapters import plan_chapters
from builder.pages.cite import plan_cite
from builder.pages.contents import ProsePage
from builder.pages.corrections import plan_corrections
from builder.pages.embeds import plan_embeds
from builder.pages.events import plan_events
from builder.pages.figures import plan_figures
from builder.pages.home import plan_home
from builder.pages.licence import plan_licence
from builder.pages.listings import plan_listings
from builder.pages.moved import plan_moved
from builder.pages.page import Page, Plan, find_href
from builder.pages.people import plan_people
from builder.pages.races import plan_races
from builder.pages.reference import plan_known, plan_reference
from builder.pages.sources import plan_sources
from builder.reading.timeline import Prose, Timeline
from builder.scale import is_large
from builder.text.markup import to_html
from builder.views.addresses import NOWHERE, Addresses
from builder.views.wording import Wording

__all__ = ["Page", "Plan", "find_href", "plan_pages"]


def plan_pages(timeline: Timeline, wording: Wording, addresses: Addresses = NOWHERE) -> list[Plan]:
    """Return every page of the site, the home page first."""
    return list(_pages(timeline, wording, addresses))


def _pages(timeline: Timeline, wording: Wording, addresses: Addresses) -> Iterator[Plan]:
    assert timeline.site is not None, "checked: there is a content/site.yaml"
    if is_large(timeline.events):
        yield from plan_chapters(timeline, wording, timeline.site, addresses)
    else:
        yield plan_home(timeline, wording, timeline.site, addresses)
    yield from plan_events(timeline, wording, addresses)
    yield from plan_races(timeline, wording, addresses)
    yield from plan_figures(timeline, wording)
    yield from plan_reference(timeline, wording)
    yield from plan_known(timeline, wording)
    yield from plan_listings(timeline, wording)
    yield from plan_sources(timeline, wording)
    yield from plan_people(timeline, wording)
    yield from plan_cite(timeline, wording, addresses)
    yield from plan_corrections(timeline, wording)
    yield from plan_embeds(timeline, wording, addresses)
    yield plan_licence(timeline, wording, addresses)
    yield from plan_moved(timeline, wording, addresses)
    for prose in timeline.prose:
        yield Plan(f"{prose.id}.html", partial(_make_prose, prose))
    yield Plan("404.html", partial(_make_missing, wording))


def _make_missing(wording: Wording) -> Page:
    title = wording.say("missing.title")
    return Page("404.html", "404.html", title, title, None, is_anywhere=True)


def _make_prose(prose: Prose) -> Page:
    body = ProsePage(to_html(prose.body))
    return Page(f"{prose.id}.html", "prose.html", prose.title, prose.title, body)
