"""Bytes that are written down for the next run, and read again only as they were written.

Takes a file, bytes, and for whom they are; gives them back, or nothing. Law: what is damaged, cut
short or for somebody else is nothing, and that a disk refuses to keep it stops nobody.
"""

from __future__ import annotations

from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

_LENGTH = 16
"""Bytes of a seal."""


def write_sealed(file: Path, state: bytes, whose: str = "") -> None:
    """Write *state* down in a file, whose folder is made if it is missing, unless it is there."""
    sealed = _seal(state, whose) + state
    with suppress(OSError):
        file.parent.mkdir(exist_ok=True)
        if not file.exists() or file.read_bytes() != sealed:
            file.write_bytes(sealed)


def read_sealed(file: Path, whose: str = "") -> memoryview | None:
    """Return what was written down in a file for *whose* use, if it is whole."""
    try:
        written = memoryview(file.read_bytes())
    except OSError:
        return None
    seal, state = written[:_LENGTH], written[_LENGTH:]
    return state if seal == _seal(state, whose) else None


def _seal(state: bytes | memoryview, whose: str) -> bytes:
    return blake2b(state, digest_size=_LENGTH, key=whose.encode()).digest()
