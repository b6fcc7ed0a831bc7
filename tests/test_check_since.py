"""Nothing published changes in silence: ``check --since`` asks for a correction."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from build import main
from builder.models.content import Retired
from builder.reading.project import read_timeline
from builder.reading.timeline import Timeline
from builder.reviewing.since import changes_are_corrected
from tests.corrected import correction_text, make_correction
from tests.examples import make, sample_timeline
from tests.projects import Change, apply_changes, copy_sample
from tests.test_revisions import commit, git

BEFORE = sample_timeline()
EVENTS = "content/events/1991.yaml"
FIGURE = {"file": "content/figures.yaml", "old": 'value: "1,204"', "new": 'value: "1,240"'}
QUOTATION = {"file": EVENTS, "old": "quotation: had 52.4 per cent", "new": "quotation: had 52"}


@pytest.fixture
def changed(tmp_path: Path) -> Callable[..., Timeline]:
    """Makes the sample after changes to its files."""

    def change(*changes: Change) -> Timeline:
        project = copy_sample(tmp_path)
        apply_changes(project, changes)
        return read_timeline(project)[0]

    return change


def silent(after: Timeline, before: Timeline = BEFORE) -> list[tuple[str, str]]:
    """The key that each hint asks for, and what was changed in silence."""
    problems = changes_are_corrected(before, after)
    return [(problem.hint.split("'")[1], problem.message) for problem in problems]


def test_what_has_not_changed_needs_no_correction():
    """The same timeline twice."""
    assert [] == silent(BEFORE)


def test_a_changed_figure_needs_a_correction(changed):
    """Told at the figure; a new entry that names it answers."""
    after = changed(FIGURE)

    (problem,) = changes_are_corrected(BEFORE, after)

    assert ("silent-change", "content/figures.yaml") == (problem.code, problem.place.file)
    assert "the published figure 'lead-venn' was changed, and no correction says so" == (
        problem.message
    )
    assert [] == silent(replace(after, corrections=(make_correction(),)))


def test_an_old_correction_answers_for_nothing_new(changed):
    """It was there before the change."""
    corrections = (make_correction(),)
    before = replace(BEFORE, corrections=corrections)

    after = replace(changed(FIGURE), corrections=corrections)

    assert ["figure: lead-venn"] == [key for key, _ in silent(after, before)]


def test_a_changed_quotation_needs_a_correction(changed):
    """Told where the event's citations stand; a new entry that names the event answers."""
    after = changed(QUOTATION)

    assert [
        (
            "event: the-town-votes",
            "'the-town-votes' no longer has the published quotation 'had 52.4 per cent', "
            "and no correction says so",
        )
    ] == silent(after)
    answer = make_correction(figure="", event="the-town-votes")
    assert [] == silent(replace(after, corrections=(answer,)))


def test_a_removed_figure_needs_a_correction_of_its_article():
    """The figure itself is no longer there to be named."""
    left = tuple(figure for figure in BEFORE.figures if figure.id != "walkers")
    after = replace(BEFORE, figures=left)

    assert ["source: retold-1991-05-14"] == [key for key, _ in silent(after)]
    answer = make_correction(figure="", source="retold-1991-05-14")
    assert [] == silent(replace(after, corrections=(answer,)))


def test_an_event_may_be_renamed_or_retired():
    """Its quotations are where its former id leads, or the list of what is gone answers."""
    speech = BEFORE.event["venn-speaks"]
    others = tuple(event for event in BEFORE.events if event.id != speech.id)
    renamed = speech.model_copy(update={"id": "venn-talks", "aliases": ("venn-speaks",)})
    gone = make(Retired, "id: venn-speaks\nreason: No article tells it.\n")

    assert [] == silent(replace(BEFORE, events=(*others, renamed)))
    assert [] == silent(replace(BEFORE, events=others, retired=(gone,)))
    assert ["event: venn-speaks"] * 2 == [key for key, _ in silent(replace(BEFORE, events=others))]


def test_a_draft_changes_freely():
    """Nobody has read it."""
    draft = BEFORE.event["plans-of-the-mayor"]
    (citation,) = draft.citations
    quoting = citation.model_copy(update={"quotation": "a lead of 1,204 votes"})
    before = draft.model_copy(update={"citations": (quoting,)})
    others = tuple(event for event in BEFORE.events if event.id != draft.id)

    assert [] == silent(BEFORE, replace(BEFORE, events=(*others, before)))


# ---- on the command line


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository in which a figure was published with two digits changed, mended since."""
    project = copy_sample(tmp_path, with_templates=True)
    apply_changes(project, [FIGURE])
    git(project, "init")
    commit(project, "published")
    apply_changes(project, [{**FIGURE, "old": FIGURE["new"], "new": FIGURE["old"]}])
    return project


def check_since(project: Path, revision: str) -> int:
    """The exit code of the check."""
    return main(["check", "--root", str(project), "--since", revision])


def test_a_silent_change_since_a_revision_is_refused(
    repository: Path, capsys: pytest.CaptureFixture[str]
):
    """With exit code 1, at the line of what was changed, whether it is committed or not."""
    assert 1 == check_since(repository, "HEAD")
    commit(repository, "mended")
    assert 0 == check_since(repository, "HEAD")
    assert 1 == check_since(repository, "HEAD~1")

    said = capsys.readouterr()
    assert 2 == said.err.count(
        "content/figures.yaml:1:3: error: the published figure 'lead-venn' was changed, "
        "and no correction says so [silent-change]"
    )
    assert "Everything holds.\n" == said.out


def test_a_correction_answers_for_the_change(repository: Path, capsys: pytest.CaptureFixture[str]):
    """One that was not there before."""
    (first, *others) = correction_text().splitlines()
    text = "\n".join([f"- {first}", *(f"  {line}" for line in others), ""])
    (repository / "content/corrections.yaml").write_text(text, encoding="utf-8")

    assert 0 == check_since(repository, "HEAD")

    assert "Everything holds.\n" == capsys.readouterr().out


def test_a_revision_that_is_not_there_is_told(repository: Path, capsys: pytest.CaptureFixture[str]):
    """Nothing was compared, so nothing holds."""
    assert 1 == check_since(repository, "no-such-branch")

    said = capsys.readouterr()
    assert "There is no revision, and no project's folder, 'no-such-branch'." in said.err
    assert "" == said.out
