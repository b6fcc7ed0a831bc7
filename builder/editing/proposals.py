"""What an editor typed in short -> ids, and citations with their markers.

Takes words such as ``C8`` or a title; gives the passage that is meant, an id that nothing has or
had, a text bound to its citations. Law: an id is proposed once, when the item is made, and never
derived again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from builder.editing.save import Refusal
from builder.models.fields import Id
from builder.reading.timeline import Timeline
from builder.reports.diagnostics import did_you_mean
from builder.text.markup import MARKER, split_sentences
from builder.text.words import fold_exact, fold_letters

_ID_LENGTH = 56
"""Four less than an id may have, for the number that makes it unique."""

_IDS: TypeAdapter[str] = TypeAdapter(Id)


@dataclass(frozen=True)
class Cite:
    """A passage that an editor wants to cite, and the name of the citation."""

    name: str
    source: str
    passage: int
    gist: str


def find_cites(typed: Iterable[str], timeline: Timeline) -> list[Cite] | Refusal:
    """Return the passages that are typed as ``C8`` or as ``source-id:8``, or what is wrong."""
    cites: list[Cite] = []
    letters = {source.letter: source for source in timeline.sources}
    for text in typed:
        parts = re.fullmatch(r"([A-Za-z]{1,2})([0-9]{1,4})|([^:\s]+):([0-9]{1,4})", text)
        if parts is None:
            hint = "Write letter and number, such as A1, or the source's id, a colon and a number."
            return Refusal("--cite", f"{text!r} names no passage", hint)
        source = letters.get((parts[1] or "").upper()) or timeline.source.get(parts[3] or "")
        if source is None:
            names = [*timeline.source] if parts[3] else [*letters]
            hint = did_you_mean(parts[3] or parts[1].upper(), names)
            return Refusal("--cite", f"no source is called {(parts[3] or parts[1])!r}", hint)
        number = int(parts[2] or parts[4])
        passage = next((p for p in source.passages if p.number == number), None)
        name = f"{source.letter.lower()}{number}"
        gist = (passage.gist or "") if passage else ""
        cites.append(Cite(unique(name, {c.name for c in cites}), source.id, number, gist))
    return cites


def unique(name: str, taken: Iterable[str]) -> str:
    """Return *name*, with a number if it is taken."""
    names = set(taken)
    numbered = (f"{name}-{number}" for number in range(2, len(names) + 3))
    return name if name not in names else next(n for n in numbered if n not in names)


def propose_id(text: str, taken: Iterable[str], fallback: str) -> str:
    """Return an id made of the words of *text*, whole words only, that nothing has or had."""
    plain = fold_letters(fold_exact(text)).replace("'", "")
    name = "-".join(re.findall(r"[a-z0-9]+", plain)) or fallback
    if len(name) > _ID_LENGTH:
        name = name[: _ID_LENGTH + 1].rpartition("-")[0] or name[:_ID_LENGTH]
    return unique(name, {*taken} if is_id(name) else {*taken, name})


def is_id(text: str) -> bool:
    """Whether something can be called *text*."""
    try:
        _IDS.validate_python(text)
    except ValidationError:
        return False
    return True


def bind(text: str, cites: list[Cite]) -> str:
    """Return *text* with a marker for every citation, unless it has markers of its own."""
    if MARKER.search(text):
        return text
    text = text if not text or re.search(r"[.!?…][\"'”’)]*$", text) else f"{text}."
    markers = [f"[@{cite.name}]" for cite in cites]
    sentences = [sentence.typed for sentence in split_sentences(text)]
    if len(sentences) == len(markers):
        return " ".join(map("".join, zip(sentences, markers, strict=True)))
    return text + "".join(markers)
