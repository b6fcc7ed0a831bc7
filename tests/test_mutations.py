"""Whatever is changed in the evidence of any event, the check notices and names the line.

Every event of the real content, every digit of every figure, every word of every quotation,
every marker. Each mutated event is checked alone, with all sources as its witnesses.
"""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from builder.checks.all_checks import EVIDENCE_CHECKS
from builder.checks.copying import quotations_stay_within_budget, words_are_our_own
from builder.models.content import Event
from builder.models.validate import validate_item
from builder.reading.project import read_timeline
from builder.reading.timeline import Timeline
from builder.reports.diagnostics import Diagnostic
from builder.text.located_yaml import Sequence, parse_yaml
from builder.text.markup import MARKER
from tests.projects import ROOT

TIMELINE, _ = read_timeline(ROOT)
CHECKS = set(EVIDENCE_CHECKS) - {words_are_our_own, quotations_stay_within_budget}
"""What looks at single events."""
BLOCKS = {
    match[1]: (path, text.count("\n", 0, match.start()), match[0])
    for path in sorted((ROOT / "content/events").glob("*.yaml"))
    for text in [path.read_text(encoding="utf-8")]
    for match in re.finditer(r"^- id: (\S+)\n(?:.*\n)*?(?=^- id: |\Z)", text, re.MULTILINE)
}
"""The text of each event, with its file and the number of lines above it."""


def check_block(path: Path, lines_above: int, block: str) -> list[Diagnostic]:
    """What is wrong with one event, read from its text at its own place in its file."""
    file = path.relative_to(ROOT).as_posix()
    value, problems = parse_yaml(file, ("\n" * lines_above + block).encode())
    assert not problems
    assert isinstance(value, Sequence)
    event, problems = validate_item(Event, value[0], value.items_at[0].place)
    if event is None:
        return problems
    alone: Timeline = replace(TIMELINE, site=None, people=(), races=TIMELINE.races, events=(event,))
    checked = (item for check in CHECKS for item in check(alone))
    return [item for item in checked if item.place.file == file]


def names_line(found: list[Diagnostic], line: int) -> bool:
    """Whether a complaint is at *line*, or its remedy points there (at most three lines wide)."""
    for item in found:
        lines = [int(n) for n in re.findall(r"(?:\blines? |and )(\d+)", item.hint)]
        if item.place.line == line or (
            lines and max(lines) - min(lines) < 3 and min(lines) <= line <= max(lines)
        ):
            return True
    return False


def parts_with_figures(block: str) -> list[tuple[int, int]]:
    """Where the title, the body and the quotations of an event stand in its text."""
    pattern = r"^  title: .*\n|^  body: (?:.*\n)+?(?=  \w)|^      quotation: .*\n"
    return [match.span() for match in re.finditer(pattern, block, re.MULTILINE)]


@pytest.mark.parametrize("name", BLOCKS)
def test_the_event_itself_holds(name: str):
    """Alone and unchanged, an event has nothing wrong with it."""
    assert [] == check_block(*BLOCKS[name])


@pytest.mark.parametrize("name", BLOCKS)
def test_a_changed_digit_is_noticed(name: str):
    """No digit of a figure can become another one."""
    path, above, block = BLOCKS[name]
    unnoticed = []
    for start, end in parts_with_figures(block):
        markers = [m.span() for m in MARKER.finditer(block)]
        for digit in re.finditer(r"\d", block[start:end]):
            at = start + digit.start()
            if any(first <= at < last for first, last in markers):
                continue
            for other in "0123456789".replace(digit[0], ""):
                mutated = block[:at] + other + block[at + 1 :]
                line = above + block.count("\n", 0, at) + 1
                if not names_line(check_block(path, above, mutated), line):
                    unnoticed.append((line, digit[0], other))

    assert [] == unnoticed


@pytest.mark.parametrize("name", BLOCKS)
def test_a_changed_letter_of_a_quotation_is_noticed(name: str):
    """No word of a quotation can be misspelt by one letter."""
    path, above, block = BLOCKS[name]
    unnoticed = []
    for quotation in re.finditer(r"(?<=      quotation: ).*", block):
        for letter in re.finditer(r"(?<![^\W\d_])[^\W\d_]", quotation[0]):
            at = quotation.start() + letter.start()
            mutated = block[:at] + ("x" if letter[0] != "x" else "y") + block[at + 1 :]
            line = above + block.count("\n", 0, at) + 1
            if not names_line(check_block(path, above, mutated), line):
                unnoticed.append((line, quotation[0]))

    assert [] == unnoticed


@pytest.mark.parametrize("name", BLOCKS)
def test_a_deleted_marker_is_noticed(name: str):
    """No marker can be lost."""
    path, above, block = BLOCKS[name]
    unnoticed = []
    for marker in MARKER.finditer(block):
        mutated = block[: marker.start()] + block[marker.end() :]
        line = above + block.count("\n", 0, marker.start()) + 1
        if not names_line(check_block(path, above, mutated), line):
            unnoticed.append((line, marker[0]))

    assert [] == unnoticed


def test_every_event_is_mutated():
    """The test covers all events of the timeline."""
    assert {event.id for event in TIMELINE.events} == set(BLOCKS)
