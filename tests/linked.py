"""Readers of JSON-LD that never touch the network, with contexts of our own for what we use.

The annotation context names the terms of https://www.w3.org/ns/anno.jsonld that our file uses,
with the same meaning; that of schema.org makes every word a term of its vocabulary, as theirs
does. A term that a context does not name is lost in expansion, which the tests would see.
"""

import json
from typing import Any

from pyld import jsonld
from rdflib import Graph

OA = "http://www.w3.org/ns/oa#"
AS = "http://www.w3.org/ns/activitystreams#"
SCHEMA = "https://schema.org/"
_LINK = {"@type": "@id"}
ANNOTATION_CONTEXT: dict[str, Any] = {
    "oa": OA,
    "as": AS,
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "Annotation": "oa:Annotation",
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "TextualBody": "oa:TextualBody",
    "SpecificResource": "oa:SpecificResource",
    "FragmentSelector": "oa:FragmentSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "describing": "oa:describing",
    "linking": "oa:linking",
    "body": _LINK | {"@id": "oa:hasBody"},
    "target": _LINK | {"@id": "oa:hasTarget"},
    "source": _LINK | {"@id": "oa:hasSource"},
    "selector": _LINK | {"@id": "oa:hasSelector"},
    "refinedBy": _LINK | {"@id": "oa:refinedBy"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "conformsTo": _LINK | {"@id": "dcterms:conformsTo"},
    "exact": "oa:exact",
    "value": "rdf:value",
    "format": "dc:format",
    "language": "dc:language",
    "label": "rdfs:label",
    "total": {"@id": "as:totalItems", "@type": "xsd:nonNegativeInteger"},
    "first": _LINK | {"@id": "as:first"},
    "partOf": _LINK | {"@id": "as:partOf"},
    "items": _LINK | {"@id": "as:items", "@container": "@list"},
    "startIndex": {"@id": "as:startIndex", "@type": "xsd:nonNegativeInteger"},
}
SCHEMA_CONTEXT: dict[str, Any] = {
    "@vocab": SCHEMA,
    **dict.fromkeys(("url", "sameAs", "item", "license", "contentUrl"), _LINK),
}
CONTEXTS = {
    "http://www.w3.org/ns/anno.jsonld": ANNOTATION_CONTEXT,
    "https://schema.org": SCHEMA_CONTEXT,
}


def load_locally(address: str, _options: dict[str, Any]) -> dict[str, Any]:
    """A context of ours; any other address fails the test, and nothing is fetched."""
    document = {"@context": CONTEXTS[address]}
    return {"contextUrl": None, "documentUrl": address, "document": document}


def expand(document: object, base: str) -> list[dict[str, Any]]:
    """A JSON-LD document without its context, as pyld expands it."""
    options = {"base": base, "documentLoader": load_locally}
    expanded: list[dict[str, Any]] = jsonld.expand(document, options)
    return expanded


def to_graph(document: object, base: str) -> Graph:
    """The triples of a JSON-LD document, as rdflib reads them."""
    return Graph().parse(data=json.dumps(expand(document, base)), format="json-ld")


def count_terms(value: object) -> int:
    """How many properties a JSON-LD document says, ids and types aside."""
    if isinstance(value, list):
        return sum(map(count_terms, value))
    if not isinstance(value, dict):
        return 0
    terms = [key for key in value if key not in ("id", "type") and not key.startswith("@")]
    return len(terms) + sum(count_terms(v) for k, v in value.items() if k != "@context")
