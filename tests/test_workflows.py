"""What runs at GitHub is pinned, may do little, and says of a pull request what it changes."""

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.other_pythons import PROMISED
from tests.projects import ROOT, apply_changes, copy_sample
from tests.test_revisions import commit, git

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
MISPRINT = {"file": "content/figures.yaml", "old": 'value: "1,204"', "new": 'value: "1,240"'}
MENDED = {**MISPRINT, "old": MISPRINT["new"], "new": MISPRINT["old"]}


def read(path: Path) -> dict[str, Any]:
    """A workflow, every value as it was typed: to YAML, the key "on" is a truth value."""
    workflow: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    return workflow


def steps_of(path: Path) -> list[dict[str, Any]]:
    """All steps of a workflow."""
    return [step for job in read(path)["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_to_a_commit(path: Path):
    """With its version beside it; a tag could be moved to other code."""
    used = re.findall(r"uses: (.+)", path.read_text(encoding="utf-8"))

    assert used
    assert [] == [u for u in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", u)]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_nothing_may_more_than_it_needs(path: Path):
    """Nothing is written but by the jobs that publish, and no credentials lie in the clone."""
    workflow = read(path)
    writing = {
        (name, scope)
        for name, job in workflow["jobs"].items()
        for scope, right in job.get("permissions", {}).items()
        if right == "write"
    }

    assert workflow["permissions"] in ("", {}, {"contents": "read"})
    assert {("deploy", "pages"), ("deploy", "id-token"), ("publish", "contents")} >= writing
    clones = [step for step in steps_of(path) if "actions/checkout@" in step.get("uses", "")]
    assert all("false" == step["with"]["persist-credentials"] for step in clones)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_job_that_may_write_runs_a_program_of_the_clone(path: Path):
    """What is built and tested runs the code of dozens of packages."""
    writers = (
        job for job in read(path)["jobs"].values() if "write" in job.get("permissions", {}).values()
    )
    ran = [step for job in writers for step in job["steps"]]

    assert [] == [step for step in ran if "actions/checkout@" in step.get("uses", "")]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_nothing_is_put_into_a_command_unread(path: Path):
    """The name of a branch may hold a command; from the environment it is a mere word."""
    assert [] == [step["run"] for step in steps_of(path) if "${{" in step.get("run", "")]


def test_every_python_that_is_promised_is_tried():
    """And that is what the tests on this machine compare with each other."""
    (job,) = read(ROOT / ".github/workflows/ci.yml")["jobs"].values()
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")

    assert list(PROMISED) == job["strategy"]["matrix"]["python"]
    assert f",.venv/python%.installed,{' '.join(PROMISED)})" in makefile


# ---- a pull request


@pytest.fixture
def request_for_main(tmp_path: Path) -> Path:
    """A clone as it is checked out for a pull request that mends a published figure."""
    project = copy_sample(tmp_path / "clone", with_templates=True)
    apply_changes(project, [MISPRINT])
    git(project, "init")
    commit(project, "published")
    git(project, "update-ref", "refs/remotes/origin/main", "HEAD")
    apply_changes(project, [MENDED])
    for name in (".venv", "build.py"):
        (project / name).symlink_to(ROOT / name)
    return project


def run_step(project: Path, command: str, base: str) -> subprocess.CompletedProcess[str]:
    """Run, as GitHub does, the step of ci.yml that holds *command*."""
    (step,) = [step for step in steps_of(ROOT / ".github/workflows/ci.yml")
               if command in step.get("run", "")]  # fmt: skip
    assert {"BASE": "${{ github.base_ref }}"} == step["env"]
    env = {**os.environ, "BASE": base, "GITHUB_STEP_SUMMARY": str(project.parent / "summary")}
    script = ["bash", "-e", "-c", step["run"]]
    return subprocess.run(script, cwd=project, env=env, capture_output=True, text=True, check=False)


def test_a_pull_request_says_what_changes_for_readers(request_for_main: Path):
    """In the summary of the run."""
    ended = run_step(request_for_main, "build.py diff", "main")

    assert (0, "", "") == (ended.returncode, ended.stdout, ended.stderr)
    summary = (request_for_main.parent / "summary").read_text(encoding="utf-8")
    assert "1,240" in summary
    assert "1,204" in summary


def test_a_pull_request_that_changes_a_figure_in_silence_is_refused(request_for_main: Path):
    """Beside the line of the figure."""
    ended = run_step(request_for_main, "build.py check", "main")

    assert 1 == ended.returncode
    assert "::error file=content/figures.yaml,line=1,col=3,title=silent-change::" in ended.stdout


def test_without_a_pull_request_the_content_alone_is_checked(request_for_main: Path):
    """There is nothing to compare it with."""
    assert 0 == run_step(request_for_main, "build.py check", "").returncode


def test_the_history_is_there_to_compare_with():
    """Without it git would know neither the other branch nor its revisions."""
    checkout = steps_of(ROOT / ".github/workflows/ci.yml")[0]

    assert "0" == checkout["with"]["fetch-depth"]
