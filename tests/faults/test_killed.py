"""A build that is killed at any moment leaves a whole site, and the next one leaves no trace."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import ROOT
from tests.soak import SOAK, tell, times
from tests.test_write import SITE, files_in
from tests.whole_sites import write_site

SEED = 7


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot fork a child")
def test_builds_are_killed_at_any_moment(tmp_path: Path):
    """The old site stands or the new one, in every byte; the next build clears what is left."""
    kills = times(200)
    command = (sys.executable, "-m", "tests.faults.nursery", tmp_path, str(SEED + SOAK), str(kills))

    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    found = json.loads(ended.stdout)
    tell(found)
    assert ([], []) == (found["broken"], found["unclean"])
    assert kills == found["killed"], "most builds were over before they could be killed"
    assert 0 < found["landed"] < kills, "the kills hit one phase only"


def test_what_stood_before_two_renames_is_put_back(tmp_path: Path):
    """Killed between them, the good site lies beside; a failing run brings it back all the same."""
    out = tmp_path / "site"
    write_site(SITE, out)
    out.rename(tmp_path / ".site.old")

    (problem,) = write_site({**SITE, "index.html": b"new", "x" * 300: b""}, out)

    assert "unwritable-folder" == problem.code
    assert SITE == files_in(out)
    assert [out] == list(tmp_path.iterdir())
