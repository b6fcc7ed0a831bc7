"""Values -> YAML as an editor would type it.

Takes texts; gives scalars, comments and citations in the style of the content's files. Law: what
is written reads back as exactly the text that was given, whatever it holds.
"""

from __future__ import annotations

import json
import re
from textwrap import wrap

WIDTH = 98
_PLAIN = re.compile(r"[^\W_“‘][^:#\\\"\[\]{}&*`|<>=@\n]*")
_DATE = re.compile(r"\d{4}-\d\d(?:-\d\d)?[~?]?|\d{3}X|\d{4}(?:-\d\d){0,2}/\d{4}(?:-\d\d){0,2}")
# Our reader keeps them as text; other programs would read a number, a truth value or nothing.
_READ_AS_SOMETHING_ELSE = re.compile(
    r"[\d.,:_eExX+\-]+|true|false|yes|no|on|off|null|y|n", re.IGNORECASE
)


def one_line(text: str) -> str:
    """Return *text* with single spaces and no line breaks."""
    return " ".join(text.split())


def scalar(text: str) -> str:
    """Return *text* as a YAML scalar on one line, in quotes only where it needs them."""
    return text if _can_be_plain(text) else _in_quotes(text)


def _can_be_plain(text: str) -> bool:
    if _DATE.fullmatch(text):
        return True
    is_tidy = text.isprintable() and text == text.strip()
    return bool(is_tidy and _PLAIN.fullmatch(text) and not _READ_AS_SOMETHING_ELSE.fullmatch(text))


def _in_quotes(text: str) -> str:
    """Return *text* in double quotes, with escapes for what cannot be seen."""
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in quoted)


def block(text: str, indent: int) -> str:
    """Return *text* as the value of a key: folded over lines, or in quotes where that fails."""
    text = one_line(text)
    if not text or not text.isprintable():
        return f" {scalar(text)}"
    lines = wrap(text, WIDTH - indent, break_long_words=False, break_on_hyphens=False)
    return " >-\n" + "\n".join(f"{' ' * indent}{line}" for line in lines)


def comment(text: str, indent: int) -> str:
    """Return *text* as lines of comment."""
    shown = "".join(c if c.isprintable() else " " for c in one_line(text))
    lines = wrap(shown, WIDTH - indent - 2, break_long_words=False, break_on_hyphens=False)
    return "".join(f"{' ' * indent}# {line}\n" for line in lines)


def citation(name: str, source: str, passage: int, quotation: str = "") -> str:
    """Return a citation, indented to stand under the key ``citations`` of an event."""
    lines = [f"    - id: {scalar(name)}", f"      source: {scalar(source)}"]
    lines += [f"      passage: {passage}"]
    lines += [f"      quotation: {scalar(quotation)}"] if quotation else []
    return "\n".join(lines) + "\n"
