"""What the last build was made from and said, so that it need not be made again.

Takes what is asked of a build; gives what the last build said, if nothing has changed since:
neither what the site is made from, nor the program, nor the site itself. Law: it can only save
time; what cannot be read, or is of another kind, counts as changed. It imports nothing that
takes long.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path

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
    if "--texts" in arguments:  # a folder that may lie anywhere
        return None
    try:
        root = find_root(arguments)
        last = LastBuild(**json.loads((root / STATE).read_text(encoding="utf-8")))
        if last.inputs == hash_inputs(root, arguments) and last.outputs == hash_outputs(last.out):
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


def remember(root: Path, arguments: Sequence[str], out: Path, said: str, warned: str) -> None:
    """Remember a build that went well; where that is not possible, the next takes its time."""
    inputs, outputs = hash_inputs(root, arguments), hash_outputs(str(out))
    last = LastBuild(inputs, outputs, str(out), _line(said), _line(warned))
    try:
        (root / STATE).parent.mkdir(exist_ok=True)
        (root / STATE).write_text(json.dumps(asdict(last)), encoding="utf-8")
    except OSError:
        pass


def _line(text: str) -> str:
    return f"{text}\n" if text else ""


def hash_inputs(root: Path, arguments: Sequence[str], without: str = "") -> str:
    """Return a hash of the project's files, of the program, and of what is asked.

    The files of the folder *without* are left out.
    """
    folders = [root / name for name in FOLDERS]
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    left_out = str(root / without / "x")[:-1] if without else "\0"
    files = [path for path in files if not str(path).startswith(left_out)]
    return _hash(repr((hash_program(), list(arguments), _hash_files(files))))


def hash_program() -> str:
    """Return a hash of this program, what it is made with, and the Python that runs it.

    A memory that another version wrote may hold other things than it says.
    """
    modules = sorted((PROGRAM / "builder").rglob("*.py"))
    files = [*modules, PROGRAM / "build.py", PROGRAM / "requirements.lock"]
    return _hash(repr((sys.version, _hash_files(files))))


def _hash_files(files: Iterable[Path]) -> list[tuple[str, bytes]]:
    return [(str(path), blake2b(path.read_bytes(), digest_size=16).digest()) for path in files]


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
        status = entry.stat()
        yield f"{entry.path}\0{status.st_size}\0{status.st_mtime_ns}\n"
        if entry.is_dir(follow_symlinks=False):
            yield from _describe(entry.path)
