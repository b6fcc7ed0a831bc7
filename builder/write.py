"""{path: bytes} -> the output folder, in one step.

Takes a whole site in memory; makes the folder hold exactly that, or leaves it as it was. Law:

- The new site is complete beside the old one, in ``.NAME.new``, before it takes its place. On
  Linux the two are exchanged: at every moment a path leads to the old site or to the new one.
  Elsewhere there are two renames, and between them, for an instant, no folder.
- A program may be killed at any moment: a whole site stands, and the next run clears what is
  left. (After a failure of the power that is as good as the file system: nothing is synced.)
- One build writes at a time: the next one waits, then says that it cannot.
- The same site written twice writes nothing; a file that stays as it was is kept, not written.
- A folder that is not one of our sites is never touched, nor one that a site is made from.

A server should look the folder up by its name: one that was started inside it, or into whose
container it was mounted, holds on to the old one. Mount the folder around it instead.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from builder.exchange import exchange
from builder.rendering.render import Files
from builder.reports.diagnostics import Diagnostic, Place

if sys.platform != "win32":
    import fcntl

LANDMARKS = ("index.html", "404.html")
"""Files that every site of ours has, and by which a folder is known to be one."""
PATIENCE = 30.0
"""Seconds that a build waits for another one; a site is written in far fewer."""


def write_site(
    files: Files, out: Path, sources: Iterable[Path] = (), patience: float = PATIENCE
) -> list[Diagnostic]:
    """Make *out* hold exactly *files*; return why that was not possible, if it was not.

    *sources* are the folders that the site was made from: no site goes into or around them.
    """
    try:
        out = out.resolve()  # a link stays one; "." has no name to put a new site beside
        if any(_overlap(out, source.resolve()) for source in sources):
            return [_refuse(out, "what the site is made from is kept here")]
        with _alone_in(out.parent, patience):
            if not _may_replace(out):
                return [_refuse(out, "this folder holds something that is not a site of ours")]
            _write(files, out)
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links
        reason = (getattr(error, "strerror", None) or "it cannot be written").lower()
        hint = "The last good site is as it was. Check the disk and the folder's permissions."
        return [
            Diagnostic(Place(str(out)), "unwritable-folder", f"no site written: {reason}", hint)
        ]
    return []


def _refuse(out: Path, message: str) -> Diagnostic:
    hint = "Choose another with --out, or empty it yourself."
    return Diagnostic(Place(str(out)), "foreign-folder", message, hint)


def _overlap(one: Path, other: Path) -> bool:
    return one.is_relative_to(other) or other.is_relative_to(one)


@contextmanager
def _alone_in(folder: Path, patience: float) -> Iterator[None]:
    """Hold *folder*, which is made if it is missing, against other builds that write into it.

    The system frees what a killed build held. Raises OSError if another build holds on to it.
    """
    if not folder.exists():
        folder.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":  # a folder cannot be locked there
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        _lock(descriptor, patience)
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int, patience: float) -> None:
    for _ in range(max(1, round(patience * 20))):
        try:
            return fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(0.05)
        except OSError:  # a file system that knows no locks, such as some of networks
            return None
    raise OSError(errno.EWOULDBLOCK, "another build is writing beside it all the time")


def _may_replace(out: Path) -> bool:
    if not out.exists():
        return True
    if not out.is_dir() or (out / ".git").exists():  # a working tree of git holds more than a site
        return False
    return not any(out.iterdir()) or all((out / name).is_file() for name in LANDMARKS)


def _write(files: Files, out: Path) -> None:
    """Make *out* hold exactly *files*, and leave nothing beside it."""
    fresh, stale = (out.with_name(f".{out.name}.{word}") for word in ("new", "old"))
    if stale.exists() and not out.exists():  # killed between two renames
        stale.rename(out)
    _remove(fresh, stale)
    kept = {name for name, content in files.items() if _holds(out / name, content)}
    if kept == set(files) == _names_in(out):
        return
    try:
        for name, content in files.items():
            _put(fresh / name, content, out / name if name in kept else None)
        _land(fresh, stale, out)
    finally:
        _remove(fresh, stale)


def _holds(path: Path, content: bytes) -> bool:
    """Whether there is a file of its own, no link, that holds exactly *content*."""
    with suppress(OSError):
        is_alike = path.lstat().st_size == len(content) and not path.is_symlink()
        return is_alike and path.read_bytes() == content
    return False


def _names_in(out: Path) -> set[str]:
    """Return the paths in *out* of everything but folders."""
    found = (path for path in out.rglob("*") if path.is_symlink() or not path.is_dir())
    return {path.relative_to(out).as_posix() for path in found}


def _put(path: Path, content: bytes, kept: Path | None) -> None:
    """Put a file there: the *kept* one of the old site, with its times, or else a new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if kept is not None:
        with suppress(OSError):  # a file system without hard links
            return os.link(kept, path)
    path.write_bytes(content)
    return None


def _land(fresh: Path, stale: Path, out: Path) -> None:
    """Have the new site take the place of the old one, which *fresh* or *stale* then holds."""
    if not out.exists():
        fresh.rename(out)
        return
    if exchange(fresh, out):
        return
    out.rename(stale)
    try:
        fresh.rename(out)
    except OSError:
        stale.rename(out)
        raise


def _remove(*folders: Path) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
