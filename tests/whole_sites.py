"""Whole sites in memory, as tests compare them; a build lets each file go as soon as it is made."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from builder.hosting.headers import Inventory
from builder.rendering.content_policy import find_inline
from builder.rendering.make import make_each
from builder.rendering.render import Files, Recipes
from builder.reports.diagnostics import Diagnostic
from builder.write import PATIENCE, Stage, replace_site


def make_files(recipes: Recipes, workers: int = 1) -> tuple[Files, list[Diagnostic]]:
    """The files that *recipes* make, and why some could not be made."""
    return make_each(recipes, lambda _path, content: content, workers)


def write_site(
    files: Files, out: Path, sources: Iterable[Path] = (), patience: float = PATIENCE
) -> list[Diagnostic]:
    """Make *out* hold exactly *files*; why that was not possible, if it was not."""

    def fill(stage: Stage) -> Mapping[str, bool]:
        return {name: stage.put(name, content) for name, content in files.items()}

    return replace_site(out, fill, sources, patience)


def take_inventory(files: Mapping[str, bytes]) -> Inventory:
    """What a host has to know of *files*."""
    pages = (content.decode() for path, content in files.items() if path.endswith(".html"))
    inline = frozenset[tuple[str, str]]().union(*map(find_inline, pages))
    return Inventory(tuple(files), inline)
