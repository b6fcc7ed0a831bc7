"""Every mistake that an editor can make is told in the exact words of its `expected.txt`.

A folder holds one mistake: `change.yaml` says how it is made to the sample project, and whether
the articles' texts are at hand. With `before:`, changes too, the sample was published after these,
and is told as `check --since` does; with `templates:` the pages are made as well. `python -m
tests.test_mistakes` writes the expected words anew, to be read before they are committed.
"""

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml

from builder.checks.all_checks import check_timeline
from builder.hosting.complete_site import survey
from builder.reading.project import read_timeline
from builder.reports.diagnostics import Diagnostic, format_report
from builder.reviewing.since import changes_are_corrected
from builder.site import Options
from tests.projects import ARTICLES, ROOT, apply_changes, copy_sample

MISTAKES = sorted(path.parent for path in (ROOT / "tests" / "mistakes").glob("*/change.yaml"))
KINDS = {"person", "party", "place", "race", "source", "figure", "origin"}
KINDS |= {"work", "event", "difference"}
"""What names refer to; for each there is a code unknown-<kind>."""
ELSEWHERE = {"foreign-folder", "unwritable-folder", "no-search"}
"""Codes that no change to a project causes: about the folder that is written (test_write.py), and
about what is installed (test_search_index.py)."""


def tell(mistake: Path, folder: Path) -> str:
    """What an editor reads who has made *mistake*, drafts' warnings aside."""
    setting = yaml.safe_load((mistake / "change.yaml").read_text(encoding="utf-8"))
    project = copy_sample(folder / "project", with_templates="templates" in setting)
    apply_changes(project, setting["changes"])
    problems = find_problems(project, folder / "before", setting)
    wanted = setting.get("severity", "error")
    return format_report((p for p in problems if p.severity == wanted), project) + "\n"


def find_problems(project: Path, before: Path, setting: dict[str, Any]) -> list[Diagnostic]:
    """Everything that is wrong with a project, as it is asked for."""
    if "templates" in setting:
        return survey(project, Options())[2]
    texts = project / "articles" if setting.get("texts") else None
    timeline, problems = read_timeline(project, texts)
    problems += check_timeline(timeline)
    if "before" in setting:
        apply_changes(copy_sample(before), setting["before"])
        problems += changes_are_corrected(read_timeline(before)[0], timeline)
    return problems


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda path: path.name)
def test_a_mistake_is_told_in_the_expected_words(mistake: Path, tmp_path: Path):
    """One mistake gives one complaint, with its place, its line and its remedy."""
    told = tell(mistake, tmp_path)

    assert (mistake / "expected.txt").read_text(encoding="utf-8") == told
    code = re.sub(r"--.*", "", mistake.name)
    assert re.findall(r": \w+: .* \[([a-z0-9-]+)\]$", told, re.MULTILINE) == [code]


def test_the_sample_itself_has_no_mistake(tmp_path: Path):
    """Without a change the sample is clean, with and without its articles."""
    project = copy_sample(tmp_path)

    for texts in (None, ARTICLES):
        timeline, problems = read_timeline(project, texts)
        found = [p for p in problems + check_timeline(timeline) if p.severity == "error"]
        assert [] == found


def test_every_code_has_a_mistake():
    """A check is not done before an editor's mistake shows that it works."""
    source = "\n".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "builder").rglob("*.py")
    )
    codes = set(re.findall(r'^\s+"([a-z]+(?:-[a-z0-9]+)+)",$', source, re.MULTILINE))
    codes |= set(re.findall(r'(?:Place\([^"]*\)|place|_of\("\w+"\)), "([a-z0-9-]+)"', source))
    codes |= set(re.findall(r'return "([a-z]+(?:-[a-z0-9]+)+)", ', source))
    codes |= set(re.findall(r'report\((?:file|span|at), "([a-z0-9-]+)"', source))
    codes |= {f"unknown-{kind}" for kind in KINDS}
    told = {re.sub(r"--.*", "", path.name) for path in MISTAKES}

    assert set() == codes - told - ELSEWHERE


if __name__ == "__main__":
    for mistake in MISTAKES:
        with TemporaryDirectory() as folder:
            (mistake / "expected.txt").write_text(tell(mistake, Path(folder)), encoding="utf-8")
