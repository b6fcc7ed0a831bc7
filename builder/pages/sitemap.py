"""What search engines are told: the pages, and when the content last changed them.

Takes the paths of the pages; gives ``sitemap.xml`` (https://www.sitemaps.org/protocol.html) and
``robots.txt`` (RFC 9309). Law: a day of change is one that the content knows, never a clock's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree

from builder.pages.cite import cite_figure_path
from builder.pages.moved import find_redirects, find_removed
from builder.reading.last_changes import (
    last_change,
    last_change_of_event,
    last_change_of_figure,
)
from builder.reading.timeline import Timeline
from builder.text.dates import PartialDate
from builder.views.addresses import Addresses
from builder.views.paths import event_path

PATH, ROBOTS = "sitemap.xml", "robots.txt"


def write_sitemap(timeline: Timeline, addresses: Addresses, paths: Iterable[str]) -> bytes:
    """Return the sitemap of the pages at *paths* that search engines may list."""
    changes = dict(_changes(timeline))
    root = ElementTree.Element("urlset", xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    for path in find_listed(timeline, paths):
        url = ElementTree.SubElement(root, "url")
        ElementTree.SubElement(url, "loc").text = addresses.of(path)
        if day := changes.get(path):
            ElementTree.SubElement(url, "lastmod").text = day.last.isoformat()
    ElementTree.indent(root)
    text = ElementTree.tostring(root, "unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def find_listed(timeline: Timeline, paths: Iterable[str]) -> tuple[str, ...]:
    """Return those of *paths* that stand for themselves: none that moved, is gone or is light."""
    former = {path for path, _ in find_redirects(timeline)}
    unlisted = {"404.html", *former, *find_removed(timeline)}
    return tuple(p for p in paths if p not in unlisted and not p.startswith("embed/"))


def write_robots(addresses: Addresses) -> bytes:
    """Return that all is open to all, and where the sitemap lies if that is known."""
    lines = ["User-agent: *", "Allow: /"]
    if addresses.are_known:
        lines.append(f"Sitemap: {addresses.of(PATH)}")
    return "".join(f"{line}\n" for line in lines).encode()


def _changes(timeline: Timeline) -> Iterator[tuple[str, PartialDate | None]]:
    """Yield each page of which the content knows the last change, with the day."""
    yield "index.html", last_change(timeline)
    for event in timeline.events:
        yield event_path(event.id), last_change_of_event(timeline, event)
    for figure in timeline.figures:
        yield cite_figure_path(figure.id), last_change_of_figure(timeline, figure.id)
