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

HASH_LENGTH = 12
"""Hexadecimal digits of the hash in a name: enough for two contents never to share one."""


def read_assets(static: Path) -> dict[str, bytes]:
    """Return the files of static/, the parts of style sheets joined; hidden files stay at home."""
    files = {
        f"static/{path.relative_to(static).as_posix()}": read_bytes(path, MAX_ASSET)
        for path in sorted(static.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }
    return join_sheets(files)


def name_by_content(assets: Mapping[str, bytes]) -> dict[str, str]:
    """Return for each file the name that holds a hash of it: ``static/style.0f3a….css``."""
    return {path: _hashed(path, content) for path, content in assets.items()}


def _hashed(path: str, content: bytes) -> str:
    name = PurePosixPath(path)
    digest = sha256(content).hexdigest()[:HASH_LENGTH]
    return str(name.with_name(f"{name.stem}.{digest}{name.suffix}"))
