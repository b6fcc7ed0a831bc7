"""Somebody who reads a site all the time: run as a program, beside the builds.

`python -m tests.faults.reader FOLDER` opens files there by their names until its input ends,
as a server does; prints as JSON how often it read, and everything odd that it saw.
"""

import json
import os
import select
import sys

NAMES = ("index.html", "404.html", "deep/down/page.html")


def read_once(folder: str) -> list[str]:
    """What is odd: a file that is not there, or files of two sites in one folder."""
    try:
        found = [read(f"{folder}/{name}") for name in NAMES]
    except OSError as error:
        return [str(error)]
    return [] if all(found) else ["an empty file"]


def read(path: str) -> bytes:
    """What a file holds."""
    with open(path, "rb") as file:  # noqa: PTH123 - the fewest calls between two looks
        return file.read()


def read_held(folder: str) -> list[str]:
    """What is odd in a folder that is held open: all files that are in it are of one site."""
    try:
        held = os.open(folder, os.O_RDONLY)
    except OSError as error:
        return [str(error)]
    found = set()
    try:
        for name in NAMES:
            try:
                descriptor = os.open(name, os.O_RDONLY, dir_fd=held)
            except FileNotFoundError:  # the old site, which is just being cleared away
                continue
            with os.fdopen(descriptor, "rb") as file:
                found.add(file.read())
    finally:
        os.close(held)
    return [] if len(found) <= 1 else [f"a mixture: {sorted(found)}"]


def main(folder: str) -> None:
    """Read until the input ends."""
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    looks, odd = 0, []
    while not select.select([sys.stdin], [], [], 0)[0]:
        odd += [*read_once(folder), *read_held(folder)]
        looks += 1
    sys.stdout.write(json.dumps({"looks": looks, "odd": odd[:10]}))


if __name__ == "__main__":
    main(sys.argv[1])
