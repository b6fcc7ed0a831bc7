"""Records -> the files of the search, made by Pagefind (https://pagefind.app).

Takes what the search knows; gives the files in which a reader's browser looks, and why there are
none if there are none. Law: the program is the one that is installed with this one, whatever else
the machine has; the same records give the same bytes.

Its Python API is not used: measured, that waits 0.1 s for each record, and for ever if the program
dies. What is spoken here is what it speaks (``pagefind.service``): JSON in base64, each message
ended by a comma, all answered in their order.
"""

from __future__ import annotations

import os
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from threading import Timer
from typing import Any

from pydantic_core import from_json, to_json

from builder.reports.diagnostics import Diagnostic, Place
from builder.searching.records import Record

FOLDER = "pagefind"
PROGRAM = "pagefind.js"
"""The script that looks in the index, in the same folder."""
PUBLISHED = (PROGRAM, "pagefind-entry.json", "pagefind.", "wasm.", "index/", "fragment/")
"""How the names of its files begin that the search needs; the rest is a user interface."""
PATIENCE = 600.0
"""Seconds after which the program is taken for dead; 10,000 events take about five."""

AT_ONCE = 10
"""Requests that are sent before their answers are read: to wait for each takes a third longer."""

Answer = dict[str, Any]


def find_program() -> Path:
    """Return Pagefind's program; raise ImportError or OSError where there is none."""
    from pagefind_bin import get_executable  # where a platform has none, all else still works

    program: Path = get_executable()
    return program


def make_index(
    records: Iterable[Record], language: str, find: Callable[[], Path] = find_program
) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """Return the files of the search by their paths on the site, or why there are none."""
    try:
        program = find()
    except (ImportError, OSError) as error:
        return {}, [_describe(error, "Run 'make' to install it, if there is one for this machine.")]
    try:
        listed = _ask_all(program, _make_requests(records, language))
    except (OSError, EOFError, ValueError) as error:
        return {}, [replace(_describe(error, "Build again."), severity="error")]
    files = {file["path"]: b64decode(file["content"]) for file in listed["files"]}
    wanted = sorted(path for path in files if path.startswith(PUBLISHED))
    return {f"{FOLDER}/{path}": files[path] for path in wanted}, []


def _make_requests(records: Iterable[Record], language: str) -> Iterator[Answer]:
    yield {"type": "NewIndex", "config": {}}
    for record in records:
        yield {
            "type": "AddRecord",
            "index_id": 0,
            "url": record.path,
            "content": record.words,
            "language": language,
            "meta": {"title": record.title, "date": record.date, "text": record.text},
            "filters": None,
            "sort": {"date": record.day},
        }
    yield {"type": "GetFiles", "index_id": 0}


def _ask_all(program: Path, requests: Iterable[Answer]) -> Answer:
    """Return the last answer to *requests*; raise EOFError or ValueError if one is not answered."""
    answers, numbered = list[Answer](), enumerate(requests)
    with Popen([program, "--service"], stdin=PIPE, stdout=PIPE, stderr=DEVNULL) as process:
        watch = Timer(PATIENCE, process.kill)
        watch.start()
        try:
            while several := list(islice(numbered, AT_ONCE)):
                answers = _ask(process, several)
        finally:
            watch.cancel()
            process.kill()  # it has nothing to put away
    return answers[-1]


def _ask(process: Popen[bytes], requests: list[tuple[int, Answer]]) -> list[Answer]:
    """Return the answers to requests, each with its number."""
    assert process.stdin is not None, "it is a pipe"
    messages = [{"message_id": number, "payload": request} for number, request in requests]
    process.stdin.write(b"".join(b64encode(to_json(message)) + b"," for message in messages))
    process.stdin.flush()
    answers = [from_json(b64decode(said))["payload"] for said in _hear(process, len(messages))]
    for answer in answers:
        if answer["type"] == "Error":
            raise ValueError(answer["message"])
    return answers


def _hear(process: Popen[bytes], count: int) -> list[bytes]:
    """Return so many messages, as soon as they have been said."""
    assert process.stdout is not None, "it is a pipe"
    said, ended = bytearray(), 0
    while ended < count:
        part = os.read(process.stdout.fileno(), 1 << 20)
        if not part:
            raise EOFError("it came to an end too soon")
        said += part
        ended += part.count(b",")
    return bytes(said).split(b",")[:-1]


def _describe(error: Exception, hint: str) -> Diagnostic:
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return Diagnostic(
        Place("search.html"),
        "no-search",
        f"the search has no index: Pagefind did not make one ({reason})",
        f"Without it the page of the search leads to lists instead. {hint}",
        "warning",
    )
