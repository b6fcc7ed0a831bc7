"""The light pages for frames, and the page that says how to embed them.

Takes a timeline; gives the timeline, each race and each event as a page that is small, needs no
script, and leads back. Law: every sentence has its numbered notes, as on the full page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from builder.models.content import Event, Race
from builder.pages.chapters import ListedRace, list_chapters
from builder.pages.embedding import (
    LISTENER,
    EmbedOffer,
    offer_event,
    offer_race,
    offer_timeline,
)
from builder.pages.home import scale_of_leads, show_chapters, show_race
from builder.pages.page import Page, Plan
from builder.reading.timeline import Timeline
from builder.scale import MOST_IN_FRAME, is_large
from builder.views.addresses import Addresses
from builder.views.views import Notebook, ShownEvent, ShownRace
from builder.views.wording import Wording

PATH = "embedding.html"


@dataclass(frozen=True)
class EmbeddedPart:
    """A race, unless it is what came before the first, and the events under it."""

    race: ShownRace | None
    events: tuple[ShownEvent, ...]


@dataclass(frozen=True)
class EmbeddedTimeline:
    """The whole timeline as a light page."""

    offer: EmbedOffer
    parts: tuple[EmbeddedPart, ...]


@dataclass(frozen=True)
class EmbeddedChapters:
    """The chapters of a large archive, as a light page."""

    offer: EmbedOffer
    listed: tuple[ListedRace, ...]


@dataclass(frozen=True)
class EmbeddedRace:
    """A race as a light page."""

    offer: EmbedOffer
    part: EmbeddedPart
    left_out: int
    """Events that are too many for a frame: the full page has them."""


@dataclass(frozen=True)
class EmbeddedEvent:
    """An event as a light page."""

    offer: EmbedOffer
    shown: ShownEvent


@dataclass(frozen=True)
class EmbeddingPage:
    """How to embed: the code for the timeline, and what else can be embedded."""

    embed: EmbedOffer
    listener: str
    races: tuple[Race, ...]


def plan_embeds(timeline: Timeline, wording: Wording, addresses: Addresses) -> Iterator[Plan]:
    """Yield the page that says how to embed, and all light pages."""
    yield Plan(PATH, partial(_make_guide, timeline, wording, addresses))
    whole = offer_timeline(timeline, addresses)
    make = _make_chapters if is_large(timeline.events) else _make_timeline
    yield Plan(whole.path, partial(make, timeline, wording, whole))
    for race in timeline.races:
        offer = offer_race(addresses, race)
        yield Plan(offer.path, partial(_make_race, timeline, wording, offer, race))
    for event in timeline.events:
        offer = offer_event(timeline, addresses, event)
        yield Plan(offer.path, partial(_make_event, timeline, wording, offer, event), (event,))


def _make_guide(timeline: Timeline, wording: Wording, addresses: Addresses) -> Page:
    content = EmbeddingPage(offer_timeline(timeline, addresses), str(LISTENER), timeline.races)
    title, intro = wording.say("embedding.title"), wording.say("embedding.intro")
    return Page(PATH, "embedding.html", title, intro, content)


def _make_chapters(timeline: Timeline, wording: Wording, offer: EmbedOffer) -> Page:
    """Return the light page of a large archive, which leads to the chapters on the site."""
    assert timeline.site is not None, "checked: there is a content/site.yaml"
    content = EmbeddedChapters(offer, list_chapters(timeline, wording))
    return Page(offer.path, "embed_chapters.html", offer.title, timeline.site.description, content)


def _make_timeline(timeline: Timeline, wording: Wording, offer: EmbedOffer) -> Page:
    assert timeline.site is not None, "checked: there is a content/site.yaml"
    notebook = Notebook(timeline, wording, offer.path)
    width = scale_of_leads(timeline)
    races = tuple(show_race(notebook, race, width) for race in timeline.races)
    parts = tuple(
        EmbeddedPart(chapter.race, tuple(event for year in chapter.years for event in year.events))
        for chapter in show_chapters(notebook, races)
    )
    content = EmbeddedTimeline(offer, parts)
    about = timeline.site.description
    return Page(offer.path, "embed_timeline.html", offer.title, about, content, notebook.notes)


def _make_race(timeline: Timeline, wording: Wording, offer: EmbedOffer, race: Race) -> Page:
    notebook = Notebook(timeline, wording, offer.path)
    shown = show_race(notebook, race, scale_of_leads(timeline))
    of_race = timeline.related.events_of_race.get(race.id, ())
    is_light = len(of_race) <= MOST_IN_FRAME
    events = tuple(notebook.event(event) for event in of_race) if is_light else ()
    content = EmbeddedRace(offer, EmbeddedPart(shown, events), len(of_race) - len(events))
    about = wording.say("race.description", date=shown.when.text, caption=race.caption)
    return Page(offer.path, "embed_race.html", offer.title, about, content, notebook.notes)


def _make_event(timeline: Timeline, wording: Wording, offer: EmbedOffer, event: Event) -> Page:
    notebook = Notebook(timeline, wording, offer.path)
    content = EmbeddedEvent(offer, notebook.event(event))
    title = offer.title
    return Page(offer.path, "embed_event.html", title, title, content, notebook.notes)
