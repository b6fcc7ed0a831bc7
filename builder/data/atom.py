"""Atom (RFC 4287), as far as our feeds need it.

Takes what a feed and its entries say; gives the bytes of the feed. Law: ids are made of names, so
that they stay the same wherever the site lies; a day is told as midnight in UTC, for want of an
hour.
"""

from __future__ import annotations

from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from builder.views.addresses import Addresses

ATOM = "http://www.w3.org/2005/Atom"


def start_feed(language: str, id_: str, title: str, updated: date) -> Element:
    """Return a feed in that language, without entries."""
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": language})
    _tell(feed, id_, title, updated)
    return feed


def add_entry(feed: Element, id_: str, title: str, updated: date) -> Element:
    """Add an entry to a feed and return it."""
    entry = SubElement(feed, "entry")
    _tell(entry, id_, title, updated)
    return entry


def add_text(parent: Element, name: str, text: str, **attributes: str) -> None:
    """Add an element with a text."""
    SubElement(parent, name, attributes).text = text


def add_page(parent: Element, address: str) -> None:
    """Add the page on which the same is read."""
    SubElement(parent, "link", rel="alternate", type="text/html", href=address)


def add_self(feed: Element, addresses: Addresses, path: str) -> None:
    """Add where the feed lies, which RFC 4287 wants; without an address nobody can say."""
    if here := addresses.of(path):
        SubElement(feed, "link", rel="self", type="application/atom+xml", href=here)


def add_author(feed: Element, name: str) -> None:
    """Add who wrote the feed."""
    add_text(SubElement(feed, "author"), "name", name)


def make_id(*names: str) -> str:
    """Return an id made of names (RFC 4122, version 5)."""
    return uuid5(NAMESPACE_URL, "/".join(names)).urn


def to_bytes(feed: Element) -> bytes:
    """Return a feed as a file; it is indented in its place."""
    indent(feed)
    return f"<?xml version='1.0' encoding='utf-8'?>\n{tostring(feed, 'unicode')}\n".encode()


def _tell(element: Element, id_: str, title: str, updated: date) -> None:
    add_text(element, "id", id_)
    add_text(element, "title", title)
    add_text(element, "updated", f"{updated.isoformat()}T00:00:00Z")
