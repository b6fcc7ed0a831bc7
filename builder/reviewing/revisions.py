"""The project as it was: a folder, or a revision of git read without touching the work tree.

Takes what was typed for a project (a folder, a revision, or nothing for the project itself);
gives a folder to read. Law: nothing under the project's root is changed, and whatever git cannot
give is said in an editor's words, with a remedy.
"""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

PARTS = ("content", "seeds", "templates/strings")
"""What is read of a revision: all that readers are told, and nothing of how it looks."""


class RevisionError(Exception):
    """Raised when there is no such project to read; the message says why and what to do."""


@contextmanager
def open_project(root: Path, typed: str | None) -> Iterator[Path]:
    """Give the folder of the project that *typed* names: *root* itself if nothing is typed.

    A folder that holds a project is meant before a revision of the same name.
    """
    if typed is None:
        yield root
    elif (Path(typed) / "content").is_dir():
        yield Path(typed)
    elif Path(typed).is_dir() and not _is_revision(root, typed):
        raise RevisionError(f"The folder {typed!r} holds no project: it has no folder 'content'.")
    else:
        with read_revision(root, typed) as folder:
            yield folder


def name_project(typed: str | None) -> str:
    """Return how a report calls the project that *typed* names; never a path of this machine."""
    if typed is None:
        return "working folder"
    return Path(typed).name if Path(typed).is_absolute() else typed


@contextmanager
def read_revision(root: Path, revision: str) -> Iterator[Path]:
    """Give a temporary folder with the project at *root* as it was at *revision*.

    Its PARTS are there as far as the revision has them; the folder is gone afterwards.
    """
    commit = find_commit(root, revision)
    # In a subfolder git lists and packs this folder alone, with paths that begin here.
    found = _git(root, "ls-tree", "--name-only", "-z", commit, *PARTS).split(b"\0")
    parts = [part.decode() for part in found if part]
    if "content" not in parts:
        raise RevisionError(
            f"At the revision {revision!r} this project has no folder 'content'. "
            "Name a later one; 'git log -- content' lists them."
        )
    packed = _git(root, "archive", "--format=tar", commit, *parts)
    with TemporaryDirectory(prefix="revision-") as name:
        unpack(packed, Path(name))
        yield Path(name)


def find_commit(root: Path, revision: str) -> str:
    """Return the full name of the commit that *revision* names; raise RevisionError if none."""
    _git(root, "rev-parse", "--git-dir")
    if _is_revision(root, revision):
        found = _git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        return found.decode().strip()
    if _git(root, "rev-parse", "--is-shallow-repository").strip() == b"true":
        remedy = (
            "This clone holds a part of the history only: run 'git fetch --unshallow', or in a "
            "GitHub workflow set 'fetch-depth: 0' for actions/checkout."
        )
    else:
        remedy = "'git log --oneline' lists the revisions; 'git fetch' brings those of others."
    raise RevisionError(f"There is no revision, and no project's folder, {revision!r}. {remedy}")


def unpack(packed: bytes, folder: Path) -> None:
    """Write the regular files of a tar archive into *folder*, and nothing outside it.

    Done by hand because ``filter="data"`` came with Python 3.11.4 only; links are left out.
    """
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for member in archive:
            path = PurePosixPath(member.name)
            held = archive.extractfile(member) if member.isfile() else None
            if held is None or path.is_absolute() or ".." in path.parts:
                continue
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(held.read())


def _is_revision(root: Path, typed: str) -> bool:
    if not typed or typed.startswith("-") or "\0" in typed:
        return False
    asked = ("rev-parse", "--verify", "--quiet", f"{typed}^{{commit}}")
    try:
        _git(root, *asked)
    except RevisionError:
        return False
    return True


def _git(root: Path, *arguments: str) -> bytes:
    """Return what git prints; raise RevisionError with the reason if it cannot."""
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments], capture_output=True, check=False
        )
    except OSError as error:
        raise RevisionError(
            "Git cannot be run here. Install it, or name two folders to compare."
        ) from error
    if done.returncode:
        raise RevisionError(_explain(done.stderr.decode(errors="replace")))
    return done.stdout


def _explain(complaint: str) -> str:
    if "dubious ownership" in complaint:
        return (
            "This folder belongs to another user, so git does not read it. "
            "Run 'git config --global --add safe.directory' with its path."
        )
    if "not a git repository" in complaint.casefold():
        return "This project is not in a git repository. Name two folders to compare."
    said = complaint.strip().splitlines()
    return f"Git cannot give this revision: {said[-1] if said else 'it does not say why'}"
