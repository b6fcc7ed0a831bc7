"""The feed: every event as an Atom entry (RFC 4287), the latest first, with its evidence.

Takes the events' records; gives ``events.atom``. Law: ids are made of the names of the site and
the event, so that they stay the same wherever the site lies; nothing is taken from the clock: an
entry is as new as the newest article it is cited to, or as its last change.
"""

from __future__ import annotations

from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from markupsafe import Markup

from builder.data.documents import LICENCE_URL, TimelineDocument
from builder.data.evidence import EvidenceLine, evidence_of, marked
from builder.data.fields import slug
from builder.data.models import EventRecord
from builder.data.statements import Publisher
from builder.reading.content_date import find_event_date
from builder.views.views import event_path

PATH = "data/events.atom"
ATOM = "http://www.w3.org/2005/Atom"


def make_feed(publisher: Publisher, whole: TimelineDocument) -> bytes:
    """Return the feed of all events."""
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": whole.language})
    _add(feed, "id", _urn(whole, ""))
    _add(feed, "title", whole.site)
    _add(feed, "subtitle", whole.coverage)
    _add(feed, "updated", _instant(whole.content_date))
    _add(SubElement(feed, "author"), "name", whole.site)
    _add(feed, "rights", f"{LICENCE_URL} {whole.licence.quotations}")
    home, here = publisher.addresses.link(PATH, "index.html"), publisher.addresses.of(PATH)
    SubElement(feed, "link", rel="alternate", type="text/html", href=home)
    if here:  # RFC 4287 wants where the feed lies; without an address nobody can say
        SubElement(feed, "link", rel="self", type="application/atom+xml", href=here)
    for event in reversed(whole.events):
        _add_entry(feed, publisher, whole, event)
    indent(feed)
    return bytes(tostring(feed, "utf-8", xml_declaration=True)) + b"\n"


def _add_entry(
    feed: Element, publisher: Publisher, whole: TimelineDocument, event: EventRecord
) -> None:
    entry = SubElement(feed, "entry")
    _add(entry, "id", _urn(whole, event.id))
    _add(entry, "title", f"{event.date.text}: {event.title}")
    _add(
        entry,
        "updated",
        _instant(find_event_date(publisher.timeline, publisher.timeline.event[event.id])),
    )
    page = publisher.addresses.link(PATH, event_path(event.id))
    SubElement(entry, "link", rel="alternate", type="text/html", href=page)
    for address in dict.fromkeys(c.address for c in event.citations if c.address):
        SubElement(entry, "link", rel="related", href=address)
    label = publisher.wording.say(f"kind.{event.kind}")
    SubElement(entry, "category", term=event.kind, label=label)
    _add(entry, "content", to_html(publisher, event)).set("type", "html")


def to_html(publisher: Publisher, event: EventRecord) -> str:
    """Return an event's sentences and its evidence as HTML, every word of it escaped."""
    sentences = Markup("\n").join(Markup("<p>{}</p>").format(marked(c)) for c in event.claims)
    lines = Markup("\n").join(
        Markup("<li>{} {} {}</li>").format(line.mark, line.text, _link(line))
        for line in evidence_of(publisher, event)
    )
    heading = publisher.wording.say("data.evidence")
    # A plain text: as Markup it would be escaped again by whoever writes it.
    return str(Markup("{}\n<p>{}</p>\n<ul>\n{}\n</ul>").format(sentences, heading, lines))


def _link(line: EvidenceLine) -> Markup:
    if not line.address:
        return Markup("{}.").format(line.certainty)
    return Markup('<a href="{}">{}</a>.').format(line.address, line.certainty)


def _add(parent: Element, name: str, text: str) -> Element:
    element = SubElement(parent, name)
    element.text = text
    return element


def _urn(whole: TimelineDocument, event: str) -> str:
    return uuid5(NAMESPACE_URL, f"{slug(whole.site)}/{event}").urn


def _instant(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
