"""Recipes -> files, in several processes where that pays.

Takes how each file is made, and what becomes of it; gives what became of each and what is wrong
with the templates. Law: however many processes share the work, the result is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, NamedTuple, TypeVar

from builder.rendering.render import Recipes
from builder.rendering.templates import FileMistakeError
from builder.reports.diagnostics import Diagnostic, Place
from builder.workers import share

Kept = TypeVar("Kept")
Keep = Callable[[str, bytes], Kept]
"""What becomes of a file, in the process that made it: it is kept in memory, written, hashed."""

PAYS_FROM = 200
"""Files from which sharing the work is faster than doing it."""
BATCH = 10
"""Files that one process makes before it looks for more."""


class Made(NamedTuple, Generic[Kept]):
    """What became of some recipes: files, and mistakes by the path of the file that has them."""

    files: dict[str, Kept]
    mistakes: dict[str, Diagnostic]


Task = Callable[[], Made[Kept]]
"""What one process does at a time."""


def make_each(
    recipes: Recipes, keep: Keep[Kept], workers: int = 1, chores: Sequence[Task[Kept]] = ()
) -> tuple[dict[str, Kept], list[Diagnostic]]:
    """Return what *keep* gives for each file that *recipes* make, and why some were not made.

    *chores* are tasks beside, which always pay to be shared; their files come last. A template's
    mistake shows on every page that uses it; the first stands for all.
    """
    cards, others = _batch(recipes)
    shared = workers if chores or len(recipes) >= PAYS_FROM else 1
    first: list[Task[Kept]] = [*chores, *(partial(_make, recipes, keep, part) for part in cards)]
    then: list[Task[Kept]] = [partial(_make, recipes, keep, part) for part in others]
    made: list[Made[Kept]] = share([*first, *then], _do, shared, middle=len(first))
    files = {path: kept for part in made for path, kept in part.files.items()}
    mistakes = {path: item for part in made for path, item in part.mistakes.items()}
    problems: dict[tuple[Place, str], Diagnostic] = {}
    for path in (*recipes, *mistakes):
        if problem := mistakes.get(path):
            problems.setdefault((problem.place, problem.message), problem)
    return {path: files[path] for path in (*recipes, *files) if path in files}, [*problems.values()]


def _batch(recipes: Recipes) -> tuple[list[list[str]], list[list[str]]]:
    """Return the paths of cards, and all others, in batches.

    Whoever draws has to import what draws, and to open fonts: one process does that, and comes to
    the others later. The data is made at once: it stays together, and comes first.
    """
    folders: dict[str, list[str]] = {"cards": [], "data": [], "": []}
    for path in recipes:
        folder = path.split("/")[0]
        folders[folder if folder in folders else ""].append(path)
    together = [folders["data"]] if folders["data"] else []
    return _cut(folders["cards"]), [*together, *_cut(folders[""])]


def _cut(paths: list[str]) -> list[list[str]]:
    return [paths[at : at + BATCH] for at in range(0, len(paths), BATCH)]


def _do(task: Task[Kept]) -> Made[Kept]:
    return task()


def _make(recipes: Recipes, keep: Keep[Kept], paths: list[str]) -> Made[Kept]:
    made: Made[Kept] = Made({}, {})
    for path in paths:
        try:
            made.files[path] = keep(path, recipes[path]())
        except FileMistakeError as error:
            made.mistakes[path] = error.diagnostic
    return made
