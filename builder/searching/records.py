"""Timeline -> what the search of a large archive knows of each event.

Takes a timeline and its wording; gives a record of each event: folded words to look through, and
the words as written to show. Law: the page's script folds what a reader types in the same way
(``static/archive/search.js``), so that neither capitals nor accents nor a Turkish i matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import shorten

from builder.data.fields import to_plain
from builder.models.content import Event, Party, Person, Spot
from builder.reading.timeline import Timeline
from builder.text.markup import split_sentences
from builder.text.words import fold_letters
from builder.views.paths import event_path
from builder.views.wording import Wording

SHOWN = 240
"""Characters of an event's text that a result shows."""
_WORDS = re.compile(r"[^\W_]+")
_MARKS = re.compile(r"[*_`\[\]<>#&|\\]|^\s*(?:[-+:]|\d+\.)\s", re.M)
"""Signs of Markdown: without any, a text is as it was typed."""


@dataclass(frozen=True)
class Record:
    """An event as the search knows it."""

    path: str
    words: str
    """Folded: what is looked through."""
    day: str
    """The first day that is meant (ISO 8601), by which results are ordered."""
    title: str
    date: str
    text: str
    """The beginning of its text, as written."""


def find_records(timeline: Timeline, wording: Wording) -> Iterator[Record]:
    """Yield a record of each event, in order of time."""
    forms = {item.id: " ".join(_forms(item)) for item in timeline.named}
    for event in timeline.events:
        text = _plain_text(event)
        date = wording.when(event.date, event.time).text
        named = (forms[name] for name in (*event.people, *event.parties, *event.places))
        words = fold(" ".join((event.title, date, text, *named)))
        day = event.date.first.isoformat()
        yield Record(event_path(event.id), words, day, event.title, date, _begin(text))


def fold(text: str) -> str:
    """Return the words of *text* as they are looked for: letters and digits, folded."""
    return " ".join(_WORDS.findall(fold_letters(text)))


def _plain_text(event: Event) -> str:
    typed = " ".join(sentence.text for sentence in split_sentences(event.body))
    return to_plain(typed) if _MARKS.search(typed) else typed


def _begin(text: str) -> str:
    """Return the beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else shorten(line, SHOWN, placeholder=" …")


def _forms(item: Person | Party | Spot) -> Iterator[str]:
    """Yield every form of a name: no reader should have to know which one we use."""
    yield item.name
    if isinstance(item, Party):
        yield item.short_name
        yield item.native_name or ""
    yield from (variant.form for variant in item.variants)
