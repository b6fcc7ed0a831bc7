"""A disk that is full or cannot be written leaves the last good site, and a plain word."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from build import main
from tests.faults.nursery import TITLES, make_project, retitle
from tests.test_write import files_in

Mount = Callable[[Path, str], None]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The sample with templates that show little."""
    return make_project(tmp_path / "project")


@pytest.fixture
def mount() -> Iterator[Mount]:
    """A way to have a small disk in memory, with options of the system; again to change them."""
    mounted: set[Path] = set()

    def mount_small_disk(folder: Path, options: str) -> None:
        if sys.platform != "linux" or os.geteuid() != 0:
            pytest.skip("only root on Linux can mount a small disk")
        folder.mkdir(exist_ok=True)
        command = ("mount", "-t", "tmpfs", "-o", options, "none", str(folder))
        if subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("no disk can be mounted here: a container without that right")
        mounted.add(folder)

    yield mount_small_disk
    for folder in mounted:
        subprocess.run(("umount", str(folder)), check=True)


@contextmanager
def read_only(folder: Path, mount: Mount) -> Iterator[None]:
    """Have a folder that nobody can write: root writes what only rights protect."""
    if os.geteuid() == 0:
        mount(folder, "remount,ro")
        yield
        return
    folder.chmod(0o500)
    yield
    folder.chmod(0o700)


def test_a_full_disk_leaves_the_last_good_site(
    project: Path, tmp_path: Path, mount: Mount, capsys: pytest.CaptureFixture[str]
):
    """What has been written of the new one is cleared away, so that there is room again."""
    disk = tmp_path / "disk"
    mount(disk, "size=16m")
    out = disk / "site"
    assert 0 == main(["--root", str(project), "--out", str(out)])
    good, size = files_in(out), sum(map(len, files_in(out).values()))
    retitle(project, TITLES[1])
    room = os.statvfs(disk).f_bfree * os.statvfs(disk).f_frsize
    (disk / "filler").write_bytes(bytes(room - 40_000))
    capsys.readouterr()

    assert 1 == main(["--root", str(project), "--out", str(out)])

    said = capsys.readouterr().err
    assert "no site written: no space left on device [unwritable-folder]" in said
    assert "the last good site is as it was" in said.casefold()
    assert "Traceback" not in said
    assert good == files_in(out)
    assert {"filler", "site"} == {path.name for path in disk.iterdir()}
    assert size > 40_000


def test_a_disk_with_room_again_takes_the_new_site(project: Path, tmp_path: Path, mount: Mount):
    """Nothing has to be mended by hand."""
    disk = tmp_path / "disk"
    mount(disk, "size=16m")
    assert 0 == main(["--root", str(project), "--out", str(disk / "site")])
    retitle(project, TITLES[1])
    (disk / "filler").write_bytes(bytes(os.statvfs(disk).f_bfree * os.statvfs(disk).f_frsize))
    assert 1 == main(["--root", str(project), "--out", str(disk / "site")])
    (disk / "filler").unlink()

    assert 0 == main(["--root", str(project), "--out", str(disk / "site")])

    assert TITLES[1].encode() in (disk / "site/events/reeve-concedes.html").read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps other rights")
def test_a_folder_that_nobody_can_write_leaves_the_last_good_site(
    project: Path, tmp_path: Path, mount: Mount, capsys: pytest.CaptureFixture[str]
):
    """The reason is told; the same site again needs no writing."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if os.geteuid() == 0:
        mount(disk, "size=16m")
    assert 0 == main(["--root", str(project), "--out", str(disk / "site")])
    good = files_in(disk / "site")

    with read_only(disk, mount):
        assert 0 == main(["--root", str(project), "--out", str(disk / "site")])
        retitle(project, TITLES[1])
        assert 1 == main(["--root", str(project), "--out", str(disk / "site")])

    assert "[unwritable-folder]" in capsys.readouterr().err
    assert good == files_in(disk / "site")
