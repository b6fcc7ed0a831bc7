"""What an editor can choose from: every name that content refers to, and what it stands for.

Takes a timeline; gives JSON Schema definitions in the dialect of the YAML language server, which
shows ``enumDescriptions`` and ``defaultSnippets`` (https://github.com/redhat-developer/yaml-language-server).
Law: a name that nothing has is refused; so is a passage that its source lacks or may not cite.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from typing import Any

from builder.models.figures import Figure
from builder.models.records import Source
from builder.reading.timeline import Timeline
from builder.text.words import plain

Schema = dict[str, Any]
"""A JSON Schema, which is made of loose values by nature."""

LABEL = 57
"""Characters of a label; the server cuts longer ones in the middle of a word."""


def define_names(timeline: Timeline) -> dict[str, Schema]:
    """Return the definition of each kind of name, under the word that ``NameOf`` uses."""
    meanings: dict[str, Mapping[str, str]] = {
        "person": {person.id: person.name for person in timeline.people},
        "party": {party.id: f"{party.short_name}: {party.name}" for party in timeline.parties},
        "place": {spot.id: spot.name for spot in timeline.places},
        "race": {race.id: f"{race.title}: {race.caption}" for race in timeline.races},
        "event": {event.id: f"{event.date}: {event.title}" for event in timeline.events},
        "source": {source.id: _describe_source(source) for source in timeline.sources},
        "figure": {figure.id: _describe_figure(timeline, figure) for figure in timeline.figures},
        "origin": timeline.origin,
        "difference": {item.id: item.question for item in timeline.differences},
        "work": {work.id: f"{work.publisher}: {work.says}" for work in timeline.works},
    }
    names = {kind: _enumerate(kind, names) for kind, names in meanings.items()}
    return names | {"passage": {"allOf": [_passages_of(source) for source in timeline.sources]}}


def _enumerate(kind: str, meanings: Mapping[str, str]) -> Schema:
    offered = [(form, meanings[name]) for name in meanings for form in _forms(name)]
    return {
        "type": ["string", "integer"],
        "enum": [form for form, _ in offered],
        "enumDescriptions": [meaning for _, meaning in offered],
        "errorMessage": f"No {kind} is called so. If it is new: python build.py schema",
    }


def _forms(name: str) -> Iterable[str | int]:
    """Return what YAML makes of a name: 1991 without quotation marks is a number to it."""
    return (name, int(name)) if name.isdecimal() else (name,)


def _describe_source(source: Source) -> str:
    return f"{source.letter}: {source.name}, {source.published.date}"


def _describe_figure(timeline: Timeline, figure: Figure) -> str:
    """Return a figure in words, such as 'more than 775000 votes, unofficial (B, passage 10)'."""
    exactly = "" if figure.qualifier == "exactly" else figure.qualifier.replace("-", " ") + " "
    amount = f"{exactly}{plain(figure.value)} {figure.unit.replace('-', ' ')}"
    source = timeline.source.get(figure.source)
    letter = source.letter if source else figure.source
    return f"{amount}, {figure.status} ({letter}, passage {figure.passage})"


def _passages_of(source: Source) -> Schema:
    """Return what *passage* can be once its *source* is typed."""
    return {
        "if": {"properties": {"source": {"const": source.id}}, "required": ["source"]},
        "then": {"properties": {"passage": _offer_passages(source)}},
    }


def _offer_passages(source: Source) -> Schema:
    """Return the passages that can be cited, to be picked by reading.

    Editors sort an enumeration by its text (1, 10, 2) and show no more of it than the number. So
    the list is made of snippets; the enumeration, out of sight behind an ``if`` that always
    holds, judges what is typed and explains it when hovered over.
    """
    gists = {passage.number: str(passage.gist) for passage in source.reported()}
    return {
        "defaultSnippets": [
            {
                "label": textwrap.shorten(f"{number}: {gist}", LABEL, placeholder=" …"),
                "description": gist,
                "sortText": f"{number:04}",
                "body": number,
            }
            for number, gist in gists.items()
        ],
        "if": {},
        "then": {
            "enum": list(gists),
            "enumDescriptions": list(gists.values()),
            "errorMessage": _describe_limits(source),
        },
    }


def _describe_limits(source: Source) -> str:
    furniture = [p for p in source.passages if p.furniture is not None]
    not_cited = "".join(f" {p.number} is page furniture: {p.furniture}." for p in furniture)
    return f"{source.id} has passages 1 to {len(source.passages)}.{not_cited}"
