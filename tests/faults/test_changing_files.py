"""Files that change or vanish while they are read, links in circles, pipes: told, never a crash."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from build import main
from tests.faults.nursery import make_project
from tests.projects import ROOT, apply_changes
from tests.soak import SOAK, tell, times
from tests.test_write import files_in, stamps_in

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot fork a child")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The sample with templates that show little."""
    return make_project(tmp_path / "project")


@pytest.mark.parametrize("accident", ["vanish", "change", "become a folder", "become a pipe"])
def test_a_file_changes_at_the_moment_it_is_opened(tmp_path: Path, accident: str):
    """A build ends with a site or with what is wrong: no traceback, no wait, no half a site."""
    command = (sys.executable, "-m", "tests.faults.accidents", str(tmp_path / "project"), accident)
    arguments = (str(SOAK), str(times(25)))

    ended = subprocess.run(
        [*command, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=300, check=True
    )

    found = json.loads(ended.stdout)
    tell(found)
    assert [] == found["odd"]
    assert found["told"] > 0


@pytest.mark.parametrize(
    ("file", "change"),
    [
        ("content/events/loop.yaml", {"link": "loop.yaml"}),
        ("content/events", {"link": "events"}),
        ("content/deep", {"link": "."}),
        ("static/loop", {"link": ".."}),
        ("static/secret.txt", {"link": "/etc/passwd"}),
        ("static/endless", {"link": "/dev/zero"}),
        ("templates/endless.html", {"link": "/dev/zero"}),
        ("templates/strings/en.yaml", {"pipe": ""}),
        ("seeds/endless.yaml", {"link": "/dev/zero"}),
        ("content/people.yaml", {"pipe": ""}),
        ("static/pipe", {"pipe": ""}),
        ("static/large.bin", {"size": str(10**11)}),
        ("templates/large.html", {"size": str(10**11)}),
        ("seeds/fingerprints/large.json", {"size": str(10**11)}),
    ],
)
def test_what_is_no_file_of_the_project_is_refused(
    project: Path, file: str, change: dict[str, str], capsys: pytest.CaptureFixture[str]
):
    """One complaint, at its name, and the last good site."""
    (project / "static").mkdir()
    assert 0 == main(["--root", str(project)])
    good = stamps_in(project / "_site")
    if (project / file).is_dir():
        (project / file).rename(project / "moved")
    apply_changes(project, [{"file": file, **change}])
    capsys.readouterr()

    assert 1 == main(["--root", str(project)])

    said = capsys.readouterr().err
    assert f"{file}:1:1: error: " in said
    assert 1 == said.count(": error: "), said
    assert good == stamps_in(project / "_site")


def test_a_name_that_is_not_utf_8_is_told(project: Path, capsys: pytest.CaptureFixture[str]):
    """It is shown by its bytes, so that it can be found."""
    name = os.fsdecode(b"caf\xe9.md")
    try:
        (project / "content/pages" / name).write_text("# A page\n", encoding="utf-8")
    except OSError:
        pytest.skip("this file system holds names in UTF-8 only")

    assert 1 == main(["--root", str(project)])

    said = capsys.readouterr().err
    assert "this name is not UTF-8 [bad-file-name]" in said
    assert 1 == said.count(": error: "), said
    said.encode()


def test_what_editors_leave_beside_is_not_looked_at(project: Path):
    """A lock of Emacs is a link that leads nowhere; it stops nobody."""
    for name in ("content/events/.#1991.yaml", "templates/.#page.html", "static/.DS_Store"):
        (project / name).parent.mkdir(exist_ok=True)
        (project / name).symlink_to("somebody@machine.1234:5678")

    assert 0 == main(["--root", str(project)])

    assert not [name for name in files_in(project / "_site") if "#" in name or "DS_" in name]
