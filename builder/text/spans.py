"""Where something stands in a file that an editor typed.

Takes the text of a file and a stretch of it; gives places as an editor counts them. Law: lines
and columns are only counted when somebody asks for a place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeAlias

from builder.reports.diagnostics import Place

Stretch: TypeAlias = tuple[int, int]
"""From an index of a text up to another: a span is made of it when a place is asked for."""


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


class Span(NamedTuple):
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
