"""What an editor answers when something new is wanted, from flags or asked for one by one.

Takes the flags that were given and, at a terminal, a function that asks; gives all answers, or
the first flag that is missing. Law: who gives every flag that is needed is never asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from builder.editing.save import Refusal
from builder.reports.diagnostics import did_you_mean
from builder.text.dates import BadDateError, parse_date

Ask = Callable[[str], str]
"""Shows a question and returns the line that was typed; ``input`` is one."""

Complain = Callable[[str], str]
"""Returns what is wrong with an answer, or an empty text."""


def _accept(_typed: str) -> str:
    return ""


@dataclass(frozen=True)
class Question:
    """One thing to know: its flag, how it is asked for, and what cannot be an answer."""

    flag: str
    text: str
    complain: Complain = _accept
    is_needed: bool = True
    is_list: bool = False

    def split(self, typed: str) -> tuple[str, ...]:
        """Return the answers that one line holds."""
        answers = typed.replace(",", " ").split() if self.is_list else [typed.strip()]
        return tuple(answer for answer in answers if answer)


Answers = Mapping[str, tuple[str, ...]]
"""What was answered, by flag; nothing where nothing was."""


def read_flags(flags: Mapping[str, object]) -> Answers:
    """Return the flags that were given, each with its answers, as ``vars`` of a namespace."""
    typed = {name.replace("_", "-"): value for name, value in flags.items()}
    several = {name: (v,) if isinstance(v, str) else v for name, v in typed.items()}
    return {name: tuple(v) for name, v in several.items() if isinstance(v, list | tuple)}


def complete(
    given: Answers, questions: Iterable[Question], ask: Ask | None
) -> tuple[Answers, list[Refusal]]:
    """Return *given* with what was missing asked for, or the flags that nobody was there to ask."""
    questions = tuple(questions)
    missing = [q for q in questions if q.is_needed and not given.get(q.flag)]
    if not missing:
        return given, []
    if ask is None:
        return given, [Refusal(f"--{q.flag}", "this is needed", f"{q.text}.") for q in missing]
    asked = {q.flag: _ask(q, ask) for q in questions if not given.get(q.flag)}
    return {**given, **asked}, []


def _ask(question: Question, ask: Ask) -> tuple[str, ...]:
    """Return what is answered, asking again until it is an answer."""
    ending = ": " if question.is_needed else " (Enter for none): "
    complaint = ""
    while True:
        answers = question.split(ask(f"{complaint}{question.text}{ending}"))
        wrong = [words for answer in answers if (words := question.complain(answer))]
        if not wrong and (answers or not question.is_needed):
            return answers
        complaint = f"  {wrong[0]}\n" if wrong else "  This is needed.\n"


def one_of(names: Iterable[str]) -> Complain:
    """Return a complaint about everything but *names*."""
    known = tuple(names)

    def complain(typed: str) -> str:
        return "" if typed in known else f"{typed!r} is not known. {did_you_mean(typed, known)}"

    return complain


def not_a_date(typed: str) -> str:
    """Return why *typed* is no date."""
    try:
        parse_date(typed)
    except BadDateError as error:
        return f"{error}."
    return ""
