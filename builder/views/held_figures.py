"""Which number of a sentence is which figure.

Takes a text with its citations; gives it back with every figure held between two characters
that nobody can type, so that it is found again in the HTML. Law: a number is a figure only if a
passage cited in its sentence gives it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from builder.checks.figures import figures_shown
from builder.models.content import Cited
from builder.models.figures import Figure
from builder.reading.timeline import Timeline
from builder.text.markup import Sentence, split_sentences
from builder.text.words import Number
from builder.views.wording import Wording

OPEN, MIDDLE, CLOSE, SPACE = "\ue002", "\ue003", "\ue004", "\ue005"
HELD_FIGURE = re.compile(f"{OPEN}([^{MIDDLE}]*){MIDDLE}([^{CLOSE}]*){CLOSE}")


def hold_figures(timeline: Timeline, item: Cited) -> str:
    """Return the body of *item* with each number that is a figure held with the figure's id."""
    if not timeline.figures:
        return item.body
    held = _held(timeline)
    if id(item) not in held:
        held[id(item)] = item, _hold_all(timeline.figures_of, item)
    return held[id(item)][1]


@lru_cache(maxsize=2)
def _held(timeline: Timeline) -> dict[int, tuple[Cited, str]]:
    """Return what was held before, for many pages show it: by the id() of the item kept with it."""
    return {}


def _hold_all(held: dict[tuple[str, int], list[Figure]], item: Cited) -> str:
    body, done = item.body, 0
    for sentence in split_sentences(item.body):
        at = body.index(sentence.typed, done)
        typed = _hold(sentence, figures_shown(item, sentence, held))
        body = body[:at] + typed + body[at + len(sentence.typed) :]
        done = at + len(typed)
    return body


def _hold(sentence: Sentence, shown: list[tuple[Number, Figure]]) -> str:
    typed = sentence.typed
    for number, figure in reversed(shown):
        end = number.start + len(number.typed)
        # Without spaces a number of two words is not parted where the last word is kept apart.
        words = SPACE.join(number.typed.split())
        held = f"{OPEN}{figure.id}{MIDDLE}{words}{CLOSE}"
        typed = typed[: number.start] + held + typed[end:]
    return typed


def describe_figure(figure: Figure, timeline: Timeline, wording: Wording) -> str:
    """Return status, date and origin of a figure in one line."""
    return wording.say(
        "figure.description",
        measure=wording.say(f"measure.{figure.measure}"),
        status=wording.say(f"status.{figure.status}"),
        when=wording.when(figure.as_of).text,
        origin=timeline.origin[figure.origin],
    )
