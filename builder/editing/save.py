"""Changes of an editor's files -> the disk.

Takes what each file held when it was read, and what it is to hold; gives why that could not be
done. Law: nothing is ever overwritten that was not read; of several files all are made or none.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from builder.file_bytes import read_bytes


@dataclass(frozen=True)
class Refusal:
    """Why something that was asked for is not done: about what, what is wrong, the remedy."""

    about: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        hint = f"\n  hint: {self.hint}" if self.hint else ""
        return f"{self.about}: {self.message}{hint}"


@dataclass(frozen=True)
class Change:
    """A file, from the project's root: what it held (None: it is new), what it is to hold."""

    file: str
    before: bytes | None
    after: bytes


def read_file(root: Path, file: str) -> bytes | None:
    """Return what a file under *root* holds, None if it cannot be read."""
    try:
        return read_bytes(root / file)
    except OSError:
        return None


def save_changes(root: Path, changes: Iterable[Change]) -> list[Refusal]:
    """Make all *changes*, or none and say why."""
    made: list[Path] = []
    try:
        for change in sorted(changes, key=lambda change: change.before is not None):
            path = (root / change.file).resolve()
            if change.before is None:
                _create(path, change.after)
                made.append(path)
            elif path.read_bytes() == change.before:
                _replace(path, change.after)
            else:
                _take_back(made)
                return [Refusal(change.file, "somebody else just changed it", "Ask again.")]
    except FileExistsError:
        _take_back(made)
        return [Refusal(change.file, "it exists already", "Nothing is ever overwritten.")]
    except OSError as error:
        _take_back(made)
        reason = (error.strerror or "no reason given").lower()
        return [Refusal(change.file, f"it cannot be written: {reason}", "Check the folder.")]
    return []


def _create(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        try:
            file.write(content)
        except OSError:
            path.unlink()
            raise


def _replace(path: Path, content: bytes) -> None:
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        file.write(content)
    fresh = Path(file.name)
    try:
        shutil.copymode(path, fresh)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def _take_back(made: list[Path]) -> None:
    for path in made:
        path.unlink(missing_ok=True)
