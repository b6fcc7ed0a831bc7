"""The tables: one CSV for each kind of thing, and the data package that describes them.

Takes everything that is published; gives CSV (RFC 4180, UTF-8) and ``datapackage.json``
(https://specs.frictionlessdata.io/tabular-data-package/). Law: every id that stands alone in a
cell is declared as a foreign key; CSV has no byte order mark, which readers take for part of the
first name.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from pydantic import Field

from builder.data.columns import MISSING, SEPARATOR, columns_of, rows_of
from builder.data.documents import LICENCE, LICENCE_URL, QUOTATIONS, TimelineDocument, to_json
from builder.data.fields import AmountRecord, Record, slug
from builder.data.models import (
    PAGE,
    VERSION,
    CellRecord,
    CitationRecord,
    ClaimRecord,
    CorrectionRecord,
    EventRecord,
    FigureRecord,
    OriginRecord,
    PartyRecord,
    PassageRecord,
    PersonRecord,
    PlaceRecord,
    RaceRecord,
    SourceRecord,
    StatementRecord,
)
from builder.data.reference import (
    CandidateRecord,
    FactRecord,
    MayorRecord,
    OfficialRaceRecord,
    WorkRecord,
)
from builder.models.figures import DifferenceKind

HOW = (
    f"Tables of the timeline: UTF-8 without a byte order mark, fields separated by commas, items "
    f"of a list by '{SEPARATOR}'. Where a text begins like a formula of a spreadsheet (= + - @, "
    f"tab), an apostrophe was put before it; timeline.json has it unchanged. Tables whose name "
    f"begins with 'reference' are known beside the articles and never count as their coverage. "
    f"{QUOTATIONS}"
)
TABLES = (
    "events", "claims", "citations", "figures", "differences", "comparison", "sources", "passages",
    "races", "people", "parties", "places", "origins", "corrections",
)  # fmt: skip
REFERENCE_TABLES = tuple(
    f"reference-{name}" for name in ("works", "races", "candidates", "mayors", "facts")
)
Keys = dict[str, str]


class PositionRow(Record):
    """A position on a question on which the articles differ."""

    id: str = Field(description="The difference, a slash, and the position's number.")
    difference: str = Field(description="Id of the difference.")
    question: str = Field(description="The question.")
    kind: DifferenceKind = Field(description="What kind of difference it is.")
    says: str = Field(description="What is said on it, in our words.")
    sources: tuple[str, ...] = Field(description="Ids of the articles that say so.")
    citations: tuple[str, ...] = Field(description="Ids of the passages cited for it.")
    figures: tuple[str, ...] = Field(description="Ids of its figures.")
    resolution: str = Field(description="How the difference is resolved, or why it cannot be.")
    references: tuple[str, ...] = Field(description="Ids of reference works that this uses.")
    events: tuple[str, ...] = Field(description="Ids of the events that it concerns.")
    page: str = PAGE


class ComparisonRow(CellRecord):
    """What one article says on a topic."""

    topic: str = Field(description="Id of the topic.")
    title: str = Field(description="The topic.")
    difference: str | None = Field(description="Id of the difference, if there is one.")


@dataclass(frozen=True)
class Table:
    """A table: its rows, what names a row, and which columns name rows of other tables."""

    name: str
    model: type[Record]
    rows: tuple[Record, ...]
    keys: Keys = field(default_factory=dict)
    """Columns, separated by commas, and the table and columns that they name."""
    primary: tuple[str, ...] = ("id",)

    @property
    def path(self) -> str:
        """The file below ``data/``."""
        return f"{self.name}.csv"


PASSAGE = {"source": "sources id", "source,passage": "passages source,number"}
SUBJECTS = {
    "race": "races id",
    "person": "people id",
    "party": "parties id",
    "place": "places id",
}
SPEAKER = {"said_by": "people id"}


def plan_tables(whole: TimelineDocument) -> tuple[Table, ...]:
    """Return all tables, those of the reference layer last."""
    cited: tuple[StatementRecord, ...]
    cited = (*whole.events, *whole.people, *whole.races, whole.opening)
    claims = tuple(claim for item in cited for claim in item.claims)
    positions = tuple(p for difference in whole.differences for p in difference.positions)
    citations = tuple(
        [c for item in cited for c in item.citations]
        + [c for position in positions for c in position.citations]
    )
    passages = tuple(passage for source in whole.sources for passage in source.passages)
    carried = {"event": "events id", "claim": "claims id", "position": "differences id"}
    event = {"race": "races id", "office_of": "people id"}
    race = {"lead": "figures id", "rerun_of": "races id"}
    cells = {"difference": "differences difference"} | PASSAGE | SPEAKER
    return (
        Table("events", EventRecord, whole.events, event),
        Table("claims", ClaimRecord, claims, {"event": "events id"}),
        Table("citations", CitationRecord, citations, carried | PASSAGE | SPEAKER),
        Table("figures", FigureRecord, whole.figures, SUBJECTS | PASSAGE | SPEAKER),
        Table("differences", PositionRow, tuple(_positions(whole))),
        Table("comparison", ComparisonRow, tuple(_cells(whole)), cells, ()),
        Table("sources", SourceRecord, whole.sources),
        Table("passages", PassageRecord, passages, {"source": "sources id"}, ("source", "number")),
        Table("races", RaceRecord, whole.races, race),
        Table("people", PersonRecord, whole.people),
        Table("parties", PartyRecord, whole.parties),
        Table("places", PlaceRecord, whole.places),
        Table("origins", OriginRecord, whole.origins),
        Table("corrections", CorrectionRecord, whole.corrections),
        *_reference_tables(whole),
    )


def _reference_tables(whole: TimelineDocument) -> Iterable[Table]:
    reference, person = whole.reference, {"person": "people id"}
    candidates = tuple(c for race in reference.races for c in race.candidates)
    running = {"race": "reference-races id"} | person
    yield Table("reference-works", WorkRecord, reference.works)
    yield Table("reference-races", OfficialRaceRecord, reference.races)
    yield Table("reference-candidates", CandidateRecord, candidates, running, ("race", "name"))
    yield Table("reference-mayors", MayorRecord, reference.mayors, person)
    yield Table("reference-facts", FactRecord, reference.facts, {"race": "races id"})


def _positions(whole: TimelineDocument) -> Iterable[PositionRow]:
    for difference in whole.differences:
        for position in difference.positions:
            yield PositionRow(
                id=position.id,
                difference=difference.id,
                question=difference.question,
                kind=difference.kind,
                says=position.says,
                sources=position.sources,
                citations=tuple(citation.id for citation in position.citations),
                figures=position.figures,
                resolution=difference.resolution,
                references=difference.references,
                events=difference.events,
                page=difference.page,
            )


def _cells(whole: TimelineDocument) -> Iterable[ComparisonRow]:
    for topic in whole.comparison:
        for cell in topic.cells:
            yield ComparisonRow(**cell.model_dump(), title=topic.title, difference=topic.difference)


def make_tables(whole: TimelineDocument) -> dict[str, bytes]:
    """Return the CSV files and ``datapackage.json`` by path below ``data/``."""
    tables = plan_tables(whole)
    files = {table.path: to_csv(table) for table in tables}
    resources = [describe(table, files[table.path]) for table in tables]
    return {**files, "datapackage.json": to_json(_package(whole, resources))}


def to_csv(table: Table) -> bytes:
    """Return a table as RFC 4180 has it: lines end in CRLF, the first names the columns."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(column.name for column in columns_of(table.model))
    writer.writerows(rows_of(table.model, table.rows))
    return text.getvalue().encode()


def describe(table: Table, content: bytes) -> dict[str, Any]:
    """Return the data resource of a table: where it is, how to read it, what its columns mean."""
    schema: dict[str, Any] = {"fields": [column.field for column in columns_of(table.model)]}
    if any(info.annotation is AmountRecord for info in table.model.model_fields.values()):
        schema["missingValues"] = MISSING
    if table.primary:
        schema["primaryKey"] = list(table.primary)
    if table.keys:
        schema["foreignKeys"] = [_foreign_key(table, *key) for key in table.keys.items()]
    return {
        "name": table.name,
        "path": table.path,
        "profile": "tabular-data-resource",
        "description": (table.model.__doc__ or "").strip(),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True},
        "schema": schema,
    }


def _foreign_key(table: Table, columns: str, target: str) -> dict[str, Any]:
    resource, names = target.split(" ")
    fields, there = columns.split(","), names.split(",")
    # A table that names itself is called '' (https://specs.frictionlessdata.io/table-schema/).
    reference = {"resource": "" if resource == table.name else resource, "fields": there}
    return {"fields": fields, "reference": reference}


def _package(whole: TimelineDocument, resources: list[dict[str, Any]]) -> dict[str, Any]:
    home = {"homepage": whole.base_url} if whole.base_url else {}
    return {
        "profile": "tabular-data-package",
        "name": slug(whole.site),
        "title": whole.site,
        "description": f"{whole.coverage} {HOW}",
        "version": f"{VERSION}+{whole.content_date:%Y%m%d}",
        **home,
        "licenses": [{"name": LICENCE, "path": LICENCE_URL, "title": "CC BY 4.0"}],
        "sources": [_package_source(source) for source in whole.sources],
        "resources": resources,
    }


def _package_source(source: SourceRecord) -> dict[str, str]:
    title = f"{source.publisher}: {source.title}" if source.title else source.publisher
    return {"title": title, **({"path": source.address} if source.address else {})}
