"""What pages say in schema.org keeps its vocabulary: types, properties, kinds of values."""

import json
from functools import cache
from typing import Any

import pytest
from rdflib import namespace

from builder.pages.all_pages import plan_pages
from builder.pages.data import plan_data
from builder.pages.linked_data import describe_page, to_script
from builder.rendering.exports import data_recipes
from builder.views.addresses import Addresses
from tests.published import BASE, published
from tests.schema_org import REQUIRED, TYPES, find_faults, properties_of, types_by_id

KNOWN = Addresses(BASE)
Node = dict[str, Any]


@cache
def nodes_of(name: str) -> list[Node]:
    """Everything that the pages of the sample or of the real site say, as a program reads it."""
    timeline, wording, _ = published(name)
    assert timeline.site is not None
    plans = [
        *plan_pages(timeline, wording, KNOWN),
        plan_data(timeline, wording, data_recipes(timeline, wording, KNOWN)),
    ]
    scripts = (to_script(describe_page(p.make(), timeline.site, wording, KNOWN)) for p in plans)
    return [node for script in scripts if script for node in json.loads(script)["@graph"]]


def faults_of(nodes: list[Node]) -> list[str]:
    """What is wrong with nodes of the sample."""
    known = types_by_id(nodes_of("sample"))
    return [fault for node in nodes for fault in find_faults(node, known)]


def node_of(kind: str, **changes: object) -> Node:
    """A node of the sample, changed."""
    node = next(node for node in nodes_of("sample") if node["@type"] == kind)
    return {**node, **changes}


@pytest.mark.parametrize("name", ["sample", "real"])
def test_every_page_keeps_the_vocabulary(name: str):
    """No property is made up or misplaced, none that is needed is missing, all values are right."""
    nodes = nodes_of(name)
    known = types_by_id(nodes)

    assert [] == [fault for node in nodes for fault in find_faults(node, known)]


def test_every_type_of_the_table_is_used():
    """A type that no page uses any more is no promise."""
    found: set[str] = set()
    stack: list[object] = [*nodes_of("sample"), *nodes_of("real")]
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            found |= {value["@type"]} if "@type" in value else set()
            stack += value.values()
        elif isinstance(value, list):
            stack += value

    assert set(REQUIRED) == found


@pytest.mark.parametrize("kind", list(TYPES))
def test_the_table_is_of_schema_org(kind: str):
    """Every type and property is one of rdflib's list; what is required is allowed."""
    assert kind in namespace.SDO
    assert [] == [name for name in TYPES[kind][1] if name not in namespace.SDO]
    assert "startDat" not in namespace.SDO, "the list can refuse"
    assert REQUIRED.get(kind, set()) - {"@id"} <= set(properties_of(kind))


@pytest.mark.parametrize(
    ("fault", "node"),
    [
        ("Event.startDat is no property", node_of("Event", startDat="1991-05-12")),
        ("Event.citation is no property", node_of("Event", citation=[])),
        ("Happening is no type of ours", {"@type": "Happening"}),
        ("Person has no name", {"@type": "Person", "@id": "x", "url": "https://a.example/"}),
        (
            "Event.startDate is '12 May 1991', which is no Date",
            node_of("Event", startDate="12 May 1991"),
        ),
        ("Person.url is 'mara.html', which is no URL", node_of("Person", url="mara.html")),
        (
            "NewsArticle.wordCount is '90', which is no Integer",
            node_of("NewsArticle", wordCount="90"),
        ),
        ("Claim.appearance is 'A', which is no CreativeWork", node_of("Claim", appearance="A")),
        (
            "Claim.appearance is a thing that nobody describes, no CreativeWork",
            node_of("Claim", appearance={"@id": "https://a.example/"}),
        ),
        (
            "WebPage.citation is a Place, no CreativeWork",
            node_of("WebPage", citation=[{"@type": "Place", "name": "A"}]),
        ),
        (
            "ListItem.nam is no property",
            node_of(
                "BreadcrumbList",
                itemListElement=[
                    {"@type": "ListItem", "position": 1, "name": "A", "item": BASE, "nam": "A"}
                ],
            ),
        ),
    ],
)
def test_what_breaks_the_vocabulary_is_found(fault: str, node: Node):
    """A misspelt or misplaced property, a wrong value, a missing one: the check can fail."""
    assert [fault] == faults_of([node])
