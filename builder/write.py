"""{path: bytes} -> the output folder, all or nothing.

Takes a whole site in memory; makes the folder hold exactly that. Law: the new site is complete
beside the old one before it takes its place; the same site written twice writes nothing; a folder
that is not one of our sites is never touched.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from builder.rendering.render import Files
from builder.reports.diagnostics import Diagnostic, Place

LANDMARKS = ("index.html", "404.html")
"""Files that every site of ours has, and by which a folder is known to be one."""


def write_site(files: Files, out: Path) -> list[Diagnostic]:
    """Make *out* hold exactly *files*; return why that was not possible, if it was not."""
    try:
        out = out.resolve()  # a link stays one; "." has no name to put a new site beside
        if not _may_replace(out):
            message = "this folder holds something that is not a site of ours"
            hint = "Choose another with --out, or empty it yourself."
            return [Diagnostic(Place(str(out)), "foreign-folder", message, hint)]
        if not _holds_exactly(out, files):
            _replace(out, files)
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links
        reason = (getattr(error, "strerror", None) or "it cannot be written").lower()
        hint = "The last good site is as it was. Check the disk and the folder's permissions."
        return [
            Diagnostic(Place(str(out)), "unwritable-folder", f"no site written: {reason}", hint)
        ]
    return []


def _may_replace(out: Path) -> bool:
    if not out.exists():
        return True
    if not out.is_dir():
        return False
    return not any(out.iterdir()) or all((out / name).is_file() for name in LANDMARKS)


def _holds_exactly(out: Path, files: Files) -> bool:
    present = {p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file()}
    return present == set(files) and all((out / name).read_bytes() == files[name] for name in files)


def _replace(out: Path, files: Files) -> None:
    fresh, stale = (out.with_name(f".{out.name}.{word}") for word in ("new", "old"))
    _remove(fresh, stale)
    try:
        for name, content in files.items():
            path = fresh / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        if out.exists():
            out.rename(stale)
        fresh.rename(out)
    except OSError:
        if stale.exists() and not out.exists():
            stale.rename(out)
        raise
    finally:
        _remove(fresh, stale)


def _remove(*folders: Path) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
