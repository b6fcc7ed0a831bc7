"""The files of a site -> the output folder, in one step.

Takes a site, whole or file by file; makes the folder hold exactly that, or leaves it as it was.
Law:

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
import stat
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from builder.exchange import exchange
from builder.reports.diagnostics import Diagnostic, Place

if sys.platform != "win32":
    import fcntl

LANDMARKS = ("index.html", "404.html")
"""Files that every site of ours has, and by which a folder is known to be one."""
PATIENCE = 60.0
"""Seconds that a build waits for another one; ten thousand events take fewer."""


@dataclass(frozen=True)
class Stage:
    """The folder in which a new site is put together, beside the old one."""

    fresh: Path
    old: Path

    @cached_property
    def _is_first(self) -> bool:
        return not self.old.exists()

    def put(self, name: str, content: bytes) -> bool:
        """Write a file there, unless the old site holds the same; say whether it does.

        Several processes may put files at once.
        """
        if not self._is_first and _holds(f"{self.old}/{name}", content):
            return True
        path = f"{self.fresh}/{name}"
        try:
            _write(path, content)
        except FileNotFoundError:  # the first file of its folder
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            _write(path, content)
        return False

    def keep(self, name: str) -> None:
        """Take a file over from the old site, with its times."""
        path, old = self.fresh / name, self.old / name
        try:
            _take_over(old, path)
        except FileNotFoundError:  # the first file of its folder
            path.parent.mkdir(parents=True, exist_ok=True)
            _take_over(old, path)


Fill = Callable[[Stage], Mapping[str, bool] | None]
"""Puts a site's files there and tells of each what ``put`` said; None: there is no new site."""


def replace_site(
    out: Path, fill: Fill, sources: Iterable[Path] = (), patience: float = PATIENCE
) -> list[Diagnostic]:
    """Make *out* hold exactly what *fill* puts; return why that was not possible, if it was not.

    *sources* are the folders that the site was made from: no site goes into or around them.
    """
    try:
        out = _resolve(out)  # a link stays one; "." has no name to put a new site beside
        if any(_overlap(out, _resolve(source)) for source in sources):
            return [_refuse(out, "what the site is made from is kept here")]
        with _alone_in(out.parent, patience):
            if not _may_replace(out):
                return [_refuse(out, "this folder holds something that is not a site of ours")]
            _replace(out, fill)
    except OSError as error:
        reason = (error.strerror or "it cannot be written").lower()
        hint = "The last good site is as it was. Check the disk and the folder's permissions."
        return [
            Diagnostic(Place(str(out)), "unwritable-folder", f"no site written: {reason}", hint)
        ]
    return []


def _refuse(out: Path, message: str) -> Diagnostic:
    hint = "Choose another with --out, or empty it yourself."
    return Diagnostic(Place(str(out)), "foreign-folder", message, hint)


def _take_over(old: Path, path: Path) -> None:
    try:
        os.link(old, path)
    except FileNotFoundError:
        raise
    except OSError:  # a file system without hard links
        shutil.copy2(old, path)


def _resolve(path: Path) -> Path:
    try:
        return path.resolve()
    except RuntimeError as error:  # how Python up to 3.12 tells of a loop of links
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP)) from error


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


def _replace(out: Path, fill: Fill) -> None:
    """Make *out* hold exactly what *fill* puts, and leave nothing beside it."""
    fresh, stale = (out.with_name(f".{out.name}.{word}") for word in ("new", "old"))
    if stale.exists() and not out.exists():  # killed between two renames
        stale.rename(out)
    _remove(fresh, stale)
    stage = Stage(fresh, out)
    try:
        put = fill(stage)
        if put is None or (all(put.values()) and put.keys() == set(_names_in(out))):
            return
        for name in (name for name, is_held in put.items() if is_held):
            stage.keep(name)
        _land(fresh, stale, out)
    finally:
        _remove(fresh, stale)


def _write(path: str, content: bytes) -> None:
    with open(path, "wb") as file:  # noqa: PTH123 - a path object for each takes as long again
        file.write(content)


def _holds(path: str, content: bytes) -> bool:
    """Whether there is a file of its own, no link, that holds exactly *content*."""
    with suppress(OSError):
        found = os.lstat(path)
        is_alike = stat.S_ISREG(found.st_mode) and found.st_size == len(content)
        return is_alike and Path(path).read_bytes() == content
    return False


def _names_in(folder: Path, above: str = "") -> Iterator[str]:
    """Yield the paths in a folder of everything but folders."""
    with suppress(FileNotFoundError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _names_in(Path(entry.path), f"{above}{entry.name}/")
            else:
                yield above + entry.name


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
