"""The models of the reference layer: what is known beside the five articles.

Another kind of evidence: a page on the web whose address was read and whose text is not held
here. It is never counted as coverage by the articles. Law: what is unknown says so; unknown, not
yet, not applicable and zero are four different things.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from builder.fields import Date, Id, Ids, Located, Shore, Text, Url

Absence = Literal["unknown", "not-yet", "not-applicable"]


def _to_known(typed: Any) -> Any:
    if not isinstance(typed, str) or typed in ("unknown", "not-yet", "not-applicable"):
        return typed
    try:
        return Decimal(typed.replace(",", ""))
    except InvalidOperation as error:
        raise ValueError(f"{typed!r} is neither a number nor 'unknown'") from error


Known = Annotated[Decimal | Absence, BeforeValidator(_to_known)]
"""A number, or the reason why there is none."""


class Work(Located):
    """A page on the web: who published it, where, when, and what it says, in our words."""

    id: Id
    publisher: Text
    title: Text | None = None
    url: Url
    published: Date | None = None
    access: Literal["read", "mirror"] = Field(
        "read", description="Was the page itself read, or a copy of it on another site?"
    )
    says: Text


class Candidate(Located):
    """A candidate with the party of that time, and the result as far as it is known."""

    name: Text
    person: Id | None = Field(None, description="The id in content/people.yaml, if there is one.")
    party: Text = Field(description="Short name of the party at that time.")
    votes: Known
    percent: Known = Field(description="Percent of the valid votes, as the works print it.")


class Sourced(Located):
    """Anything that rests on works of the reference layer."""

    id: Id
    works: Ids = Field(min_length=1)


class OfficialRace(Sourced):
    """A metropolitan race and its result, as far as the works of the reference layer give it."""

    date: Date
    title: Text
    status: Literal["valid", "annulled"]
    result: Literal["official", "final-tally", "not-final", "press"] = Field(
        description="Gazetted, a board's tally, not final, or printed by the press alone."
    )
    candidates: tuple[Candidate, ...] = Field(min_length=1)
    registered: Known
    cast: Known
    valid_votes: Known
    invalid_votes: Known
    turnout: Known = Field(description="Percent of registered voters, as the works print it.")
    margin: Known = Field(description="Votes between the first two, as the works print it.")
    note: Text | None = None


class Term(Sourced):
    """Who was mayor, from when to when, and how."""

    name: Text
    person: Id | None = None
    start: Date
    end: Date | Absence
    how: Text
    note: Text | None = None


class ReferenceEvent(Sourced):
    """A dated fact that the articles do not give."""

    date: Date
    title: Text
    text: Text
    shore: Shore
    race: Id | None = None
    status: Text | None = Field(None, description="Procedural status, such as 'trial not ended'.")
