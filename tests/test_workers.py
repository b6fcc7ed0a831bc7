"""However many processes share a work, and whatever becomes of them, the results are the same."""

import errno
import os
import signal
from pathlib import Path

import pytest

from builder.workers import Tickets, count_workers, meanwhile, share

FIRST = os.getpid()


@pytest.mark.parametrize("workers", [1, 2, 3, 8])
@pytest.mark.parametrize("count", [0, 1, 2, 500])
def test_the_results_are_in_the_order_of_the_pieces(workers: int, count: int):
    """Whoever did which."""
    assert [2 * piece for piece in range(count)] == share(range(count), lambda n: 2 * n, workers)


def test_another_process_takes_part():
    """The first one's first piece lasts until the other has done one."""
    done_elsewhere, tell = os.pipe()

    def do(piece: int) -> int:
        if os.getpid() != FIRST:
            os.write(tell, b"!")
        elif piece == 0:
            os.read(done_elsewhere, 1)
        return os.getpid()

    assert 2 == len(set(share(range(40), do, 2)))


@pytest.mark.parametrize("how", ["exit", "kill", "raise"])
def test_what_a_dying_process_had_drawn_is_done_by_the_first(how: str):
    """Nothing is lost with it, whatever it dies of."""

    def die_elsewhere(piece: int) -> int:
        if os.getpid() != FIRST and piece > 5:
            if how == "raise":
                raise RuntimeError
            if how == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            os._exit(0)
        return piece

    assert list(range(200)) == share(range(200), die_elsewhere, 3)


def test_our_own_mistake_is_raised():
    """As it would be without another process."""
    with pytest.raises(ZeroDivisionError):
        share([1, 2, 0, 3], lambda piece: 1 / piece, 2)


def test_a_machine_has_at_least_one_worker():
    """Whatever else it can do."""
    assert 1 <= count_workers() <= 8


@pytest.mark.parametrize("workers", [1, 2])
def test_something_is_done_meanwhile(workers: int):
    """In another process if there is one; else when it is asked for."""
    with meanwhile(os.getpid, workers) as finish:
        assert (workers == 1) == (finish() == FIRST)


@pytest.mark.parametrize("workers", [1, 2, 3, 8])
@pytest.mark.parametrize("middle", [0, 1, 250, 500])
def test_the_results_are_the_same_wherever_the_others_begin(workers: int, middle: int):
    """In the order of the pieces, each of which is done."""
    assert [*range(500)] == share(range(500), lambda piece: piece, workers, middle)


def test_every_other_process_begins_in_the_middle():
    """The first piece of either half lasts until that of the other has begun."""
    pipes = {0: os.pipe(), 2: os.pipe()}

    def do(piece: int) -> int:
        if piece in pipes:
            os.write(pipes[piece][1], b"!")
            os.read(pipes[2 - piece][0], 1)
        return os.getpid()

    done_by = share(range(4), do, 2, middle=2)

    assert FIRST == done_by[0] != done_by[2]


def test_what_died_meanwhile_is_done_in_the_end():
    """By whoever waited for it."""
    with meanwhile(lambda: FIRST if os.getpid() == FIRST else os._exit(9), 2) as finish:
        assert finish() == FIRST


def test_nobody_is_at_it_when_the_work_failed():
    """Whatever it would have written is written by then, and no process is left behind."""
    before = children()

    with pytest.raises(ZeroDivisionError), meanwhile(lambda: bytes(1_000_000), 2):
        raise ZeroDivisionError

    assert before == children()


def test_no_ticket_is_drawn_twice():
    """However often two processes ask for the next one at the same time."""
    tickets = Tickets.print(range(100_000))

    drawn = share(range(2), lambda _piece: sum(1 for _ in tickets.draw()), 2)

    assert 100_000 == sum(drawn)


def test_a_system_without_room_for_processes_costs_time_only(monkeypatch: pytest.MonkeyPatch):
    """The first one does it all, and leaves no file open."""
    monkeypatch.setattr("os.fork", refuse)
    before = open_files()

    assert list(range(9)) == share(range(9), lambda piece: piece, 3)
    with meanwhile(lambda: 7, 2) as finish:
        assert finish() == 7
    assert before == open_files()


def children() -> set[str]:
    """The processes of this one, ended or not; other tests have a browser."""
    lists = Path("/proc/self/task").glob("*/children")
    return {child for listed in lists for child in listed.read_text().split()}


def open_files() -> int:
    """How many this process has."""
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def refuse() -> int:
    """Say what fork says where there are too many processes."""
    raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
