"""The same input gives the same bytes, in whatever order a disk lists files, at whatever time.

Other folders, time zones, languages and orders of hashing: see tests/test_build.py. Other
versions of Python: the workflow runs every test with each, and `DIGEST` of one run is printed.
"""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from build import main
from tests.projects import ROOT, copy_sample
from tests.soak import tell
from tests.test_write import files_in

# The standard library asks these for what a folder holds; pathlib keeps none of its own.
SURROUNDINGS = {
    "files listed backwards": """
import os
listdir, scandir = os.listdir, os.scandir
os.listdir = lambda path=".": sorted(listdir(path), reverse=True)
class Backwards(list):
    __enter__ = lambda self: self
    __exit__ = lambda self, *error: None
    close = lambda self: None
os.scandir = lambda path=".": Backwards(sorted(scandir(path), key=lambda e: e.name)[::-1])
""",
    "another century": """
import datetime, time
later = 4_102_444_800.0  # the first second of 2100
time.time, time.time_ns = lambda: later, lambda: int(later * 10**9)
class Date(datetime.date):
    today = classmethod(lambda cls: cls(2100, 1, 1))
class Moment(datetime.datetime):
    now = classmethod(lambda cls, tz=None: cls(2100, 1, 1, tzinfo=tz))
    today = classmethod(lambda cls: cls(2100, 1, 1))
datetime.date, datetime.datetime = Date, Moment
""",
    "chance": """
import random, secrets, uuid
random.seed(4)
random.random = lambda: 0.5
uuid.uuid4 = lambda: uuid.UUID(int=4)
""",
    "a single processor": """
import os
os.cpu_count = lambda: 1
""",
}


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site of the sample as it is built here and now."""
    folder = copy_sample(tmp_path_factory.mktemp("here"), with_templates=True)
    assert 0 == main(["--root", str(folder)])
    files = files_in(folder / "_site")
    whole = hashlib.sha256(b"".join(name.encode() + files[name] for name in sorted(files)))
    tell(f"DIGEST of the sample's site with {sys.version.split()[0]}: {whole.hexdigest()}")
    return files


@pytest.mark.parametrize("surroundings", SURROUNDINGS)
def test_nothing_around_a_build_changes_a_byte(
    tmp_path: Path, expected: dict[str, bytes], surroundings: str
):
    """Neither the disk nor the clock nor chance."""
    folder = copy_sample(tmp_path / "elsewhere", with_templates=True)
    program = (
        f"{SURROUNDINGS[surroundings]}\nimport sys\nfrom build import main\n"
        "sys.exit(main(sys.argv[1:]))"
    )
    command = (sys.executable, "-c", program, "--root", str(folder))

    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert 0 == ended.returncode, ended.stderr
    built = files_in(folder / "_site")
    assert [] == [name for name in {**expected, **built} if expected.get(name) != built.get(name)]
