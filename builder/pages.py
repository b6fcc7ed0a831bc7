"""Timeline -> pages: everything that the site consists of, planned.

Takes a checked timeline and its wording; gives every page with its path, its template and what
it shows. Law: in these modules things are grouped, sorted and linked; templates only print.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.contents import ProsePage
from builder.event_pages import plan_events
from builder.figure_pages import plan_figures
from builder.home_page import plan_home
from builder.listing_pages import plan_listings
from builder.markup import to_html
from builder.page import Page, find_href
from builder.people_pages import plan_people
from builder.race_pages import plan_races
from builder.reference_pages import plan_known, plan_reference
from builder.source_pages import plan_sources
from builder.timeline import Prose, Timeline
from builder.wording import Wording

__all__ = ["Page", "find_href", "plan_pages"]


def plan_pages(timeline: Timeline, wording: Wording) -> list[Page]:
    """Return every page of the site, the home page first."""
    return list(_pages(timeline, wording))


def _pages(timeline: Timeline, wording: Wording) -> Iterator[Page]:
    assert timeline.site is not None, "checked: there is a content/site.yaml"
    yield plan_home(timeline, wording, timeline.site)
    yield from plan_events(timeline, wording)
    yield from plan_races(timeline, wording)
    yield from plan_figures(timeline, wording)
    yield from plan_reference(timeline, wording)
    yield from plan_known(timeline, wording)
    yield from plan_listings(timeline, wording)
    yield from plan_sources(timeline, wording)
    yield from plan_people(timeline, wording)
    yield from (_plan_prose(prose) for prose in timeline.prose)
    title = wording.say("missing.title")
    yield Page("404.html", "404.html", title, title, None, is_anywhere=True)


def _plan_prose(prose: Prose) -> Page:
    body = ProsePage(to_html(prose.body))
    return Page(f"{prose.id}.html", "prose.html", prose.title, prose.title, body)
