"""All content in one value, indexed: what the checks and the pages ask.

Takes what ``read`` has read; gives lookups by id and the things that carry citations; can be
looked at part by part. Law: it is never changed; the first of two items with the same id wins
here, and the checks report the second.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Protocol, TypeVar

from builder.models.content import (
    Citation,
    Cited,
    Event,
    Evidence,
    Party,
    Person,
    Race,
    Retired,
    Site,
    Spot,
    Variant,
)
from builder.models.corrections import Correction
from builder.models.fields import Located
from builder.models.figures import Difference, Figure, Origin, Topic
from builder.models.records import Passage, Source
from builder.models.reference import OfficialRace, ReferenceEvent, Sourced, Term, Work
from builder.reading.fingerprints import Fingerprint
from builder.reading.relations import Relations
from builder.reports.diagnostics import Place


class _Named(Protocol):
    @property
    def id(self) -> str: ...


Item = TypeVar("Item", bound=_Named)
Index = TypeVar("Index")


def _index(compute: Callable[[Timeline], Index]) -> cached_property[Index]:
    """Make an index that is computed once; a part of a timeline uses that of the whole."""

    def look_up(timeline: Timeline) -> Index:
        if timeline.part_of is None:
            return compute(timeline)
        found: Index = getattr(timeline.part_of, compute.__name__)
        return found

    return cached_property(look_up)


@dataclass(frozen=True)
class Prose:
    """A Markdown page of content/pages: about the site, not about the world."""

    id: str
    title: str
    body: str
    place: Place


@dataclass(frozen=True)
class Article:
    """The text of an article that an editor has at hand."""

    sha256: str
    words: int
    passages: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Timeline:
    """Everything an editor has written, and the evidence that is at hand."""

    site: Site | None = None
    """None only when content/site.yaml could not be read, which is an error."""
    events: tuple[Event, ...] = ()
    people: tuple[Person, ...] = ()
    parties: tuple[Party, ...] = ()
    places: tuple[Spot, ...] = ()
    races: tuple[Race, ...] = ()
    sources: tuple[Source, ...] = ()
    retired: tuple[Retired, ...] = ()
    corrections: tuple[Correction, ...] = ()
    origins: tuple[Origin, ...] = ()
    figures: tuple[Figure, ...] = ()
    differences: tuple[Difference, ...] = ()
    topics: tuple[Topic, ...] = ()
    works: tuple[Work, ...] = ()
    official_races: tuple[OfficialRace, ...] = ()
    terms: tuple[Term, ...] = ()
    reference_events: tuple[ReferenceEvent, ...] = ()
    prose: tuple[Prose, ...] = ()
    fingerprints: dict[str, Fingerprint] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    """Ids of items that could not be read: nobody is to blame for naming them."""
    unread: frozenset[str] = frozenset()
    """Files of which nothing could be read: nobody knows which names they hold."""
    digests: dict[str, str] = field(default_factory=dict)
    """A hash of every file that was read, by its name."""
    part_of: Timeline | None = None
    """The whole, if this is a part: what its items name is looked up there."""

    @_index
    def person(self) -> dict[str, Person]:
        """People by id."""
        return _by_id(self.people)

    @_index
    def party(self) -> dict[str, Party]:
        """Parties by id."""
        return _by_id(self.parties)

    @_index
    def spot(self) -> dict[str, Spot]:
        """Places by id."""
        return _by_id(self.places)

    @_index
    def race(self) -> dict[str, Race]:
        """Races by id."""
        return _by_id(self.races)

    @_index
    def source(self) -> dict[str, Source]:
        """Sources by id."""
        return _by_id(self.sources)

    @_index
    def figure(self) -> dict[str, Figure]:
        """Figures by id."""
        return _by_id(self.figures)

    @_index
    def origin(self) -> dict[str, str]:
        """Names of everybody and everything that a figure can come from, by id."""
        named: tuple[Origin | Person | Source, ...] = (*self.origins, *self.people, *self.sources)
        return {item.id: item.name for item in named}

    @_index
    def work(self) -> dict[str, Work]:
        """Works of the reference layer by id."""
        return _by_id(self.works)

    @_index
    def official(self) -> dict[str, OfficialRace]:
        """Official results by the id of their race."""
        return _by_id(self.official_races)

    @_index
    def event(self) -> dict[str, Event]:
        """Events by id."""
        return _by_id(self.events)

    @_index
    def difference(self) -> dict[str, Difference]:
        """Differences by id."""
        return _by_id(self.differences)

    @_index
    def figures_of(self) -> dict[tuple[str, int], list[Figure]]:
        """Figures by the source and the number of their passage."""
        found: dict[tuple[str, int], list[Figure]] = defaultdict(list)
        for figure in self.figures:
            found[figure.source, figure.passage].append(figure)
        return dict(found)

    @_index
    def passages(self) -> dict[tuple[str, int], Passage]:
        """Passages by their source and number."""
        return {
            (source.id, passage.number): passage
            for source in self.sources
            for passage in source.passages[::-1]
        }

    @_index
    def uses_of(self) -> dict[tuple[str, int], list[tuple[Located, Evidence]]]:
        """What rests on each passage, with the evidence, by the passage's source and number."""
        found: dict[tuple[str, int], list[tuple[Located, Evidence]]] = defaultdict(list)
        for item, evidence in self.evidence():
            found[evidence.source, evidence.passage].append((item, evidence))
        return dict(found)

    @cached_property
    def related(self) -> Relations:
        """What belongs to what."""
        return Relations(self.events, self.figures, self.differences, self.corrections)

    @_index
    def rank_of_source(self) -> dict[str, int]:
        """The place of each source among all, by its id."""
        return {name: rank for rank, name in enumerate(self.source)}

    @property
    def whole(self) -> Timeline:
        """All of which this is a part, or this itself."""
        return self.part_of or self

    def parts(self) -> Iterator[tuple[str, Timeline]]:
        """Yield, as '', all but the events, then those of each file, by the name of the file."""
        by_file: dict[str, list[Event]] = defaultdict(list)
        for event in self.events:
            by_file[event.position[0]].append(event)
        yield "", replace(self, events=(), part_of=self)
        for file, events in sorted(by_file.items()):
            yield file, Timeline(events=tuple(events), part_of=self)

    @cached_property
    def cited(self) -> tuple[Cited, ...]:
        """Everything whose text rests on citations."""
        site = (self.site,) if self.site else ()
        return (*site, *self.races, *self.people, *self.events)

    def citations(self) -> Iterator[tuple[Cited, Citation]]:
        """Yield every citation with what it carries."""
        return ((item, citation) for item in self.cited for citation in item.citations)

    @property
    def sourced(self) -> tuple[Sourced, ...]:
        """Everything that rests on works of the reference layer."""
        return (*self.official_races, *self.terms, *self.reference_events)

    def evidence(self) -> Iterator[tuple[Located, Evidence]]:
        """Yield every reference to a passage, with what rests on it."""
        yield from self.citations()
        yield from ((figure, figure) for figure in self.figures)
        for difference in self.differences:
            positions = difference.positions
            yield from ((difference, item) for p in positions for item in p.evidence)
        yield from ((topic, cell) for topic in self.topics for cell in topic.cells)

    @property
    def named(self) -> tuple[Person | Party | Spot, ...]:
        """Everything that has a name, in forms that differ."""
        return (*self.people, *self.parties, *self.places)

    def variants(self) -> Iterator[Variant]:
        """Yield every form of a name that an article uses."""
        return (variant for item in self.named for variant in item.variants)

    def sources_of(self, evidence: Iterable[Evidence]) -> tuple[Source, ...]:
        """Return the sources that *evidence* names, in the order of the timeline."""
        names = {item.source for item in evidence}
        return tuple(self.source[n] for n in sorted(names, key=self.rank_of_source.__getitem__))

    def passage(self, citation: Evidence) -> Passage | None:
        """Return the passage that *citation* names, if its source has one of that number."""
        return self.passages.get((citation.source, citation.passage))

    def without_drafts(self) -> Timeline:
        """Return the timeline as it is published."""
        published = tuple(event for event in self.events if event.status == "published")
        return self if len(published) == len(self.events) else replace(self, events=published)

    def collections(self) -> Iterator[tuple[str, tuple[Located, ...]]]:
        """Yield each kind of thing that has ids, with its name in the singular."""
        yield from (
            ("event", self.events),
            ("person", self.people),
            ("party", self.parties),
            ("place", self.places),
            ("race", self.races),
            ("source", self.sources),
            ("figure", self.figures),
            ("origin", self.origins),
            ("difference", self.differences),
            ("topic", self.topics),
            ("work", self.works),
            ("correction", self.corrections),
            ("official race", self.official_races),
            ("term", self.terms),
            ("reference event", self.reference_events),
        )


def _by_id(items: Iterable[Item]) -> dict[str, Item]:
    found: dict[str, Item] = {}
    for item in items:
        found.setdefault(item.id, item)
    return found
