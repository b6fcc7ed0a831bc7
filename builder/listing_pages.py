"""Pages that gather events: one for each kind and party, and an index of each.

They are what the filters of the timeline find, for readers without scripts and for links.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.choices import find_choices
from builder.contents import Index, Listed, Listing
from builder.model import Event, Party
from builder.page import Page
from builder.timeline import Timeline
from builder.views import Notebook, ShownEvent, kind_path, party_path
from builder.wording import Wording


def plan_listings(timeline: Timeline, wording: Wording) -> Iterator[Page]:
    """Yield the index and the pages of kinds and parties."""
    yield from _plan_kinds(timeline, wording)
    yield from _plan_parties(timeline, wording)


def _show(timeline: Timeline, wording: Wording, events: list[Event]) -> tuple[ShownEvent, ...]:
    return tuple(Notebook(timeline, wording).event(event) for event in events)


def _plan_kinds(timeline: Timeline, wording: Wording) -> Iterator[Page]:
    kinds = find_choices(timeline).kinds
    title, intro = wording.say("kinds.title"), wording.say("kinds.intro")
    listed = []
    for kind in kinds:
        events = [event for event in timeline.events if event.kind == kind]
        name = wording.say(f"kind.{kind}")
        listed.append(Listed(kind_path(kind), name, "", len(events)))
        shown = _show(timeline, wording, events)
        description = wording.say("kind.description", kind=name)
        content = Listing(name, title, "kinds/index.html", "", (), shown)
        yield Page(kind_path(kind), "listing.html", name, description, content)
    yield Page("kinds/index.html", "listings.html", title, intro, Index(tuple(listed)))


def _plan_parties(timeline: Timeline, wording: Wording) -> Iterator[Page]:
    title, intro = wording.say("parties.title"), wording.say("parties.intro")
    listed = []
    for party in timeline.parties:
        events = [event for event in timeline.events if party.id in event.parties]
        listed.append(Listed(party_path(party.id), party.short_name, party.name, len(events)))
        yield _plan_party(timeline, wording, party, events)
    yield Page("parties/index.html", "listings.html", title, intro, Index(tuple(listed)))


def _plan_party(timeline: Timeline, wording: Wording, party: Party, events: list[Event]) -> Page:
    forms = tuple((v.form, tuple(timeline.source[s] for s in v.sources)) for v in party.variants)
    about = " · ".join(filter(None, (party.name, party.native_name)))
    title = wording.say("parties.title")
    shown = _show(timeline, wording, events)
    content = Listing(party.short_name, title, "parties/index.html", about, forms, shown)
    description = wording.say("party.description", name=party.name)
    return Page(party_path(party.id), "listing.html", party.short_name, description, content)
