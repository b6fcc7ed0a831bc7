"""An item, as text, into a file that holds a list.

Takes the bytes of the file and the item's text; gives the new bytes, or None if the file is not
written in a way that an item can be put into. Law: every other byte stays as it is, byte-order
mark and line ends included, and every other item still reads the same.
"""

from __future__ import annotations

import re

from builder.text.located_yaml import Sequence, parse_yaml

_BOM = "\ufeff"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")


def insert_item(file: str, data: bytes, item: str, before: int | None = None) -> bytes | None:
    """Return *data* with *item* before the item that begins on line *before*, or at the end."""
    items, problems = parse_yaml(file, data)
    if problems or not isinstance(items, Sequence) or not items:
        return None
    starts = [span.place.line for span in items.items_at]
    if before is not None and before not in starts:
        return None
    number = len(items) if before is None else starts.index(before)
    text = data.decode("utf-8")
    mark = _BOM if text.startswith(_BOM) else ""
    lines = _LINE.findall(text.removeprefix(_BOM))
    at = len(lines) if before is None else _first_line(lines, items, number)
    piece = _fit(item, lines, items, at)
    changed = (mark + "".join([*lines[:at], piece, *lines[at:]])).encode("utf-8")
    return changed if _holds_the_others(file, changed, items, number) else None


def _first_line(lines: list[str], items: Sequence, number: int) -> int:
    """Return the line where an item begins, with the comment right above it."""
    column = items.span.place.column - 1
    dash = items.items_at[number].place.line - 1
    while dash > 0 and not lines[dash][column:].startswith("-"):
        dash -= 1
    top = dash
    while top > 0 and lines[top - 1].lstrip().startswith("#"):
        top -= 1
    return top or dash  # a comment that begins the file is about the file


def _fit(item: str, lines: list[str], items: Sequence, at: int) -> str:
    """Return *item* with the file's line ends and indentation, and its empty lines between."""
    newline = _newline_of(lines)
    margin = " " * (items.span.place.column - 1)
    inner = [f"{margin}{line}".rstrip() + newline for line in item.rstrip("\n").split("\n")]
    between = newline if _has_gaps(lines, items) else ""
    if at < len(lines):
        return "".join(inner) + between
    ending = "" if lines[-1].endswith(("\n", "\r")) else newline
    return ending + (between if lines[-1].strip() else "") + "".join(inner)


def _newline_of(lines: list[str]) -> str:
    ending = re.search(r"[\r\n]+$", lines[0])
    return ending[0] if ending else "\n"


def _has_gaps(lines: list[str], items: Sequence) -> bool:
    """Whether the items of the file stand apart; a lone item is no witness, and does."""
    tops = [_first_line(lines, items, number) for number in range(1, len(items))]
    return not tops or any(not lines[top - 1].strip() for top in tops)


def _holds_the_others(file: str, data: bytes, items: Sequence, number: int) -> bool:
    """Whether *data* reads as the items that were there, and one more as *number*."""
    changed, problems = parse_yaml(file, data)
    if problems or not isinstance(changed, Sequence) or len(changed) != len(items) + 1:
        return False
    return [*changed[:number], *changed[number + 1 :]] == list(items)
