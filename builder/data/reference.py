"""The reference layer as published data: apart from all that the articles report.

Takes a timeline; gives the works, results, mayors and facts known beside the articles. Law:
nothing of it is ever counted as coverage; a number that is missing says why.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from builder.data.fields import (
    PEOPLE,
    PERCENT_OF_REGISTERED,
    PERCENT_OF_VALID_VOTES,
    VOTES,
    AmountRecord,
    DateRecord,
    Record,
    amount_record,
    date_record,
)
from builder.models.fields import Shore
from builder.models.reference import Absence, OfficialRace, ReferenceEvent, Term, Work
from builder.reading.timeline import Timeline
from builder.views.wording import Wording

NOTICE = "Known beside the articles, from pages on the web. It never counts as their coverage."
WORKS = Field(description="Ids of the reference works that it rests on.")


class WorkRecord(Record):
    """A page on the web that the reference layer rests on."""

    id: str = Field(description="Its id, which never changes.")
    publisher: str = Field(description="Who published it.")
    title: str | None = Field(description="Its title, if it has one.")
    url: str = Field(description="The address that was read.")
    published: DateRecord | None = Field(description="When it appeared, if it says so.")
    access: Literal["read", "mirror"] = Field(description="Was the page read, or a copy of it?")
    says: str = Field(description="What it says, in our words.")


class CandidateRecord(Record):
    """A candidate and the result."""

    race: str = Field(description="Id of the race of the reference layer.")
    name: str = Field(description="The candidate's name.")
    person: str | None = Field(description="Id of the person, if the articles name them.")
    party_name: str = Field(description="Short name of the party at that time; not an id.")
    votes: AmountRecord = Field(description="The votes.", json_schema_extra=VOTES)
    percent: AmountRecord = Field(
        description="Percent of the valid votes.", json_schema_extra=PERCENT_OF_VALID_VOTES
    )


class OfficialRaceRecord(Record):
    """A race of the reference layer."""

    id: str = Field(description="Its id, which never changes.")
    date: DateRecord = Field(description="The day of the vote.")
    title: str = Field(description="What the race is called.")
    status: Literal["valid", "annulled"] = Field(description="Does the result stand?")
    result: Literal["official", "final-tally", "not-final", "press"] = Field(
        description="Gazetted, a board's tally, not final, or printed by the press alone."
    )
    candidates: tuple[CandidateRecord, ...] = Field(description="Candidates, the winner first.")
    registered: AmountRecord = Field(description="Registered voters.", json_schema_extra=PEOPLE)
    cast: AmountRecord = Field(description="Votes cast.", json_schema_extra=VOTES)
    valid_votes: AmountRecord = Field(description="Valid votes.", json_schema_extra=VOTES)
    invalid_votes: AmountRecord = Field(description="Invalid votes.", json_schema_extra=VOTES)
    turnout: AmountRecord = Field(
        description="Percent of the registered voters.",
        json_schema_extra=PERCENT_OF_REGISTERED,
    )
    margin: AmountRecord = Field(
        description="Votes between the first two.", json_schema_extra=VOTES
    )
    note: str | None = Field(description="What else has to be known.")
    works: tuple[str, ...] = WORKS


class MayorRecord(Record):
    """Who was mayor, from when to when."""

    id: str = Field(description="Its id, which never changes.")
    name: str = Field(description="The mayor's name.")
    person: str | None = Field(description="Id of the person, if the articles name them.")
    start: DateRecord = Field(description="The first day.")
    end: DateRecord | None = Field(description="The last day.")
    end_absence: Absence | None = Field(description="Why there is no last day.")
    how: str = Field(description="How the term came about.")
    note: str | None = Field(description="What else has to be known.")
    works: tuple[str, ...] = WORKS


class FactRecord(Record):
    """A dated fact that the articles do not give."""

    id: str = Field(description="Its id, which never changes.")
    date: DateRecord = Field(description="When.")
    title: str = Field(description="What happened, in a few words.")
    text: str = Field(description="What happened.")
    shore: Shore = Field(description="Did it happen in the city, or in the country?")
    race: str | None = Field(description="Id of the race that it belongs to.")
    status: str | None = Field(description="Where a procedure stands.")
    works: tuple[str, ...] = WORKS


class ReferenceRecord(Record):
    """What is known beside the articles; never counted as their coverage."""

    notice: str = Field(description="What this layer is.")
    works: tuple[WorkRecord, ...] = Field(description="What it rests on.")
    races: tuple[OfficialRaceRecord, ...] = Field(description="Races and their results.")
    mayors: tuple[MayorRecord, ...] = Field(description="Mayors, one term after another.")
    facts: tuple[FactRecord, ...] = Field(description="Dated facts.")


def reference_record(timeline: Timeline, wording: Wording) -> ReferenceRecord:
    """Return the whole reference layer."""
    return ReferenceRecord(
        notice=NOTICE,
        works=tuple(_work(work, wording) for work in timeline.works),
        races=tuple(_race(race, wording) for race in timeline.official_races),
        mayors=tuple(_mayor(term, wording) for term in timeline.terms),
        facts=tuple(_fact(event, wording) for event in timeline.reference_events),
    )


def _work(work: Work, wording: Wording) -> WorkRecord:
    return WorkRecord(
        id=work.id,
        publisher=work.publisher,
        title=work.title,
        url=work.url,
        published=date_record(work.published, wording) if work.published else None,
        access=work.access,
        says=work.says,
    )


def _race(race: OfficialRace, wording: Wording) -> OfficialRaceRecord:
    return OfficialRaceRecord(
        id=race.id,
        date=date_record(race.date, wording),
        title=race.title,
        status=race.status,
        result=race.result,
        candidates=_candidates(race),
        registered=amount_record(race.registered),
        cast=amount_record(race.cast),
        valid_votes=amount_record(race.valid_votes),
        invalid_votes=amount_record(race.invalid_votes),
        turnout=amount_record(race.turnout),
        margin=amount_record(race.margin),
        note=race.note,
        works=race.works,
    )


def _candidates(race: OfficialRace) -> tuple[CandidateRecord, ...]:
    return tuple(
        CandidateRecord(
            race=race.id,
            name=candidate.name,
            person=candidate.person,
            party_name=candidate.party,
            votes=amount_record(candidate.votes),
            percent=amount_record(candidate.percent),
        )
        for candidate in race.candidates
    )


def _mayor(term: Term, wording: Wording) -> MayorRecord:
    end = None if isinstance(term.end, str) else date_record(term.end, wording)
    return MayorRecord(
        id=term.id,
        name=term.name,
        person=term.person,
        start=date_record(term.start, wording),
        end=end,
        end_absence=term.end if isinstance(term.end, str) else None,
        how=term.how,
        note=term.note,
        works=term.works,
    )


def _fact(event: ReferenceEvent, wording: Wording) -> FactRecord:
    return FactRecord(
        id=event.id,
        date=date_record(event.date, wording),
        title=event.title,
        text=event.text,
        shore=event.shore,
        race=event.race,
        status=event.status,
        works=event.works,
    )
