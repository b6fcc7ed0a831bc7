"""Builds in children that something happens to: run as a program, so that nothing else suffers.

`python -m tests.faults.nursery FOLDER SEED KILLS` builds a small site there again and again, the
old and the new in turn, and kills each build: most at a call to the system that was drawn by
lot, the rest after a time that was. Prints what it found as JSON. The sample has templates that
print a title, which stand in for slow ones.
"""

import json
import os
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from random import Random

from build import main
from builder.publishing import build
from builder.rendering import make
from tests.projects import ROOT, copy_sample
from tests.test_write import files_in

EVENTS = "content/events/1991.yaml"
TITLES = ("Reeve concedes", "Reeve gives up")
BY_TIME = 4
"""One build in so many is killed after a time, also in the middle of a call to the system."""
WATCHED = ("open", "os.", "shutil.", "ctypes.")


def make_project(folder: Path) -> Path:
    """The sample with templates that show little and are read fast."""
    make.PAYS_FROM = make.BATCH = 5  # so that even this small work is shared
    copy_sample(folder)
    templates = folder / "templates"
    shutil.copytree(ROOT / "templates/strings", templates / "strings")
    for path in (ROOT / "templates").glob("[!_]*.html"):
        (templates / path.name).write_text("{{ page.title }}\n", encoding="utf-8")
    return folder


def build_in_child(project: Path, before: Callable[[], object], log: Path | None = None) -> int:
    """The exit code of a build to which *before* happens; its words go to *log*."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    code = 70  # ours, for an exception
    try:
        stream = os.open(log or os.devnull, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(stream, 1)
        os.dup2(stream, 2)
        before()
        code = main(["--root", str(project)])
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def on_call(number: int, act: Callable[[], object]) -> None:
    """Have something happen in this process at its so-manieth call to the system."""
    calls, first = 0, os.getpid()

    def hook(event: str, _arguments: object) -> None:
        nonlocal calls
        if event.startswith(WATCHED) and os.getpid() == first:
            calls += 1
            if calls == number:
                act()

    sys.addaudithook(hook)


def count_calls(project: Path) -> int:
    """How many calls to the system a build makes that has to write."""
    reader, writer = os.pipe()

    def count() -> None:
        first = os.getpid()  # those that help it are not counted

        def hook(event: str, _arguments: object) -> None:
            if event.startswith(WATCHED) and os.getpid() == first:
                os.write(writer, b".")

        sys.addaudithook(hook)

    assert build_in_child(project, count) == 0
    os.close(writer)
    with os.fdopen(reader, "rb") as dots:
        return len(dots.read())


def die() -> None:
    """Die at once, as by kill -9."""
    os.kill(os.getpid(), signal.SIGKILL)


def die_after(seconds: float) -> None:
    """Be killed from outside after a while."""
    victim = os.getpid()
    if os.fork() == 0:
        time.sleep(seconds)
        os.kill(victim, signal.SIGKILL)
        os._exit(0)


def retitle(project: Path, title: str) -> None:
    """Edit the sample, so that the next build has something to write."""
    path = project / EVENTS
    text = path.read_text(encoding="utf-8")
    for other in TITLES:
        text = text.replace(other, title)
    path.write_text(text, encoding="utf-8")


def build_undisturbed(project: Path, title: str) -> dict[str, bytes]:
    """The files of the site with that title."""
    retitle(project, title)
    assert build_in_child(project, lambda: None) == 0
    return files_in(project / "_site")


def names_in(folder: Path) -> list[str]:
    """What lies in a folder, hidden or not."""
    return sorted(path.name for path in folder.iterdir())


@dataclass
class Found:
    """What was found after the kills."""

    calls: int
    """Calls to the system that a build makes."""
    killed: int = 0
    landed: int = 0
    """Killed builds whose site stood all the same."""
    broken: list[str] = field(default_factory=list)
    """Kills after which neither the old site nor the new one stood."""
    unclean: list[str] = field(default_factory=list)
    """Kills after which the next build left something behind."""


def kill_builds(project: Path, seed: int, kills: int) -> Found:
    """Kill so many builds; after each look at what stands, now and then build again.

    Some are over before they could be killed, more of them on a busy machine: as many again begin.
    """
    random = Random(seed)
    build(project, project / "_site")  # so that the children begin with everything imported
    versions = [build_undisturbed(project, title) for title in TITLES]
    retitle(project, TITLES[0])
    begun = time.monotonic()
    found, stands = Found(count_calls(project)), 0
    seconds, clean = time.monotonic() - begun, names_in(project)
    for number in range(2 * kills):
        if found.killed == kills:
            break
        retitle(project, TITLES[1 - stands])
        call, wait = random.randint(1, found.calls), random.uniform(0, seconds)
        by_time = number % BY_TIME == 0
        before = partial(die_after, wait) if by_time else partial(on_call, call, die)
        was_killed = build_in_child(project, before) == -signal.SIGKILL
        found.killed += was_killed
        told = f"{number}: after {wait:.3f} s" if by_time else f"{number}: at call {call}"
        try:
            has_landed = stands != (stands := versions.index(files_in(project / "_site")))
            found.landed += was_killed and has_landed
        except ValueError:
            found.broken.append(told)
        if number % 10 == 9:
            stands = versions.index(build_undisturbed(project, TITLES[stands]))
            found.unclean += [told] if clean != names_in(project) else []
    return found


if __name__ == "__main__":
    folder, seed, kills = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    sys.stdout.write(json.dumps(asdict(kill_builds(make_project(folder), seed, kills))))
