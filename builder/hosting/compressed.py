"""Each text as gzip and Brotli, made once instead of at every visit.

Takes a file of a site; gives ``a.html.gz`` and ``a.html.br`` for ``a.html``. Law: what is
unpacked is the file, byte for byte; the same file is always packed into the same bytes.
"""

from __future__ import annotations

import gzip

import brotli

from builder.media_types import media_type

SMALLEST = 1024
"""Bytes from which it pays: what is smaller travels in one packet anyway."""
PACKED = (".gz", ".br")

ALREADY_PACKED = ("image/png", "application/octet-stream")
"""Types of what would not get smaller."""
_FIRST, _OTHERS, _GZIP = 10, 6, 6
"""Qualities. Brotli's 10 makes the first visit a tenth lighter than 6 does, and takes twenty times
as long; gzip's 9 saves less than a hundredth of what 6 leaves, in half as long again."""


_IN_NUMBERS = ("cite/", "data/", "embed/", "events/", "people/", "sources/")
"""Folders of which few files are asked for: of a single thing each, or of everything at once."""


def is_left_to_hosts(path: str, *, in_large_archive: bool) -> bool:
    """Return whether a file is compressed when it is asked for, if at all.

    Of the thousands of files of a large archive few are asked for twice a day, and to compress
    them all takes longer than to make them.
    """
    return in_large_archive and path.startswith(_IN_NUMBERS)


def pack(path: str, content: bytes) -> dict[str, bytes]:
    """Return the compressed forms of a file by their paths; none where it does not pay."""
    if len(content) < SMALLEST or media_type(path) in ALREADY_PACKED:
        return {}
    is_first = path == "index.html" or path.startswith("static/")
    quality = _FIRST if is_first else _OTHERS
    return {
        f"{path}.gz": _gzip(content),
        f"{path}.br": brotli.compress(content, quality=quality),
    }


def _gzip(content: bytes) -> bytes:
    """Return *content* without what gzip would store of the machine: name, time, system.

    The tenth byte names the system (RFC 1952, 2.3.1): Python 3.13 writes "unknown", earlier ones
    what zlib writes.
    """
    packed = gzip.compress(content, _GZIP, mtime=0)
    return packed[:9] + b"\xff" + packed[10:]
