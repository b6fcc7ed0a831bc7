"""A new event or person: written, judged, and put in its place.

Takes an editor's answers and the timeline; gives the change that a file needs, or why there can
be none, each reason with the flag that it is about. Law: what a command writes never breaks a
build; the checks that read the content later judge the draft now.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from builder.checks.all_checks import check_timeline
from builder.editing.answers import Answers
from builder.editing.drafts import write_event, write_person
from builder.editing.insertion import insert_item
from builder.editing.proposals import Cite, find_cites
from builder.editing.save import Change, Refusal
from builder.editing.schemas import schema_line
from builder.models.content import Cited, Event, Person
from builder.models.validate import validate_item
from builder.reading.timeline import Timeline
from builder.reports.diagnostics import Diagnostic, Place, has_errors
from builder.text.decoding import refuse_characters
from builder.text.located_yaml import Mapping as Typed
from builder.text.located_yaml import Sequence, parse_yaml
from builder.text.yaml_text import scalar

PEOPLE = "content/people.yaml"
EVENTS = "content/events"
MODELINE = f"{schema_line('content/events/new.yaml')}\n"
_DRAFT = "the draft"

ReadBytes = Callable[[str], bytes | None]
"""Returns what a file of the project holds, None if there is no such file."""

Item = TypeVar("Item", bound=Cited)


@dataclass(frozen=True)
class Written:
    """What a command is about to write, or why it writes nothing; what it tells the editor."""

    changes: tuple[Change, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    message: str = ""


def new_event(answers: Answers, timeline: Timeline, read: ReadBytes) -> Written:
    """Return the change that puts a draft into the file where its date belongs."""
    cites, refusals = _understand(answers, timeline)
    text = "" if refusals else write_event(answers, cites, timeline)
    event, refusals = (None, refusals) if refusals else _judge(text, Event, timeline, EVENT_FLAGS)
    if event is None:
        return Written(refusals=refusals)
    file, before = find_file(timeline.events, event.date.first)
    if file is None:
        file = f"{EVENTS}/{event.date.first.year}.yaml"
        change: Change | None = Change(file, None, f"{MODELINE}{text}".encode())
    else:
        change = _insert(file, read(file), text, before)
    remedy = "Write it there; 'python build.py check' says what its evidence still lacks."
    return _announce("draft", event.id, file, change, remedy)


def new_person(answers: Answers, timeline: Timeline, read: ReadBytes) -> Written:
    """Return the change that puts a person at the end of those who are there."""
    cites, refusals = _understand(answers, timeline)
    text = "" if refusals else write_person(answers, cites, timeline)
    person, refusals = (
        (None, refusals) if refusals else _judge(text, Person, timeline, PERSON_FLAGS)
    )
    if person is None:
        return Written(refusals=refusals)
    change = _insert(PEOPLE, read(PEOPLE), text, None)
    remedy = "Add the forms of the name that the articles use, as variants."
    return _announce("person", person.id, PEOPLE, change, remedy)


EVENT_FLAGS = {"citations": "cite"}
PERSON_FLAGS = {"citations": "cite", "body": "says", "sort_name": "sort-name"}
"""The flags that are not called as the key that they fill."""


def _understand(answers: Answers, timeline: Timeline) -> tuple[list[Cite], tuple[Refusal, ...]]:
    """Return the passages that are cited, and every answer that is no text or no passage."""
    typed = ((flag, text) for flag, texts in answers.items() for text in texts)
    refusals = tuple(refusal for flag, text in typed for refusal in refuse_as_text(flag, text))
    cites = find_cites(answers.get("cite", ()), timeline)
    if isinstance(cites, Refusal):
        return [], (*refusals, cites)
    return cites, refusals


def refuse_as_text(flag: str, text: str) -> list[Refusal]:
    """Return why *text* cannot stand in a file of text."""
    if any("\ud800" <= character <= "\udfff" for character in text):
        return [Refusal(f"--{flag}", "this is not UTF-8 text", "Type it anew.")]
    line = " ".join(text.split())
    return [Refusal(f"--{flag}", d.message, d.hint) for d in refuse_characters(Place(flag), line)]


def _judge(
    text: str, model: type[Item], timeline: Timeline, flags: Mapping[str, str]
) -> tuple[Item | None, tuple[Refusal, ...]]:
    """Return the item that *text* holds if it can join the timeline, else every reason why not."""
    items, problems = parse_yaml(_DRAFT, text.encode())
    typed = items[0] if isinstance(items, Sequence) else None
    item: Item | None = None
    if isinstance(typed, Typed):
        item, problems = validate_item(model, typed, typed.span.place)
    if item is not None:
        problems = _new_problems(timeline, _with(timeline, item))
    if not has_errors(problems):
        return item, ()
    wrong = [problem for problem in problems if problem.severity == "error"]
    keys = typed if isinstance(typed, Typed) else None
    return None, tuple(dict.fromkeys(_about(problem, keys, flags) for problem in wrong))


def _new_problems(before: Timeline, after: Timeline) -> list[Diagnostic]:
    """Return what is wrong *after* and was not so *before*, in the draft or elsewhere.

    A passage that nothing cites stays uncited as long as only a draft does.
    """
    # The remedy for an unknown name lists the known ones, so that it may change.
    known = {replace(problem, hint="") for problem in check_timeline(before)}
    found = (p for p in check_timeline(after) if replace(p, hint="") not in known)
    return [problem for problem in found if problem.code != "unused-passage"]


def _with(timeline: Timeline, item: Cited) -> Timeline:
    if isinstance(item, Event):
        return replace(timeline, events=(*timeline.events, item))
    if isinstance(item, Person):
        return replace(timeline, people=(*timeline.people, item))
    raise TypeError(f"nothing makes a {type(item).__name__}")


def _about(problem: Diagnostic, typed: Typed | None, flags: Mapping[str, str]) -> Refusal:
    """Return a complaint about the draft as one about the flag that gave the words."""
    if problem.place.file != _DRAFT:
        return Refusal(str(problem.place), problem.message, problem.hint)
    spans = typed.keys_at.items() if typed else ()
    above = [key for key, span in spans if span.place.line <= problem.place.line]
    key = above[-1] if above else "title"
    return Refusal(f"--{flags.get(key, key)}", problem.message, problem.hint)


# ---- where it goes -------------------------------------------------------------------------


def find_file(events: Iterable[Event], day: date) -> tuple[str | None, int | None]:
    """Return the file whose events are nearest in time to *day*, and where in it *day* belongs.

    That is the line on which the first later event begins; None if there is no later one.
    """
    files: dict[str, list[Event]] = {}
    for event in sorted(events, key=lambda event: event.position):
        files.setdefault(event.position[0], []).append(event)
    if not files:
        return None, None
    nearest = min(files, key=lambda file: (_distance(files[file], day), file))
    later = (event.place.line for event in files[nearest] if event.date.first > day)
    return nearest, next(later, None)


def _distance(events: list[Event], day: date) -> int:
    """Return how many days *day* lies outside the span of *events*."""
    days = [event.date.first for event in events]
    return max((min(days) - day).days, (day - max(days)).days, 0)


def _insert(file: str, data: bytes | None, text: str, before: int | None) -> Change | None:
    changed = insert_item(file, data or b"", text, before)
    return None if changed is None else Change(file, data, changed)


def _announce(noun: str, name: str, file: str, change: Change | None, remedy: str) -> Written:
    """Return the change with what the editor is told of it."""
    if change is None:
        hint = "Mend what 'python build.py check' says of it, or write the item by hand."
        return Written(refusals=(Refusal(file, f"nothing can be put into it: {name}", hint),))
    lines = change.after.decode("utf-8").splitlines()
    line = next(at for at, text in enumerate(lines, 1) if text.strip() == f"- id: {scalar(name)}")
    return Written((change,), (), f"Wrote the {noun} '{name}' into {file}:{line}.\n{remedy}")
