"""Which part of an old text became which part of a new one.

Takes two texts, or two lists of them; gives their likeness, pairs, and runs of words. Built on
difflib. Law: equal texts in the same order are paired, and the order of both sides is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher

Pair = tuple[int | None, int | None]
"""Indexes of an old text and of what it became; None where there was or is none."""

SAME = 0.5
"""From which likeness on two sentences count as one that was changed."""


def likeness(old: str, new: str, enough: float = 0) -> float:
    """Return how alike two texts are, word by word: 0 nothing in common, 1 the same.

    What is surely less than *enough* counts as 0, which is much sooner known.
    """
    matcher = SequenceMatcher(None, old.split(), new.split(), autojunk=False)
    if matcher.real_quick_ratio() < enough or matcher.quick_ratio() < enough:
        return 0
    return matcher.ratio()


def align(
    old: Sequence[str], new: Sequence[str], is_same: Callable[[int, int], bool]
) -> Iterator[Pair]:
    """Yield which of *old* became which of *new*, in the order of both.

    Of texts that are not equal *is_same* decides, by their indexes.
    """
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        here, there = range(start, end), range(new_start, new_end)
        if tag == "equal":
            yield from zip(here, there, strict=True)
        else:
            yield from _pair(here, there, is_same)


def _pair(here: range, there: range, is_same: Callable[[int, int], bool]) -> Iterator[Pair]:
    """Pair each text with the next that is the same; what is left over was added or removed."""
    done = there.start
    for at in here:
        left = range(done, there.stop)
        found = next((to for to in left if is_same(at, to)), None)
        if found is None:
            yield at, None
            continue
        yield from ((None, to) for to in range(done, found))
        yield at, found
        done = found + 1
    yield from ((None, to) for to in range(done, there.stop))


def split_changes(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Yield runs of words as (old, new): the same twice where nothing has changed.

    Two texts that have little in common are one run: nobody can read the scraps of both.
    """
    before, after = old.split(), new.split()
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < SAME:
        yield " ".join(before), " ".join(after)
        return
    for _tag, start, end, new_start, new_end in matcher.get_opcodes():
        yield " ".join(before[start:end]), " ".join(after[new_start:new_end])
