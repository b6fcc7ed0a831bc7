"""What is wrong, where it is, and what to do about it.

A stage yields ``Diagnostic`` values and knows nothing of printing; ``format_report`` makes of them
what an editor reads, ``report_formats`` what programs read. Law: every message can be acted on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Literal

from builder.file_bytes import read_bytes

EXCERPT_WIDTH = 96
"""Characters of the faulty line that are shown."""
MOST_SAID = 600
"""Characters of a message or a remedy that are shown."""


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
    if near := nearest(typed, names):
        return f"Did you mean {near!r}?"
    if 0 < len(names) <= 12:
        return f"Known are: {', '.join(names)}."
    return ""


def nearest(typed: str, known: Iterable[str]) -> str:
    """Return the known name that *typed* is most like, capital or small; '' if none is near."""
    folded = {name.casefold(): name for name in sorted(known, reverse=True)}
    near = get_close_matches(typed.strip().casefold(), sorted(folded), n=1, cutoff=0.6)
    return folded[near[0]] if near else ""


def unreadable(file: str, error: OSError) -> Diagnostic:
    """Return the complaint about a file that cannot be read."""
    reason = (error.strerror or "it cannot be read").lower()
    return Diagnostic(
        Place(file),
        "unreadable-file",
        f"this file cannot be read: {reason}",
        "Put the file back, or check its name and permissions.",
    )


def shorten(text: str) -> str:
    """Return the beginning of a long *text*, for a message."""
    return text if len(text) <= 60 else f"{text[:57].rsplit(' ', 1)[0]} …"


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Say whether anything stands in the way of publishing."""
    return any(diagnostic.severity == "error" for diagnostic in diagnostics)


def as_errors(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the same diagnostics with every warning made an error (``--strict``)."""
    return [Diagnostic(d.place, d.code, d.message, d.hint) for d in diagnostics]


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return each problem once, by file, line and column, its words on one line each."""
    told = (replace(d, message=_fit(d.message), hint=_fit(d.hint)) for d in set(diagnostics))
    return sorted(set(told))


def _fit(words: str) -> str:
    """Return *words* on one line, without what cannot be shown, cut if they quote no end of it."""
    line = "".join(c if c.isprintable() else "\ufffd" for c in " ".join(words.split()))
    return line if len(line) <= MOST_SAID else f"{line[:MOST_SAID]} …"


def format_report(
    diagnostics: Iterable[Diagnostic], root: Path, *, is_coloured: bool = False
) -> str:
    """Return what an editor reads: each problem once, by file and line, with the line itself."""
    files = Files(root)
    parts = (format_diagnostic(item, files, is_coloured) for item in in_order(diagnostics))
    return "\n\n".join(parts)


def format_diagnostic(diagnostic: Diagnostic, files: Files, is_coloured: bool) -> str:
    """Return one problem as text: place and message, the line with a caret, the remedy."""
    place, severity = diagnostic.place, diagnostic.severity
    start, end = (_COLOURS[severity], "\x1b[0m") if is_coloured else ("", "")
    head = f"{place}: {start}{severity}{end}: {diagnostic.message} [{diagnostic.code}]"
    lines = [head]
    if excerpt := files.excerpt(place):
        line, column = excerpt
        gutter = f"  {place.line} | "
        caret = f"{' ' * (len(gutter) - 2)}| {' ' * (column - 1)}{start}^{end}"
        lines += [gutter + line, caret]
    if diagnostic.hint:
        lines.append(f"  hint: {diagnostic.hint}")
    return "\n".join(lines)


_COLOURS = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m"}
"""Bold red and bold yellow (ECMA-48, 8.3.117 SGR)."""


class Files:
    """The files that are quoted, each read once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lines: dict[str, list[str]] = {}

    def excerpt(self, place: Place) -> tuple[str, int] | None:
        """Return the line at *place*, cut if it is long, and the column of *place* in it.

        None where there is no such line, nothing on it, or no text in the file.
        """
        lines = self._lines.setdefault(place.file, []) or self._read(place.file)
        if place.line > len(lines) or not lines[place.line - 1].strip():
            return None
        # A stray control character must not reach the terminal; a tab takes one column.
        shown = "".join(c if c.isprintable() else " " for c in lines[place.line - 1]).rstrip()
        return _window(shown, place.column)

    def _read(self, file: str) -> list[str]:
        try:
            data = read_bytes(self._root / file)
        except OSError:
            return []
        if b"\0" in data:
            return []
        # What is not UTF-8 is shown as �, so that its line can be shown at all.
        text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
        self._lines[file] = text.split("\n")
        return self._lines[file]


def _window(line: str, column: int) -> tuple[str, int]:
    """Cut a long *line* to the part around *column*; return the part and the column in it."""
    column = min(column, len(line) + 1)
    if len(line) <= EXCERPT_WIDTH:
        return line, column
    start = min(max(0, column - EXCERPT_WIDTH // 2), len(line) - EXCERPT_WIDTH)
    left, right = ("…" if start else ""), ("…" if start + EXCERPT_WIDTH < len(line) else "")
    return f"{left}{line[start : start + EXCERPT_WIDTH]}{right}", column - start + len(left)
