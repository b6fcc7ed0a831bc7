"""A report is text for editors, JSON for programs, annotations for a pull request."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from builder.reports.diagnostics import Diagnostic, Place
from builder.reports.formats import (
    FORMATS,
    make_report,
    summarise,
    to_annotation,
    to_json,
    wants_colour,
)
from tests.projects import ROOT, apply_changes, copy_sample

ENDING = ("Built.", "Nothing was written.")
ERROR = Diagnostic(Place("a.yaml", 2, 7), "bad-value", "odd", "Mend it.")
WARNING = Diagnostic(Place("b.yaml", 1, 1), "bad-value", "odd", severity="warning")


def error_at(file: str, line: int = 1) -> Diagnostic:
    """An error on a line of a file."""
    return Diagnostic(Place(file, line), "bad-value", "odd")


# ---- text


def test_success_is_all_that_is_said_of_a_good_run(tmp_path: Path):
    """Nothing stands on standard error."""
    report = make_report([], tmp_path, ENDING)

    assert ("Built.", "") == (report.out, report.err)


def test_an_error_is_told_on_standard_error_with_counts_and_the_last_word(tmp_path: Path):
    """Standard output stays empty, so that nothing is taken for a success."""
    report = make_report([ERROR, ERROR, WARNING], tmp_path, ENDING)

    assert "" == report.out
    assert report.err.startswith("a.yaml:2:7: error: odd [bad-value]")
    assert report.err.endswith("\n\n1 error, 1 warning.\nNothing was written.")


def test_warnings_do_not_stop_the_success(tmp_path: Path):
    """They are told, with their number, and the site is built."""
    report = make_report([WARNING], tmp_path, ENDING)

    assert "Built." == report.out
    assert report.err.endswith("\n\n0 errors, 1 warning.")


@pytest.mark.parametrize(
    ("problems", "summary"),
    [
        ([], "0 errors."),
        ([error_at("a")], "1 error."),
        ([error_at("a", 1), error_at("a", 2)], "2 errors."),
        ([error_at("a"), error_at("b"), error_at("b", 2), WARNING],
         "3 errors in 2 files, 1 warning."),
    ],
)  # fmt: skip
def test_the_summary_counts_errors_files_and_warnings(problems: list[Diagnostic], summary: str):
    """How much there is to do is said in one sentence."""
    assert summary == summarise(problems)


@pytest.mark.parametrize(
    ("is_terminal", "environment", "wanted"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (True, {"TERM": "dumb"}, False),
        (False, {"FORCE_COLOR": "1"}, False),
    ],
)
def test_only_a_terminal_that_wants_it_gets_colours(
    is_terminal: bool, environment: dict[str, str], wanted: bool
):
    """A file or a pipe gets none; NO_COLOR is obeyed unless it is empty (https://no-color.org)."""
    assert wanted is wants_colour(is_terminal, environment)


# ---- JSON


def test_json_says_what_the_text_says(tmp_path: Path):
    """Each problem has its place, its words and its line; the counts are those of the summary."""
    (tmp_path / "a.yaml").write_text("name: Port\nkind: “ŞİŞLİ”\n", encoding="utf-8")

    document = json.loads(to_json([ERROR, WARNING], tmp_path))

    assert 1 == document["version"]
    assert {"errors": 1, "warnings": 1, "files": 2} == document["counts"]
    assert {
        "file": "a.yaml",
        "line": 2,
        "column": 7,
        "code": "bad-value",
        "severity": "error",
        "message": "odd",
        "hint": "Mend it.",
        "excerpt": "kind: “ŞİŞLİ”",
    } == document["problems"][0]
    assert "" == document["problems"][1]["excerpt"]


def test_json_is_one_document_even_if_nothing_is_wrong(tmp_path: Path):
    """A program always finds the same keys."""
    report = make_report([], tmp_path, ENDING, "json")

    assert {
        "version": 1,
        "problems": [],
        "counts": {"errors": 0, "warnings": 0, "files": 0},
    } == json.loads(report.out)
    assert "" == report.err


# ---- GitHub


def test_an_annotation_stands_beside_its_line():
    """The file, line and column are properties, the code is the title, the hint follows."""
    assert "::error file=a.yaml,line=2,col=7,title=bad-value::odd%0AMend it." == to_annotation(
        ERROR
    )
    assert "::warning file=b.yaml,line=1,col=1,title=bad-value::odd" == to_annotation(WARNING)


def test_what_would_end_an_annotation_is_escaped():
    """Per cent and line breaks everywhere; commas and colons only in properties."""
    problem = Diagnostic(Place("a,b:c%.yaml", 1, 1), "x", "5 %, 1:2\r\n::error::gone", "50%0A")

    told = to_annotation(problem)

    assert (
        "::error file=a%2Cb%3Ac%25.yaml,line=1,col=1,title=x"
        "::5 %25, 1:2%0D%0A::error::gone%0A50%250A" == told
    )
    assert 1 == len(told.splitlines())


def test_annotations_are_on_standard_output_and_the_counts_beside(tmp_path: Path):
    """GitHub reads the commands line by line; a person reads the last lines."""
    report = make_report([WARNING, ERROR], tmp_path, ENDING, "github")

    lines = report.out.split("\n")
    assert ["::error", "::warning"] == [line.split(" ")[0] for line in lines[:2]]
    assert "Nothing was written." == lines[2]
    assert "1 error, 1 warning." == report.err


# ---- the command


@pytest.mark.parametrize("form", FORMATS)
def test_the_command_reports_in_every_format(tmp_path: Path, form: str):
    """Whatever the format, a mistake is named and the exit code is 1."""
    project = copy_sample(tmp_path, with_templates=True)
    slip = {"file": "content/events/1991.yaml", "old": "kind: concession", "new": "kind: concesion"}
    apply_changes(project, [slip])

    done = subprocess.run(
        [sys.executable, str(ROOT / "build.py"), "check", "--root", str(project), "--format", form],
        capture_output=True,
        text=True,
        check=False,
    )

    assert 1 == done.returncode
    assert "unknown-value" in (done.stderr if form == "text" else done.stdout)
    assert "\x1b" not in done.stdout + done.stderr
