"""The JSON files keep their schemas, and the schemas are strict and explain everything."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from builder.models.corrections import Correction
from builder.rendering.exports import make_data
from builder.views.addresses import Addresses
from tests.corrected import corrected_timeline, make_correction
from tests.examples import WORDING
from tests.published import (
    BASE,
    Files,
    published,
    read_json,
    real_content,
    real_files,
    sample_files,
)

DIALECT = jsonschema.Draft202012Validator
GAZETTE = "alder-gazette-1991-05-13"


def validator(files: Files, schema: str) -> jsonschema.Draft202012Validator:
    """What judges a file by a schema, formats of dates included."""
    return DIALECT(read_json(files, schema), format_checker=DIALECT.FORMAT_CHECKER)


def corrected_files(*corrections: Correction) -> Files:
    """The data files of the corrected town, or of the same with other corrections."""
    timeline = corrected_timeline()
    timeline = replace(timeline, corrections=corrections or timeline.corrections)
    return make_data(timeline, WORDING, Addresses(BASE))


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    """Every description of an object in a schema."""
    if isinstance(schema, dict):
        if "properties" in schema:
            yield schema
        for part in schema.values():
            yield from objects(part)


@pytest.mark.parametrize("content", ["sample", "real"])
def test_the_timeline_keeps_its_schema(content: str):
    """Nothing is missing, nothing is added, and dates are dates."""
    files = published(content)[2]

    validator(files, "timeline.schema.json").validate(read_json(files, "timeline.json"))


@pytest.mark.parametrize("content", ["sample", "real"])
def test_every_event_keeps_its_schema(content: str):
    """The files of the events are told apart from the whole by a schema of their own."""
    files = published(content)[2]
    judge = validator(files, "event.schema.json")
    names = [name.removeprefix("data/") for name in files if name.startswith("data/events/")]

    assert len(read_json(files, "timeline.json")["events"]) == len(names)
    for name in names:
        judge.validate(read_json(files, name))


@pytest.mark.parametrize("name", ["timeline.schema.json", "event.schema.json"])
def test_the_schemas_are_strict_and_explain_every_field(name: str):
    """No key beyond those described, none left out, each with a description."""
    schema = read_json(sample_files(), name)
    DIALECT.check_schema(schema)
    for described in objects(schema):
        assert described["additionalProperties"] is False
        assert set(described["properties"]) == set(described["required"])
        assert all(part.get("description") for part in described["properties"].values())


def test_a_key_that_is_not_described_is_refused():
    """The schema can fail."""
    timeline = read_json(sample_files(), "timeline.json")
    timeline["events"][0]["gossip"] = "yes"

    (error,) = validator(sample_files(), "timeline.schema.json").iter_errors(timeline)

    assert "'gossip' was unexpected" in error.message


def test_an_event_brings_all_its_evidence():
    """Articles, figures and differences that it names are in its file."""
    document = read_json(sample_files(), "events/the-town-votes.json")
    event = document["event"]

    assert event["sources"] == [source["id"] for source in document["sources"]]
    assert {name for claim in event["claims"] for name in claim["figures"]} == {
        figure["id"] for figure in document["figures"]
    }
    assert event["differences"] == [difference["id"] for difference in document["differences"]]
    assert document["figures"], "the sample's vote has figures"


def test_an_event_brings_the_corrections_of_what_stands_in_its_file():
    """Its own, and those of its figures and articles; never those of others."""
    files = corrected_files()
    named = {
        event: [c["id"] for c in read_json(files, f"events/{event}.json")["corrections"]]
        for event in ("the-town-votes", "reeve-concedes", "venn-speaks")
    }

    assert ["lead-of-venn"] == named["the-town-votes"]
    assert ["night"] == named["reeve-concedes"]
    assert [] == named["venn-speaks"]
    validator(files, "event.schema.json").validate(read_json(files, "events/reeve-concedes.json"))


def test_a_correction_of_an_article_stands_with_every_event_cited_to_it():
    """As the article's record does, as it was published for the whole."""
    files = corrected_files(make_correction(id="letter", figure="", source=GAZETTE))
    whole = read_json(files, "timeline.json")
    cited = [event["id"] for event in whole["events"] if GAZETTE in event["sources"]]

    assert cited
    for event in cited:
        assert whole["corrections"] == read_json(files, f"events/{event}.json")["corrections"]


def test_a_sentence_names_its_citations_and_figures():
    """The sentence, as text, with what carries it."""
    _, claim, _ = read_json(sample_files(), "events/the-town-votes.json")["event"]["claims"]

    assert "The clerk gives her 52.4 per cent, and Reeve 47.6." == claim["text"]
    assert ["the-town-votes/a2", "the-town-votes/a2-2"] == claim["citations"]
    assert 2 == len(claim["figures"])


def test_a_citation_brings_passage_words_speaker_and_certainty():
    """Nobody has to open a second file to judge it."""
    event = read_json(sample_files(), "events/venn-speaks.json")["event"]
    first, second = event["citations"]

    assert "mara-venn" == first["said_by"]
    assert "The tide has turned, and nobody will be left on the quay" == first["quotation"]
    assert ("exact", "venn-speaks#1") == (first["certainty"], first["claim"])
    assert (
        "https://votes.example/town/sources/alder-gazette-1991-05-13.html#passage-3"
        == (first["page"])
    )
    assert (None, "none") == (second["address"], second["certainty"])


def test_the_reference_layer_stands_apart():
    """It says what it is, and none of its works is a source of the timeline."""
    timeline = read_json(real_files(), "timeline.json")
    works = {work["id"] for work in timeline["reference"]["works"]}

    assert "never counts" in timeline["reference"]["notice"]
    assert set() == works & {source["id"] for source in timeline["sources"]}
    assert len(real_content()[0].works) == len(works) > 0


def test_the_files_say_whose_they_are():
    """Licence, what it does not cover, and which version of the format this is."""
    timeline = read_json(sample_files(), "timeline.json")

    assert "CC-BY-4.0" == timeline["licence"]["name"]
    assert "Quotations" in timeline["licence"]["quotations"]
    assert "1.0.0" == timeline["version"]
    assert timeline["filter"] is None
