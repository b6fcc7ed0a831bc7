"""The feed: every event as an Atom entry (RFC 4287), the latest first, with its evidence.

Takes the events' records; gives ``events.atom``. Law: nothing is taken from the clock: an entry is
as new as the newest article it is cited to, or as its last change.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

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
from builder.data.documents import LICENCE_URL, TimelineDocument
from builder.data.evidence import ToldEvent
from builder.data.fields import slug
from builder.data.statements import Publisher
from builder.reading.content_date import find_event_date
from builder.views.paths import event_path

PATH = "data/events.atom"


def make_feed(publisher: Publisher, whole: TimelineDocument, events: Sequence[ToldEvent]) -> bytes:
    """Return the feed of all events."""
    site, addresses = slug(whole.site), publisher.addresses
    feed = start_feed(whole.language, make_id(site, ""), whole.site, whole.content_date)
    add_text(feed, "subtitle", whole.coverage)
    add_author(feed, whole.site)
    add_text(feed, "rights", f"{LICENCE_URL} {whole.licence.quotations}")
    add_page(feed, addresses.link(PATH, "index.html"))
    add_self(feed, addresses, PATH)
    for event in reversed(events):
        _add_event(feed, publisher, site, event)
    return to_bytes(feed)


def _add_event(feed: Element, publisher: Publisher, site: str, told: ToldEvent) -> None:
    event, timeline = told.record, publisher.timeline
    updated = find_event_date(timeline, timeline.event[event.id])
    entry = add_entry(feed, make_id(site, event.id), f"{event.date.text}: {event.title}", updated)
    add_page(entry, publisher.addresses.link(PATH, event_path(event.id)))
    for address in dict.fromkeys(c.address for c in event.citations if c.address):
        SubElement(entry, "link", rel="related", href=address)
    SubElement(entry, "category", term=event.kind, label=told.kind)
    add_text(entry, "content", told.html, type="html")
