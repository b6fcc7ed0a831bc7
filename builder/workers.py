"""Pieces of work -> their results, by several processes where the system can copy itself.

Takes pieces and what to do with one; gives a result for each, in their order. Law: however many
processes share the work, and whatever becomes of them, the results are the same.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple, TypeVar

Piece = TypeVar("Piece")
Result = TypeVar("Result")

MOST_WORKERS = 8
_TICKET = 4
"""Bytes of a ticket."""


class Tickets(NamedTuple):
    """The numbers of pieces: whoever draws one does that piece, and nobody else.

    They lie in a file in memory. Processes that a fork made share the place where they read in
    it, and the system lets one read at a time (open(2), "open file description"; read(2), "BUGS").
    """

    file: int

    @classmethod
    def print(cls, count: int) -> Tickets:
        """Return the tickets for so many pieces."""
        file = os.memfd_create("tickets")
        os.write(file, b"".join(number.to_bytes(_TICKET, "big") for number in range(count)))
        os.lseek(file, 0, os.SEEK_SET)
        return cls(file)

    def draw(self) -> Iterator[int]:
        """Yield one after another until there are no more."""
        while ticket := os.read(self.file, _TICKET):
            yield int.from_bytes(ticket, "big")


class Helper(NamedTuple):
    """A process that takes part in the work, and the pipe in which it says what it did."""

    process: int
    pipe: int


def count_workers() -> int:
    """Return how many processes can work at the same time on this machine."""
    if not sys.platform.startswith("linux"):  # elsewhere each would have to read everything again
        return 1
    return min(len(os.sched_getaffinity(0)), MOST_WORKERS)


def share(pieces: Sequence[Piece], do: Callable[[Piece], Result], workers: int = 1) -> list[Result]:
    """Return what *do* makes of each piece; *workers* processes take the next one in turn.

    Put the largest piece first. A process that dies costs time only: the first one does what it
    had drawn, and meets the reason itself, if there is one.
    """
    if workers < 2 or len(pieces) < 2:
        return [do(piece) for piece in pieces]
    tickets = Tickets.print(len(pieces))
    helpers = [_start(pieces, do, tickets) for _ in range(workers - 1)]
    try:
        done = {number: do(pieces[number]) for number in tickets.draw()}
    finally:
        os.ftruncate(tickets.file, 0)  # if that failed, nobody goes on
        answers: list[dict[int, Result]] = [_finish(helper) for helper in helpers]
        os.close(tickets.file)
    for answer in answers:
        done |= answer
    return [done[at] if at in done else do(piece) for at, piece in enumerate(pieces)]


def begin(do: Callable[[], Result], workers: int = 1) -> Callable[[], Result]:
    """Have another process do something meanwhile; return what waits for its result.

    With one worker it is done when it is asked for.
    """
    if workers < 2:
        return do
    tickets = Tickets.print(1)
    helper = _start([do], lambda piece: piece(), tickets)

    def finish() -> Result:
        answer: dict[int, Result] = _finish(helper)
        os.close(tickets.file)
        return answer[0] if answer else do()

    return finish


def _start(pieces: Sequence[Piece], do: Callable[[Piece], Result], tickets: Tickets) -> Helper:
    """Return another process that draws tickets, and will say what it did."""
    here, there = os.pipe()
    first = os.getpid()
    process = os.fork()
    if process:
        os.close(there)  # so that its end is heard here
        return Helper(process, here)
    try:
        os.close(here)
        done = {number: do(pieces[number]) for number in _while_child_of(first, tickets.draw())}
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
