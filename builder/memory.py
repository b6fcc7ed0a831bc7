"""What need not be made again, because what it was made from has not changed.

Takes a name, a version and a function; gives what the function makes, or what it made before for
the same version. Law: it can only save time; whatever the result depends on is in the version.
A memory that was written down is read again only whole, and only by the program that wrote it.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Hashable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from builder.sealed import read_sealed, write_sealed

Made = TypeVar("Made")

LASTING = ("read", "check")
"""How the names of what is written down begin."""


_NOTHING = object()


@dataclass
class _Kept:
    """Something that was made for a version: as it is, packed, or both."""

    version: Hashable
    made: Any = _NOTHING
    packed: bytes = b""

    def unpack(self) -> Any:
        """Return it as it is."""
        if self.made is _NOTHING:
            self.made = pickle.loads(self.packed)
        return self.made

    def pack(self) -> bytes:
        """Return it packed; what has not changed since it was read is not packed again."""
        return self.packed or pickle.dumps(self.made, pickle.HIGHEST_PROTOCOL)


class Memory:
    """The last thing that was made under each name. What it gives is shared: never change it."""

    def __init__(self, kept: Mapping[Hashable, _Kept] | None = None) -> None:
        self._kept = dict(kept or {})
        self._used: set[Hashable] = set()

    def has(self, name: Hashable, version: Hashable) -> bool:
        """Whether something was made under *name*, and last for that *version*."""
        kept = self._kept.get(name)
        return kept is not None and kept.version == version

    def recall(self, name: Hashable, version: Hashable, make: Callable[[], Made]) -> Made:
        """Return what *make* makes, unless it was made under *name* for the same *version*."""
        self._used.add(name)
        if self.has(name, version):
            with suppress(Exception):  # what cannot be unpacked any more is made again
                found: Made = self._kept[name].unpack()
                return found
        made = make()
        self._kept[name] = _Kept(version, made)
        return made

    def write(self, file: Path, program: str) -> None:
        """Write down what lasts of what was used; where that is not possible, nothing is.

        Each thing is packed by itself, which takes half the time of packing all at once.
        """
        lasting = [name for name in self._kept if name in self._used and _lasts(name)]
        packed = {name: (self._kept[name].version, self._kept[name].pack()) for name in lasting}
        write_sealed(file, pickle.dumps(packed, pickle.HIGHEST_PROTOCOL), program)


def _lasts(name: Hashable) -> bool:
    return isinstance(name, tuple) and name[0] in LASTING


def read_memory(file: Path, program: str) -> Memory:
    """Return what *program* wrote down; an empty memory if anything is wrong with the file.

    It is as much to be trusted as the templates beside it, which are run too.
    """
    with suppress(Exception):  # whatever is wrong with it, it is no more than a memory
        if state := read_sealed(file, program):
            packed = pickle.loads(state).items()
            return Memory({name: _Kept(version, packed=it) for name, (version, it) in packed})
    return Memory()
