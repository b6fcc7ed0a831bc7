"""The models of the reference layer: what is known beside the five articles.

Another kind of evidence: a page on the web whose address was read and whose text is not held
here. It is never counted as coverage by the articles. Law: what is unknown says so; unknown, not
yet, not applicable and zero are four different things.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from builder.models.fields import (
    NUMBER_SCHEMA,
    Date,
    Id,
    Located,
    Meanings,
    PersonId,
    RaceId,
    Shore,
    Text,
    Url,
    WorkId,
    to_decimal,
)

Absence = Annotated[
    Literal["unknown", "not-yet", "not-applicable"],
    Meanings({
        "unknown": "There is one, and no work gives it.",
        "not-yet": "There is none yet.",
        "not-applicable": "There cannot be one.",
    }),
]  # fmt: skip


def _to_known(typed: Any) -> Any:
    if not isinstance(typed, str) or typed in ("unknown", "not-yet", "not-applicable"):
        return typed
    try:
        return to_decimal(typed)
    except ValueError as error:
        raise ValueError(f"{typed!r} is neither a number nor 'unknown'") from error


Known = Annotated[
    Annotated[Decimal, WithJsonSchema(NUMBER_SCHEMA)] | Absence, BeforeValidator(_to_known)
]
"""A number, or the reason why there is none."""


class Work(Located):
    """A page on the web: who published it, where, when, and what it says, in our words."""

    id: Id
    publisher: Text = Field(description="Who published the page.")
    title: Text | None = Field(None, description="Its title, if it has one.")
    url: Url = Field(description="The address that was read, beginning with https://.")
    published: Date | None = Field(
        None, description="EDTF: when it was published, if it says so, such as 2019-05-06."
    )
    access: Annotated[
        Literal["read", "mirror"],
        Meanings({"read": "The page itself was read.", "mirror": "A copy on another site was."}),
    ] = Field("read", description="Was the page itself read, or a copy of it on another site?")
    says: Text = Field(description="What the page says on our subject, in our words.")


class Candidate(Located):
    """A candidate with the party of that time, and the result as far as it is known."""

    name: Text = Field(description="The name as it is shown.")
    person: PersonId | None = Field(
        None, description="The id in content/people.yaml, if there is one."
    )
    party: Text = Field(description="Short name of the party at that time.")
    votes: Known = Field(description="Votes for this candidate, or why there is no number.")
    percent: Known = Field(description="Percent of the valid votes, as the works print it.")


class Sourced(Located):
    """Anything that rests on works of the reference layer."""

    id: Id
    works: tuple[WorkId, ...] = Field(
        min_length=1, description="The works that say so (content/reference/works.yaml)."
    )


class OfficialRace(Sourced):
    """A metropolitan race and its result, as far as the works of the reference layer give it."""

    date: Date
    title: Text = Field(description="The name of the race, such as The race of 12 May 1991.")
    status: Annotated[
        Literal["valid", "annulled"],
        Meanings({"valid": "The result stands.", "annulled": "The result was annulled."}),
    ] = Field(description="Does the result stand?")
    result: Annotated[
        Literal["official", "final-tally", "not-final", "press"],
        Meanings({
            "official": "Gazetted.",
            "final-tally": "A board’s final tally.",
            "not-final": "A board’s tally that is not final.",
            "press": "Printed by the press alone.",
        }),
    ] = Field(description="What kind of result the works give.")  # fmt: skip
    candidates: tuple[Candidate, ...] = Field(
        min_length=1, description="The candidates, the first of the result first."
    )
    registered: Known = Field(description="Registered voters, or why there is no number.")
    cast: Known = Field(description="Votes cast, valid and invalid, or why there is no number.")
    valid_votes: Known = Field(description="Valid votes, or why there is no number.")
    invalid_votes: Known = Field(description="Invalid votes, or why there is no number.")
    turnout: Known = Field(description="Percent of registered voters, as the works print it.")
    margin: Known = Field(description="Votes between the first two, as the works print it.")
    note: Text | None = Field(None, description="What a reader should know about these numbers.")


class Term(Sourced):
    """Who was mayor, from when to when, and how."""

    name: Text = Field(description="The name as it is shown.")
    person: PersonId | None = Field(
        None, description="The id in content/people.yaml, if there is one."
    )
    start: Date = Field(description="EDTF: when the term began, such as 1984 or 2019-05-06.")
    end: Date | Absence = Field(description="EDTF: when it ended, or not-yet.")
    how: Text = Field(description="How the office was won and lost, in a few words.")
    note: Text | None = Field(None, description="What a reader should know about these dates.")


class ReferenceEvent(Sourced):
    """A dated fact that the articles do not give."""

    date: Date
    title: Text = Field(description="Short, concrete, without adjectives that judge.")
    text: Text = Field(description="What happened, in one to three sentences of ours.")
    shore: Shore = Field(description="Does it happen in the city, or in the country?")
    race: RaceId | None = Field(
        None, description="The race that it belongs to (content/races.yaml)."
    )
    status: Text | None = Field(None, description="Procedural status, such as 'trial not ended'.")
