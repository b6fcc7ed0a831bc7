"""The settings of nginx and Caddy, for those who run a server of their own.

Takes the files of a site and its redirects; gives ``nginx.conf`` and ``Caddyfile``. Law: headers
and types are those that every other host is told; whoever publishes changes two lines.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from builder.hosting.compressed import ALREADY_PACKED, SMALLEST
from builder.hosting.headers import (
    BRIEFLY,
    EVERYWHERE,
    FOR_EVER,
    FRAMEABLE,
    HASHED,
    Inventory,
    make_policies,
)
from builder.hosting.host_files import HOST_FILES
from builder.media_types import MEDIA_TYPES

NAMES = ("nginx.conf", "Caddyfile")
_TEMPLATES = Path(__file__).parent / "files"


@dataclass(frozen=True)
class Settings:
    """What differs from site to site, besides its pages."""

    base_path: str = "/"
    redirects: tuple[tuple[str, str], ...] = ()
    """The former path of an event with its present one."""
    removed: tuple[str, ...] = ()
    """The paths of events that are gone."""


def write_settings(inventory: Inventory, settings: Settings) -> dict[str, str]:
    """Return the settings for the site with this *inventory*, by the names of their files."""
    given = {
        "base": settings.base_path,
        "redirects": settings.redirects,
        "removed": settings.removed,
        "policies": make_policies(inventory),
        "everywhere": EVERYWHERE,
        "for_ever": FOR_EVER,
        "briefly": BRIEFLY,
        "hashed": settings.base_path + HASHED,
        "frameable": settings.base_path + FRAMEABLE,
        "host_files": sorted(HOST_FILES),
        "types": _types(),
        "smallest": SMALLEST,
        # Of texts in HTML nginx thinks by itself, and warns of those who name it.
        "packable": sorted({*MEDIA_TYPES.values()} - {"text/html", *ALREADY_PACKED}),
    }
    return {name: _environment().get_template(name).render(given) for name in NAMES}


def _types() -> list[tuple[str, str, list[str]]]:
    """Return each end of a name with its type, and the longer ends that have another."""
    return [
        (
            end.removeprefix("."),
            f"{type_}; charset=utf-8" if type_.startswith("text/") else type_,
            [longer.removeprefix(".") for longer in MEDIA_TYPES if longer[1:].endswith(end)],
        )
        for end, type_ in MEDIA_TYPES.items()
    ]


@cache
def _environment() -> Environment:
    # Not HTML: nothing in these values can be a mark-up of the settings' own.
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
