"""What readers are told by one item: its values by name, its sentences with what they rest on.

Takes any item of a timeline; gives facets (a label and a text) and claims (a sentence and the
passages cited for it). Law: ids, markers and the order of keys are no part of it, so that two
items have the same facets and claims exactly when readers are told the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from builder.models.content import Cited, Event
from builder.models.fields import Located
from builder.reading.timeline import Prose
from builder.reports.diagnostics import Place
from builder.text.dates import PartialDate
from builder.text.markup import split_sentences

Item = Located | Prose

_UNSEEN = {"id", "body", "citations", "own_numbers"}
"""Keys that no reader sees as such; bodies and citations are claims."""
_NAME_KEYS = {
    "passage": "number",
    "candidate": "name",
    "variant": "form",
    "edition": "language",
    "cell": "source",
    "oddity": "passage",
}
"""By which key parts of an item are told apart; all others are numbered."""


@dataclass(frozen=True)
class Facet:
    """A value of an item as text, under the name by which it is called, and its place."""

    label: str
    text: str
    place: Place


@dataclass(frozen=True)
class Support:
    """A passage that is cited, and the words quoted from it; the name of its marker is aside."""

    source: str
    passage: int
    quotation: str
    said_by: str
    place: Place = field(compare=False)

    @property
    def text(self) -> str:
        """Source and passage, the words quoted, and whose they are."""
        words = f" “{self.quotation}”" if self.quotation else ""
        speaker = f" (said by {self.said_by})" if self.said_by else ""
        return f"{self.source}/{self.passage}{words}{speaker}"


@dataclass(frozen=True)
class Claim:
    """A sentence without markers, and what is cited for it."""

    text: str
    supports: tuple[Support, ...]
    place: Place


def identify(item: Item) -> str:
    """Return the id of *item*; everything that stands in a timeline's collections has one."""
    return str(getattr(item, "id", ""))


def find_aliases(item: Item) -> tuple[str, ...]:
    """Return the ids that an event had before, whose addresses still lead to it."""
    return item.aliases if isinstance(item, Event) else ()


def name_item(item: Item) -> str:
    """Return by what readers know an item: its title, question or name; '' if it has none."""
    for key in ("title", "question", "name", "publisher"):
        if name := getattr(item, key, None):
            return str(name)
    return ""


def date_item(item: Item) -> PartialDate | None:
    """Return when an item happened, or the day from which it counts, if it has a date."""
    dates = (getattr(item, key, None) for key in ("date", "as_of", "start"))
    return next((date for date in dates if isinstance(date, PartialDate)), None)


def find_facets(item: Item) -> tuple[Facet, ...]:
    """Return every value of *item* that readers see, but for its sentences and citations."""
    if isinstance(item, Prose):
        return (Facet("title", item.title, item.place),)
    # Whether an event is published at all is not a value beside others.
    unseen = {"status"} if isinstance(item, Event) else set()
    return tuple(_facets_in(item, "", unseen))


def find_claims(item: Item) -> tuple[Claim, ...]:
    """Return the sentences of *item*'s body in order, each with what is cited for it."""
    if isinstance(item, Prose):
        return tuple(Claim(s.text, (), item.place) for s in split_sentences(item.body))
    return tuple(_claims_of(item)) if isinstance(item, Cited) else ()


def _claims_of(item: Cited) -> Iterator[Claim]:
    supports = {
        c.id: Support(c.source, c.passage, c.quotation or "", c.said_by or "", c.place)
        for c in item.citations
    }
    span = item.span_of("body")
    for sentence in split_sentences(item.body):
        cited = (supports[name] for name in sentence.citations if name in supports)
        yield Claim(" ".join(sentence.text.split()), tuple(cited), span.find(sentence.typed))


def _facets_in(item: Located, prefix: str, unseen: set[str]) -> Iterator[Facet]:
    for key, about in type(item).model_fields.items():
        typed = about.alias or key
        if key not in _UNSEEN | unseen:
            label = f"{prefix}{typed.replace('_', ' ')}"
            yield from _facets_of(getattr(item, key), label, prefix, item.place_of(typed))


def _facets_of(value: Any, label: str, prefix: str, place: Place) -> Iterator[Facet]:
    if isinstance(value, Located):
        yield from _facets_in(value, f"{label} ", set())
    elif isinstance(value, tuple) and any(isinstance(part, Located) for part in value):
        yield from _facets_of_parts(value, prefix)
    elif value is not None and value != ():
        yield Facet(label, _write(value), place)


def _facets_of_parts(parts: tuple[Located, ...], prefix: str) -> Iterator[Facet]:
    seen: Counter[str] = Counter()
    for number, part in enumerate(parts, start=1):
        kind = type(part).__name__.lower()
        key = _NAME_KEYS.get(kind, "")
        name = f"{prefix}{kind} {getattr(part, key, number)}"
        seen[name] += 1
        again = f" ({seen[name]})" if seen[name] > 1 else ""
        yield from _facets_in(part, f"{name}{again} ", {key})


def _write(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(_write, value))
    return f"{value:,f}" if isinstance(value, Decimal) else " ".join(str(value).split())
