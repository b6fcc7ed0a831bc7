"""What the pages of figures, differences and reference show, as small frozen values.

Made by ``race_pages``, ``figure_pages`` and ``reference_pages``, printed by the template of the
same name. Law: nothing is left to decide.
"""

from __future__ import annotations

from dataclasses import dataclass

from builder.models.content import Event, Race
from builder.models.figures import Difference, Topic
from builder.models.records import Source
from builder.models.reference import Candidate, OfficialRace, Term, Work
from builder.pages.contents import Listed, ShownFact, SourcePage
from builder.pages.embedding import EmbedOffer
from builder.views.views import ListedEvent, Note, ShownEvent, ShownFigure, ShownRace
from builder.views.wording import When


@dataclass(frozen=True)
class Computed:
    """A sum of ours, with its working, beside what is printed."""

    label: str
    working: str
    result: str
    printed: str
    """What an article or work prints for it, or ''."""
    agrees: bool


@dataclass(frozen=True)
class ShownCandidate:
    """A candidate of an official result; each number is text, or says why there is none."""

    candidate: Candidate
    votes: str
    percent: str


@dataclass(frozen=True)
class ShownOfficial:
    """An official result as far as it is known: another kind of evidence than the articles."""

    official: OfficialRace
    when: When
    candidates: tuple[ShownCandidate, ...]
    facts: tuple[tuple[str, str], ...]
    """Names and values: registered voters, votes cast, turnout, margin."""
    computed: tuple[Computed, ...]
    works: tuple[Work, ...]


@dataclass(frozen=True)
class ShownDifference:
    """A difference with its positions, each with its notes."""

    difference: Difference
    positions: tuple[tuple[str, tuple[Note, ...]], ...]
    events: tuple[Event, ...]
    works: tuple[Work, ...]


@dataclass(frozen=True)
class CountStep:
    """What an article gave when so many ballot boxes were counted."""

    counted: str
    """Percent of the boxes."""
    position: str
    """Percent of the way along the axis."""
    figures: tuple[ShownFigure, ...]


@dataclass(frozen=True)
class RacePage:
    """A race: what the articles report, the official result beside it, its events."""

    shown: ShownRace
    place: str
    """Where it stands on the timeline."""
    figures: tuple[ShownFigure, ...]
    figure_lists: tuple[Listed, ...]
    """The pages that list the figures, where they are too many for this one."""
    count: tuple[CountStep, ...]
    """The count as it came in; empty unless there are figures of two stages."""
    axis: tuple[int, int]
    """Where the axis of the count begins and ends, in percent of the boxes."""
    computed: tuple[Computed, ...]
    official: ShownOfficial | None
    differences: tuple[Difference, ...]
    events: tuple[ListedEvent, ...]
    parts: tuple[Listed, ...]
    """The pages among which the events are shared out, where they are too many for one."""
    twin: Race | None
    """The annulled race that this one repeats, or the one that repeats it."""
    before: Race | None
    after: Race | None
    embed: EmbedOffer


@dataclass(frozen=True)
class RacesPage:
    """All races: those of the articles, and every one as far as the reference layer knows it."""

    shown: tuple[ShownRace, ...]
    officials: tuple[ShownOfficial, ...]


@dataclass(frozen=True)
class FigureGroup:
    """The figures of a race, or those of none."""

    title: str
    figures: tuple[ShownFigure, ...]


@dataclass(frozen=True)
class FiguresPage:
    """Every figure that the articles give."""

    groups: tuple[FigureGroup, ...]
    computed: tuple[Computed, ...]


@dataclass(frozen=True)
class FigureLists:
    """The lists of figures of a large archive, and what follows from figures."""

    lists: tuple[Listed, ...]
    computed: tuple[Computed, ...]
    """Leads that follow from the shares of the same article, beside those it prints."""


@dataclass(frozen=True)
class DifferencesPage:
    """Every difference, with how it is resolved."""

    entries: tuple[ShownDifference, ...]


@dataclass(frozen=True)
class ShownCell:
    """What one article says on a topic, each saying with its note; none where it is silent."""

    source: Source
    said: tuple[tuple[str, Note], ...]


@dataclass(frozen=True)
class ShownTopic:
    """A row of the comparison: a cell for each article, and the difference it shows, if any."""

    topic: Topic
    cells: tuple[ShownCell, ...]
    difference: Difference | None


@dataclass(frozen=True)
class Comparison:
    """Topics down, articles across."""

    sources: tuple[Source, ...]
    topics: tuple[ShownTopic, ...]


@dataclass(frozen=True)
class ShownTerm:
    """Who was mayor, from when to when."""

    term: Term
    start: When
    end: str
    works: tuple[Work, ...]


@dataclass(frozen=True)
class ShownWork:
    """A page on the web, with the day on which it was published, if that is known."""

    work: Work
    published: When | None


@dataclass(frozen=True)
class ReferencePage:
    """The reference layer: mayors, dated facts, works."""

    terms: tuple[ShownTerm, ...]
    facts: tuple[ShownFact, ...]
    works: tuple[ShownWork, ...]


@dataclass(frozen=True)
class KnownDay:
    """The page of a day, for the list of all of them."""

    path: str
    when: When
    is_current: bool


@dataclass(frozen=True)
class KnownPage:
    """What was known at the end of a day."""

    when: When
    events: tuple[ShownEvent, ...]
    facts: tuple[ShownFact, ...]
    days: tuple[KnownDay, ...]


@dataclass(frozen=True)
class Tally:
    """How much of an article the site holds, counted when it is built."""

    source: Source
    passages: int
    figures: int
    quotations: int
    quoted_words: int
    differences: int


@dataclass(frozen=True)
class SourcesPage:
    """All articles, and how much of each the site holds."""

    entries: tuple[SourcePage, ...]
    tallies: tuple[Tally, ...]
