"""A file is read in bounded time and memory, or not at all."""

import errno
import os
from pathlib import Path

import pytest

from builder.file_bytes import read_bytes


def test_a_file_is_read_whole(tmp_path: Path):
    """Up to the last byte that it may have."""
    (tmp_path / "file").write_bytes(b"12345")

    assert b"12345" == read_bytes(tmp_path / "file", 5)


def test_a_larger_file_is_not_read(tmp_path: Path):
    """Its size is looked at first."""
    (tmp_path / "file").write_bytes(b"12345")

    with pytest.raises(OSError, match="arge") as raised:
        read_bytes(tmp_path / "file", 4)

    assert errno.EFBIG == raised.value.errno


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path):
    """Nobody may ever write into it."""
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(OSError, match="not a file"):
        read_bytes(tmp_path / "pipe")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no such device")
def test_a_device_is_not_read():
    """It never ends."""
    with pytest.raises(OSError, match="not a file"):
        read_bytes(Path("/dev/zero"))


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="open files are seen on Linux only")
def test_nothing_stays_open(tmp_path: Path):
    """Not even what could not be read."""
    before = len(list(Path("/proc/self/fd").iterdir()))

    for path in (tmp_path, Path("/dev/zero"), tmp_path / "missing"):
        with pytest.raises(OSError, match=r"."):
            read_bytes(path)

    assert before == len(list(Path("/proc/self/fd").iterdir()))
