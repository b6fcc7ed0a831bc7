"""What ``new`` is asked for -> what it writes.

Takes the words of the command line, the timeline and, at a terminal, a function that asks; gives
what is to be written, or why nothing is. Law: nothing is written before everything is known.
"""

from __future__ import annotations

from argparse import Namespace

from builder.editing.answers import Answers, Ask, complete, read_flags
from builder.editing.drafts import questions_on_event, questions_on_person
from builder.editing.record_scaffold import QUESTIONS, new_source
from builder.editing.save import Refusal
from builder.editing.scaffold import ReadBytes, Written, new_event, new_person
from builder.reading.timeline import Timeline

ASKED_FLAGS = {
    "event": ("title", "date", "kind", "shore", "race", "people", "body", "id", "cite"),
    "person": ("name", "sort_name", "says", "id", "cite"),
    "source": ("publisher", "date", "id"),
}
"""The flags that answer something, for each kind of new thing."""


def make_new(asked: Namespace, timeline: Timeline, read: ReadBytes, ask: Ask | None) -> Written:
    """Return what is to be written for the command ``new``."""
    questions = {
        "event": questions_on_event(timeline),
        "person": questions_on_person(timeline),
        "source": QUESTIONS,
    }[asked.thing]
    flags = {name: getattr(asked, name) for name in ASKED_FLAGS[asked.thing]}
    answers, refusals = complete(read_flags(flags), questions, ask)
    if refusals:
        return Written(refusals=tuple(refusals))
    if asked.thing == "event":
        return new_event(answers, timeline, read)
    if asked.thing == "person":
        return new_person(answers, timeline, read)
    return _make_source(asked, answers, timeline, read)


def _make_source(
    asked: Namespace, answers: Answers, timeline: Timeline, read: ReadBytes
) -> Written:
    """Return what is to be written for an article, whose file may lie anywhere."""
    data = read(str(asked.file.resolve()))
    if data is None:
        refusal = Refusal(str(asked.file), "this file cannot be read", "Check its name.")
        return Written(refusals=(refusal,))
    return new_source(str(asked.file), data, answers, timeline, read)
