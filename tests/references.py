"""Readers of what reference managers read: pybtex, citeproc, and a strict one of RIS."""

import json
import re
from collections import defaultdict

from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from pybtex.database import BibliographyData, parse_string

RIS_TAG = re.compile(r"([A-Z][A-Z0-9])  - (.*)")


def read_bibtex(text: str) -> BibliographyData:
    """The entries of a .bib file, as pybtex reads it."""
    return parse_string(text, "bibtex")


def format_csl(text: str) -> dict[str, str]:
    """Each record of a CSL-JSON text by its id, formatted in the Harvard style."""
    records = json.loads(text)
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(records), formatter.plain)
    for record in records:
        bibliography.register(Citation([CitationItem(record["id"])]))
    return dict(zip(bibliography.keys, map(str, bibliography.bibliography()), strict=True))


def read_ris(text: str) -> list[dict[str, list[str]]]:
    """The records of a RIS text; a line that the specification does not allow fails the test."""
    records: list[dict[str, list[str]]] = []
    record: dict[str, list[str]] | None = None
    for line in text.splitlines():
        match = RIS_TAG.fullmatch(line)
        assert match, f"no line of RIS: {line!r}"
        tag, value = match.groups()
        assert (record is None) == (tag == "TY"), f"TY comes first, and once: {line!r}"
        record = defaultdict(list) if record is None else record
        record[tag].append(value)
        if tag == "ER":
            assert not value, "ER ends a record and says nothing"
            records.append(dict(record))
            record = None
    assert record is None, "the last record does not end"
    return records
