"""Pages that gather events: one for each kind and party, and an index of each.

They are what the filters of the timeline find, for readers without scripts and for links.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from builder.models.content import Event, Party
from builder.pages.contents import Index, Listed, Listing
from builder.pages.page import Page, Plan
from builder.reading.choices import find_choices
from builder.reading.timeline import Timeline
from builder.views.views import Notebook, ShownEvent, kind_path, party_path
from builder.views.wording import Wording


def plan_listings(timeline: Timeline, wording: Wording) -> Iterator[Plan]:
    """Yield the index and the pages of kinds and parties."""
    for kind in find_choices(timeline).kinds:
        yield Plan(kind_path(kind), partial(_make_kind, timeline, wording, kind))
    yield Plan("kinds/index.html", partial(_make_kinds, timeline, wording))
    for party in timeline.parties:
        yield Plan(party_path(party.id), partial(_make_party, timeline, wording, party))
    yield Plan("parties/index.html", partial(_make_parties, timeline, wording))


def _make_kind(timeline: Timeline, wording: Wording, kind: str) -> Page:
    name, title = wording.say(f"kind.{kind}"), wording.say("kinds.title")
    shown = _show(timeline, wording, _of_kind(timeline, kind))
    description = wording.say("kind.description", kind=name)
    content = Listing(name, title, "kinds/index.html", "", (), shown)
    return Page(kind_path(kind), "listing.html", name, description, content)


def _make_kinds(timeline: Timeline, wording: Wording) -> Page:
    listed = tuple(
        Listed(kind_path(kind), wording.say(f"kind.{kind}"), "", len(_of_kind(timeline, kind)))
        for kind in find_choices(timeline).kinds
    )
    title, intro = wording.say("kinds.title"), wording.say("kinds.intro")
    return Page("kinds/index.html", "listings.html", title, intro, Index(listed))


def _make_party(timeline: Timeline, wording: Wording, party: Party) -> Page:
    forms = tuple((v.form, tuple(timeline.source[s] for s in v.sources)) for v in party.variants)
    about = " · ".join(filter(None, (party.name, party.native_name)))
    title = wording.say("parties.title")
    shown = _show(timeline, wording, _of_party(timeline, party))
    content = Listing(party.short_name, title, "parties/index.html", about, forms, shown)
    description = wording.say("party.description", name=party.name)
    return Page(party_path(party.id), "listing.html", party.short_name, description, content)


def _make_parties(timeline: Timeline, wording: Wording) -> Page:
    listed = tuple(
        Listed(party_path(party.id), party.short_name, party.name, len(_of_party(timeline, party)))
        for party in timeline.parties
    )
    title, intro = wording.say("parties.title"), wording.say("parties.intro")
    return Page("parties/index.html", "listings.html", title, intro, Index(listed))


def _of_kind(timeline: Timeline, kind: str) -> list[Event]:
    return [event for event in timeline.events if event.kind == kind]


def _of_party(timeline: Timeline, party: Party) -> list[Event]:
    return [event for event in timeline.events if party.id in event.parties]


def _show(timeline: Timeline, wording: Wording, events: list[Event]) -> tuple[ShownEvent, ...]:
    return tuple(Notebook(timeline, wording).event(event) for event in events)
