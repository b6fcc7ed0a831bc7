"""Timeline -> pages: grouped, sorted and linked, ready to be shown.

Takes a checked timeline and its wording; gives every page of the site with its path, its
template and what it shows. Law: here things are grouped, sorted and linked; templates only print.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from builder.choices import find_choices
from builder.contents import (
    Chapter,
    EventPage,
    Home,
    Index,
    PersonPage,
    ProsePage,
    Quoted,
    ShownPassage,
    SourcePage,
    Use,
    Year,
)
from builder.drawings import draw_span, scale_of
from builder.markup import to_html
from builder.model import Citation, Cited, Event, Person, Race, Site
from builder.records import Passage, Source
from builder.shores import ferry
from builder.timeline import Prose, Timeline
from builder.views import (
    Note,
    Notebook,
    ShownEvent,
    ShownRace,
    event_path,
    original_address,
    person_path,
    source_path,
)
from builder.wording import Wording
from builder.words import fold_letters


@dataclass(frozen=True)
class Page:
    """A page of the site: where it lies, how it is shown, and what it shows."""

    path: str
    template: str
    title: str
    description: str
    content: object
    notes: tuple[Note, ...] = ()
    is_anywhere: bool = False
    """Whether hosts serve it at any address (404), so that its links cannot be relative."""


def plan_pages(timeline: Timeline, wording: Wording) -> list[Page]:
    """Return every page of the site, the home page first."""
    return list(_Planner(timeline, wording).pages())


def find_href(page: Page, target: str, base_path: str) -> str:
    """Return the link from *page* to *target*: relative, or from *base_path* if it must be."""
    if page.is_anywhere:
        return base_path + target.removesuffix("index.html")
    path, hash_, fragment = target.partition("#")
    relative = posixpath.relpath(path, posixpath.dirname(page.path) or ".") if path else ""
    if path == page.path and fragment:
        relative = ""
    return f"{relative}{hash_}{fragment}"


@dataclass(frozen=True)
class _Planner:
    timeline: Timeline
    wording: Wording

    @property
    def site(self) -> Site:
        assert self.timeline.site is not None, "checked: there is a content/site.yaml"
        return self.timeline.site

    def pages(self) -> Iterator[Page]:
        yield self.home()
        yield from self.events()
        yield self.sources_index()
        yield from (self.source(source) for source in self.timeline.sources)
        yield self.people_index()
        yield from (self.person(person) for person in self.timeline.people)
        yield from (self.prose(prose) for prose in self.timeline.prose)
        title = self.wording.say("missing.title")
        yield Page("404.html", "404.html", title, title, None, is_anywhere=True)

    def notebook(self) -> Notebook:
        return Notebook(self.timeline, self.wording)

    # ---- home

    def home(self) -> Page:
        notebook = self.notebook()
        opening = notebook.text(self.site)
        width = scale_of([race.lead.votes for race in self.timeline.races if race.lead])
        races = tuple(self._race(notebook, race, width) for race in self.timeline.races)
        chapters = tuple(self._chapters(notebook, races))
        home = Home(opening, races, self._axis(width), chapters, find_choices(self.timeline))
        title = f"{self.site.name}: {self.site.kicker}"
        return Page("index.html", "home.html", title, self.site.description, home, notebook.notes)

    def _race(self, notebook: Notebook, race: Race, width: int) -> ShownRace:
        lead = race.lead
        span = draw_span(lead.votes, width, is_open=lead.qualifier == "more-than") if lead else None
        return notebook.race(race, span)

    def _axis(self, width: int) -> tuple[tuple[str, str], ...]:
        step = 250
        return tuple(
            (self.wording.number(mark * 1000), f"{100 * mark / width:.2f}")
            for mark in range(0, width + 1, step)
        )

    def _chapters(self, notebook: Notebook, races: tuple[ShownRace, ...]) -> Iterator[Chapter]:
        starts = [race.race.date.first for race in races]
        for number, race in enumerate((None, *races)):
            begin = starts[number - 1] if number else None
            end = starts[number] if number < len(starts) else None
            events = [
                event
                for event in self.timeline.events
                if (begin is None or event.date.first >= begin)
                and (end is None or event.date.first < end)
            ]
            if race or events:
                years = tuple(self._years(ferry(notebook.event(event) for event in events)))
                yield Chapter(race, self._sounding(races, number), years)

    def _years(self, events: Iterable[ShownEvent]) -> Iterator[Year]:
        for year, group in groupby(events, key=lambda shown: shown.event.date.first.year):
            yield Year(str(year), tuple(group))

    def _sounding(self, races: tuple[ShownRace, ...], number: int) -> str:
        """Return how long it is to the next race, or '' if there is none."""
        if not 0 < number < len(races):
            return ""
        here, there = races[number - 1].race.date, races[number].race.date
        return self.wording.distance(here, there)

    # ---- events

    def events(self) -> Iterator[Page]:
        events = self.timeline.events
        for position, event in enumerate(events):
            notebook = self.notebook()
            shown = notebook.event(event)
            before = self.notebook().event(events[position - 1]) if position else None
            last = position + 1 == len(events)
            after = None if last else self.notebook().event(events[position + 1])
            content = EventPage(shown, before, after)
            summary = "".join(Markup(p.html + p.last_word).striptags() + " " for p in shown.text)
            yield Page(
                shown.path,
                "event.html",
                event.title,
                " ".join(summary.split())[:200],
                content,
                notebook.notes,
            )

    # ---- sources

    def sources_index(self) -> Page:
        entries = tuple(self._source_page(source) for source in self.timeline.sources)
        title = self.wording.say("sources.title")
        return Page(
            "sources/index.html",
            "sources.html",
            title,
            self.wording.say("sources.intro"),
            Index(entries),
        )

    def source(self, source: Source) -> Page:
        return Page(
            source_path(source.id),
            "source.html",
            source.name,
            source.summary,
            self._source_page(source),
        )

    def _source_page(self, source: Source) -> SourcePage:
        relative = source.relative
        chain = source.translation.chain if source.translation else ()
        return SourcePage(
            source,
            self.wording.when(source.published.date),
            self.wording.when(relative.published) if relative else None,
            tuple(str(self.wording.locale.languages.get(code, code)) for code in chain),
            tuple(self._passage(source, passage) for passage in source.passages),
            original_address(source, None),
        )

    def _passage(self, source: Source, passage: Passage) -> ShownPassage:
        citations: dict[str, Citation] = {}
        uses: dict[str, Use] = {}
        for item, citation in self.timeline.citations():
            if (citation.source, citation.passage) == (source.id, passage.number):
                use = self._use(item)
                uses.setdefault(use.path, use)
                if citation.quotation:
                    citations.setdefault(citation.quotation, citation)
        quoted = tuple(
            Quoted(
                words, self.timeline.person.get(c.said_by or ""), original_address(source, words)
            )
            for words, c in citations.items()
        )
        oddities = tuple(odd for odd in source.oddities if odd.passage == passage.number)
        return ShownPassage(passage, oddities, quoted, tuple(uses.values()))

    def _use(self, item: Cited) -> Use:
        match item:
            case Event():
                when = self.wording.when(item.date, item.time).text
                return Use(event_path(item.id), item.title, when)
            case Person():
                return Use(person_path(item.id), item.name, "")
            case Race():
                when = self.wording.when(item.date).text
                return Use(f"index.html#race-{item.id}", item.title, when)
        return Use("index.html#opening", item.heading, "")

    # ---- people and prose

    def people_index(self) -> Page:
        people = sorted(self.timeline.people, key=lambda person: fold_letters(person.sort_name))
        title = self.wording.say("people.title")
        return Page(
            "people/index.html",
            "people.html",
            title,
            self.wording.say("people.intro"),
            Index(tuple(people)),
        )

    def person(self, person: Person) -> Page:
        notebook = self.notebook()
        source = self.timeline.source
        content = PersonPage(
            person,
            notebook.text(person),
            tuple((v.form, tuple(source[name] for name in v.sources)) for v in person.variants),
            tuple(
                race
                for race in self.timeline.races
                if person.id in {share.person for share in race.shares}
            ),
            tuple(
                self.notebook().event(event)
                for event in self.timeline.events
                if person.id in event.people
            ),
        )
        return Page(
            person_path(person.id),
            "person.html",
            person.name,
            self.wording.say("person.description", name=person.name),
            content,
            notebook.notes,
        )

    def prose(self, prose: Prose) -> Page:
        return Page(
            f"{prose.id}.html",
            "prose.html",
            prose.title,
            prose.title,
            ProsePage(to_html(prose.body)),
        )
