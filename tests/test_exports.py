"""Every form of the data carries the same claims and citations, as readers of the form see them."""

import csv
import io
import json
import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Any
from urllib.parse import unquote

import feedparser
import icalendar
import pytest
from markupsafe import Markup

from builder.data.fields import citation_id, claim_id
from builder.models.content import Cited
from builder.pages.events import plan_events
from builder.pages.linked_data import describe_page, to_script
from builder.rendering.citing_exports import citing_recipes
from builder.rendering.exports import data_recipes
from builder.rendering.templates import FileMistakeError
from builder.text.markup import split_sentences
from builder.views.addresses import Addresses
from tests.examples import WORDING, sample_timeline
from tests.published import BASE, Files, published, read_json, sample_files
from tests.references import read_bibtex, read_ris

Found = tuple[set[str], set[str]]
"""Ids of claims, and ids of citations."""


def written(items: Iterable[Cited]) -> Found:
    """What editors have written, counted here once more and without the records."""
    claims, citations = set[str](), set[str]()
    for item in items:
        claims |= {claim_id(item, n) for n, _ in enumerate(split_sentences(item.body), 1)}
        citations |= {citation_id(item, citation.id) for citation in item.citations}
    return claims, citations


def in_json(documents: Iterable[dict]) -> Found:  # type: ignore[type-arg]
    """What statements in JSON carry."""
    parts = list(documents)
    claims = {claim["id"] for part in parts for claim in part["claims"]}
    return claims, {citation["id"] for part in parts for citation in part["citations"]}


def in_timeline(files: Files) -> Found:
    """What all statements of timeline.json carry."""
    whole = read_json(files, "timeline.json")
    return in_json([*whole["events"], *whole["people"], *whole["races"], whole["opening"]])


def in_tables(files: Files) -> Found:
    """What the tables carry; positions on questions are no claims of ours."""
    claims, citations = (rows(files, name) for name in ("claims.csv", "citations.csv"))
    return {row["id"] for row in claims}, {row["id"] for row in citations if row["claim"]}


def rows(files: Files, name: str) -> list[dict[str, str]]:
    """The rows of a table."""
    return list(csv.DictReader(io.StringIO(files[f"data/{name}"].decode(), newline="")))


def ids(things: Iterable[dict[str, Any]]) -> set[str]:
    """The ids of objects or rows."""
    return {thing["id"] for thing in things}


def in_event_table(files: Files) -> Found:
    """What the table of events lists."""
    table = rows(files, "events.csv")
    claims = {name for row in table for name in row["claims"].split(";")}
    return claims, {name for row in table for name in row["citations"].split(";")}


def in_event_files(files: Files) -> Found:
    """What the files of the events carry."""
    names = (name for name in files if name.startswith("data/events/"))
    return in_json(json.loads(files[name])["event"] for name in names)


def in_text(event: str, text: str) -> Found:
    """What people read of an event: its sentences, then a line of evidence for each citation."""
    said, evidence = text.split("\n\nEvidence\n\n")
    sentences, lines = said.split("\n\n"), evidence.split("\n\n")
    claims = {f"{event}#{number}" for number, _ in enumerate(sentences, 1)}
    marks = {mark for sentence in sentences for mark in re.findall(r"\[([^\]]+)\]", sentence)}
    behind = {re.match(r"\[([^\]]+)\]", line)[1] for line in lines}  # type: ignore[index]
    assert marks == behind, "every mark has its line"
    return claims, {f"{event}/{mark}" for mark in marks}


def join(found: Iterable[Found]) -> Found:
    """All claims and all citations."""
    parts = list(found)
    return set().union(*(c for c, _ in parts)), set().union(*(c for _, c in parts))


def as_paragraphs(html: str) -> str:
    """The text of paragraphs and items of a list, each apart."""
    parts = re.findall(r"<(?:p|li)>(.*?)</(?:p|li)>", html, re.DOTALL)
    return "\n\n".join(Markup(part).striptags() for part in parts)


def in_calendar(files: Files) -> Found:
    """What a calendar shows."""
    calendar = icalendar.Calendar.from_ical(files["data/timeline.ics"])
    parts = [part for part in calendar.walk() if part.name in ("VEVENT", "VJOURNAL")]
    return join(
        in_text(
            str(part["uid"]).split("@")[0],
            str(part["description"]).replace("\n\n", "\n").replace("\n", "\n\n"),
        )
        for part in parts
    )


def in_feed(files: Files) -> Found:
    """What a feed reader shows."""
    entries = feedparser.parse(files["data/events.atom"]).entries
    return join(
        in_text(
            entry.link.rpartition("/")[2].removesuffix(".html"),
            as_paragraphs(entry.content[0].value),
        )
        for entry in entries
    )


def in_slides(files: Files) -> Found:
    """What the slides show."""
    slides = read_json(files, "timelinejs.json")["events"]
    return join(
        in_text(slide["unique_id"], as_paragraphs(slide["text"]["text"])) for slide in slides
    )


@cache
def shipped(name: str, path: str) -> bytes:
    """One of the files by which the timeline is cited, as it is published."""
    timeline, wording, _ = published(name)
    return citing_recipes(timeline, wording, Addresses(BASE))[path]()


def in_annotations(name: str) -> tuple[Found, set[str]]:
    """What the Web Annotations carry: of the texts, and of the figures."""
    items = json.loads(shipped(name, "data/annotations.jsonld"))["first"]["items"]
    names = {unquote(item["id"].partition("#")[2]) for item in items}
    bodies = (body for item in items for body in item["body"])
    claims = {unquote(body["id"].partition("#")[2]) for body in bodies if "id" in body}
    figures = {id_ for id_ in names if id_.startswith("figure:")}
    return (claims, names - figures), {id_.removeprefix("figure:") for id_ in figures}


def in_linked_data(name: str) -> set[str]:
    """The citations that the pages of the events have in schema.org."""
    timeline, wording, _ = published(name)
    assert timeline.site is not None
    found = set[str]()
    for plan in plan_events(timeline, wording):
        nodes = describe_page(plan.make(), timeline.site, wording, Addresses(BASE))
        graph = json.loads(to_script(nodes))["@graph"]
        found |= {cited["identifier"] for node in graph for cited in node.get("citation", ())}
    return found


def in_bibliographies(name: str) -> dict[str, set[str]]:
    """The articles that reference managers read of each file."""
    paths = {form: f"data/sources.{form}" for form in ("bib", "ris", "csl.json")}
    texts = {form: shipped(name, path).decode() for form, path in paths.items()}
    return {
        "bib": set(read_bibtex(texts["bib"]).entries),
        "ris": {record["ID"][0] for record in read_ris(texts["ris"])},
        "csl": {item["id"] for item in json.loads(texts["csl.json"])},
    }


BOTH = pytest.mark.parametrize("name", ["sample", "real"])


@pytest.mark.parametrize("find", [in_timeline, in_tables])
@BOTH
def test_whole_forms_carry_every_claim_and_citation(name: str, find):
    """Of events, people, races and the opening nothing is missing and nothing is added."""
    timeline, _, files = published(name)

    assert written(timeline.cited) == find(files)


@pytest.mark.parametrize("find", [in_event_table, in_event_files, in_calendar, in_feed, in_slides])
@BOTH
def test_forms_of_the_events_carry_all_of_theirs(name: str, find):
    """Claims and citations of the events are the same in each form."""
    timeline, _, files = published(name)

    assert written(timeline.events) == find(files)


@BOTH
def test_annotations_carry_every_claim_and_citation(name: str):
    """The file that is published has each sentence, each citation and each figure."""
    timeline, _, _ = published(name)

    found, figures = in_annotations(name)

    assert written(timeline.cited) == found
    assert {figure.id for figure in timeline.figures} == figures


@BOTH
def test_pages_of_events_carry_every_citation_for_programs(name: str):
    """Their schema.org cites what their texts cite."""
    timeline, _, _ = published(name)

    assert written(timeline.events)[1] == in_linked_data(name)


@BOTH
def test_articles_are_the_same_for_every_reference_manager(name: str):
    """And they are those of the tables, and those that are cited."""
    timeline, _, files = published(name)
    cited = {citation.source for item in timeline.cited for citation in item.citations}
    forms = in_bibliographies(name)

    assert {"bib": cited, "ris": cited, "csl": cited} == forms
    assert cited == ids(rows(files, "sources.csv"))
    assert cited == ids(read_json(files, "timeline.json")["sources"])


@BOTH
def test_figures_and_differences_are_the_same_in_tables_and_json(name: str):
    """Each figure, each difference, and each position that is taken on it."""
    timeline, _, files = published(name)
    whole, taken = read_json(files, "timeline.json"), rows(files, "differences.csv")
    figures, differences = ids(whole["figures"]), ids(whole["differences"])
    positions = [p for difference in whole["differences"] for p in difference["positions"]]

    assert {figure.id for figure in timeline.figures} == figures
    assert ids(rows(files, "figures.csv")) == figures
    assert {difference.id for difference in timeline.differences} == differences
    assert {row["difference"] for row in taken} == differences
    assert ids(taken) == ids(positions)


def test_drafts_are_in_no_form():
    """What is not published is not given away."""
    drafts = [event.id for event in sample_timeline().events if event.status == "draft"]

    assert ["plans-of-the-mayor"] == drafts
    assert [] == [name for name, content in sample_files().items() if drafts[0].encode() in content]
    assert [] == [name for name in sample_files() if drafts[0] in name]


def test_the_same_content_gives_the_same_bytes():
    """Neither the clock nor chance has a part in it."""
    sample_files.cache_clear()
    first = sample_files()
    sample_files.cache_clear()

    assert first == sample_files()


def test_no_address_is_made_up():
    """Where only a path is known, pages are named by their path, and nothing says otherwise."""
    files = sample_files("/town/")

    assert read_json(files, "timeline.json")["base_url"] is None
    assert rows(files, "events.csv")[0]["page"] == "events/venn-enters-the-council.html"
    assert b"URL" not in files["data/timeline.ics"]
    assert b"votes.example" not in b"".join(files.values())
    assert b'href="../events/the-town-votes.html"' in files["data/events.atom"]


@BOTH
def test_every_file_has_its_recipe(name: str):
    """The paths that are planned are those of the files that are made, made alike."""
    timeline, wording, files = published(name)
    recipes = data_recipes(timeline, wording, Addresses(BASE))

    assert sorted(files) == sorted(recipes)
    assert files["data/events.csv"] == recipes["data/events.csv"]()


def test_a_missing_string_is_told_as_a_mistake():
    """Whoever takes a string away hears of it as of any other mistake in a template."""
    strings = {key: text for key, text in WORDING.strings.items() if key != "data.evidence"}
    wording = replace(WORDING, strings=strings)
    recipes = data_recipes(sample_timeline(), wording, Addresses(BASE))

    with pytest.raises(FileMistakeError) as raised:
        recipes["data/events.atom"]()

    assert "data.evidence" in raised.value.diagnostic.message
