"""Whatever is typed into content, the files to take away are read back as what they are."""

import csv
import io
import json
import re
from functools import cache
from xml.etree import ElementTree

import pytest
from icalendar import Calendar

from tests.hostile.filling import Filler
from tests.hostile.strings import TEXTS
from tests.hostile.test_rendering import Files, hostile_site, make_site, real_wording
from tests.references import read_bibtex, read_ris

NUMBER = re.compile(r"[+-]?[0-9.,]+")
LINKED = rb'<script type="application/ld\+json">(.*?)</script>'


FORMULAS = ("=1+1", "@SUM(1)", "+1+1", "-1+cmd|' /C calc'!A0", '=HYPERLINK("x")')


@cache
def sites() -> tuple[Files, Files, Files]:
    """A site of plain words, one of many hostile strings, one whose texts begin like formulas.

    Bodies stay as they are: what stands in them makes sentences, and so rows.
    """
    fillers = (Filler(("plain", "words"), 60, False), Filler(TEXTS, 60, False))
    plain, many = (make_site(filler, real_wording()) for filler in fillers)
    return plain, many, make_site(Filler(FORMULAS, 1, False), real_wording())


def named(files: Files, ending: str) -> dict[str, bytes]:
    """The files of one kind."""
    return {name: content for name, content in files.items() if name.endswith(ending)}


@pytest.mark.parametrize("at", [1, 2])
def test_no_cell_of_a_table_is_a_formula(at: int):
    """A spreadsheet would act on it; each row has as many cells as there are columns."""
    tables = named(sites()[at], ".csv")
    assert len(tables) > 10

    for name, content in tables.items():
        rows = list(csv.reader(io.StringIO(content.decode(), newline="")))
        assert {len(rows[0])} == {len(row) for row in rows}, name
        cells = [cell for row in rows for cell in row if not NUMBER.fullmatch(cell)]
        assert [] == [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
        assert len(rows) == content_rows(sites()[0][name]), name


def content_rows(content: bytes) -> int:
    """How many rows a table has."""
    return len(list(csv.reader(io.StringIO(content.decode(), newline=""))))


@pytest.mark.parametrize("ending", [".json", ".jsonld"])
def test_json_is_json_of_the_same_shape(ending: str):
    """With the keys that it has with plain words."""
    plain, *hostile = sites()
    for files in hostile:
        for name, content in named(files, ending).items():
            assert shape(json.loads(plain[name])) == shape(json.loads(content)), name


def shape(value: object) -> object:
    """The keys of a JSON value, without what is said."""
    if isinstance(value, dict):
        return {key: shape(item) for key, item in value.items()}
    return [shape(item) for item in value] if isinstance(value, list) else type(value).__name__


@pytest.mark.parametrize("ending", [".atom", ".xml"])
def test_xml_is_xml_of_the_same_shape(ending: str):
    """With the elements and attributes that it has with plain words."""
    plain, *hostile = sites()
    for files in hostile:
        for name, content in named(files, ending).items():
            assert elements(plain[name]) == elements(content), name


def elements(content: bytes) -> list[tuple[str, list[str]]]:
    """The elements of an XML file in order, each with the names of its attributes."""
    # Made by our own program, and the reader expands no entity that it does not declare.
    return [(item.tag, sorted(item.attrib)) for item in ElementTree.fromstring(content).iter()]


def test_json_in_pages_is_data():
    """It ends where it should, whatever is in it."""
    found = 0
    for files in (*sites(), hostile_site(0)[0]):
        for content in named(files, ".html").values():
            texts = re.findall(
                rb'<script type="application/ld\+json">(.*?)</script>', content, re.S
            )
            for text in texts:
                json.loads(text)
                assert b"<" not in text
                found += 1
    assert found > 20


def test_a_calendar_has_only_our_components():
    """No line of it can be made in content, and no line is longer than RFC 5545 allows."""
    plain, *hostile = sites()
    names = calendar_names(plain["data/timeline.ics"])
    for files in hostile:
        content = files["data/timeline.ics"]
        assert names == calendar_names(content)
        assert max(map(len, content.split(b"\r\n"))) <= 75
        assert b"\n" not in content.replace(b"\r\n", b"")


def calendar_names(content: bytes) -> list[tuple[str | None, list[str]]]:
    """The components of a calendar, each with the names of its lines."""
    parts = Calendar.from_ical(content).walk()
    return [(part.name, sorted(part)) for part in parts]


def test_files_of_hostile_bodies_are_read():
    """What stands in a body is a sentence more or less, and never breaks a form."""
    files, _ = hostile_site(0)
    for content in (*named(files, ".json").values(), *named(files, ".jsonld").values()):
        json.loads(content)
    for content in (*named(files, ".atom").values(), *named(files, ".xml").values()):
        ElementTree.fromstring(content)
    for content in named(files, ".csv").values():
        rows = csv.reader(io.StringIO(content.decode(), newline=""))
        assert 1 == len({len(row) for row in rows})
    assert 5 == len(Calendar.from_ical(files["data/timeline.ics"]).subcomponents)


def test_references_are_those_of_the_records():
    """Two readers find the same entries with the same fields as with plain words."""
    plain, *hostile = sites()
    for files in hostile:
        for read, name in ((read_bib, "data/sources.bib"), (read_tags, "data/sources.ris")):
            assert read(plain[name].decode()) == read(files[name].decode()), name


def read_bib(text: str) -> list[tuple[str, str, list[str]]]:
    """The entries of BibLaTeX: kind, key and fields."""
    entries = read_bibtex(text).entries
    return [(entry.type, key, sorted(entry.fields)) for key, entry in entries.items()]


def read_tags(text: str) -> list[list[str]]:
    """The tags of each RIS record."""
    return [sorted(record) for record in read_ris(text)]
