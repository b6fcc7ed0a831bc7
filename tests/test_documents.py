"""What README and CONTRIBUTING show is true: their examples hold, their messages are printed."""

import re
import textwrap
from pathlib import Path

from builder.checks.all_checks import check_timeline
from builder.reading.project import read_timeline
from builder.reports.diagnostics import Diagnostic, format_report
from tests.projects import ROOT, apply_changes, copy_project


def example_event(document: str, start: str) -> str:
    """The YAML of the first event that a document shows after *start*."""
    text = (ROOT / document).read_text(encoding="utf-8")
    found = re.search(r"^( *)```yaml\n(.*?)^ *```", text[text.index(start) :], re.M | re.S)
    assert found
    return textwrap.dedent(found[2])


def errors_with(folder: Path, event: str) -> list[Diagnostic]:
    """What is wrong with the real content once *event* has a file of its own in it."""
    project = copy_project(folder)
    (project / "content/events/5-example.yaml").write_text(event, encoding="utf-8")
    timeline, problems = read_timeline(project)
    return problems + check_timeline(timeline)


def test_the_example_of_the_readme_holds(tmp_path: Path):
    """Copied as it is, the event of README.md can be published."""
    event = example_event("README.md", "## Add an event")

    assert [] == errors_with(tmp_path, event)


def test_the_annotated_event_of_the_guide_holds(tmp_path: Path):
    """Copied as it is, the event that explains every key can be published."""
    event = example_event("CONTRIBUTING.md", "## An event, key by key")

    assert [] == errors_with(tmp_path, event)


def test_the_message_of_the_readme_is_what_an_editor_sees(tmp_path: Path):
    """The mistake that README.md shows is told in the words that it shows."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    project = copy_project(tmp_path)
    slip = {"old": "to more than 775,000\n", "new": "to more than 776,000\n"}

    apply_changes(project, [{"file": "content/events/3-june-2019.yaml", **slip}])
    timeline, _ = read_timeline(project)
    told = format_report(check_timeline(timeline), project)

    assert (
        told
        == textwrap.dedent(readme[readme.index("   content/events/") :].split("   ```")[0]).strip()
    )
