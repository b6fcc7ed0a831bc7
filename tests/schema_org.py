"""The part of schema.org's vocabulary that our pages use, and what breaks it.

From https://schema.org/docs/full.html: each type with its parent, its own properties and the kinds
of their values. A table of our own, because a validator that asks the network would be no test;
``test_schema_org`` compares its words with rdflib's list of the vocabulary.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

TYPES: dict[str, tuple[str, dict[str, str]]] = {
    "Thing": (
        "",
        {
            "name": "Text",
            "alternateName": "Text",
            "description": "Text",
            "identifier": "Text",
            "sameAs": "URL",
            "subjectOf": "CreativeWork Event",
            "url": "URL",
        },
    ),
    "CreativeWork": (
        "Thing",
        {
            "about": "Thing",
            "citation": "CreativeWork",
            "creator": "Organization Person",
            "datePublished": "Date",
            "headline": "Text",
            "inLanguage": "Text",
            "isPartOf": "CreativeWork",
            "license": "URL",
            "mainEntity": "Thing",
            "position": "Integer",
            "publisher": "Organization Person",
            "temporalCoverage": "Period",
            "text": "Text",
        },
    ),
    "Article": ("CreativeWork", {"wordCount": "Integer"}),
    "NewsArticle": ("Article", {}),
    "Claim": ("CreativeWork", {"appearance": "CreativeWork"}),
    "Dataset": ("CreativeWork", {"distribution": "DataDownload"}),
    "MediaObject": ("CreativeWork", {"contentUrl": "URL", "encodingFormat": "Text"}),
    "DataDownload": ("MediaObject", {}),
    "Quotation": ("CreativeWork", {}),
    "WebPage": ("CreativeWork", {}),
    "WebSite": ("CreativeWork", {}),
    "Event": (
        "Thing",
        {"about": "Thing", "startDate": "Date", "endDate": "Date", "location": "Place"},
    ),
    "Organization": ("Thing", {}),
    "Person": ("Thing", {}),
    "Place": ("Thing", {}),
    "Intangible": ("Thing", {}),
    "ItemList": ("Intangible", {"itemListElement": "ListItem"}),
    "BreadcrumbList": ("ItemList", {}),
    # The thing is named by its address alone, as search engines want it:
    # https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
    "ListItem": ("Intangible", {"item": "URL", "position": "Integer"}),
}
"""Each type with its parent, and its own properties with the kinds of value that they take."""

REQUIRED = {
    "Event": {"@id", "name", "url", "description", "subjectOf"},
    "Claim": {"@id", "name", "url", "description", "appearance"},
    "WebPage": {"@id", "mainEntity", "citation"},
    "Quotation": {"@id", "identifier", "text", "isPartOf", "position"},
    "CreativeWork": {"@id", "identifier", "isPartOf", "position"},
    "Person": {"@id", "name", "url"},
    "NewsArticle": {"@id", "description", "inLanguage"},
    "Organization": {"name"},
    "Place": {"name"},
    "BreadcrumbList": {"@id", "itemListElement"},
    "ListItem": {"position", "name", "item"},
    "WebSite": {"@id", "name", "url"},
    "Dataset": {"@id", "name", "description", "license", "distribution"},
    "DataDownload": {"contentUrl", "encodingFormat"},
}
"""What each type says at least; a date that is not certain is left out, so none is asked for."""

_DATE = r"\d{4}(-\d{2}(-\d{2})?)?"
PLAIN: dict[str, Callable[[Any], object]] = {
    "Text": lambda value: isinstance(value, str) and value.strip() == value != "",
    "URL": lambda value: isinstance(value, str) and re.fullmatch(r"https?://\S+", value),
    "Date": lambda value: isinstance(value, str) and re.fullmatch(_DATE, value),
    "Period": lambda value: isinstance(value, str) and re.fullmatch(f"{_DATE}(/{_DATE})?", value),
    "Integer": lambda value: type(value) is int and value >= 0,
}
"""Values that are no nodes: dates are ISO 8601, periods are two of them."""


def lineage(kind: str) -> Iterator[str]:
    """A type and all that it is a kind of."""
    while kind:
        yield kind
        kind = TYPES[kind][0]


def properties_of(kind: str) -> dict[str, str]:
    """The properties of a type, its own and inherited, with the kinds of their values."""
    return {name: kinds for each in lineage(kind) for name, kinds in TYPES[each][1].items()}


def types_by_id(nodes: list[dict[str, Any]]) -> dict[str, str]:
    """What each thing is that the pages name and describe."""
    return {node["@id"]: node["@type"] for node in nodes}


def find_faults(node: Mapping[str, Any], known: Mapping[str, str]) -> Iterator[str]:
    """What schema.org does not know of a node; *known* says what the ids are that it names."""
    kind = node.get("@type")
    if kind not in REQUIRED:
        yield f"{kind} is no type of ours"
        return
    allowed = properties_of(kind)
    yield from (f"{kind} has no {name}" for name in sorted(REQUIRED[kind] - set(node)))
    for name, value in node.items():
        if name in allowed:
            yield from _faults_of_value(f"{kind}.{name}", allowed[name].split(), value, known)
        elif name not in ("@type", "@id"):
            yield f"{kind}.{name} is no property"


def _faults_of_value(
    where: str, kinds: list[str], value: Any, known: Mapping[str, str]
) -> Iterator[str]:
    for each in value if isinstance(value, list) else [value]:
        if not isinstance(each, dict):
            if not any(PLAIN[kind](each) for kind in kinds if kind in PLAIN):
                yield f"{where} is {each!r}, which is no {' or '.join(kinds)}"
            continue
        kind = each.get("@type") or known.get(each.get("@id", ""), "")
        if not set(kinds) & set(lineage(kind) if kind in TYPES else ()):
            yield f"{where} is a {kind or 'thing that nobody describes'}, no {' or '.join(kinds)}"
        if "@type" in each:
            yield from find_faults(each, known)
