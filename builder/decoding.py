"""Bytes of a file -> its text, or the reason why they are not text.

Law: UTF-8 only, with or without a byte-order mark; nothing that a reader cannot see, and nothing
larger than an editor would write.
"""

from __future__ import annotations

import re

from builder.diagnostics import Diagnostic, Place

MAX_BYTES = 4_000_000
# Controls, and the private-use characters that ``markup`` needs for itself.
_NOT_TEXT = re.compile("[\0-\b\v\f\x0e-\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufffe\uffff]")


def decode(file: str, data: bytes) -> tuple[str, list[Diagnostic]]:
    """Return the text of a file's bytes, or the diagnostic that says why they are not text."""
    if len(data) > MAX_BYTES:
        message = f"{len(data):,} bytes is more than a file may have here ({MAX_BYTES:,})"
        hint = "Split it into several files."
        return "", [Diagnostic(Place(file), "too-large", message, hint)]
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        place = Place(file, data.count(b"\n", 0, error.start) + 1)
        hint = "Save it with the encoding UTF-8 (in the editor: Save with encoding)."
        return "", [Diagnostic(place, "not-utf-8", "this file is not UTF-8 text", hint)]
    if control := _NOT_TEXT.search(text):
        line_start = text.rfind("\n", 0, control.start()) + 1
        line = text.count("\n", 0, control.start()) + 1
        place = Place(file, line, control.start() - line_start + 1)
        return "", refuse_controls(place, text)
    return text, []


def refuse_controls(place: Place, text: str) -> list[Diagnostic]:
    """Return the diagnostic about the first character of *text* that is not text, if any."""
    control = _NOT_TEXT.search(text)
    if control is None:
        return []
    message = f"the character U+{ord(control[0]):04X} is not text"
    return [Diagnostic(place, "not-text", message, "Remove it; is this a text file?")]
