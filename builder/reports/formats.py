"""The report for whom it is meant: an editor, another program, a pull request on GitHub.

Takes the problems of a run; gives what goes to standard output and what goes to standard error,
in one of ``FORMATS``. Law: the same problems in the same order, whatever the format; what stands
on standard output can be read by a program.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from builder.reports.diagnostics import Diagnostic, Files, format_report, has_errors, in_order

FORMATS = ("text", "json", "github")
VERSION = 1
"""The version of the JSON report: it changes when a key is renamed or removed."""


@dataclass(frozen=True)
class Report:
    """What is printed at the end of a run: *out* on standard output, *err* on standard error."""

    out: str
    err: str


def make_report(
    problems: Iterable[Diagnostic],
    root: Path,
    ending: tuple[str, str],
    form: str = "text",
    *,
    is_coloured: bool = False,
) -> Report:
    """Return the report in the format *form*; *ending* is the last word in success and failure."""
    told = in_order(problems)
    success, failure = ending
    last = failure if has_errors(told) else success
    if form == "json":
        return Report(to_json(told, root), "")
    if form == "github":
        return Report("\n".join([*map(to_annotation, told), last]).strip(), summarise(told))
    report = format_report(told, root, is_coloured=is_coloured)
    parts = (report, summarise(told)) if told else ()
    if has_errors(told):
        return Report("", "\n\n".join(parts) + f"\n{failure}".rstrip())
    return Report(success, "\n\n".join(parts))


def wants_colour(is_terminal: bool, environment: Mapping[str, str]) -> bool:
    """Say whether to colour: on a terminal only, and not against the reader's will.

    https://no-color.org: any NO_COLOR that is not empty means no; a "dumb" terminal has none.
    """
    return is_terminal and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


def summarise(problems: Iterable[Diagnostic]) -> str:
    """Return the counts in a sentence: "3 errors in 2 files, 1 warning."."""
    told = list(problems)
    counts = []
    for severity in ("error", "warning"):
        files = {problem.place.file for problem in told if problem.severity == severity}
        number = sum(problem.severity == severity for problem in told)
        where = f" in {len(files)} files" if len(files) > 1 else ""
        if number or severity == "error":
            counts.append(f"{number} {severity}{'' if number == 1 else 's'}{where}")
    return ", ".join(counts) + "."


def to_json(problems: Iterable[Diagnostic], root: Path) -> str:
    """Return one JSON document; lines and columns count characters from 1."""
    told, files = list(problems), Files(root)
    errors = sum(problem.severity == "error" for problem in told)
    counts = {
        "errors": errors,
        "warnings": len(told) - errors,
        "files": len({problem.place.file for problem in told}),
    }
    listed = [_to_record(problem, files) for problem in told]
    document = {"version": VERSION, "problems": listed, "counts": counts}
    return json.dumps(document, ensure_ascii=False, indent=2)


def _to_record(problem: Diagnostic, files: Files) -> dict[str, str | int]:
    """Return a problem as JSON has it; the excerpt is the line as the text report shows it."""
    excerpt = files.excerpt(problem.place)
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message,
        "hint": problem.hint,
        "excerpt": excerpt[0] if excerpt else "",
    }


def to_annotation(problem: Diagnostic) -> str:
    """Return the workflow command that makes GitHub show a problem beside its line.

    https://docs.github.com/actions/reference/workflow-commands: columns count from 1; a line
    break, and in a property also a comma and a colon, is escaped.
    """
    place = problem.place
    properties = {
        "file": place.file,
        "line": place.line,
        "col": place.column,
        "title": problem.code,
    }
    listed = ",".join(f"{name}={_escape(str(value), ',:')}" for name, value in properties.items())
    message = _escape(f"{problem.message}\n{problem.hint}".strip())
    return f"::{problem.severity} {listed}::{message}"


def _escape(text: str, more: str = "") -> str:
    """Return *text* with every character percent-encoded that would end it; % comes first."""
    for character in f"%\r\n{more}":
        text = text.replace(character, f"%{ord(character):02X}")
    return text
