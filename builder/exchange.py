"""Two folders -> the same two, each with the other's name.

Takes two paths of one file system. Law: where the system can, both change in one step, so that
whoever opens a path below them finds the one or the other; where it cannot, nothing is done.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

_HERE = -100  # AT_FDCWD: relative paths begin in the current folder (linux/fcntl.h)
_EXCHANGE = 2  # RENAME_EXCHANGE (linux/fs.h)
_CANNOT = (errno.ENOSYS, errno.EINVAL, errno.EPERM, errno.EXDEV)
"""How a kernel, a file system or a container's filter says that it cannot exchange."""


def exchange(one: Path, other: Path) -> bool:
    """Have two existing paths change places in one step; say whether that could be done.

    Done by renameat2(2), which Linux has had since 3.15 and glibc since 2.28; other systems say
    no, and so do some file systems of networks. Raises OSError for any other failure.
    """
    rename = _find_renameat2()
    if rename is None:
        return False
    if rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _CANNOT:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _find_renameat2() -> Callable[..., int] | None:
    if sys.platform != "linux":
        return None
    rename: Callable[..., int] | None = getattr(
        ctypes.CDLL(None, use_errno=True), "renameat2", None
    )
    return rename
