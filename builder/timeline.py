"""All content in one value, indexed: what the checks and the pages ask.

Takes what ``read`` has read; gives lookups by id and the things that carry citations. Law: it is
never changed; the first of two items with the same id wins here, and the checks report the second.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Protocol, TypeVar

from builder.diagnostics import Place
from builder.fields import Located
from builder.figures import Difference, Figure, Origin, Topic
from builder.fingerprints import Fingerprint
from builder.model import (
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
from builder.records import Passage, Source
from builder.reference import OfficialRace, ReferenceEvent, Sourced, Term, Work


class _Named(Protocol):
    @property
    def id(self) -> str: ...


Item = TypeVar("Item", bound=_Named)


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


@dataclass(frozen=True)
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

    @cached_property
    def person(self) -> dict[str, Person]:
        """People by id."""
        return _by_id(self.people)

    @cached_property
    def party(self) -> dict[str, Party]:
        """Parties by id."""
        return _by_id(self.parties)

    @cached_property
    def spot(self) -> dict[str, Spot]:
        """Places by id."""
        return _by_id(self.places)

    @cached_property
    def race(self) -> dict[str, Race]:
        """Races by id."""
        return _by_id(self.races)

    @cached_property
    def source(self) -> dict[str, Source]:
        """Sources by id."""
        return _by_id(self.sources)

    @cached_property
    def figure(self) -> dict[str, Figure]:
        """Figures by id."""
        return _by_id(self.figures)

    @cached_property
    def origin(self) -> dict[str, str]:
        """Names of everybody and everything that a figure can come from, by id."""
        named: tuple[Origin | Person | Source, ...] = (*self.origins, *self.people, *self.sources)
        return {item.id: item.name for item in named}

    @cached_property
    def work(self) -> dict[str, Work]:
        """Works of the reference layer by id."""
        return _by_id(self.works)

    @cached_property
    def official(self) -> dict[str, OfficialRace]:
        """Official results by the id of their race."""
        return _by_id(self.official_races)

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

    def passage(self, citation: Evidence) -> Passage | None:
        """Return the passage that *citation* names, if its source has one of that number."""
        source = self.source.get(citation.source)
        passages = source.passages if source else ()
        return next((p for p in passages if p.number == citation.passage), None)

    def without_drafts(self) -> Timeline:
        """Return the timeline as it is published."""
        published = tuple(event for event in self.events if event.status == "published")
        return replace(self, events=published)

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
            ("official race", self.official_races),
            ("term", self.terms),
            ("reference event", self.reference_events),
        )


def _by_id(items: Iterable[Item]) -> dict[str, Item]:
    found: dict[str, Item] = {}
    for item in items:
        found.setdefault(item.id, item)
    return found
