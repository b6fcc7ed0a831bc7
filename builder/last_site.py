"""What the last build made, and from what, so that only what changed is made again.

Takes what each file of a site is made from; gives what the last build knew of the files for which
that is the same. Law: it can only save time. What is damaged, of another version, or about a site
that somebody else has touched since counts as nothing; nothing that is read here is run.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from pydantic_core import from_json, to_json

from builder.models.content import Event
from builder.reading.project import EVENTS
from builder.reading.timeline import Timeline
from builder.rendering.render import Recipe, Recipes
from builder.sealed import read_sealed, write_sealed
from builder.unchanged import hash_outputs
from builder.views.places import event_place

STATE = ".cache/last-site.json"
"""Where it is remembered, from the project's root; git ignores it."""


class Remembered(NamedTuple):
    """A file of the last site."""

    basis: str
    """A hash of what it was made from, beside the ground of the whole site."""
    hashes: dict[str, str]
    """The SHA-256 of the file and of its compressed forms, by their paths."""
    inline: tuple[tuple[str, str], ...]
    """The inline scripts and styles on it: the element's name, and the hash."""


@dataclass(frozen=True)
class LastSite:
    """The files of the last site by their paths; none if it was made on another ground."""

    files: Mapping[str, Remembered] = field(default_factory=dict)

    def recall(self, path: str, basis: str) -> Remembered | None:
        """Return what is known of a file, if it was made from the same."""
        found = self.files.get(path)
        return found if found is not None and found.basis == basis else None


def find_bases(timeline: Timeline, recipes: Recipes) -> dict[str, str]:
    """Return of each file a hash of the events that it shows anything of, and where they stand."""
    versions = {event.id: _version(timeline, event) for event in timeline.events}
    digests = sorted(item for item in timeline.digests.items() if item[0].startswith(EVENTS))
    of_any = repr(digests)
    return {
        path: blake2b(_tell(recipe, versions, of_any).encode(), digest_size=16).hexdigest()
        for path, recipe in recipes.items()
    }


def _version(timeline: Timeline, event: Event) -> str:
    return f"{event.id} {timeline.digests[event.position[0]]} {event_place(timeline, event)}\n"


def _tell(recipe: Callable[[], bytes], versions: Mapping[str, str], of_any: str) -> str:
    if not isinstance(recipe, Recipe) or recipe.shows is None:
        return of_any
    return "".join(versions[event.id] for event in recipe.shows)


def read_last_site(root: Path, ground: str, out: Path) -> LastSite:
    """Return the last site, if it was made on this *ground* and nobody has touched it in *out*.

    The ground stands for all that any file may depend on, but for what is in its basis.
    """
    try:
        was = from_json(bytes(read_sealed(root / STATE) or b""))
        if (was["ground"], was["outputs"]) != (ground, hash_outputs(str(out))):
            return LastSite()
        return LastSite({path: _remember(*file) for path, file in was["files"].items()})
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return LastSite()


def write_last_site(root: Path, ground: str, out: Path, site: LastSite) -> None:
    """Remember a site in *out*; where that is not possible, the next build takes its time."""
    with suppress(OSError):
        told = {"ground": ground, "outputs": hash_outputs(str(out)), "files": site.files}
        write_sealed(root / STATE, to_json(told))


def _remember(basis: str, hashes: dict[str, str], inline: list[list[str]]) -> Remembered:
    return Remembered(basis, hashes, tuple((name, found) for name, found in inline))
