"""What a reviewer reads of the changes, in Markdown.

`python -m tests.test_change_report` writes the expected report anew, to be read before it is
committed.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

import markdown
import pytest
import yaml

from builder.checks.all_checks import check_timeline
from builder.reading.project import read_timeline
from builder.reports.diagnostics import Diagnostic, Place
from builder.reviewing.changes import ItemChange
from builder.reviewing.report import Review, escape, make_review, mark_changes, write_review
from tests.projects import ROOT, SAMPLE, apply_changes, copy_sample
from tests.test_revisions import commit, git

GOLDEN = ROOT / "tests" / "reviews" / "sample"
HOSTILE = "<img src=x onerror=alert(1)> *a* `b` [c](javascript:d) @editor #1 | ~~e~~ $f$ &lt;"


def review(folder: Path, *changes: dict[str, str]) -> str:
    """The report on *changes* made to the sample."""
    apply_changes(copy_sample(folder), changes)
    (old, unread), (new, problems) = read_timeline(SAMPLE), read_timeline(folder)
    problems += check_timeline(new)
    return write_review(make_review(("old", "new"), (old, new), (unread, problems)))


def golden(folder: Path) -> str:
    """The report on the changes of the example."""
    setting = yaml.safe_load((GOLDEN / "change.yaml").read_text(encoding="utf-8"))
    return review(folder, *setting["changes"])


def test_the_example_reads_as_expected(tmp_path: Path):
    """Summary, warning, broken links, then section after section."""
    assert (GOLDEN / "expected.md").read_text(encoding="utf-8") == golden(tmp_path)


def test_no_change_is_said_in_one_sentence(tmp_path: Path):
    """A reviewer need not look for what is not there."""
    assert (
        "# Changes for readers: `old` → `new`\n\nNothing in the content changed for readers.\n"
    ) == review(tmp_path)


def test_the_same_changes_give_the_same_report(tmp_path: Path):
    """Also from another folder: no path of the machine is in it."""
    first, second = golden(tmp_path / "one"), golden(tmp_path / "two")

    assert first == second
    assert str(tmp_path) not in first


def test_a_retired_event_breaks_no_link(tmp_path: Path):
    """Its address says that it is gone, so that nothing is asked of the editor."""
    gone = [{"file": "content/events/1991.yaml", "old": "- id: venn-speaks", "new": "- id: other"}]
    gone += [{"file": "content/events/1991.yaml", "old": "“The tide has turned”", "new": "Words"}]
    entry = "- id: venn-speaks\n  reason: Taken back.\n"
    retired = {"file": "content/retired.yaml", "text": entry}

    assert "## Links that break" in review(tmp_path / "broken", *gone)
    assert "## Links that break" not in review(tmp_path / "retired", *gone, retired)


def test_an_alias_breaks_no_link(tmp_path: Path):
    """The old address leads to the event."""
    new = "id: venn-talks\n  aliases: [venn-speaks]"
    told = review(
        tmp_path, {"file": "content/events/1991.yaml", "old": "id: venn-speaks", "new": new}
    )

    assert "(was `venn-speaks`)" in told
    assert "## Links that break" not in told


def test_errors_of_the_new_side_are_counted_and_the_rest_is_told(tmp_path: Path):
    """One event cannot be read; the change of another is told all the same."""
    told = review(
        tmp_path,
        {"file": "content/events/1991.yaml", "old": "kind: concession", "new": "kind: x"},
        {"file": "content/events/1991.yaml", "old": "title: Thousands", "new": "title: Many"},
    )

    assert "**1 error on the new side**" in told
    assert "title: ~~Thousands~~ **Many** walk with lamps" in told
    assert "removed" not in told


def test_what_cannot_be_read_of_the_old_side_is_said_shortly():
    """Five reasons, and how many more there are."""
    unread = tuple(Diagnostic(Place("content/x.yaml", n), "bad-value", "no") for n in range(1, 9))
    told = write_review(Review("old", "new", (), unread=unread))

    assert 5 == told.count("content/x.yaml")
    assert "… and 3 more" in told


def test_hostile_words_are_shown_as_they_are():
    """No HTML, no Markdown, no link and no mention takes effect."""
    shown = markdown.markdown(f"- **{escape(HOSTILE)}**").replace("<!-- -->", "")

    assert "<img" not in shown
    assert "<a" not in shown
    assert "<code>" not in shown
    assert "@<!-- -->editor" in escape(HOSTILE)
    assert "#<!-- -->1" in escape(HOSTILE)
    assert "\n" not in escape("a\n\n# b\u2028c\x1b[1m")
    assert "\n## Title" not in write_review(Review("a`\n## Title", "b", ()))


def test_a_hostile_file_name_stays_in_its_code():
    """A backtick ends no code span."""
    place = Place("content/`<b>`.yaml", 7)
    added = ItemChange("added", "place", "a-place", "A place", None, place, ())
    told = write_review(Review("a", "b", (added,)))

    assert "`content/’<b>’.yaml:7`" in told


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("a lead of 1,204 votes", "a lead of 1,205 votes", "a lead of ~~1,204~~ **1,205** votes"),
        ("they vote", "they vote again", "they vote **again**"),
        ("they vote again", "they vote", "they vote ~~again~~"),
    ],
)
def test_what_changed_within_a_sentence_is_marked(old: str, new: str, marked: str):
    """Word by word: what is gone is struck out, what has come is bold."""
    assert marked == mark_changes(old, new)


def test_the_command_compares_with_a_revision(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Changes are no failure; what cannot be compared is."""
    from build import main  # here, so that the others run while another module is broken

    project = copy_sample(tmp_path / "town")
    git(tmp_path, "init")
    commit(tmp_path, "first")
    change = {"file": "content/people.yaml", "old": "Elected mayor", "new": "The mayor"}
    apply_changes(project, [change])

    assert 0 == main(["diff", "HEAD", "--root", str(project)])
    assert "# Changes for readers: `HEAD` → `working folder`" in capsys.readouterr().out
    assert 0 == main(["diff", str(SAMPLE), str(project)])
    assert "~~Elected~~ **The** mayor" in capsys.readouterr().out
    assert 1 == main(["diff", "no-such", "--root", str(project)])
    assert "'no-such'" in capsys.readouterr().err


if __name__ == "__main__":
    with TemporaryDirectory() as name:
        (GOLDEN / "expected.md").write_text(golden(Path(name)), encoding="utf-8")
