"""Recipes -> files, in several processes where that pays.

Takes how each file is made; gives the files and what is wrong with the templates. Law: however
many processes share the work, and whatever becomes of them, the result is the same.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import NamedTuple

from builder.rendering.render import Files, Recipes
from builder.rendering.templates import FileMistakeError
from builder.reports.diagnostics import Diagnostic, Place

PAYS_FROM = 200
"""Files from which sharing the work is faster than doing it."""
MOST_WORKERS = 8


class Made(NamedTuple):
    """What became of some recipes: files, and mistakes by the path of the file that has them."""

    files: Files
    mistakes: dict[str, Diagnostic]


def count_workers() -> int:
    """Return how many processes can work at the same time on this machine."""
    if not sys.platform.startswith("linux"):  # elsewhere each would have to read everything again
        return 1
    return min(len(os.sched_getaffinity(0)), MOST_WORKERS)


def make_files(recipes: Recipes, workers: int = 1) -> tuple[Files, list[Diagnostic]]:
    """Return the files that *recipes* make, and why some could not be made.

    A template's mistake shows on every page that uses it; the first stands for all.
    """
    first, *others = _share_out(recipes, workers if len(recipes) >= PAYS_FROM else 1)
    running = [(share, _start(recipes, share)) for share in others]
    made = [_make(recipes, first), *(_finish(recipes, *work) for work in running)]
    files = {path: content for part in made for path, content in part.files.items()}
    mistakes = {path: item for part in made for path, item in part.mistakes.items()}
    problems: dict[tuple[Place, str], Diagnostic] = {}
    for path in recipes:
        if problem := mistakes.get(path):
            problems.setdefault((problem.place, problem.message), problem)
    return {path: files[path] for path in recipes if path in files}, list(problems.values())


def _share_out(recipes: Recipes, workers: int) -> list[list[str]]:
    """Return a share of the paths for each worker; what is made at once stays together."""
    together = [path for path in recipes if path.startswith("data/")]
    apart = [path for path in recipes if not path.startswith("data/")]
    shares = [apart[number::workers] for number in range(workers)]
    shares[-1] = together + shares[-1]
    return shares


def _make(recipes: Recipes, paths: Iterable[str]) -> Made:
    made = Made({}, {})
    for path in paths:
        try:
            made.files[path] = recipes[path]()
        except FileMistakeError as error:
            made.mistakes[path] = error.diagnostic
    return made


def _start(recipes: Recipes, share: list[str]) -> Connection:
    """Return the end of a pipe at which a new process will say what it made."""
    context = get_context("fork")
    here, there = context.Pipe(duplex=False)
    context.Process(target=_work, args=(recipes, share, there), daemon=True).start()
    there.close()  # so that its end is heard here
    return here


def _work(recipes: Recipes, share: list[str], connection: Connection) -> None:
    try:
        connection.send(_make(recipes, share))
    except Exception:  # the first process makes the share again and tells what happened
        os._exit(1)


def _finish(recipes: Recipes, share: list[str], connection: Connection) -> Made:
    """Return what another process made; if it came to an end before, it is made here."""
    try:
        made: Made = connection.recv()
    except (EOFError, OSError):
        return _make(recipes, share)
    return made
