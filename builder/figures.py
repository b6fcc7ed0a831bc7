"""The models of figures, of differences between the articles, and of what we set side by side.

A figure is one number in one passage: what it measures, of whom, how exactly, in which state of
the count, at which hour, and who counted or said it. Law: a figure without status, date and
origin does not exist here.
"""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from builder.fields import Date, Id, Ids, Located, Number, Text
from builder.model import Evidence
from builder.words import plain

Measure = Literal[
    "share", "votes", "lead-in-votes", "lead-in-points", "increase-in-votes", "boxes-counted",
    "provinces", "districts", "eligible-voters", "voters", "population", "visitors", "crowd",
    "days-in-office", "years-in-power", "decades-in-power", "decades-since", "years-since", "age",
    "share-of-gdp", "downgrades",
]  # fmt: skip
"""What a figure measures. Units: see UNITS."""

UNITS: dict[str, str] = {
    "share": "percent-of-votes",
    "votes": "votes",
    "lead-in-votes": "votes",
    "lead-in-points": "percentage-points",
    "increase-in-votes": "votes",
    "boxes-counted": "percent-of-boxes",
    "provinces": "provinces",
    "districts": "districts",
    "eligible-voters": "people",
    "voters": "people",
    "population": "people",
    "visitors": "people-a-year",
    "crowd": "people",
    "days-in-office": "days",
    "years-in-power": "years",
    "decades-in-power": "decades",
    "years-since": "years",
    "decades-since": "decades",
    "age": "years-of-age",
    "share-of-gdp": "percent-of-gdp",
    "downgrades": "downgrades",
}
Qualifier = Literal["exactly", "about", "nearly", "almost", "more-than", "order-of"]
"""How exact the article is; ``order-of`` is a round plural: thousands, tens of thousands."""

FigureStatus = Literal[
    "partial",
    "preliminary",
    "unofficial",
    "declared",
    "claimed",
    "annulled",
    "official",
    "reported",
]
"""The state of a figure; ``reported`` is for what is not counted in a vote."""


class Origin(Located):
    """Who counted or said something that articles repeat: an agency, a broadcaster, a board."""

    id: Id
    name: Text
    about: Text


class Figure(Evidence):
    """One number in one passage."""

    id: Id
    measure: Measure
    race: Id | None = None
    person: Id | None = None
    party: Id | None = None
    spot: Id | None = Field(None, alias="place")
    value: Number = Field(ge=0)
    of: Number | None = Field(None, description="The whole, where the figure is a part: 25 of 39.")
    qualifier: Qualifier = "exactly"
    status: FigureStatus
    as_of: Date = Field(description="EDTF: the day for which the figure holds.")
    time: Text | None = None
    counted: Number | None = Field(None, description="Percent of ballot boxes counted by then.")
    origin: Id = Field(description="A person, an origin, or the source itself if it names nobody.")

    @model_validator(mode="after")
    def _is_a_percentage_at_most(self) -> Self:
        if self.unit.startswith("percent-") and self.value > 100:
            raise ValueError("a percentage is at most 100")
        return self

    @property
    def unit(self) -> str:
        """The unit of the value."""
        return UNITS[self.measure]

    @property
    def keys(self) -> frozenset[str]:
        """The keys by which its numbers are compared with those of a text."""
        suffix = "s" if self.qualifier == "order-of" else ""
        whole = {plain(self.of)} if self.of is not None else set()
        return frozenset({plain(self.value) + suffix, *whole})

    @property
    def subject(self) -> tuple[str | None, ...]:
        """What the figure is about: two figures with the same subject can be compared."""
        return (self.measure, self.race, self.person, self.party, self.spot)

    @property
    def hour(self) -> tuple[str, str | None, str]:
        """When it held: the day, the part of the day, the share of boxes counted."""
        return (self.as_of.text, self.time, str(self.counted))


class Position(Located):
    """What one or more articles say on a question."""

    says: Text = Field(description="The position in a few words of ours.")
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    figures: Ids = ()


DifferenceKind = Literal[
    "hour", "contradiction", "slip", "translation", "rounding", "arithmetic", "scope", "wording"
]


class Difference(Located):
    """A question on which the articles, or their own figures, differ; and how we deal with it."""

    id: Id
    question: Text
    kind: DifferenceKind
    positions: tuple[Position, ...] = Field(min_length=2)
    resolution: Text = Field(description="How we resolve it, or why we cannot.")
    references: Ids = Field(
        (), description="Works of the reference layer that the resolution uses."
    )
    events: Ids = ()

    @property
    def sources(self) -> frozenset[str]:
        """The articles that take a position."""
        return frozenset(e.source for position in self.positions for e in position.evidence)


class Cell(Evidence):
    """What one article says on a topic."""

    says: Text = Field(description="A few words of ours, or the figure.")


class Topic(Located):
    """A row of the comparison: one topic, and what each article says on it."""

    id: Id
    title: Text
    cells: tuple[Cell, ...] = Field(min_length=2)
    difference: Id | None = None
