"""Pages that gather events: one for each kind and party, and an index of each.

They are what the filters of the timeline find, for readers without scripts and for links.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from builder.models.content import Party
from builder.pages.contents import Index, Listed, Listing
from builder.pages.page import Page, Plan
from builder.pages.parts import Gathering
from builder.reading.choices import find_choices
from builder.reading.timeline import Timeline
from builder.views.paths import kind_path, party_path
from builder.views.wording import Wording


def plan_listings(timeline: Timeline, wording: Wording) -> Iterator[Plan]:
    """Yield the index and the pages of kinds and parties."""
    for kind in find_choices(timeline).kinds:
        yield Plan(kind_path(kind), partial(_make_kind, timeline, wording, kind))
        yield from _of_kind(timeline, wording, kind).plans()
    yield Plan("kinds/index.html", partial(_make_kinds, timeline, wording))
    for party in timeline.parties:
        yield Plan(party_path(party.id), partial(_make_party, timeline, wording, party))
        yield from _of_party(timeline, wording, party).plans()
    yield Plan("parties/index.html", partial(_make_parties, timeline, wording))


def _make_kind(timeline: Timeline, wording: Wording, kind: str) -> Page:
    found, title = _of_kind(timeline, wording, kind), wording.say("kinds.title")
    description = wording.say("kind.description", kind=found.title)
    content = Listing(found.title, title, "kinds/index.html", "", (), found.listed, found.parts)
    return Page(found.path, "listing.html", found.title, description, content)


def _make_kinds(timeline: Timeline, wording: Wording) -> Page:
    kinds = find_choices(timeline).kinds
    listed = tuple(_list(_of_kind(timeline, wording, kind), "") for kind in kinds)
    title, intro = wording.say("kinds.title"), wording.say("kinds.intro")
    return Page("kinds/index.html", "listings.html", title, intro, Index(listed))


def _make_party(timeline: Timeline, wording: Wording, party: Party) -> Page:
    found, title = _of_party(timeline, wording, party), wording.say("parties.title")
    forms = tuple((v.form, tuple(timeline.source[s] for s in v.sources)) for v in party.variants)
    about = " · ".join(filter(None, (party.name, party.native_name)))
    index = "parties/index.html"
    content = Listing(found.title, title, index, about, forms, found.listed, found.parts)
    description = wording.say("party.description", name=party.name)
    return Page(found.path, "listing.html", found.title, description, content)


def _make_parties(timeline: Timeline, wording: Wording) -> Page:
    parties = timeline.parties
    listed = tuple(_list(_of_party(timeline, wording, party), party.name) for party in parties)
    title, intro = wording.say("parties.title"), wording.say("parties.intro")
    return Page("parties/index.html", "listings.html", title, intro, Index(listed))


def _list(found: Gathering, about: str) -> Listed:
    return Listed(found.path, found.title, about, len(found.events))


def _of_kind(timeline: Timeline, wording: Wording, kind: str) -> Gathering:
    events = timeline.related.events_of_kind.get(kind, ())
    return Gathering(timeline, wording, kind_path(kind), wording.say(f"kind.{kind}"), events)


def _of_party(timeline: Timeline, wording: Wording, party: Party) -> Gathering:
    events = timeline.related.events_of_party.get(party.id, ())
    return Gathering(timeline, wording, party_path(party.id), party.short_name, events)
