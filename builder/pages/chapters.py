"""The timeline of a large archive: a home page that leads to chapters, and a page for each.

Takes a timeline and its wording; gives plans of pages. Law: a chapter shows its events as the one
page of a small archive shows all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, groupby

from builder.models.content import Race, Site
from builder.models.records import Source
from builder.pages.contents import Chapter, Opening
from builder.pages.embedding import EmbedOffer, offer_timeline
from builder.pages.home import home_page, scale_of_leads, show_opening, show_race, show_stretch
from builder.pages.page import Page, Plan
from builder.reading.chapters import Stretch, cut_timeline
from builder.reading.choices import Choices, find_choices
from builder.reading.timeline import Timeline
from builder.text.dates import parse_date
from builder.views.addresses import Addresses
from builder.views.places import HOME, chapter_path
from builder.views.views import Notebook
from builder.views.wording import When, Wording

SEARCH = "search.html"


@dataclass(frozen=True)
class ListedChapter:
    """A chapter as lists and pagers name it, with the days of its first and last event."""

    path: str
    title: str
    period: str
    """The part of its race's time, in words; '' if it is the whole."""
    count: int
    span: tuple[When, ...]
    """The dates of its first and its last event; one if they are the same, none if it has none."""


@dataclass(frozen=True)
class ListedRace:
    """A race, unless it is what came before the first, with the chapters of its time."""

    race: Race | None
    title: str
    count: int
    span: tuple[When, ...]
    """The dates of the first and the last event of them all."""
    chapters: tuple[ListedChapter, ...]


@dataclass(frozen=True)
class ArchiveHome:
    """The home page of a large archive: what it is about, the way to search, its chapters."""

    opening: Opening
    listed: tuple[ListedRace, ...]
    count: int
    embed: EmbedOffer


@dataclass(frozen=True)
class ChapterPage:
    """A chapter, what its events can be filtered by, and its neighbours."""

    here: ListedChapter
    chapter: Chapter
    choices: Choices
    sources: tuple[Source, ...]
    before: ListedChapter | None
    after: ListedChapter | None
    has_facts: bool
    """Whether facts of the reference layer stand beside the events."""


@dataclass(frozen=True)
class SearchPage:
    """The search, and the lists that lead to everything without it."""

    count: int
    index: str
    """The script by which Pagefind searches."""


def plan_chapters(
    timeline: Timeline, wording: Wording, site: Site, addresses: Addresses
) -> Iterator[Plan]:
    """Yield the home page of a large archive, its chapters, and its search."""
    yield Plan(HOME, partial(_make_home, timeline, wording, site, addresses))
    yield Plan(SEARCH, partial(_make_search, timeline, wording))
    stretches = cut_timeline(timeline)
    for number, stretch in enumerate(stretches):
        before, after = stretches[max(0, number - 1) : number], stretches[number + 1 : number + 2]
        # Of its neighbours it shows where they are, which their nearest events tell.
        beside = [*(part.events[-1:] for part in before), *(part.events[:1] for part in after)]
        make = partial(_make_chapter, timeline, wording, number)
        yield Plan(chapter_path(stretch), make, (*stretch.events, *chain.from_iterable(beside)))


def list_chapters(timeline: Timeline, wording: Wording) -> tuple[ListedRace, ...]:
    """Return all chapters of a large archive, by race."""
    grouped = groupby(cut_timeline(timeline), key=lambda stretch: stretch.race)
    return tuple(_list_race(race, tuple(stretches), wording) for race, stretches in grouped)


def _list_race(race: Race | None, stretches: tuple[Stretch, ...], wording: Wording) -> ListedRace:
    chapters = tuple(list_chapter(stretch, wording) for stretch in stretches)
    span = tuple(dict.fromkeys(when for chapter in chapters for when in chapter.span))
    count = sum(chapter.count for chapter in chapters)
    return ListedRace(race, _title(race, wording), count, (*span[:1], *span[1:][-1:]), chapters)


def _title(race: Race | None, wording: Wording) -> str:
    return race.title if race else wording.say("chapter.earlier")


def list_chapter(stretch: Stretch, wording: Wording) -> ListedChapter:
    """Return a chapter as lists name it."""
    period = wording.when(parse_date(stretch.period)).text if stretch.period else ""
    whole = _title(stretch.race, wording)
    title = wording.say("chapter.part", whole=whole, period=period) if period else whole
    ends = (stretch.events[0].date, stretch.events[-1].date) if stretch.events else ()
    span = tuple(dict.fromkeys(wording.when(date) for date in ends))
    return ListedChapter(chapter_path(stretch), title, period, len(stretch.events), span)


def _make_home(timeline: Timeline, wording: Wording, site: Site, addresses: Addresses) -> Page:
    notebook = Notebook(timeline, wording)
    content = ArchiveHome(
        show_opening(notebook, site, (race for race in timeline.races if race.lead)),
        list_chapters(timeline, wording),
        len(timeline.events),
        offer_timeline(timeline, addresses),
    )
    return home_page("archive.html", site, content, notebook)


def _make_chapter(timeline: Timeline, wording: Wording, number: int) -> Page:
    stretches = cut_timeline(timeline)
    stretch = stretches[number]
    here = list_chapter(stretch, wording)
    notebook = Notebook(timeline, wording, here.path)
    race = stretch.race if stretch.is_beginning else None
    bridge = show_race(notebook, race, scale_of_leads(timeline)) if race else None
    cited = {citation.source for event in stretch.events for citation in event.citations}
    content = ChapterPage(
        here,
        show_stretch(notebook, stretch, bridge, here.title),
        find_choices(replace(timeline, events=stretch.events, part_of=timeline)),
        tuple(source for source in timeline.sources if source.id in cited),
        list_chapter(stretches[number - 1], wording) if number else None,
        list_chapter(stretches[number + 1], wording) if number + 1 < len(stretches) else None,
        bool(stretch.facts),
    )
    about = describe_chapter(here, wording)
    return Page(here.path, "chapter.html", here.title, about, content, notebook.notes)


def describe_chapter(listed: ListedChapter, wording: Wording) -> str:
    """Return how many events a chapter has, and from when to when they are."""
    count = wording.say("chapter.count", count=listed.count)
    span = wording.say("chapter.joint").join(when.text for when in listed.span)
    return wording.say("chapter.about", count=count, span=span) if span else count


def _make_search(timeline: Timeline, wording: Wording) -> Page:
    title, intro = wording.say("search.title"), wording.say("search.intro")
    content = SearchPage(len(timeline.events), "pagefind/pagefind.js")
    return Page(SEARCH, "search.html", title, intro, content)
