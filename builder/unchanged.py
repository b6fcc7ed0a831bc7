"""What the last build was made from and said, so that it need not be made again.

Takes what is asked of a build; gives what the last build said, if nothing has changed since:
neither what the site is made from, nor the program, nor the site itself. Law: it can only save
time; a memory that cannot be read, or is of another kind, is none. It imports nothing that takes
long.
"""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path

from builder.file_bytes import read_bytes

STATE = ".cache/last-build.json"
"""Where it is remembered, from the project's root; git ignores it."""
FOLDERS = ("content", "seeds", "templates", "static")
"""The folders that a site is made from."""
PROGRAM = Path(__file__).parent.parent


@dataclass(frozen=True)
class LastBuild:
    """The last build that went well: hashes of all that went in and came out, and what it said."""

    inputs: str
    outputs: str
    out: str
    said: str
    warned: str


def recall(arguments: Sequence[str]) -> LastBuild | None:
    """Return the last build if it was asked for in the same words and nothing has changed."""
    if any(word.startswith("--t") for word in arguments):  # --texts: a folder anywhere
        return None
    try:
        root = find_root(arguments)
        last = LastBuild(**json.loads((root / STATE).read_text(encoding="utf-8")))
        inputs = look_at_inputs(root).hash(arguments)
        if last.inputs == inputs and last.outputs == hash_outputs(last.out):
            return last
    except (OSError, LookupError, ValueError, TypeError):
        pass
    return None


def find_root(arguments: Sequence[str]) -> Path:
    """Return the project that is asked for; raise LookupError if that is not said."""
    return Path(arguments[arguments.index("--root") + 1]) if "--root" in arguments else PROGRAM


def forget(root: Path) -> None:
    """Remember no build: one begins."""
    with suppress(OSError):  # what cannot be read is not remembered either
        (root / STATE).unlink()


def remember(root: Path, inputs: str, out: Path, said: str, warned: str) -> None:
    """Remember a build that went well; where that is not possible, the next takes its time.

    *inputs* is the hash from before anything was read: what is saved later counts as changed.
    """
    with suppress(OSError):
        last = LastBuild(inputs, hash_outputs(str(out)), str(out), _line(said), _line(warned))
        (root / STATE).parent.mkdir(exist_ok=True)
        (root / STATE).write_text(json.dumps(asdict(last)), encoding="utf-8")


def _line(text: str) -> str:
    return f"{text}\n" if text else ""


@dataclass(frozen=True)
class Inputs:
    """The files that a site is made from, as they were when they were looked at."""

    root: Path
    files: tuple[tuple[str, object], ...]

    def hash(self, arguments: Sequence[str], without: str = "") -> str:
        """Return a hash of the project's files, of the program, and of what is asked.

        The files of the folder *without* are left out.
        """
        left_out = f"{self.root / without}{os.sep}"
        files = [file for file in self.files if not (without and file[0].startswith(left_out))]
        return _hash(repr((hash_program(), list(arguments), files)))


def look_at_inputs(root: Path) -> Inputs:
    """Return the files that the site of a project is made from."""
    folders = [root / name for name in FOLDERS]
    return Inputs(root, _hash_files(p for folder in folders for p in sorted(folder.rglob("*"))))


@cache  # a build asks three times
def hash_program() -> str:
    """Return a hash of this program, what it is made with, and the Python that runs it.

    A memory that another version wrote may hold other things than it says.
    """
    modules = sorted((PROGRAM / "builder").rglob("*.py"))
    files = [*modules, PROGRAM / "build.py", PROGRAM / "requirements.lock"]
    return _hash(repr((sys.version, _name_packages(), _hash_files(files))))


def _name_packages() -> list[str]:
    """Return what is installed, with the versions."""
    folders = (Path(place) for place in sys.path if place.endswith("-packages"))
    return sorted(found.name for folder in folders for found in folder.glob("*.dist-info"))


def _hash_files(files: Iterable[Path]) -> tuple[tuple[str, object], ...]:
    return tuple((str(path), _tell(path)) for path in files)


def _tell(path: Path) -> object:
    """Return what tells something from what lay there before: its kind, and a hash of its bytes.

    What cannot be read is told by its size and time: a build cannot read it either.
    """
    try:
        status = os.lstat(path)
    except OSError:  # it has vanished meanwhile
        return None
    kind = stat.S_IFMT(status.st_mode)
    if kind == stat.S_IFDIR:
        return kind
    try:
        return kind, blake2b(read_bytes(path), digest_size=16).digest()
    except OSError:
        return kind, status.st_size, status.st_mtime_ns


def _hash(text: str) -> str:
    return blake2b(text.encode(errors="surrogateescape"), digest_size=16).hexdigest()


def hash_outputs(out: str) -> str:
    """Return a hash of the names, sizes and times of the site's files and folders."""
    hashed = blake2b(digest_size=16)
    for line in _describe(out):
        hashed.update(line.encode(errors="surrogateescape"))
    return hashed.hexdigest()


def _describe(folder: str) -> Iterator[str]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        status = entry.stat(follow_symlinks=False)  # a link may lead nowhere
        yield f"{entry.path}\0{status.st_size}\0{status.st_mtime_ns}\n"
        if entry.is_dir(follow_symlinks=False):
            yield from _describe(entry.path)
