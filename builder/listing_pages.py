"""Pages that gather events: one for each race, kind and party, and an index of each.

They are what the filters of the timeline find, for readers without scripts and for links.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.cards import card_path
from builder.choices import find_choices
from builder.contents import Index, Listed, Listing, RacePage
from builder.home_page import scale_of_leads, show_race
from builder.model import Event, Party, Race
from builder.page import Page
from builder.timeline import Timeline
from builder.views import Notebook, ShownEvent, kind_path, party_path, race_path
from builder.wording import Wording


def plan_listings(timeline: Timeline, wording: Wording) -> Iterator[Page]:
    """Yield the index and the pages of races, kinds and parties."""
    yield from _plan_races(timeline, wording)
    yield from _plan_kinds(timeline, wording)
    yield from _plan_parties(timeline, wording)


def _show(timeline: Timeline, wording: Wording, events: list[Event]) -> tuple[ShownEvent, ...]:
    return tuple(Notebook(timeline, wording).event(event) for event in events)


def _plan_races(timeline: Timeline, wording: Wording) -> Iterator[Page]:
    width, races = scale_of_leads(timeline), timeline.races
    title, intro = wording.say("races.title"), wording.say("races.intro")
    notebook = Notebook(timeline, wording)
    shown = tuple(show_race(notebook, race, width) for race in races)
    yield Page("races/index.html", "races.html", title, intro, Index(shown), notebook.notes)
    for position, race in enumerate(races):
        before = races[position - 1] if position else None
        after = races[position + 1] if position + 1 < len(races) else None
        yield _plan_race(timeline, wording, race, (before, after))


def _plan_race(
    timeline: Timeline,
    wording: Wording,
    race: Race,
    neighbours: tuple[Race | None, Race | None],
) -> Page:
    notebook = Notebook(timeline, wording)
    shown = show_race(notebook, race, scale_of_leads(timeline))
    events = [event for event in timeline.events if event.race == race.id]
    content = RacePage(shown, _show(timeline, wording, events), *neighbours)
    description = wording.say("race.description", date=shown.when.text, caption=race.caption)
    path, card = race_path(race.id), card_path("race", race.id)
    return Page(path, "race.html", race.title, description, content, notebook.notes, card=card)


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
