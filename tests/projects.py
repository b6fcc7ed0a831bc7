"""Copies of the sample project, whole or with changes, for a test to build or break."""

import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "tests" / "sample"
ARTICLES = SAMPLE / "articles"

Change = Mapping[str, str]
"""A file of the project, and what happens to it: `old` and `new`, `text`, `hex`, `delete`, or it
becomes a `link`, a `pipe`, or a file of that `size` that takes no room on the disk."""


def copy_sample(folder: Path, *, with_templates: bool = False) -> Path:
    """The sample project in *folder*, with the real templates and styles if it is to be built."""
    shutil.copytree(SAMPLE, folder, dirs_exist_ok=True)
    if with_templates:
        copy_templates(folder)
    return folder


def copy_project(folder: Path) -> Path:
    """The real project's content, records and templates in *folder*."""
    for name in ("content", "seeds"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("texts"))
    copy_templates(folder)
    return folder


def copy_templates(folder: Path) -> None:
    """The real templates and static files in *folder*."""
    for name in ("templates", "static"):
        shutil.copytree(ROOT / name, folder / name)


def apply_changes(folder: Path, changes: Iterable[Change]) -> None:
    """Make *changes* to the project in *folder*; every `old` text has to be there."""
    for change in changes:
        path = folder / change["file"]
        if odd := ODD.keys() & change.keys():
            (kind,) = odd
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)
            ODD[kind](path, change[kind])
        elif "delete" in change:
            path.unlink()
        elif "hex" in change:
            path.write_bytes(bytes.fromhex(change["hex"]) * int(change.get("times", "1")))
        elif "text" in change:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(change["text"], encoding="utf-8")
        else:
            before = path.read_text(encoding="utf-8")
            assert change["old"] in before, f"{change['old']!r} is not in {path.name}"
            path.write_text(before.replace(change["old"], change["new"], 1), encoding="utf-8")


def _make_link(path: Path, target: str) -> None:
    path.symlink_to(target)


def _make_pipe(path: Path, _: str) -> None:
    os.mkfifo(path)


def _make_large(path: Path, size: str) -> None:
    with path.open("wb") as file:
        file.truncate(int(size))


ODD = {"link": _make_link, "pipe": _make_pipe, "size": _make_large}
"""What is no plain file, and how it is made."""
