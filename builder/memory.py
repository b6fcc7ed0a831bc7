"""What need not be made again, because what it was made from has not changed.

Takes a name, a version and a function; gives what the function makes, or what it made before for
the same version. Law: it can only save time; whatever the result depends on is in the version.
A memory that was written down is read again only whole, and only by the program that wrote it.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Hashable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from builder.sealed import read_sealed, write_sealed

Made = TypeVar("Made")

LASTING = ("read", "check")
"""How the names of what is written down begin."""
WORTH_WHILE = 20
"""Of so many things one has to be new before they are written down again."""


class Memory:
    """The last thing that was made under each name. What it gives is shared: never change it."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[Hashable, Any]] = {}
        self._used: set[Hashable] = set()
        self._made: set[Hashable] = set()

    def has(self, name: Hashable, version: Hashable) -> bool:
        """Whether something was made under *name*, and last for that *version*."""
        kept = self._kept.get(name)
        return kept is not None and kept[0] == version

    def recall(self, name: Hashable, version: Hashable, make: Callable[[], Made]) -> Made:
        """Return what *make* makes, unless it was made under *name* for the same *version*."""
        if not self.has(name, version):
            self._kept[name] = (version, make())
            self._made.add(name)
        self._used.add(name)
        made: Made = self._kept[name][1]
        return made

    def write(self, file: Path, program: str) -> None:
        """Write down what lasts of what was used; where that is not possible, nothing is.

        Of little that is new it is not worth while: to make that again is quicker.
        """
        used, made = (set(filter(_lasts, names)) for names in (self._used, self._made))
        if len(made) * WORTH_WHILE <= len(used) - len(made):
            return
        write_sealed(file, pickle.dumps({name: self._kept[name] for name in used}, -1), program)


def _lasts(name: Hashable) -> bool:
    return isinstance(name, tuple) and name[0] in LASTING


def read_memory(file: Path, program: str) -> Memory:
    """Return what *program* wrote down; an empty memory if anything is wrong with the file.

    It is as much to be trusted as the templates beside it, which are run too.
    """
    memory = Memory()
    with suppress(Exception):  # whatever is wrong with it, it is no more than a memory
        if state := read_sealed(file, program):
            memory._kept = pickle.loads(state)
    return memory
