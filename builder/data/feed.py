"""The feed: every event as an Atom entry (RFC 4287), the latest first, with its evidence.

Takes the events' records; gives ``events.atom``. Law: ids are made of the names of the site and
the event, so that they stay the same wherever the site lies; nothing is taken from the clock: an
entry is as new as the newest article it is cited to, or as its last change.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from builder.data.documents import LICENCE_URL, TimelineDocument
from builder.data.evidence import ToldEvent
from builder.data.fields import slug
from builder.data.statements import Publisher
from builder.reading.content_date import find_event_date
from builder.views.paths import event_path

PATH = "data/events.atom"
ATOM = "http://www.w3.org/2005/Atom"


def make_feed(publisher: Publisher, whole: TimelineDocument, events: Sequence[ToldEvent]) -> bytes:
    """Return the feed of all events."""
    feed, name = Element("feed", {"xmlns": ATOM, "xml:lang": whole.language}), slug(whole.site)
    _add(feed, "id", _urn(name, ""))
    _add(feed, "title", whole.site)
    _add(feed, "subtitle", whole.coverage)
    _add(feed, "updated", _instant(whole.content_date))
    _add(SubElement(feed, "author"), "name", whole.site)
    _add(feed, "rights", f"{LICENCE_URL} {whole.licence.quotations}")
    home, here = publisher.addresses.link(PATH, "index.html"), publisher.addresses.of(PATH)
    SubElement(feed, "link", rel="alternate", type="text/html", href=home)
    if here:  # RFC 4287 wants where the feed lies; without an address nobody can say
        SubElement(feed, "link", rel="self", type="application/atom+xml", href=here)
    for event in reversed(events):
        _add_entry(feed, publisher, name, event)
    indent(feed)
    return f"<?xml version='1.0' encoding='utf-8'?>\n{tostring(feed, 'unicode')}\n".encode()


def _add_entry(feed: Element, publisher: Publisher, site: str, told: ToldEvent) -> None:
    event, timeline = told.record, publisher.timeline
    entry = SubElement(feed, "entry")
    _add(entry, "id", _urn(site, event.id))
    _add(entry, "title", f"{event.date.text}: {event.title}")
    _add(entry, "updated", _instant(find_event_date(timeline, timeline.event[event.id])))
    page = publisher.addresses.link(PATH, event_path(event.id))
    SubElement(entry, "link", rel="alternate", type="text/html", href=page)
    for address in dict.fromkeys(c.address for c in event.citations if c.address):
        SubElement(entry, "link", rel="related", href=address)
    SubElement(entry, "category", term=event.kind, label=told.kind)
    _add(entry, "content", told.html).set("type", "html")


def _add(parent: Element, name: str, text: str) -> Element:
    element = SubElement(parent, name)
    element.text = text
    return element


def _urn(site: str, event: str) -> str:
    return uuid5(NAMESPACE_URL, f"{site}/{event}").urn


def _instant(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
