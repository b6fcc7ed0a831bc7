"""One run tells everything that is wrong, once, sorted, and nothing that follows from it."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from builder.checks.all_checks import (
    EVIDENCE_CHECKS,
    EVIDENCE_CHECKS_OF_THE_WHOLE,
    PAYS_FROM,
    RECORD_CHECKS,
    RECORD_CHECKS_OF_THE_WHOLE,
    check_timeline,
)
from builder.memory import Memory
from builder.models.content import Event
from builder.reading.project import read_timeline
from builder.reading.timeline import Timeline
from builder.reports.diagnostics import Diagnostic
from tests.examples import event_text, make, sample_timeline
from tests.projects import ROOT, apply_changes, copy_sample

EVENTS = "content/events/1991.yaml"
MISTAKES = sorted(path.parent for path in (ROOT / "tests/mistakes").glob("*/change.yaml"))


def check_changed(folder: Path, *changes: tuple[str, str, str]) -> list[Diagnostic]:
    """What is wrong with the sample after some texts in its files were replaced."""
    project = copy_sample(folder)
    apply_changes(project, [{"file": f, "old": old, "new": new} for f, old, new in changes])
    timeline, problems = read_timeline(project)
    return problems + check_timeline(timeline)


def codes(problems: list[Diagnostic], severity: str = "error") -> list[str]:
    """The codes of all problems of a severity."""
    return [problem.code for problem in problems if problem.severity == severity]


@pytest.mark.parametrize("with_texts", [False, True])
def test_the_sample_keeps_every_promise(with_texts: bool):
    """Nothing but what its draft lacks is wrong with the invented town."""
    problems = check_timeline(sample_timeline(with_texts=with_texts))

    assert [] == codes(problems)
    assert ["sentence-without-citation", "unused-citation"] == sorted(codes(problems, "warning"))


def test_nothing_is_wrong_with_nothing():
    """No promise needs anything to be there."""
    assert [] == check_timeline(Timeline())


def test_every_promise_is_kept_once():
    """No check runs twice, and none is in two groups."""
    checks = [*RECORD_CHECKS, *EVIDENCE_CHECKS]
    checks += [*RECORD_CHECKS_OF_THE_WHOLE, *EVIDENCE_CHECKS_OF_THE_WHOLE]

    assert len(checks) == len(set(checks))
    assert all(check.__doc__ for check in checks)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda path: path.name)
def test_the_parts_of_a_timeline_have_the_mistakes_of_the_whole(mistake: Path, tmp_path: Path):
    """To look at each file by itself finds what is found when all is looked at together."""
    setting = yaml.safe_load((mistake / "change.yaml").read_text(encoding="utf-8"))
    project = copy_sample(tmp_path)
    apply_changes(project, setting["changes"])
    timeline, _ = read_timeline(project, project / "articles" if setting.get("texts") else None)

    for check in (*RECORD_CHECKS, *EVIDENCE_CHECKS):
        in_parts = {problem for _, part in timeline.parts() for problem in check(part)}
        assert set(check(timeline)) == in_parts, check.__name__


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda path: path.name)
def test_what_was_checked_before_is_told_as_if_it_were_checked_now(mistake: Path, tmp_path: Path):
    """A memory of the project before the mistake, and with it, saves time and changes nothing."""
    setting = yaml.safe_load((mistake / "change.yaml").read_text(encoding="utf-8"))
    project = copy_sample(tmp_path)
    texts = project / "articles" if setting.get("texts") else None
    memory = Memory()
    check_timeline(read_timeline(project, texts, memory)[0], memory)
    apply_changes(project, setting["changes"])
    timeline, problems = read_timeline(project, texts)
    told = problems + check_timeline(timeline)

    for _ in range(2):
        remembered, problems = read_timeline(project, texts, memory)
        assert told == problems + check_timeline(remembered, memory)


@pytest.mark.parametrize("workers", [2, 3])
def test_the_complaints_are_the_same_however_many_look(workers: int):
    """The same ones in the same order; there are enough events here for the work to be shared."""
    sample = sample_timeline()
    times = PAYS_FROM // len(sample.events) + 1
    copies = (event.model_copy() for _ in range(times) for event in sample.events)
    twins = replace(sample, events=tuple(copies))

    problems = check_timeline(twins)

    assert "duplicate-id" in codes(problems)
    assert problems == check_timeline(twins, workers=workers)


def test_a_draft_gives_warnings_only(tmp_path: Path):
    """What its evidence still lacks does not stop the others from being published."""
    problems = check_changed(
        tmp_path,
        (EVENTS, "What she means to do is not known yet.", "In 2044 all 77 piers shine.[@a1]"),
    )

    assert [] == codes(problems)
    assert ["number-not-in-passage"] * 2 == codes(problems, "warning")


def test_the_same_mistakes_are_errors_once_it_is_published(tmp_path: Path):
    """The status alone decides."""
    problems = check_changed(
        tmp_path,
        (EVENTS, "What she means to do is not known yet.", "In 2044 all 77 piers shine.[@a1]"),
        (EVENTS, "status: draft", "status: published"),
    )

    assert ["number-not-in-passage"] * 2 == codes(problems)
    assert [] == codes(problems, "warning")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("id: plans-of-the-mayor", "id: reeve-concedes", "duplicate-id"),
        ("source: alder-gazette-1991-05-13", "source: alder-gazet", "unknown-source"),
        ("passage: 1", "passage: 99", "unknown-passage"),
        ("date: 1991-05-13", "date: 1991-05-11", "date-order"),
    ],
)
def test_a_draft_that_would_confuse_others_is_an_error(
    tmp_path: Path, old: str, new: str, code: str
):
    """Ids, names and the order of a file hold for drafts too."""
    text = (copy_sample(tmp_path) / EVENTS).read_text(encoding="utf-8")
    above, draft = text.split("- id: plans-of-the-mayor")
    changed = ("- id: plans-of-the-mayor" + draft).replace(old, new)
    (tmp_path / EVENTS).write_text(above + changed, encoding="utf-8")
    timeline, _ = read_timeline(tmp_path)

    assert [code] == codes(check_timeline(timeline))


def test_a_draft_does_not_use_a_passage(tmp_path: Path):
    """What only a draft cites is not reported to readers."""
    problems = check_changed(tmp_path, (EVENTS, "kind: concession", "kind: vote\n  status: draft"))

    assert ["unused-passage"] == codes(problems)
    assert any("cited only by a draft" in problem.message for problem in problems)


def test_problems_are_sorted_by_file_and_line(tmp_path: Path):
    """Whatever check finds them, they are told in the order of the files."""
    problems = check_changed(
        tmp_path,
        ("content/site.yaml", "1,204", "1,205"),
        (EVENTS, "1,204 votes.[@a1]", "1,209 votes.[@a1]"),
        (EVENTS, "parties: [lantern, league]", "parties: [lanterns, league]"),
        (EVENTS, "quotation: had 52.4 per cent", "quotation: had 52.5 per cent"),
    )

    errors = [problem for problem in problems if problem.severity == "error"]
    assert errors == sorted(errors)
    assert [
        (EVENTS, "number-not-in-passage"),
        (EVENTS, "unknown-party"),
        (EVENTS, "quotation-not-in-passage"),
        ("content/site.yaml", "number-not-in-passage"),
    ] == [(problem.place.file, problem.code) for problem in errors]


def test_a_mistake_in_two_checks_is_told_once():
    """A timeline with drafts is checked twice; what is wrong with the rest is told once."""
    timeline = sample_timeline()
    bad = make(Event, event_text(body="Lamps are lit."))

    problems = check_timeline(replace(timeline, events=(*timeline.events, bad)))

    assert len(problems) == len(set(problems))
    assert 1 == codes(problems).count("sentence-without-citation")


def test_an_unknown_passage_explains_unused_ones(tmp_path: Path):
    """A slip in a citation is one complaint, not two."""
    problems = check_changed(tmp_path, (EVENTS, "passage: 4", "passage: 44"))

    assert ["unknown-passage"] == codes(problems)


def test_an_unknown_source_explains_unused_passages(tmp_path: Path):
    """A slip in a source's name is one complaint, not several."""
    problems = check_changed(
        tmp_path,
        (
            EVENTS,
            "source: alder-gazette-1991-05-13\n      passage: 4",
            "source: x\n      passage: 4",
        ),
    )

    assert ["unknown-source"] == codes(problems)


def test_something_left_out_explains_unused_passages(tmp_path: Path):
    """An event that cannot be read is not blamed for what it cites."""
    problems = check_changed(tmp_path, (EVENTS, "kind: concession", "kind: retreat"))

    assert ["unknown-value"] == codes(problems)


def test_a_file_that_cannot_be_read_explains_what_is_absent(tmp_path: Path):
    """Nobody knows what it holds, so nothing is called unknown, unused, missing or stray."""
    problems = check_changed(
        tmp_path, ("content/people.yaml", "- id: mara-venn", "- id: 'mara-venn")
    )

    assert ["yaml-syntax"] == codes(problems)
