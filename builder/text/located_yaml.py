"""YAML text -> plain values that know their line and column.

Every scalar stays the text that was typed; the model decides what it means. YAML itself would
turn 12:30 into 750, ``no`` into False and let a repeated key win in silence. Built on the events
of PyYAML's C parser, so that a bomb of aliases or ten thousand nested lists is refused while it
is read. Law: either the whole document or the diagnostics that say why not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeAlias, cast

import yaml

from builder.reports.diagnostics import Diagnostic, Place
from builder.text.decoding import decode, refuse_characters
from builder.text.typed_lines import Stop
from builder.text.yaml_slips import CUT_BY_A_COMMENT, find_slip, slip_at_sign

MAX_DEPTH = 20
MOST_SIGNS = 100
"""Anchors and aliases of a file that are told; a bomb has thousands."""

_QUOTES = ('"', "'")
_CUT_SHORT = re.compile(r" (#)[^\s#]")
_ODD_NAMES = {**dict.fromkeys("“”„‟‘’‚‛«»`", "quotation marks"), "-": "no space after the dash"}
_ODD_IN_A_KEY = re.compile("[“”„‟‘’‚‛«»`]|[^\\S ]|^-")
_NOTHING = ("~", "null", "Null", "NULL")

Value: TypeAlias = "str | Mapping | Sequence | None"


@dataclass(frozen=True)
class Document:
    """A YAML file as it was typed: its path from the root, and its text."""

    file: str
    text: str

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def place_at(self, index: int) -> Place:
        """Return the place of the character at *index*."""
        starts = self._line_starts
        line = bisect_right(starts, index)
        return Place(self.file, line, index - starts[line - 1] + 1)


@dataclass(frozen=True)
class Span:
    """Where a value stands in its document: from the index *start* up to *end*."""

    document: Document
    start: int
    end: int

    @property
    def place(self) -> Place:
        """The place of the value's first character."""
        return self.document.place_at(self.start)

    def find(self, fragment: str, after: str = "", *, loosely: bool = False) -> Place:
        """Return the place of *fragment* in this value, at or after the text *after*.

        White space matches any white space, so that a sentence folded over several lines is
        found; *loosely* ignores case and punctuation too. Falls back on the beginning of
        *after*, then of the value.
        """
        start = self._search(after, self.start, loosely) if after else self.start
        found = self._search(fragment, self.start if start is None else start, loosely)
        index = next(i for i in (found, start, self.start) if i is not None)
        return self.document.place_at(index)

    def find_end(self, fragment: str) -> Place:
        """Return the place of the last character of *fragment* in this value."""
        found = self._match(fragment, self.start)
        return self.document.place_at(max(0, found.end() - 1) if found else self.start)

    def _search(self, fragment: str, start: int, loosely: bool) -> int | None:
        found = self._match(fragment, start, loosely=loosely)
        return found.start() if found else None

    def _match(self, fragment: str, start: int, *, loosely: bool = False) -> re.Match[str] | None:
        words = [re.escape(word) for word in fragment.split()]
        between, flags = (r"[\W_]+", re.IGNORECASE) if loosely else (r"\s+", re.NOFLAG)
        pattern = re.compile(between.join(words), flags)
        return pattern.search(self.document.text, start, self.end) if words else None


class Mapping(dict[str, Any]):
    """A YAML mapping: a dict that knows where it, its keys and its values stand."""

    def __init__(self, span: Span) -> None:
        super().__init__()
        self.span = span
        self.keys_at: dict[str, Span] = {}
        self.values_at: dict[str, Span] = {}


class Sequence(list[Any]):
    """A YAML sequence: a list that knows where it and its items stand."""

    def __init__(self, span: Span) -> None:
        super().__init__()
        self.span = span
        self.items_at: list[Span] = []


@dataclass
class _Builder:
    """Builds values from parser events; collects what is wrong on the way."""

    document: Document
    problems: list[Diagnostic] = field(default_factory=list)
    stack: list[Mapping | Sequence] = field(default_factory=list)
    keys: list[tuple[str, Span] | None] = field(default_factory=list)
    root: Value = None
    documents: int = 0
    signs: int = 0
    quoted: tuple[int, int] | None = None
    """The stretch of the last text in quotation marks, as long as nothing has followed it."""
    restarted: set[int] = field(default_factory=set)
    """Where the mappings begin whose first key is repeated."""

    def report(self, span: Span, code: str, message: str, hint: str) -> None:
        self.problems.append(Diagnostic(span.place, code, message, hint))

    def take(self, event: yaml.Event) -> None:
        # Every event that the parser yields has both marks; the stubs allow for events without.
        start, end = cast(yaml.Mark, event.start_mark), cast(yaml.Mark, event.end_mark)
        span = Span(self.document, start.index, end.index)
        self.quoted = (span.start, span.end) if getattr(event, "style", None) in _QUOTES else None
        if getattr(event, "anchor", None) or getattr(event, "tag", None):
            self._refuse_sign(span)
        match event:
            case yaml.DocumentStartEvent():
                self._start_document(span)
            case yaml.AliasEvent():
                self._place(None, span)
            case yaml.ScalarEvent():
                self._take_scalar(event, span)
            case yaml.MappingStartEvent():
                self._open(Mapping(span))
            case yaml.SequenceStartEvent():
                self._open(Sequence(span))
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._close(span)

    def _take_scalar(self, event: yaml.ScalarEvent, span: Span) -> None:
        if event.style == '"':  # its escapes can spell what ``decode`` refuses
            self.problems += refuse_characters(span.place, event.value)
        if not event.style:
            self._take_plain(event.value, span)
        # A key without a value reads as nothing; quotes make an empty text of it.
        self._place(event.value if event.value or event.style else None, span)

    def _take_plain(self, value: str, span: Span) -> None:
        """Report what a text without quotation marks does not say as it was meant."""
        text = self.document.text
        if cut := _CUT_SHORT.match(text, span.end):
            at = Span(self.document, cut.start(1), cut.end())
            self.report(at, "yaml-syntax", *CUT_BY_A_COMMENT)
        if value in _NOTHING:
            self.report(
                span,
                "yaml-nothing",
                f"{value!r} is not how nothing is written here",
                "Leave the line out: what is not known is not written. If the text itself is "
                "meant, put it in quotation marks.",
            )

    def _refuse_sign(self, span: Span) -> None:
        self.signs += 1
        if self.signs > MOST_SIGNS:
            return
        slip = slip_at_sign(self.document.text, span.start)
        self.report(span, "yaml-alias", slip.message, slip.hint)

    def _start_document(self, span: Span) -> None:
        self.documents += 1
        if self.documents > 1:
            self.report(
                span,
                "yaml-syntax",
                "a second document starts here",
                "Remove the line '---'; one file is one document.",
            )

    def _open(self, value: Mapping | Sequence) -> None:
        if len(self.stack) >= MAX_DEPTH:
            raise _TooDeepError(value.span)
        self._place(value, value.span)
        self.stack.append(value)
        self.keys.append(None)

    def _close(self, span: Span) -> None:
        closed = self.stack.pop()
        closed.span = Span(self.document, closed.span.start, span.start)
        self.keys.pop()

    def _place(self, value: Value, span: Span) -> None:
        if not self.stack:
            if self.documents <= 1:
                self.root = value
            return
        parent = self.stack[-1]
        if isinstance(parent, Sequence):
            parent.append(value)
            parent.items_at.append(span)
        elif self.keys[-1] is None:
            self._take_key(parent, value, span)
        else:
            key, key_span = self.keys[-1]
            self.keys[-1] = None
            if key not in parent:
                parent[key], parent.keys_at[key], parent.values_at[key] = value, key_span, span

    def _take_key(self, parent: Mapping, value: Value, span: Span) -> None:
        key = value if isinstance(value, str) else f"\0{span.start}"
        if not isinstance(value, str):
            hint = "Write 'key: value', the key without brackets, quotation marks or dashes."
            self.report(span, "yaml-syntax", "a key has to be a word", hint)
        elif odd := _ODD_IN_A_KEY.search(value):
            bare = " ".join(_ODD_IN_A_KEY.sub(" ", value).split())
            kind = _ODD_NAMES.get(odd[0], f"a space of another kind (U+{ord(odd[0]):04X})")
            dash = "- " if odd[0] == "-" else ""
            hint = f"Write '{dash}{bare}: …'."
            self.report(span, "yaml-syntax", f"{kind} in the key of this line", hint)
        elif key in parent:
            self._repeat(parent, key, span)
        self.keys[-1] = (key, span)

    def _repeat(self, parent: Mapping, key: str, span: Span) -> None:
        """Report a repeated key; behind an item that has lost its dash all others are, too."""
        hint = f"Keep one of them; the first is on line {parent.keys_at[key].place.line}."
        if key == next(iter(parent)):
            self.restarted.add(parent.span.start)
            hint += f" If another item begins here, write '- {key}: …'."
        elif parent.span.start in self.restarted:
            return
        self.report(span, "repeated-key", f"the key {key!r} stands here a second time", hint)


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
    builder = _Builder(Document(file, text))
    try:
        for event in yaml.parse(text, Loader=yaml.CBaseLoader):
            builder.take(event)
    except _TooDeepError as error:
        builder.report(
            error.span,
            "yaml-syntax",
            f"nested more than {MAX_DEPTH} levels deep",
            "No content needs that; check the indentation.",
        )
    except yaml.YAMLError as error:
        slip = describe_yaml_error(builder, error)
        # One slip of the hand is one complaint, however much it has confused the parser.
        others = (p for p in builder.problems if p.place.line != slip.place.line)
        return None, [*others, slip]
    return (None if builder.problems else builder.root), builder.problems


def describe_yaml_error(builder: _Builder, error: yaml.YAMLError) -> Diagnostic:
    """Return the parser's complaint in an editor's words, where the slip was made."""
    text = builder.document.text
    mark, began = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    index = mark.index if mark else getattr(error, "position", 0)
    stop = Stop(
        text,
        min(index, len(text)),
        f"{getattr(error, 'context', None)}: {getattr(error, 'problem', error)}",
        began.index if began else None,
        builder.quoted,
    )
    slip = find_slip(stop)
    place = builder.document.place_at(min(slip.index, len(text)))
    return Diagnostic(place, "yaml-syntax", slip.message, slip.hint)
