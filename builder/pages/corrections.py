"""The page of corrections, and their feed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from xml.etree.ElementTree import Element

from builder.citing.entries import citable_figure
from builder.data.atom import (
    add_author,
    add_entry,
    add_page,
    add_self,
    add_text,
    make_id,
    start_feed,
    to_bytes,
)
from builder.data.fields import slug
from builder.models.content import Site
from builder.models.corrections import Correction
from builder.pages.cite import cite_figure_path
from builder.pages.page import Page, Plan
from builder.reading.content_date import find_content_date
from builder.reading.timeline import Timeline
from builder.views.addresses import Addresses
from builder.views.paths import event_path, person_path, race_path, source_path
from builder.views.wording import When, Wording

PATH, FEED = "corrections.html", "data/corrections.atom"


@dataclass(frozen=True)
class ShownCorrection:
    """A correction, ready to be shown; *path* is '' where what was corrected is gone."""

    correction: Correction
    when: When
    name: str
    path: str


@dataclass(frozen=True)
class CorrectionsPage:
    """All corrections, the latest first."""

    corrections: tuple[ShownCorrection, ...]
    feed: str = FEED


def plan_corrections(timeline: Timeline, wording: Wording) -> Iterator[Plan]:
    """Yield the page of corrections; without any it says that none was made."""
    yield Plan(PATH, partial(_make_page, timeline, wording))


def _make_page(timeline: Timeline, wording: Wording) -> Page:
    content = CorrectionsPage(show_corrections(timeline, wording))
    title, intro = wording.say("corrections.title"), wording.say("corrections.intro")
    return Page(PATH, "corrections.html", title, intro, content)


def show_corrections(timeline: Timeline, wording: Wording) -> tuple[ShownCorrection, ...]:
    """Return all corrections ready to be shown, the latest first."""
    return tuple(
        ShownCorrection(
            correction, wording.when(correction.date), *_thing(timeline, wording, correction)
        )
        for correction in reversed(timeline.corrections)
    )


def _thing(timeline: Timeline, wording: Wording, correction: Correction) -> tuple[str, str]:
    """Return the name of what was corrected, and its page."""
    name = correction.about
    match correction.kind:
        case "figure":
            title = citable_figure(timeline, wording, timeline.figure[name]).title
            return title, cite_figure_path(name)
        case "person":
            return timeline.person[name].name, person_path(name)
        case "race":
            return timeline.race[name].title, race_path(name)
        case "source":
            return timeline.source[name].name, source_path(name)
    event = timeline.event.get(name)
    # Of an event that is gone, the page that says why is still there.
    return (event.title if event else name), event_path(name)


def write_feed(timeline: Timeline, wording: Wording, addresses: Addresses) -> bytes:
    """Return the corrections as an Atom feed, the latest first; without any it is still a feed."""
    assert timeline.site is not None, "checked: there is a content/site.yaml"
    shown, site = show_corrections(timeline, wording), timeline.site
    latest = shown[0].correction.date.first if shown else find_content_date(timeline)
    title = f"{site.name}: {wording.say('corrections.title')}"
    feed = start_feed(wording.language, _identify(site, ""), title, latest)
    add_author(feed, site.name)
    add_page(feed, addresses.link(FEED, PATH))
    add_self(feed, addresses, FEED)
    for entry in shown:
        _add_correction(feed, entry, site, wording, addresses)
    return to_bytes(feed)


def _add_correction(
    feed: Element, shown: ShownCorrection, site: Site, wording: Wording, addresses: Addresses
) -> None:
    correction = shown.correction
    title = wording.say("corrections.entry", name=shown.name)
    entry = add_entry(feed, _identify(site, correction.id), title, correction.date.first)
    add_page(entry, addresses.link(FEED, f"{PATH}#correction-{correction.id}"))
    said = (
        wording.say("corrections.said", old=correction.old),
        wording.say("corrections.says", new=correction.new),
        wording.say("corrections.reason", why=correction.why),
    )
    add_text(entry, "content", "\n".join(said))


def _identify(site: Site, name: str) -> str:
    return make_id(slug(site.name), "corrections", name)
