"""What a page shows: texts bound to numbered notes, dates in words, links.

Takes a timeline and its wording; gives small frozen values with nothing left to decide. Law:
within a page the same words of the same passage are one note, numbered in the order of reading.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import quote

from markupsafe import Markup, escape

from builder.models.content import Cited, Event, Evidence, Party, Person, Race
from builder.models.corrections import Correction
from builder.models.figures import Difference, Figure
from builder.models.records import Passage, Source
from builder.reading.last_changes import corrections_of
from builder.reading.timeline import Timeline
from builder.text.markup import render_pieces
from builder.text.words import plain
from builder.views.drawings import Span
from builder.views.held_figures import HELD_FIGURE, OPEN, SPACE, describe_figure, hold_figures
from builder.views.paths import event_path, passage_path, relative_href
from builder.views.places import figure_place
from builder.views.wording import When, Wording

FRAGMENT_WORDS = 4
"""A text fragment needs as many words as a quotation to be unique."""


@dataclass(frozen=True)
class Note:
    """A cited passage as a page's numbered note shows it."""

    number: int
    source: Source
    passage: Passage
    quotation: str | None
    speaker: Person | None
    original: str
    """Address of the words in the original, or '' where no exact address is known."""

    @property
    def path(self) -> str:
        """Where the passage stands on the site."""
        return passage_path(self.source.id, self.passage.number)


@dataclass(frozen=True)
class TextPiece:
    """A stretch of HTML, its last word apart, and the notes whose markers follow."""

    html: Markup
    last_word: Markup
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class ListedEvent:
    """An event as lists show it, without its text."""

    event: Event
    when: When
    corrections: tuple[Correction, ...]
    """How it was corrected, the earliest first."""
    is_ferried: bool = field(default=False, kw_only=True)
    """Whether it is shown on the other shore, because its own is full (``shores``)."""

    @property
    def side(self) -> str:
        """The side of the water that it is shown on: west is the city's, east the country's."""
        return "west" if (self.event.shore == "city") != self.is_ferried else "east"

    @property
    def path(self) -> str:
        """The page of the event."""
        return event_path(self.event.id)


@dataclass(frozen=True)
class ShownEvent(ListedEvent):
    """An event, ready to be shown on a page."""

    text: tuple[TextPiece, ...]
    people: tuple[Person, ...]
    parties: tuple[Party, ...]
    places: tuple[str, ...]
    sources: tuple[Source, ...]
    race: Race | None
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class ShownFigure:
    """A figure as it is read: its value in words, its state, its hour, its origin, its note."""

    figure: Figure
    text: str
    when: When
    counted: str
    """Percent of ballot boxes counted by then, or ''."""
    origin: str
    note: Note
    person: Person | None
    party: Party | None
    place: str
    race: Race | None
    corrections: tuple[Correction, ...]


@dataclass(frozen=True)
class ShownRace:
    """A race, ready to be shown as a bridge and as a row of the strip of leads."""

    race: Race
    when: When
    text: tuple[TextPiece, ...]
    shares: tuple[ShownFigure, ...]
    lead: ShownFigure | None
    span: Span | None
    corrections: tuple[Correction, ...]


def original_address(source: Source, quotation: str | None) -> str:
    """Return the article's address with a text fragment that points at *quotation*.

    https://wicg.github.io/scroll-to-text-fragment/. Empty unless the address is exact.
    Quotation marks are printed in many ways, so the longest stretch without any is used.
    """
    if source.address.certainty != "exact" or source.address.url is None:
        return ""
    stretches = _without_marks(quotation or "")
    longest = max(stretches, key=len, default=[])
    if len(longest) < FRAGMENT_WORDS:
        return source.address.url
    return f"{source.address.url}#:~:text={_encode(' '.join(longest))}"


def _without_marks(quotation: str) -> list[list[str]]:
    stretches: list[list[str]] = [[]]
    for word in quotation.split():
        if any(mark in word for mark in "\"'“”‘’„«»"):
            stretches.append([])
        else:
            stretches[-1].append(word)
    return stretches


def _encode(text: str) -> str:
    """Percent-encode for a text directive, where hyphen, comma and ampersand have a meaning."""
    return quote(text, safe="").replace("-", "%2D")


def list_event(timeline: Timeline, wording: Wording, event: Event) -> ListedEvent:
    """Return *event* as lists show it."""
    when = wording.when(event.date, event.time)
    return ListedEvent(event, when, corrections_of(timeline, "event", event.id))


@dataclass
class Notebook:
    """The notes of one page, numbered as they are first needed."""

    timeline: Timeline
    wording: Wording
    path: str = "index.html"
    """The page, from which links lead."""
    _notes: dict[tuple[str, int, str | None], Note] = field(default_factory=dict)

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes so far, in order."""
        return tuple(self._notes.values())

    def note(self, citation: Evidence) -> Note:
        """Return the note of *citation*, a new one if the page has none for those words."""
        key = (citation.source, citation.passage, citation.quotation)
        if key not in self._notes:
            source = self.timeline.source[citation.source]
            passage = self.timeline.passage(citation)
            assert passage is not None, "checked: every citation names a passage"
            self._notes[key] = Note(
                len(self._notes) + 1,
                source,
                passage,
                citation.quotation,
                self.timeline.person[citation.said_by] if citation.said_by else None,
                original_address(source, citation.quotation),
            )
        return self._notes[key]

    def text(self, item: Cited) -> tuple[TextPiece, ...]:
        """Return the body of *item*: markers as notes, figures as links."""
        cited = {citation.id: citation for citation in item.citations}
        return tuple(
            TextPiece(
                self._link(piece.html),
                self._link(piece.last_word),
                tuple(self.note(cited[name]) for name in piece.citations),
            )
            for piece in render_pieces(hold_figures(self.timeline, item))
        )

    def _link(self, html: Markup) -> Markup:
        """Return *html* with every held figure as a link to its record."""
        if OPEN not in html:
            return html
        return Markup(HELD_FIGURE.sub(lambda held: self._figure_link(held[1], held[2]), html))

    def _figure_link(self, name: str, typed: str) -> str:
        href = relative_href(self.path, figure_place(self.timeline, name))
        title = describe_figure(self.timeline.figure[name], self.timeline, self.wording)
        words = typed.replace(SPACE, " ")
        return f'<a class="figure" href="{escape(href)}" title="{escape(title)}">{words}</a>'

    def event(self, event: Event) -> ShownEvent:
        """Return *event* ready to be shown."""
        timeline = self.timeline
        return ShownEvent(
            event,
            self.wording.when(event.date, event.time),
            corrections_of(timeline, "event", event.id),
            self.text(event),
            tuple(timeline.person[name] for name in event.people),
            tuple(timeline.party[name] for name in event.parties),
            tuple(timeline.spot[name].name for name in event.places),
            timeline.sources_of(event.citations),
            timeline.race[event.race] if event.race else None,
            timeline.related.differences_of_event.get(event.id, ()),
        )

    def race(self, race: Race, span: Span | None) -> ShownRace:
        """Return *race* ready to be shown; *span* is its lead as a drawing."""
        figures = self.timeline.figure
        return ShownRace(
            race,
            self.wording.when(race.date),
            self.text(race),
            tuple(self.figure(figures[name]) for name in race.shares),
            self.figure(figures[race.lead]) if race.lead else None,
            span,
            corrections_of(self.timeline, "race", race.id),
        )

    def figure(self, figure: Figure) -> ShownFigure:
        """Return *figure* as it is read, with its note."""
        timeline = self.timeline
        counted = self.wording.number(figure.counted) if figure.counted is not None else ""
        return ShownFigure(
            figure,
            self.value(figure),
            self.wording.when(figure.as_of, figure.time),
            counted,
            timeline.origin[figure.origin],
            self.note(figure),
            timeline.person.get(figure.person or ""),
            timeline.party.get(figure.party or ""),
            timeline.spot[figure.spot].name if figure.spot else "",
            timeline.race.get(figure.race or ""),
            corrections_of(timeline, "figure", figure.id),
        )

    def value(self, figure: Figure) -> str:
        """Return a figure's value with unit, whole and qualifier, such as "nearly 50.92%"."""
        say = self.wording.say
        if figure.qualifier == "order-of":
            return say(f"magnitude.{plain(figure.value)}")
        text = self.wording.measure(figure.unit, figure.value)
        if figure.of is not None:
            text = say("figure.of", value=figure.value, whole=figure.of)
        return say(f"qualifier.{figure.qualifier}", value=text)
