"""static/ -> style sheets, scripts and pictures, at addresses that change with their content.

Takes the folder; gives its files and the names under which they are published. Law: what lies at
a published name never changes, so that it can be kept for ever by whoever has fetched it once.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath

from builder.file_bytes import read_bytes
from builder.reading.refused import MAX_ASSET
from builder.rendering.style_sheets import join_sheets

FOR_LARGE = ("static/archive/", "static/archive.css")
"""What only a large archive needs: its search, its list of chapters."""
HASH_LENGTH = 12
"""Hexadecimal digits of the hash in a name: enough for two contents never to share one."""


def read_assets(static: Path, *, is_large: bool = False) -> dict[str, bytes]:
    """Return the files of static/, the parts of style sheets joined; hidden files stay at home.

    So do those for large archives, unless it is one.
    """
    files = {
        f"static/{path.relative_to(static).as_posix()}": read_bytes(path, MAX_ASSET)
        for path in sorted(static.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }
    joined = join_sheets(files)
    return {path: data for path, data in joined.items() if is_large or not _is_for_large(path)}


def _is_for_large(path: str) -> bool:
    return path.startswith(FOR_LARGE)


def name_by_content(assets: Mapping[str, bytes]) -> dict[str, str]:
    """Return for each file the name that holds a hash of it: ``static/style.0f3a….css``."""
    return {path: _hashed(path, content) for path, content in assets.items()}


def _hashed(path: str, content: bytes) -> str:
    name = PurePosixPath(path)
    digest = sha256(content).hexdigest()[:HASH_LENGTH]
    return str(name.with_name(f"{name.stem}.{digest}{name.suffix}"))
