"""Pieces of work -> their results, by several processes where the system can copy itself.

Takes pieces and what to do with one; gives a result for each, in their order. Law: however many
processes share the work, and whatever becomes of them, the results are the same.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import chain, takewhile
from typing import NamedTuple, TypeVar

Piece = TypeVar("Piece")
Result = TypeVar("Result")

MOST_WORKERS = 8
_TICKET = 4
"""Bytes of a ticket."""


class Tickets(NamedTuple):
    """The numbers of pieces: whoever draws one does that piece, and nobody else.

    They lie in a file in memory. Processes that a fork made share the place where they read in
    it, and Linux lets one read at a time (open(2), "open file description"; read(2), "BUGS").
    """

    file: int

    @classmethod
    def print(cls, numbers: Iterable[int]) -> Tickets:
        """Return the tickets for the pieces with these numbers."""
        made = os.memfd_create("tickets")
        os.write(made, b"".join(number.to_bytes(_TICKET, "big") for number in numbers))
        # Only what open(2) opened is read by one at a time: measured, two processes at times draw
        # the same tickets from what memfd_create(2) gives.
        file = os.open(f"/proc/self/fd/{made}", os.O_RDWR)
        os.close(made)
        return cls(file)

    def draw(self) -> Iterator[int]:
        """Yield one after another until there are no more."""
        while ticket := os.read(self.file, _TICKET):
            yield int.from_bytes(ticket, "big")

    def withdraw(self) -> None:
        """Leave none to be drawn."""
        os.ftruncate(self.file, 0)


class Helper(NamedTuple):
    """A process that takes part in the work, and the pipe in which it says what it did."""

    process: int
    pipe: int


def count_workers() -> int:
    """Return how many processes can work at the same time on this machine."""
    if not sys.platform.startswith("linux"):  # elsewhere each would have to read everything again
        return 1
    return min(len(os.sched_getaffinity(0)), MOST_WORKERS)


def share(
    pieces: Sequence[Piece], do: Callable[[Piece], Result], workers: int = 1, middle: int = 0
) -> list[Result]:
    """Return what *do* makes of each piece; *workers* processes take the next one in turn.

    Every other process begins with the piece *middle*, and comes last to those before it. Put on
    either side what needs the same preparation, the largest piece first. A process that dies, or
    cannot be had, costs time only: the first one does what it had drawn, and meets the reason
    itself, if there is one.
    """
    if workers < 2 or len(pieces) < 2:
        return [do(piece) for piece in pieces]
    piles = [Tickets.print(range(middle)), Tickets.print(range(middle, len(pieces)))]
    mine, *others = [_draw_all(piles[::-1] if at % 2 else piles) for at in range(workers)]
    helpers = _start(others, pieces, do)
    try:
        done = {number: do(pieces[number]) for number in mine}
    finally:
        for pile in piles:
            pile.withdraw()  # if that failed, nobody goes on
        answers: list[dict[int, Result]] = [_finish(helper) for helper in helpers]
        for pile in piles:
            os.close(pile.file)
    for answer in answers:
        done |= answer
    return [done[at] if at in done else do(piece) for at, piece in enumerate(pieces)]


def _draw_all(piles: Sequence[Tickets]) -> Iterator[int]:
    """Yield what is left of one pile after the other."""
    return chain.from_iterable(pile.draw() for pile in piles)


@contextmanager
def meanwhile(do: Callable[[], Result], workers: int = 1) -> Iterator[Callable[[], Result]]:
    """Have another process do something; give what waits for its result.

    With one worker it is done when it is asked for. After the block nobody is at it any more.
    """
    helpers = _start([iter([0])] if workers > 1 else [], [do], lambda piece: piece())

    def finish() -> Result:
        answer: dict[int, Result] = _finish(helpers.pop()) if helpers else {}
        return answer[0] if answer else do()

    try:
        yield finish
    finally:
        for helper in helpers:  # its result is not wanted any more
            _finish(helper)


def _start(
    drawn: Sequence[Iterator[int]], pieces: Sequence[Piece], do: Callable[[Piece], Result]
) -> list[Helper]:
    """Return a process for each way to draw numbers of pieces, or as many as the system grants."""
    helpers = []
    with suppress(OSError):
        for numbers in drawn:
            helpers.append(_fork(numbers, pieces, do))
    return helpers


def _fork(numbers: Iterator[int], pieces: Sequence[Piece], do: Callable[[Piece], Result]) -> Helper:
    """Return another process, which will say what it did of the pieces with these *numbers*."""
    first = os.getpid()
    here, there = os.pipe()
    try:
        process = os.fork()
    except OSError:
        os.close(here)
        os.close(there)
        raise
    if process:
        os.close(there)  # so that its end is heard here
        return Helper(process, here)
    try:
        os.close(here)
        done = {number: do(pieces[number]) for number in _while_child_of(first, numbers)}
        with os.fdopen(there, "wb") as pipe:
            pickle.dump(done, pipe, pickle.HIGHEST_PROTOCOL)
    except BaseException:  # the first process does it again and tells what happened
        os._exit(1)
    os._exit(0)


def _while_child_of(first: int, numbers: Iterator[int]) -> Iterator[int]:
    """Yield the numbers as long as somebody is there to listen."""
    return takewhile(lambda _number: os.getppid() == first, numbers)


def _finish(helper: Helper) -> dict[int, Result]:
    """Return what another process did; nothing if it came to an end before."""
    try:
        with os.fdopen(helper.pipe, "rb") as pipe:
            done: dict[int, Result] = pickle.load(pipe)
    except (EOFError, OSError, pickle.UnpicklingError):
        done = {}
    os.waitpid(helper.process, 0)
    return done
