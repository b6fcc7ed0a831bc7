"""The worked example of CONTRIBUTING.md, followed word for word: an article becomes an event."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from builder.models.content import Citation, Event
from tests.projects import ROOT

BLOCK = re.compile(r"^```(\S*) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NEEDED = ("build.py", "builder", "templates", "static", "tests/sample")
PAGE = "scratch/_site/events/the-ferry-runs-again.html"


class Block(NamedTuple):
    """A block of the guide: its language, the file that it shows, its text."""

    language: str
    file: str
    text: str


def section(title: str) -> str:
    """What the guide says under *title*."""
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    return guide[guide.index(f"## {title}\n") :].split("\n## ")[0]


EXAMPLE = [
    Block(*found) for found in BLOCK.findall(section("From an article to a published event"))
]


def run(command: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What an editor sees who types *command*: this program is run here, others by the shell."""
    words = shlex.split(command)
    if words[:2] != ["python", "build.py"]:
        subprocess.run(command, shell=True, check=True)
        return ""
    from build import main

    capsys.readouterr()
    assert main([*words[2:], "--root", "scratch"] if len(words) == 2 else words[2:]) == 0
    told = capsys.readouterr()
    return told.err + told.out


def edit(path: Path, text: str) -> None:
    """Make a file read like *text* from its first line on; a file that is not there holds it."""
    before = path.read_text(encoding="utf-8") if path.exists() else text
    first = text.split("\n", 1)[0]
    assert f"\n{first}\n" in f"\n{before}"
    kept = f"\n{before}".split(f"\n{first}\n")[0]
    path.write_text(f"{kept[1:]}\n{text}" if kept else text, encoding="utf-8")


def pattern_of(shown: str) -> str:
    """A pattern for what the guide shows; a line of three dots stands for any lines."""
    return re.escape(shown).replace(re.escape("...\n"), "(?:.*\n)*?")


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with what the example needs of the project, in which it is followed."""
    for name in NEEDED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        copy(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_worked_example_ends_in_a_published_event(
    clone: Path, capsys: pytest.CaptureFixture[str]
):
    """Whoever types and writes what the guide shows sees what it shows, and the event's page."""
    told, page = "", ""
    for block in EXAMPLE:
        if block.language == "sh":
            page = (clone / PAGE).read_text(encoding="utf-8") if (clone / PAGE).exists() else page
            told = "".join(run(line, capsys) for line in block.text.splitlines())
        elif block.file:
            edit(clone / block.file, block.text)
        else:
            assert re.fullmatch(pattern_of(block.text), told), told

    assert "The ferry runs again" in page
    assert "promised to lower the fare" in page
    assert PAGE in section("From an article to a published event")
    assert not (clone / "scratch").exists()


def test_the_annotated_event_shows_every_key():
    """No key of an event or a citation is left unexplained."""
    shown = section("An event, key by key")

    for model in (Event, Citation):
        assert [] == [key for key in model.model_fields if not re.search(rf"\b{key}: ", shown)]
