"""YAML text -> plain values that know their line and column.

Every scalar stays the text that was typed; the model decides what it means. YAML itself would
turn 12:30 into 750, ``no`` into False and let a repeated key win in silence. Built on the events
of PyYAML's C parser, so that a bomb of aliases or ten thousand nested lists is refused while it
is read. Law: either the whole document or the diagnostics that say why not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, TypeAlias

import yaml

from builder.reports.diagnostics import Diagnostic
from builder.text.decoding import decode, refuse_characters
from builder.text.spans import Document, Span, Stretch
from builder.text.typed_lines import Stop
from builder.text.yaml_slips import CUT_BY_A_COMMENT, find_slip, slip_at_sign

MAX_DEPTH = 20
MOST_SIGNS = 100
"""Anchors and aliases of a file that are told; a bomb has thousands."""

_QUOTES = ('"', "'")
_CUT_SHORT = re.compile(r" (#)[^\s#]")
_ODD_NAMES = {**dict.fromkeys("“”„‟‘’‚‛«»`", "quotation marks"), "-": "no space after the dash"}
_ODD_IN_A_KEY = re.compile("[“”„‟‘’‚‛«»`]|[^\\S ]|^-")
_NOTHING = frozenset(("~", "null", "Null", "NULL"))

Value: TypeAlias = "str | Mapping | Sequence | None"


class Mapping(dict[str, Any]):
    """A YAML mapping: a dict that knows where it, its keys and its values stand."""

    __slots__ = ("_document", "stretch", "stretches")

    def __init__(self, document: Document, stretch: Stretch) -> None:
        self._document = document
        self.stretch = stretch
        self.stretches: dict[str, tuple[int, int, int, int]] = {}
        """Those of each key and, behind it, of its value."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self._document, *self.stretch)

    def span_of(self, key: str) -> Span:
        """Where the value of *key* stands, or else the whole mapping."""
        return Span(self._document, *self.stretches.get(key, self.stretch)[-2:])

    @property
    def keys_at(self) -> dict[str, Span]:
        """Where its keys stand."""
        return {key: Span(self._document, *at[:2]) for key, at in self.stretches.items()}

    @property
    def values_at(self) -> dict[str, Span]:
        """Where its values stand, by their keys."""
        return {key: Span(self._document, *at[2:]) for key, at in self.stretches.items()}


class Sequence(list[Any]):
    """A YAML sequence: a list that knows where it and its items stand."""

    __slots__ = ("_document", "item_stretches", "stretch")

    def __init__(self, document: Document, stretch: Stretch) -> None:
        self._document = document
        self.stretch = stretch
        self.item_stretches: list[Stretch] = []

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self._document, *self.stretch)

    def span_of(self, index: int) -> Span:
        """Where the item at *index* stands."""
        return Span(self._document, *self.item_stretches[index])

    @property
    def items_at(self) -> list[Span]:
        """Where its items stand."""
        return [Span(self._document, *at) for at in self.item_stretches]


class _Reader:
    """Reads a document from the events of the parser; collects what is wrong on the way."""

    def __init__(self, document: Document) -> None:
        self.problems: list[Diagnostic] = []
        self._document = document
        self._events: Iterator[yaml.Event] = yaml.parse(document.text, Loader=yaml.CBaseLoader)
        self._cut_short = {cut.start(): cut for cut in _CUT_SHORT.finditer(document.text)}
        self._documents = 0
        self._signs = 0
        self._restarted: set[int] = set()
        """Where the mappings begin whose first key is repeated."""

    def report(self, span: Span, code: str, message: str, hint: str) -> None:
        self.problems.append(Diagnostic(span.place, code, message, hint))

    def read(self) -> Value:
        """Return the value of the first document."""
        values: list[Value] = []
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                self._start_document(event)
            elif isinstance(event, yaml.NodeEvent):
                values.append(self._read_value(event, 0))
        return values[0] if values else None

    def _span_of(self, event: yaml.Event) -> Span:
        return Span(self._document, *_stretch_of(event))

    def _start_document(self, event: yaml.Event) -> None:
        self._documents += 1
        if self._documents > 1:
            self.report(
                self._span_of(event),
                "yaml-syntax",
                "a second document starts here",
                "Remove the line '---'; one file is one document.",
            )

    def _read_value(self, event: Any, depth: int) -> Value:
        """Return the value that begins with *event*, in *depth* others."""
        if event.anchor or getattr(event, "tag", None):
            self._refuse_sign(self._span_of(event))
        if isinstance(event, yaml.ScalarEvent):
            return self._read_scalar(event)
        if isinstance(event, yaml.AliasEvent):
            return None
        if depth >= MAX_DEPTH:
            raise _TooDeepError(self._span_of(event))
        if isinstance(event, yaml.MappingStartEvent):
            return self._read_mapping(Mapping(self._document, _stretch_of(event)), depth + 1)
        return self._read_sequence(Sequence(self._document, _stretch_of(event)), depth + 1)

    def _refuse_sign(self, span: Span) -> None:
        self._signs += 1
        if self._signs > MOST_SIGNS:
            return
        slip = slip_at_sign(self._document.text, span.start)
        self.report(span, "yaml-alias", slip.message, slip.hint)

    def _read_scalar(self, event: yaml.ScalarEvent) -> Value:
        text: str = event.value
        if event.style:
            # Between double quotation marks, escapes can spell what ``decode`` refuses.
            if event.style == '"' and not text.isprintable():
                self.problems += refuse_characters(self._span_of(event).place, text)
            return text
        if text in _NOTHING or self._cut_short:
            self._look_at_plain(text, self._span_of(event))
        return text or None  # a key without a value reads as nothing

    def _look_at_plain(self, text: str, span: Span) -> None:
        """Report what a text without quotation marks does not say as it was meant."""
        if cut := self._cut_short.get(span.end):
            at = Span(self._document, cut.start(1), cut.end())
            self.report(at, "yaml-syntax", *CUT_BY_A_COMMENT)
        if text in _NOTHING:
            self.report(
                span,
                "yaml-nothing",
                f"{text!r} is not how nothing is written here",
                "Leave the line out: what is not known is not written. If the text itself is "
                "meant, put it in quotation marks.",
            )

    def _read_sequence(self, items: Sequence, depth: int) -> Sequence:
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                items.stretch = items.stretch[0], _stretch_of(event)[0]
                break
            items.append(self._read_value(event, depth))
            items.item_stretches.append(_stretch_of(event))
        return items

    def _read_mapping(self, entries: Mapping, depth: int) -> Mapping:
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                entries.stretch = entries.stretch[0], _stretch_of(event)[0]
                break
            key, at = self._read_key(event, entries, depth), next(self._events)
            value = self._read_value(at, depth)
            if key not in entries:
                entries[key] = value
                entries.stretches[key] = *_stretch_of(event), *_stretch_of(at)
        return entries

    def _read_key(self, event: yaml.Event, entries: Mapping, depth: int) -> str:
        key = self._read_value(event, depth)
        if not isinstance(key, str):
            span = self._span_of(event)
            hint = "Write 'key: value', the key without brackets, quotation marks or dashes."
            self.report(span, "yaml-syntax", "a key has to be a word", hint)
            return f"\0{span.start}"
        if not key.isidentifier() and (odd := _ODD_IN_A_KEY.search(key)):
            self._refuse_key(key, odd[0], self._span_of(event))
        elif key in entries:
            self._repeat(entries, key, self._span_of(event))
        return key

    def _refuse_key(self, key: str, odd: str, span: Span) -> None:
        bare = " ".join(_ODD_IN_A_KEY.sub(" ", key).split())
        kind = _ODD_NAMES.get(odd, f"a space of another kind (U+{ord(odd):04X})")
        dash = "- " if odd == "-" else ""
        hint = f"Write '{dash}{bare}: …'."
        self.report(span, "yaml-syntax", f"{kind} in the key of this line", hint)

    def _repeat(self, entries: Mapping, key: str, span: Span) -> None:
        """Report a repeated key; behind an item that has lost its dash all others are, too."""
        hint = f"Keep one of them; the first is on line {entries.keys_at[key].place.line}."
        if key == next(iter(entries)):
            self._restarted.add(entries.span.start)
            hint += f" If another item begins here, write '- {key}: …'."
        elif entries.span.start in self._restarted:
            return
        self.report(span, "repeated-key", f"the key {key!r} stands here a second time", hint)


def _stretch_of(event: Any) -> Stretch:
    # Every event that the parser yields has both marks; the stubs allow for events without.
    return event.start_mark.index, event.end_mark.index


class _TooDeepError(Exception):
    """Raised while parsing when lists and mappings are nested too deeply."""

    def __init__(self, span: Span) -> None:
        super().__init__()
        self.span = span


def parse_yaml(file: str, data: bytes) -> tuple[Value, list[Diagnostic]]:
    """Return the value of a YAML document and what is wrong with it (value None on failure)."""
    text, problems = decode(file, data)
    if problems:
        return None, problems
    document = Document(file, text)
    reader = _Reader(document)
    try:
        value = reader.read()
    except _TooDeepError as error:
        reader.report(
            error.span,
            "yaml-syntax",
            f"nested more than {MAX_DEPTH} levels deep",
            "No content needs that; check the indentation.",
        )
    except yaml.YAMLError as error:
        slip = describe_yaml_error(document, error)
        # One slip of the hand is one complaint, however much it has confused the parser.
        others = (p for p in reader.problems if p.place.line != slip.place.line)
        return None, [*others, slip]
    return (None if reader.problems else value), reader.problems


def describe_yaml_error(document: Document, error: yaml.YAMLError) -> Diagnostic:
    """Return the parser's complaint in an editor's words, where the slip was made."""
    text = document.text
    mark, began = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    index = mark.index if mark else getattr(error, "position", 0)
    stop = Stop(
        text,
        min(index, len(text)),
        f"{getattr(error, 'context', None)}: {getattr(error, 'problem', error)}",
        began.index if began else None,
        _find_quoted(text),
    )
    slip = find_slip(stop)
    place = document.place_at(min(slip.index, len(text)))
    return Diagnostic(place, "yaml-syntax", slip.message, slip.hint)


def _find_quoted(text: str) -> Stretch | None:
    """Return the stretch of the text in quotation marks after which the parser stops, if any."""
    last: Any = None
    with suppress(yaml.YAMLError):
        for event in yaml.parse(text, Loader=yaml.CBaseLoader):
            last = event
    return _stretch_of(last) if getattr(last, "style", None) in _QUOTES else None
