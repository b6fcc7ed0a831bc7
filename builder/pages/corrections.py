"""The page of corrections, and their feed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree

from builder.citing.entries import citable_figure
from builder.data.fields import slug
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
    """Return the corrections as an Atom feed (RFC 4287), the latest first.

    Without any it is still a feed. Days are given as midnight in UTC, for want of an hour.
    """
    assert timeline.site is not None, "checked: there is a content/site.yaml"
    shown = show_corrections(timeline, wording)
    latest = shown[0].correction.date.first if shown else find_content_date(timeline)
    feed = ElementTree.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom"})
    feed.set("xml:lang", wording.language)
    _add(feed, "title", f"{timeline.site.name}: {wording.say('corrections.title')}")
    _add(feed, "id", _identify(timeline, ""))
    _add(feed, "updated", f"{latest.isoformat()}T00:00:00Z")
    _add(ElementTree.SubElement(feed, "author"), "name", timeline.site.name)
    if addresses.are_known:  # RFC 4287 wants where the feed lies; without one nobody can say
        _link(feed, "self", addresses.of(FEED))
    _link(feed, "alternate", addresses.link(FEED, PATH))
    for entry in shown:
        _add_entry(feed, entry, timeline, wording, addresses)
    ElementTree.indent(feed)
    text = ElementTree.tostring(feed, "unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _add_entry(
    feed: ElementTree.Element,
    shown: ShownCorrection,
    timeline: Timeline,
    wording: Wording,
    addresses: Addresses,
) -> None:
    correction = shown.correction
    place = f"{PATH}#correction-{correction.id}"
    entry = ElementTree.SubElement(feed, "entry")
    _add(entry, "title", wording.say("corrections.entry", name=shown.name))
    _add(entry, "id", _identify(timeline, correction.id))
    _add(entry, "updated", f"{correction.date.first.isoformat()}T00:00:00Z")
    _link(entry, "alternate", addresses.link(FEED, place))
    said = (
        wording.say("corrections.said", old=correction.old),
        wording.say("corrections.says", new=correction.new),
        wording.say("corrections.reason", why=correction.why),
    )
    _add(entry, "content", "\n".join(said))


def _identify(timeline: Timeline, name: str) -> str:
    """Return an id that stays the same wherever the site lies."""
    assert timeline.site is not None, "checked: there is a content/site.yaml"
    return uuid5(NAMESPACE_URL, f"{slug(timeline.site.name)}/corrections/{name}").urn


def _add(parent: ElementTree.Element, tag: str, text: str) -> None:
    ElementTree.SubElement(parent, tag).text = text


def _link(parent: ElementTree.Element, rel: str, href: str) -> None:
    ElementTree.SubElement(parent, "link", {"rel": rel, "href": href})
