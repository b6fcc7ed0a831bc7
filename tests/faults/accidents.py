"""Builds whose files are touched at the moment they are opened: run as a program.

`python -m tests.faults.accidents FOLDER ACCIDENT SEED NUMBER` tries the accident on so many of
the sample's files, drawn by lot; prints as JSON how many builds told of it, and what was odd.
"""

import json
import os
import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random

from builder.publishing import build
from tests.faults.nursery import build_in_child, make_project
from tests.test_write import stamps_in

FOLDERS = ("content", "seeds", "templates", "static")


def vanish(path: Path) -> None:
    """Somebody deletes it."""
    path.unlink()


def change(path: Path) -> None:
    """An editor's program has begun to save it."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def become_a_folder(path: Path) -> None:
    """Somebody replaces it."""
    path.unlink()
    path.mkdir()


def become_a_pipe(path: Path) -> None:
    """What nobody writes into would be waited for."""
    path.unlink()
    os.mkfifo(path)


ACCIDENTS: dict[str, Callable[[Path], None]] = {
    "vanish": vanish,
    "change": change,
    "become a folder": become_a_folder,
    "become a pipe": become_a_pipe,
}


def on_opening(path: Path, act: Callable[[Path], None]) -> None:
    """Have something happen to a file of this process just before it is opened."""
    done = False

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal done
        if event == "open" and not done and str(arguments[0]) == str(path):
            done = True
            act(path)

    sys.addaudithook(hook)


def try_one(sound: Path, name: str, act: Callable[[Path], None]) -> tuple[bool, list[str]]:
    """Whether a build told of an accident to the file *name*, and what was odd."""
    project = sound.with_name("tried")
    shutil.rmtree(project, ignore_errors=True)
    shutil.copytree(sound, project)
    before, log = stamps_in(project / "_site"), sound.with_name("log")
    code = build_in_child(project, partial(on_opening, project / name, act), log)
    said = log.read_text(encoding="utf-8")
    odd = []
    if code not in (0, 1) or "Traceback" in said or (code == 1 and ": error: " not in said):
        odd.append(f"{name}: exit code {code}\n{said}")
    if code == 1 and before != stamps_in(project / "_site"):
        odd.append(f"{name}: the last good site was touched")
    return code == 1, odd


def main(folder: Path, accident: str, seed: int, number: int) -> None:
    """Try it, and print what was found."""
    project = make_project(folder)
    (project / "static").mkdir()
    (project / "static/style.css").write_text("p {}\n", encoding="utf-8")
    build(project, project / "_site")
    paths = [path for name in FOLDERS for path in (project / name).rglob("*") if path.is_file()]
    names = sorted(path.relative_to(project).as_posix() for path in paths)
    drawn = Random(seed).sample(names, min(number, len(names)))
    tried = [try_one(project, name, ACCIDENTS[accident]) for name in drawn]
    found = {"told": sum(told for told, _ in tried), "odd": [o for _, odd in tried for o in odd]}
    sys.stdout.write(json.dumps({"tried": len(tried), **found}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
