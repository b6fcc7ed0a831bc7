"""Bytes of a file -> its text, or the reason why they are not text.

Law: UTF-8 only, with or without a byte-order mark at its beginning, which is dropped; in what we
type nothing that a reader cannot see, nothing that git has left for an editor to settle, and
nothing larger than an editor would write.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from builder.file_bytes import MAX_BYTES
from builder.reports.diagnostics import Diagnostic, Place

# Controls, and the private-use characters that ``markup`` needs for itself.
_NOT_TEXT = re.compile("[\0-\b\v\f\x0e-\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufffe\uffff]")
# What takes no room on the page and still keeps words from being found. Joiners are let through
# where scripts and emoji need them (Unicode 17, 23.2 Layout Controls).
_INVISIBLE = re.compile(
    "[\x85\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]"
    "(?<![\u0590-\u1fff\ufe0f\U0001f000-\U0001ffff][\u200c\u200d])"
)
# The lines by which git parts the versions of a merge (https://git-scm.com/docs/git-merge,
# "How conflicts are presented"). In Markdown the one between them makes a heading.
_CONFLICT = re.compile(r"\n(?:<{7}|\|{7}|={7}|>{7})(?=[ \n]|\Z)")
_CONFLICT_IN_MARKDOWN = re.compile(r"\n(?:<{7}|\|{7}|>{7})(?=[ \n]|\Z)")
_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
"""How files begin that Windows calls "Unicode"; the longer marks first."""
_SAVE = "Save it as UTF-8: in the editor, choose 'Save with Encoding' or, when saving, 'UTF-8'."


def decode(file: str, data: bytes, *, is_ours: bool = True) -> tuple[str, list[Diagnostic]]:
    """Return the text of a file's bytes, or the diagnostic that says why they are not text.

    Only what *is_ours* has to be free of invisible characters: an article is as it was printed.
    """
    if len(data) > MAX_BYTES:
        message = f"{len(data):,} bytes is more than a file may have here ({MAX_BYTES:,})"
        hint = "Split it into several files."
        return "", [Diagnostic(Place(file), "too-large", message, hint)]
    try:
        text = _with_plain_lines(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return "", [_explain_encoding(file, data, error.start)]
    patterns = (_NOT_TEXT, _INVISIBLE) if is_ours else (_NOT_TEXT,)
    found = next((found for pattern in patterns if (found := pattern.search(text))), None)
    if found:
        return "", refuse_characters(_place_at(file, text, found.start()), found[0])
    problems = _refuse_conflict(file, text) if is_ours else []
    return "" if problems else text, problems


def _with_plain_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _place_at(file: str, text: str, index: int) -> Place:
    return Place(file, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def _refuse_conflict(file: str, text: str) -> list[Diagnostic]:
    """Return the diagnostic about the first line of a merge that is not settled, if any."""
    pattern = _CONFLICT_IN_MARKDOWN if file.endswith(".md") else _CONFLICT
    found = pattern.search(f"\n{text}")  # a "^" would be looked for at every character
    if found is None:
        return []
    place = _place_at(file, text, found.start())
    hint = (
        "Keep what is right of both versions, and delete the lines that begin with '<<<<<<<', "
        "'=======' and '>>>>>>>'."
    )
    return [Diagnostic(place, "merge-conflict", "a merge conflict is left in this file", hint)]


def _explain_encoding(file: str, data: bytes, start: int) -> Diagnostic:
    """Return what the bytes look like that are not UTF-8 from *start* on."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            message = f"this file is saved as {name}, not as UTF-8"
            return Diagnostic(Place(file), "not-utf-8", message, _SAVE)
    before = _with_plain_lines(data[:start].decode("utf-8-sig", "replace"))
    place = _place_at(file, before, len(before))
    return Diagnostic(place, "not-utf-8", f"this file is not UTF-8{_likely(data, start)}", _SAVE)


def _likely(data: bytes, start: int) -> str:
    """Return which encoding of Windows the bytes look like, with the word that shows it.

    Windows-1254 is 1252 with the letters Ğ, İ, Ş, ğ, ı and ş in six places
    (https://encoding.spec.whatwg.org/index-windows-1254.txt).
    """
    name = "windows-1254" if set(data) & set("ĞİŞğış".encode("cp1254")) else "windows-1252"
    from_word = re.split(rb"[\s\0-\x1f]", data[:start])[-1]
    to_word = re.split(rb"[\s\0-\x1f]", data[start:])[0]
    try:
        word = (from_word + to_word).decode(name)
    except UnicodeDecodeError:
        return ""
    if not word.strip(".,:;!?'\"-()").isalpha() or len(word) > 40:
        return ""
    return f": it looks like {name.capitalize()}, in which a word here is {word!r}"


def refuse_characters(place: Place, text: str) -> list[Diagnostic]:
    """Return the diagnostic about the first character of *text* that nobody can read, if any."""
    if control := _NOT_TEXT.search(text):
        message = f"the character U+{ord(control[0]):04X} is not text"
        hint = "Delete it. A picture or another file that is no text does not belong here."
        return [Diagnostic(place, "not-text", message, hint)]
    if invisible := _INVISIBLE.search(text):
        name = unicodedata.name(invisible[0], "line break of another kind").lower()
        message = f"an invisible character stands here: U+{ord(invisible[0]):04X}, {name}"
        hint = "Delete it: put the cursor after the letter before it and press the Delete key."
        return [Diagnostic(place, "invisible-character", message, hint)]
    return []
