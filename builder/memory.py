"""What need not be made again, because what it was made from has not changed.

Takes a name, a version and a function; gives what the function makes, or what it made before for
the same version. Law: it can only save time; whatever the result depends on is in the version.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

Made = TypeVar("Made")


class Memory:
    """The last thing that was made under each name. What it gives is shared: never change it."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[Hashable, Any]] = {}

    def has(self, name: Hashable, version: Hashable) -> bool:
        """Whether something was made under *name*, and last for that *version*."""
        kept = self._kept.get(name)
        return kept is not None and kept[0] == version

    def recall(self, name: Hashable, version: Hashable, make: Callable[[], Made]) -> Made:
        """Return what *make* makes, unless it was made under *name* for the same *version*."""
        if not self.has(name, version):
            self._kept[name] = (version, make())
        made: Made = self._kept[name][1]
        return made
