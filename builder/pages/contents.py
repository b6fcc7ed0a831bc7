"""What each kind of page shows, as small frozen values.

Made by ``pages``, printed by the template of the same name. Law: nothing is left to decide.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from builder.citing.entries import CiteForms
from builder.citing.provenance import Provenance
from builder.models.content import Person, Race
from builder.models.corrections import Correction
from builder.models.figures import Difference
from builder.models.records import Oddity, Passage, Source
from builder.models.reference import ReferenceEvent, Work
from builder.pages.embedding import EmbedOffer
from builder.reading.choices import Choices
from builder.views.views import ListedEvent, ShownEvent, ShownRace, TextPiece
from builder.views.wording import When


@dataclass(frozen=True)
class ShownFact:
    """A dated fact of the reference layer."""

    event: ReferenceEvent
    when: When
    works: tuple[Work, ...]

    @property
    def path(self) -> str:
        """Where it stands."""
        return f"reference.html#fact-{self.event.id}"


@dataclass(frozen=True)
class Year:
    """The events of a year in a chapter, and the facts of the reference layer beside them."""

    label: str
    events: tuple[ShownEvent, ...]
    facts: tuple[ShownFact, ...] = ()


@dataclass(frozen=True)
class Chapter:
    """A race and what happened from its day until the next; the first may be before any race."""

    race: ShownRace | None
    heading: str
    """What stands over it where no race does."""
    sounding: str
    """How long it is from this race to the next."""
    years: tuple[Year, ...]


@dataclass(frozen=True)
class Lead:
    """A row of the strip of leads: a race, and where it stands on the timeline."""

    shown: ShownRace
    place: str


@dataclass(frozen=True)
class Opening:
    """With what the home page opens, however large the archive is."""

    text: tuple[TextPiece, ...]
    leads: tuple[Lead, ...]
    axis: tuple[tuple[str, str], ...]
    """Labels of the strip of leads, and their position in percent of its width."""


@dataclass(frozen=True)
class Home:
    """The timeline."""

    opening: Opening
    chapters: tuple[Chapter, ...]
    choices: Choices
    embed: EmbedOffer


@dataclass(frozen=True)
class Neighbours:
    """The events before and after one, if there are any."""

    before: ListedEvent | None = None
    after: ListedEvent | None = None


@dataclass(frozen=True)
class EventPage:
    """An event, and its neighbours in time and within its race."""

    shown: ShownEvent
    place: str
    """Where it stands on the timeline."""
    in_time: Neighbours
    in_race: Neighbours
    forms: CiteForms
    provenance: Provenance
    embed: EmbedOffer


@dataclass(frozen=True)
class Listing:
    """The events of a kind or of a party."""

    name: str
    index_title: str
    index_path: str
    about: str
    variants: tuple[tuple[str, tuple[Source, ...]], ...]
    events: tuple[ListedEvent, ...] = ()
    parts: tuple[Listed, ...] = ()
    """The pages among which the events are shared out, where they are too many for one."""


@dataclass(frozen=True)
class Listed:
    """An entry of an index: where it leads, what it is called, and how many events it has."""

    path: str
    name: str
    about: str
    count: int


@dataclass(frozen=True)
class Quoted:
    """Words of a passage that are quoted somewhere on the site."""

    words: str
    speaker: Person | None
    original: str


@dataclass(frozen=True)
class Use:
    """Something on the site that cites a passage."""

    path: str
    title: str
    when: str


@dataclass(frozen=True)
class ShownPassage:
    """A passage, the words quoted from it, and what cites it."""

    passage: Passage
    oddities: tuple[Oddity, ...]
    quoted: tuple[Quoted, ...]
    uses: tuple[Use, ...]


@dataclass(frozen=True)
class SourcePage:
    """An article's record and its passages."""

    source: Source
    published: When
    relative_published: When | None
    languages: tuple[str, ...]
    passages: tuple[ShownPassage, ...]
    original: str
    differences: tuple[Difference, ...]
    corrections: tuple[Correction, ...]


@dataclass(frozen=True)
class PersonPage:
    """A person, the forms of the name, and the events."""

    person: Person
    text: tuple[TextPiece, ...]
    variants: tuple[tuple[str, tuple[Source, ...]], ...]
    races: tuple[Race, ...]
    events: tuple[ListedEvent, ...]
    parts: tuple[Listed, ...]
    """The pages among which the events are shared out, where they are too many for one."""
    differences: tuple[Difference, ...]
    corrections: tuple[Correction, ...]


@dataclass(frozen=True)
class Index:
    """A list of pages of one kind."""

    entries: tuple[object, ...]


@dataclass(frozen=True)
class ProsePage:
    """A page about the site."""

    body: Markup
