"""A project's folder -> the files in it that are not read, and why.

Takes the root; looks at names, kinds and sizes, never into a file. Law: nothing that lies outside
the project is published, nothing makes a build wait or fill the memory, and every name can be
held by every system that a clone or a server may run on.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from builder.file_bytes import MAX_BYTES
from builder.reports.diagnostics import Diagnostic, Place
from builder.unchanged import FOLDERS

TEXTS = "seeds/texts"
"""The folder of the articles: they are an editor's own, and only ever compared with."""
MAX_ASSET = 25 * 1024 * 1024
"""Bytes that a file of static/ may have: the least that hosts allow
(https://developers.cloudflare.com/pages/platform/limits/)."""

# https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?")
"""Names that Windows keeps for devices, with any ending."""
_NOT_IN_NAMES = re.compile(r'[\0-\x1f\x7f-\x9f<>:"\\|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069]')


@dataclass
class Refused:
    """What is not read, by its path from the root, with the complaint about it."""

    root: Path
    problems: dict[str, Diagnostic] = field(default_factory=dict)

    def __contains__(self, file: str) -> bool:
        """Whether *file*, or a folder that it lies in, is refused."""
        return bool(self.problems) and any(
            str(part) in self.problems for part in (Path(file), *Path(file).parents)
        )

    def report(self, file: str, code: str, message: str, hint: str) -> None:
        """Refuse *file*; its first complaint stands."""
        shown = file.encode("utf-8", "backslashreplace").decode()
        place = Place("".join(c if c.isprintable() else "\ufffd" for c in shown))
        self.problems.setdefault(file, Diagnostic(place, code, message, hint))


def find_refused(root: Path) -> Refused:
    """Return everything under *root* that is not read."""
    refused = Refused(root.resolve())
    for folder in FOLDERS:
        entries = [entry for entry in _list(root) if entry.name == folder]
        _look_into(refused, "", entries)
    return refused


def _list(folder: Path | str) -> list[os.DirEntry[str]]:
    """Return what a folder holds, sorted; nothing if it cannot be read (its reader says so)."""
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return []


def _look_into(refused: Refused, folder: str, entries: list[os.DirEntry[str]]) -> None:
    names: dict[str, str] = {}
    for entry in entries:
        if entry.name.startswith("."):  # never read; editors keep odd things there
            continue
        file = f"{folder}{entry.name}"
        _look_at_name(refused, file, entry.name, names)
        if file not in refused.problems and file != TEXTS:
            _look_at_entry(refused, file, entry)


def _look_at_entry(refused: Refused, file: str, entry: os.DirEntry[str]) -> None:
    if entry.is_dir(follow_symlinks=False):
        _look_into(refused, f"{file}/", _list(entry.path))
        return
    if entry.is_symlink():
        _look_at_link(refused, file, entry)
    if file not in refused.problems:
        _look_at_size(refused, file, entry)


def _look_at_name(refused: Refused, file: str, name: str, names: dict[str, str]) -> None:
    folded = unicodedata.normalize("NFC", name).casefold()
    twin = names.setdefault(folded, name)
    for message in _complaints(name, twin):
        hint = "Rename it: small letters, digits, hyphens and one ending are held by every system."
        refused.report(file, "bad-file-name", message, hint)


def _complaints(name: str, twin: str) -> Iterator[str]:
    if RESERVED.fullmatch(name):
        yield f"Windows keeps the name {name!r} for a device"
    if name.endswith((".", " ")) or name.startswith(" "):
        yield f"the name {name!r} ends or begins with what Windows and the web leave out"
    if found := _NOT_IN_NAMES.search(name):
        yield f"a name may not hold {found[0]!r}"
    if not _is_utf_8(name):
        yield "this name is not UTF-8"
    if twin != name:
        yield f"where capitals do not count, {name!r} and {twin!r} are one file"


def _is_utf_8(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:  # what the system could not decode
        return False
    return True


def _look_at_link(refused: Refused, file: str, entry: os.DirEntry[str]) -> None:
    try:
        target = Path(entry.path).resolve(strict=True)
    except (OSError, RuntimeError):  # RuntimeError: in circles, until Python 3.13
        _refuse_link(refused, file, "leads nowhere, or in circles")
        return
    if not target.is_relative_to(refused.root):
        _refuse_link(refused, file, "leads out of the project")
    elif target.is_dir():
        _refuse_link(refused, file, "leads to a folder")


def _refuse_link(refused: Refused, file: str, what: str) -> None:
    hint = "Put a copy of what you need here instead of the link."
    refused.report(file, "bad-link", f"this link {what}", hint)


def _look_at_size(refused: Refused, file: str, entry: os.DirEntry[str]) -> None:
    try:
        status = entry.stat()
    except OSError:  # it has just vanished: its reader says so
        return
    if not stat.S_ISREG(status.st_mode):
        message, hint = "this is a pipe or a device, not a file", "Delete it, or move it elsewhere."
        refused.report(file, "not-a-file", message, hint)
    is_asset = file.startswith("static/")
    most = MAX_ASSET if is_asset else MAX_BYTES
    if status.st_size > most:
        message = f"{status.st_size:,} bytes is more than a file may have here ({most:,})"
        hint = "Make it smaller." if is_asset else "Split it into several files."
        refused.report(file, "too-large", message, hint)
