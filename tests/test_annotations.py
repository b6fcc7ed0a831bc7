"""Every citation is one Web Annotation, which pyld and rdflib read."""

import json
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from rdflib import RDF, Namespace, URIRef

from builder.data.annotations import write_annotations
from builder.data.fields import citation_id
from builder.reading.project import read_timeline
from builder.reading.timeline import Timeline
from builder.views.addresses import Addresses
from tests.examples import WORDING, sample_timeline
from tests.linked import OA, count_terms, expand, to_graph
from tests.projects import ROOT

SAMPLE = sample_timeline().without_drafts()
HERE = "https://example.org/votes/data/annotations.jsonld"
KNOWN = Addresses("https://example.org/votes/")
oa = Namespace(OA)


@cache
def real_timeline() -> Timeline:
    """The real content as it is published."""
    return read_timeline(ROOT)[0].without_drafts()


def annotations(timeline: Timeline, addresses: Addresses = KNOWN) -> dict[str, Any]:
    """The collection as a program reads it."""
    collection: dict[str, Any] = json.loads(write_annotations(timeline, WORDING, addresses))
    return collection


def items_of(timeline: Timeline) -> dict[str, Any]:
    """Each annotation by the name of its citation."""
    items = annotations(timeline)["first"]["items"]
    return {item["id"].partition("#")[2]: item for item in items}


def names_of(timeline: Timeline) -> list[str]:
    """The name of every citation and figure."""
    citations = [citation_id(item, c.id) for item, c in timeline.citations()]
    return citations + [f"figure:{figure.id}" for figure in timeline.figures]


@pytest.mark.parametrize("timeline", [SAMPLE, real_timeline()], ids=["sample", "real"])
def test_every_published_citation_is_annotated_once(timeline: Timeline):
    """No citation of an event, a race, a person or the site is missing, none is there twice."""
    collection = annotations(timeline)
    names = [item["id"].partition("#")[2] for item in collection["first"]["items"]]

    assert names_of(timeline) == names
    assert len(names) == len(set(names)) == collection["total"]


def test_an_annotation_says_our_sentence_and_where_it_stands():
    """Without markers and Markdown."""
    body, page = items_of(SAMPLE)["the-town-votes/a2"]["body"]

    assert "The clerk gives her 52.4 per cent, and Reeve 47.6." == body["value"]
    assert ("describing", "en") == (body["purpose"], body["language"])
    assert "https://example.org/votes/events/the-town-votes.html" == page["source"]


def test_each_sentence_that_a_citation_carries_has_its_id():
    """The ids of the other forms; a hash sign within a fragment is written as %23."""
    race = SAMPLE.races[0]
    text = race.model_copy(update={"body": "Venn beats Reeve.[@a2][@a1] She leads.[@a1]"})
    items = items_of(replace(SAMPLE, races=(text,)))
    here = f"{HERE}#race:1991%23"

    said = [(body.get("id"), body.get("value")) for body in items["race:1991/a1"]["body"]]

    assert [(f"{here}1", "Venn beats Reeve."), (f"{here}2", "She leads."), (None, None)] == said
    assert "id" not in items["figure:share-venn"]["body"][0], "a figure is no sentence"


def test_the_target_is_the_article_and_our_record_of_the_passage():
    """The quotation selects in both; only the record has an address for a passage."""
    article, record = items_of(SAMPLE)["the-town-votes/a1"]["target"]
    quoted = {"type": "TextQuoteSelector", "exact": "a lead of 1,204 votes"}

    assert "https://gazette.example/1991/port-alder-mayor" == article["source"]
    assert quoted == article["selector"]
    assert f"https://example.org/votes/sources/{SAMPLE.sources[0].id}.html" == record["source"]
    assert ("FragmentSelector", "passage-1") == (
        record["selector"]["type"],
        record["selector"]["value"],
    )
    assert quoted == record["selector"]["refinedBy"]


def test_an_article_without_an_exact_address_is_no_target():
    """Nor is a quotation made up where none is recorded."""
    (record,) = items_of(SAMPLE)["the-town-votes/b2"]["target"]

    assert record["source"].endswith("sources/retold-1991-05-14.html")
    assert "refinedBy" not in record["selector"]


def test_a_figure_says_its_value_its_state_and_its_origin():
    """Not a bare number."""
    value = items_of(SAMPLE)["figure:share-venn"]["body"][0]["value"]

    for part in ("52.4%", "unofficial", "12 May 1991", "the town clerk"):
        assert part in value


@pytest.mark.parametrize("timeline", [SAMPLE, real_timeline()], ids=["sample", "real"])
def test_of_the_articles_nothing_stands_here_but_our_quotations(timeline: Timeline):
    """Every selector's words are a quotation of the content."""
    quotations = {evidence.quotation for _, evidence in timeline.evidence()}

    for item in items_of(timeline).values():
        for target in item["target"]:
            selector = target.get("selector", {})
            quoted = selector.get("refinedBy", selector)
            assert quoted.get("exact") in {None, *quotations}
            assert not {"prefix", "suffix"} & set(quoted)


def test_no_term_is_lost_when_pyld_expands_it():
    """Every property of ours has a meaning in the model."""
    collection = annotations(SAMPLE)

    assert count_terms(collection) == count_terms(expand(collection, HERE))


@pytest.mark.parametrize("addresses", [KNOWN, Addresses()], ids=["known", "relative"])
def test_rdflib_reads_the_same_annotations_wherever_the_file_lies(addresses: Addresses):
    """Relative links mean the same as absolute ones at the file's own address."""
    graph = to_graph(annotations(SAMPLE, addresses), HERE)

    found = set(graph.subjects(RDF.type, oa.Annotation))
    assert {URIRef(f"{HERE}#{name}") for name in names_of(SAMPLE)} == found
    for annotation in found:
        assert 2 == len(list(graph.objects(annotation, oa.hasBody)))
        assert oa.linking == graph.value(annotation, oa.motivatedBy)
    sources = {str(source) for source in graph.objects(None, oa.hasSource)}
    assert {a for a in sources if "votes/sources/" in a} == {
        f"https://example.org/votes/sources/{source.id}.html" for source in SAMPLE.sources
    }
