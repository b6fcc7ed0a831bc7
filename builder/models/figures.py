"""The models of figures, of differences between the articles, and of what we set side by side.

A figure is one number in one passage: what it measures, of whom, how exactly, in which state of
the count, at which hour, and who counted or said it. Law: a figure without status, date and
origin does not exist here.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from builder.models.content import Evidence
from builder.models.fields import (
    Date,
    DifferenceId,
    EventId,
    FigureId,
    Id,
    Located,
    Meanings,
    Number,
    OriginId,
    PartyId,
    PersonId,
    PlaceId,
    RaceId,
    Text,
    WorkId,
)
from builder.text.words import plain

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
MEASURES: dict[str, str] = {
    "share": "Somebody’s share of the votes, in percent.",
    "votes": "Somebody’s votes.",
    "lead-in-votes": "By how many votes somebody leads.",
    "lead-in-points": "By how many percentage points somebody leads.",
    "increase-in-votes": "How many votes somebody gained between two races.",
    "boxes-counted": "Ballot boxes counted, in percent.",
    "provinces": "Provinces or cities won; `of` is how many there are.",
    "districts": "Districts won or held; `of` is how many there are.",
    "eligible-voters": "How many people may vote.",
    "voters": "How many people vote.",
    "population": "How many people live there.",
    "visitors": "How many people visit in a year.",
    "crowd": "How many people gather.",
    "days-in-office": "For how many days somebody holds an office.",
    "years-in-power": "For how many years somebody governs.",
    "decades-in-power": "For how many decades somebody governs.",
    "decades-since": "How many decades ago something was.",
    "years-since": "How many years ago something was.",
    "age": "Somebody’s age, in years.",
    "share-of-gdp": "The share of the country’s economic output, in percent.",
    "downgrades": "How often a credit rating is cut.",
}
"""What each measure means, for whoever chooses one."""

Qualifier = Annotated[
    Literal["exactly", "about", "nearly", "almost", "more-than", "order-of"],
    Meanings({
        "exactly": "The number and nothing more; need not be typed.",
        "about": "About, around, some, roughly.",
        "nearly": "The article says nearly.",
        "almost": "The article says almost.",
        "more-than": "More than, over, above, at least.",
        "order-of": "A round plural: thousands, tens of thousands.",
    }),
]  # fmt: skip
"""How exact the article is."""

FigureStatus = Annotated[
    Literal[
        "partial", "preliminary", "unofficial", "declared", "claimed", "annulled", "official",
        "reported",
    ],
    Meanings({
        "partial": "Some of the votes are counted.",
        "preliminary": "A first result that can still change.",
        "unofficial": "A whole result that no board has confirmed.",
        "declared": "The board has declared it.",
        "claimed": "Somebody who took part claims it.",
        "annulled": "It was declared and then annulled.",
        "official": "The final result.",
        "reported": "Not counted in a vote: an age, a crowd, a population.",
    }),
]  # fmt: skip
"""The state of a figure."""


class Origin(Located):
    """Who counted or said something that articles repeat: an agency, a broadcaster, a board."""

    id: Id
    name: Text = Field(description="The name as it is shown.")
    about: Text = Field(description="Who that is, and which article names it for what.")


class Figure(Evidence):
    """One number in one passage."""

    id: Id
    measure: Annotated[Measure, Meanings(MEASURES)] = Field(
        description="What is counted or measured; it decides the unit."
    )
    race: RaceId | None = Field(None, description="The race that the number is of.")
    person: PersonId | None = Field(None, description="Whom the number is about.")
    party: PartyId | None = Field(None, description="The party that the number is about.")
    spot: PlaceId | None = Field(
        None, alias="place", description="The place that the number is about."
    )
    value: Number = Field(
        ge=0, description="The number, such as 775000 or 50.92; 1000 for thousands."
    )
    of: Number | None = Field(None, description="The whole, where the figure is a part: 25 of 39.")
    qualifier: Qualifier = Field(
        "exactly", description="How exact the article is: exactly if left out."
    )
    status: FigureStatus = Field(description="The state of the count, or reported.")
    as_of: Date = Field(description="EDTF: the day for which the figure holds, such as 2019-05-06.")
    time: Text | None = Field(
        None, description="The part of the day, as the article has it, such as night."
    )
    counted: Number | None = Field(None, description="Percent of ballot boxes counted by then.")
    origin: OriginId = Field(
        description="A person, an origin, or the source itself if it names nobody."
    )

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
    evidence: tuple[Evidence, ...] = Field(min_length=1, description="The passages that say so.")
    figures: tuple[FigureId, ...] = Field((), description="The figures that take this position.")


DifferenceKind = Annotated[
    Literal[
        "hour", "contradiction", "slip", "translation", "rounding", "arithmetic", "scope", "wording"
    ],
    Meanings({
        "hour": "They speak of different hours or stages of a count.",
        "contradiction": "They cannot both be right.",
        "slip": "One of them is a slip of the pen.",
        "translation": "It arose in translation.",
        "rounding": "One is the other, rounded.",
        "arithmetic": "The numbers of an article do not add up.",
        "scope": "They speak of different things or areas.",
        "wording": "They use different words for the same.",
    }),
]  # fmt: skip


class Difference(Located):
    """A question on which the articles, or their own figures, differ; and how we deal with it."""

    id: Id
    question: Text = Field(description="The question on which they differ, as a question.")
    kind: DifferenceKind = Field(description="Why they differ.")
    positions: tuple[Position, ...] = Field(
        min_length=2, description="The answers, each with the passages that give it."
    )
    resolution: Text = Field(description="How we resolve it, or why we cannot.")
    references: tuple[WorkId, ...] = Field(
        (), description="Works of the reference layer that the resolution uses."
    )
    events: tuple[EventId, ...] = Field((), description="The events that it touches.")

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
    title: Text = Field(description="The topic in a few words.")
    cells: tuple[Cell, ...] = Field(
        min_length=2, description="What each article says on it, one cell per passage."
    )
    difference: DifferenceId | None = Field(
        None, description="The difference that the cells show (content/differences.yaml)."
    )
