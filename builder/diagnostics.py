"""What is wrong, where it is, and what to do about it.

A stage yields ``Diagnostic`` values and knows nothing of printing; ``format_report`` is the only
place where they become the words that an editor sees. Law: every message can be acted on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Literal

EXCERPT_WIDTH = 96
"""Characters of the faulty line that are shown."""


@dataclass(frozen=True, order=True)
class Place:
    """A spot in a file: its path from the project's root, line and column counted from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Diagnostic:
    """One thing that is wrong, where it is, and what to do about it."""

    place: Place
    code: str
    message: str
    hint: str = ""
    severity: Literal["error", "warning"] = "error"


def did_you_mean(typed: str, known: Iterable[str]) -> str:
    """Return the remedy for an unknown name: the nearest known one, or all if they are few."""
    names = sorted(known)
    if near := get_close_matches(typed, names, n=1, cutoff=0.6):
        return f"Did you mean {near[0]!r}?"
    if 0 < len(names) <= 12:
        return f"Known are: {', '.join(names)}."
    return ""


def shorten(text: str) -> str:
    """Return the beginning of a long *text*, for a message."""
    return text if len(text) <= 60 else f"{text[:57].rsplit(' ', 1)[0]} …"


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Say whether anything stands in the way of publishing."""
    return any(diagnostic.severity == "error" for diagnostic in diagnostics)


def as_errors(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the same diagnostics with every warning made an error (``--strict``)."""
    return [Diagnostic(d.place, d.code, d.message, d.hint) for d in diagnostics]


def format_report(diagnostics: Iterable[Diagnostic], root: Path) -> str:
    """Return what an editor reads: each problem once, by file and line, with the line itself."""
    return "\n\n".join(format_diagnostic(item, root) for item in sorted(set(diagnostics)))


def format_diagnostic(diagnostic: Diagnostic, root: Path) -> str:
    """Return one problem as text: place and message, the line with a caret, the remedy."""
    place = diagnostic.place
    head = f"{place}: {diagnostic.severity}: {diagnostic.message} [{diagnostic.code}]"
    hint = f"  hint: {diagnostic.hint}" if diagnostic.hint else ""
    return "\n".join(part for part in (head, quote_line(place, root), hint) if part)


def quote_line(place: Place, root: Path) -> str:
    """Return the line at *place* with a gutter and a caret, or nothing if it cannot be read."""
    try:
        lines = (root / place.file).read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError):
        return ""
    if place.line > len(lines) or not lines[place.line - 1].strip():
        return ""
    # A stray control character must not reach the terminal; a tab takes one column.
    shown = "".join(c if c.isprintable() else " " for c in lines[place.line - 1]).rstrip()
    line, column = _window(shown, place.column)
    gutter = f"  {place.line} | "
    return f"{gutter}{line}\n{' ' * (len(gutter) - 2)}| {' ' * (column - 1)}^"


def _window(line: str, column: int) -> tuple[str, int]:
    """Cut a long *line* to the part around *column*; return the part and the column in it."""
    if len(line) <= EXCERPT_WIDTH:
        return line, min(column, len(line) + 1)
    start = min(max(0, column - EXCERPT_WIDTH // 2), len(line) - EXCERPT_WIDTH)
    left, right = ("…" if start else ""), ("…" if start + EXCERPT_WIDTH < len(line) else "")
    return f"{left}{line[start : start + EXCERPT_WIDTH]}{right}", column - start + len(left)
