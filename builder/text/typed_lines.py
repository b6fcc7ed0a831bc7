"""The line at which a YAML parser stopped, taken apart as it was typed.

Takes the text and what the parser knows; gives the lines that may hold the slip of the hand, the
key and the value of a line, and a text in the quotation marks that it needs. Law: nothing is
parsed here; what a line looks like is all there is to go by.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Slip:
    """What is wrong at the character *index* of a text, and what to do about it."""

    index: int
    message: str
    hint: str


@dataclass(frozen=True)
class Stop:
    """Where and why the parser stopped: at *index*, in the middle of what began at *began*.

    *quoted* is the stretch of the last text in quotation marks that it read, if that came last.
    """

    text: str
    index: int
    problem: str
    began: int | None = None
    quoted: tuple[int, int] | None = None

    @cached_property
    def start(self) -> int:
        """Where the line begins on which the parser stopped."""
        return self.start_of(self.index)

    @cached_property
    def line(self) -> str:
        """The line on which the parser stopped."""
        return self.line_from(self.start)

    @cached_property
    def suspects(self) -> list[int]:
        """Where the lines begin that may hold the slip: this one, and those that lead to it."""
        starts = [self.start]
        if self.began is not None and ("scanning" in self.problem or "',' or" in self.problem):
            starts.insert(0, self.start_of(self.began))
        if above := self.above():
            starts.append(above[0])
        return starts

    def start_of(self, index: int) -> int:
        """Return where the line of the character at *index* begins."""
        return self.text.rfind("\n", 0, index) + 1

    def line_from(self, start: int) -> str:
        """Return the line that begins at *start*."""
        return self.text[start:].split("\n", 1)[0]

    def number(self, index: int) -> int:
        """Return the number of the line that holds the character at *index*."""
        return self.text.count("\n", 0, index) + 1

    def above(self) -> tuple[int, str] | None:
        """Return the nearest line above that is not blank, with where it begins."""
        end = self.start
        while end > 0:
            start = self.start_of(end - 1)
            if (line := self.text[start : end - 1]).strip():
                return start, line
            end = start
        return None


def in_quotes(text: str) -> str:
    """Return *text* in the quotation marks that YAML reads back as it is."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def put_in_quotes(key: str, text: str) -> str:
    """Return the remedy for a text that needs quotation marks, typed out if it is short."""
    typed = f"{key}{in_quotes(text.strip())}"
    shown = f": {typed}" if len(typed) <= 70 and text.strip() else "."
    return f"Put the whole text in quotation marks{shown}"


_KEY = r"[ ]*(?:- +)*(?:([^\s:#\"'\[{][^:\n]*?): +)?"
_ENTRY = re.compile(rf"{_KEY}(?P<value>\S.*)?$")


def split_entry(line: str) -> tuple[str, str, int]:
    """Return the key of a line as it is typed, its value, and the column of the value."""
    entry = _ENTRY.match(line)
    if entry is None or entry["value"] is None:
        return "", "", len(line)
    key = f"{entry[1]}: " if entry[1] else ""
    return key, entry["value"], entry.start("value")
