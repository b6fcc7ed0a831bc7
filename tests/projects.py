"""Copies of the sample project, whole or with changes, for a test to build or break."""

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "tests" / "sample"
ARTICLES = SAMPLE / "articles"

Change = Mapping[str, str]
"""A file of the project, and what happens to it: `old` and `new`, `text`, `hex` or `delete`."""


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
        if "delete" in change:
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
