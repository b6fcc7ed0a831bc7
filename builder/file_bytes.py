"""A file -> its bytes, in bounded time and memory.

Law: what is no file (a pipe would wait for ever, a device never ends) and what is larger than
anything an editor writes raise an OSError, before a byte of it is read.
"""

from __future__ import annotations

import errno
import os
import stat
from io import FileIO
from pathlib import Path

MAX_BYTES = 4_000_000
"""Bytes that a file of content, of the seeds or of the templates may have."""

_WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0)  # for a writer; Windows has no such pipes


def read_bytes(path: Path, most: int = MAX_BYTES) -> bytes:
    """Return what a regular file of at most that many bytes holds; raise OSError for any other."""
    with FileIO(path, opener=lambda name, flags: os.open(name, flags | _WITHOUT_WAITING)) as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "not a file", str(path))
        data = file.read(most + 1) if status.st_size <= most else None
    if data is None or len(data) > most:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return data
