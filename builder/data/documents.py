"""The JSON files: the whole timeline, one file per event, and the schemas they keep.

Takes a publisher of a timeline; gives ``timeline.json``, ``events/<id>.json`` and JSON Schemas
(2020-12). Law: the schemas are made of the classes that make the files, and allow nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from pydantic import Field
from pydantic_core import to_json as dump_json

from builder.data.fields import EVENTS, Record
from builder.data.models import (
    VERSION,
    CorrectionRecord,
    DifferenceRecord,
    EventRecord,
    FigureRecord,
    OriginRecord,
    PartyRecord,
    PersonRecord,
    PlaceRecord,
    RaceRecord,
    SourceRecord,
    StatementRecord,
    TopicRecord,
)
from builder.data.records import (
    correction_record,
    difference_record,
    event_record,
    figure_record,
    party_record,
    person_record,
    place_record,
    race_record,
    source_record,
    topic_record,
)
from builder.data.reference import ReferenceRecord, reference_record
from builder.data.statements import Publisher
from builder.models.corrections import Corrected
from builder.reading.content_date import find_content_date

LICENCE = "CC-BY-4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
QUOTATIONS = "Quotations from the articles belong to their publishers and are not licensed."


class LicenceRecord(Record):
    """Whose it is."""

    name: str = Field(description="The licence of our texts and data (SPDX).")
    url: str = Field(description="The licence's address.")
    quotations: str = Field(description="What the licence does not cover.")
    attribution: str = Field(description="The name to give as the source.")


class FilterRecord(Record):
    """Says that only some events are here, with their figures, differences and corrections.

    Written by the site's page when a reader filters.
    """

    shown: int = Field(description="How many events are here.", json_schema_extra=EVENTS)
    all: int = Field(description="How many there are.", json_schema_extra=EVENTS)
    wanted: dict[str, str] = Field(description="What the reader chose.")


class Document(Record):
    """What every JSON file says of itself."""

    schema_: str = Field(alias="$schema", description="The schema, beside this file.")
    version: str = Field(description="Version of the format (semver.org).")
    site: str = Field(description="The name of the site.")
    base_url: str | None = Field(description="Where the site lies, if that was known.")
    language: str = Field(description="Language of our texts (ISO 639-1).")
    content_date: date = Field(
        description="The newest day on which anything it rests on appeared, or it was changed."
    )
    licence: LicenceRecord = Field(description="The licence, and what it does not cover.")


class TimelineDocument(Document):
    """Everything: what the articles report, and apart from it what is known beside them."""

    coverage: str = Field(description="What the timeline covers, and where it ends.")
    filter: FilterRecord | None = Field(description="Null: all events are here.")
    opening: StatementRecord = Field(description="The words over the timeline.")
    events: tuple[EventRecord, ...] = Field(description="Events in order of time.")
    races: tuple[RaceRecord, ...] = Field(description="Races in order of time.")
    people: tuple[PersonRecord, ...] = Field(description="People whom the articles name.")
    parties: tuple[PartyRecord, ...] = Field(description="Parties.")
    places: tuple[PlaceRecord, ...] = Field(description="Places.")
    sources: tuple[SourceRecord, ...] = Field(description="The articles' records.")
    origins: tuple[OriginRecord, ...] = Field(description="Who counted or said what they repeat.")
    figures: tuple[FigureRecord, ...] = Field(description="Every number that the articles give.")
    differences: tuple[DifferenceRecord, ...] = Field(description="Where the articles differ.")
    comparison: tuple[TopicRecord, ...] = Field(description="The articles side by side.")
    corrections: tuple[CorrectionRecord, ...] = Field(description="What had to be corrected.")
    reference: ReferenceRecord = Field(description="What is known beside the articles.")


class EventDocument(Document):
    """An event with all its evidence."""

    event: EventRecord = Field(description="The event.")
    sources: tuple[SourceRecord, ...] = Field(description="The articles it is cited to.")
    figures: tuple[FigureRecord, ...] = Field(description="The figures it states.")
    differences: tuple[DifferenceRecord, ...] = Field(description="The differences about it.")
    corrections: tuple[CorrectionRecord, ...] = Field(
        description="What had to be corrected in the event, its articles and its figures."
    )


def timeline_document(publisher: Publisher) -> TimelineDocument:
    """Return everything that is published."""
    timeline, site = publisher.timeline, publisher.timeline.site
    assert site is not None, "checked: there is a content/site.yaml"
    return TimelineDocument(
        **_about(publisher, "timeline.schema.json"),
        coverage=site.coverage,
        filter=None,
        opening=StatementRecord(**publisher.statement(site)),
        events=tuple(event_record(publisher, event) for event in timeline.events),
        races=tuple(race_record(publisher, race) for race in timeline.races),
        people=tuple(person_record(publisher, person) for person in timeline.people),
        parties=tuple(party_record(publisher, party) for party in timeline.parties),
        places=tuple(place_record(place) for place in timeline.places),
        sources=tuple(source_record(publisher, source) for source in timeline.sources),
        origins=tuple(OriginRecord(id=o.id, name=o.name, about=o.about) for o in timeline.origins),
        figures=tuple(figure_record(publisher, figure) for figure in timeline.figures),
        differences=tuple(difference_record(publisher, d) for d in timeline.differences),
        comparison=tuple(topic_record(topic) for topic in timeline.topics),
        corrections=tuple(correction_record(publisher, c) for c in timeline.corrections),
        reference=reference_record(timeline, publisher.wording),
    )


def event_documents(publisher: Publisher, whole: TimelineDocument) -> Iterator[EventDocument]:
    """Yield for each event of *whole* a document with everything that its evidence needs."""
    about, named = _about(publisher, "../event.schema.json"), _Named(whole)
    for event in whole.events:
        stated = tuple(dict.fromkeys(name for claim in event.claims for name in claim.figures))
        yield EventDocument(
            **about,
            event=event,
            sources=tuple(named.sources[name] for name in event.sources),
            figures=tuple(named.figures[name] for name in stated),
            differences=tuple(named.differences[name] for name in event.differences),
            corrections=named.corrections_of(event, stated),
        )


@dataclass(frozen=True)
class _Named:
    """The records of *whole* by the names under which an event asks for them."""

    whole: TimelineDocument

    @cached_property
    def sources(self) -> dict[str, SourceRecord]:
        return {source.id: source for source in self.whole.sources}

    @cached_property
    def figures(self) -> dict[str, FigureRecord]:
        return {figure.id: figure for figure in self.whole.figures}

    @cached_property
    def differences(self) -> dict[str, DifferenceRecord]:
        return {difference.id: difference for difference in self.whole.differences}

    @cached_property
    def _corrections(self) -> dict[tuple[Corrected, str], list[int]]:
        """The places of the corrections of each thing."""
        places: dict[tuple[Corrected, str], list[int]] = defaultdict(list)
        for place, correction in enumerate(self.whole.corrections):
            places[correction.kind, correction.about].append(place)
        return dict(places)

    def corrections_of(
        self, event: EventRecord, figures: tuple[str, ...]
    ) -> tuple[CorrectionRecord, ...]:
        """Return what was corrected of the things that stand in the document of *event*."""
        held: list[tuple[Corrected, str]] = [("event", event.id)]
        held += [("source", name) for name in event.sources]
        held += [("figure", name) for name in figures]
        places = sorted(place for thing in held for place in self._corrections.get(thing, ()))
        return tuple(self.whole.corrections[place] for place in places)


def _about(publisher: Publisher, schema: str) -> dict[str, Any]:
    site = publisher.timeline.site
    assert site is not None, "checked: there is a content/site.yaml"
    licence = LicenceRecord(
        name=LICENCE, url=LICENCE_URL, quotations=QUOTATIONS, attribution=site.name
    )
    return {
        "$schema": schema,
        "version": VERSION,
        "site": site.name,
        "base_url": publisher.addresses.of("index.html") or None,
        "language": site.language,
        "content_date": find_content_date(publisher.timeline),
        "licence": licence,
    }


def make_json(publisher: Publisher, whole: TimelineDocument) -> dict[str, bytes]:
    """Return the JSON files and their schemas by path below ``data/``."""
    files = {
        "timeline.json": to_json(whole),
        "timeline.schema.json": to_json(_schema(TimelineDocument)),
        "event.schema.json": to_json(_schema(EventDocument)),
    }
    for document in event_documents(publisher, whole):
        files[f"events/{document.event.id}.json"] = to_json(document)
    return files


def to_json(value: object) -> bytes:
    """Return JSON that people can read too, in UTF-8, ending in a newline."""
    return dump_json(value, indent=1) + b"\n"


def _schema(model: type[Document]) -> dict[str, Any]:
    schema = model.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
