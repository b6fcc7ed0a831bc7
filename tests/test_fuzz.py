"""Whatever happens to a file, an editor reads what is wrong: no traceback, no hang, no place amiss.

Takes the project's real files, damages one as hands, editors and disks do, and reads and checks
everything. `make test` tries a few hundred damages, `make fuzz` ten thousand (or FUZZ=number).
"""

import faulthandler
import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import blake2b
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from builder.checks.all_checks import check_timeline
from builder.hosting.complete_site import make_site
from builder.memory import Memory
from builder.reading.project import read_timeline
from builder.reports.diagnostics import Diagnostic, Place, format_report, has_errors, in_order
from builder.reports.formats import to_annotation, to_json
from builder.site import DEFAULTS
from builder.views.wording import read_wording
from tests.projects import copy_project

EXAMPLES = int(os.environ.get("FUZZ") or 200)
IS_LONG = EXAMPLES > 1_000
HANGS_AFTER = 120
"""Seconds after which one damage counts as a hang: a hundred times what the slowest takes."""

NASTY = (
    *"\t\0\r\n\x07\x1b\x7f\x85\xa0\xad\u200b\u200d\u2028\u202e\ufeff\ue000\uffff\u0301😀İıßｆ",
    *"\"'“”’:#-*&!|>%@`[]{},?~<=/\\$ ", ": ", " #", "- ", "\n- ", "\n  ", "\n\t", "\n---\n",
    "\n...\n",
    "[@", "[@]", "[@a1]", "]", "**", "](", "<script>", "&#49;", "&nbsp;", "{}", "[]", "''", '""',
    "&a ", "*a", "<<: *a", "!!python/object/apply:os.system ", "? ", "|\n", ">-\n", "%YAML 1.2\n",
    "null", "~", "no", "true", "0", "-1", "1e999", "9" * 400, "0x1F", "1_000", "Infinity", "NaN",
    "9999-99-99", "0000", "2019-02-30", "[2019..", "/2019", "199X", "\\", "\\u0000", "\\ud800",
    "x" * 5_000, "[" * 200, "{a: " * 50, "- " * 200, "a:\n  " * 30, "../../etc/passwd", "{count}",
)  # fmt: skip
"""What is typed, pasted or left behind by accident, and what breaks programs."""
ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "utf-8-sig", "cp1254", "latin-1", "utf-7")


@cache
def project() -> tuple[TemporaryDirectory[str], Path, dict[str, bytes], Memory]:
    """A copy of the real project to damage, its files as they were, and what was read of them."""
    folder = TemporaryDirectory()  # kept until the end of the run, then removed by itself
    root = copy_project(Path(folder.name) / "project")
    folders = ("content/**/*", "seeds/**/*", "templates/strings/*")
    paths = [path for folder_of in folders for path in root.glob(folder_of)]
    texts = sorted(path for path in paths if path.suffix in {".yaml", ".json", ".md"})
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in texts}
    return folder, root, files, Memory()


# ---- damage


@st.composite
def damages(draw: st.DrawFn) -> tuple[str, bytes]:
    """One of the files, and its bytes after one to three accidents."""
    _, _, files, _ = project()
    file = draw(st.sampled_from(sorted(files)))
    text = files[file].decode()
    for _ in range(draw(st.integers(1, 3))):
        change = draw(st.sampled_from(ACCIDENTS))
        text = change(draw, text)
    save = draw(st.sampled_from(DISKS))
    return file, save(draw, text.encode("utf-8", "replace"))


def spot(draw: st.DrawFn, length: int) -> int:
    """A place in something that long."""
    return draw(st.integers(0, length))


def stretch(draw: st.DrawFn, length: int) -> tuple[int, int]:
    """The beginning and the end of a piece, mostly a short one."""
    start = spot(draw, length)
    return start, min(length, start + draw(st.sampled_from((1, 1, 2, 3, 10, 80, 1_000))))


def delete(draw: st.DrawFn, text: str) -> str:
    """A piece is deleted."""
    start, end = stretch(draw, len(text))
    return text[:start] + text[end:]


def repeat(draw: st.DrawFn, text: str) -> str:
    """A piece is pasted twice."""
    start, end = stretch(draw, len(text))
    return text[:end] + text[start:end] + text[end:]


def move(draw: st.DrawFn, text: str) -> str:
    """A piece is moved elsewhere."""
    start, end = stretch(draw, len(text))
    rest, at = text[:start] + text[end:], spot(draw, len(text) - (end - start))
    return rest[:at] + text[start:end] + rest[at:]


def insert(draw: st.DrawFn, text: str) -> str:
    """Something is typed where it does not belong."""
    at = spot(draw, len(text))
    typed: str = draw(st.sampled_from(NASTY))
    return text[:at] + typed + text[at:]


def insert_anything(draw: st.DrawFn, text: str) -> str:
    """Anything at all is pasted."""
    at = spot(draw, len(text))
    return text[:at] + draw(st.text(max_size=8)) + text[at:]


def change_lines(draw: st.DrawFn, text: str) -> str:
    """A line is deleted, repeated, swapped, indented otherwise, or loses its dash or colon."""
    lines = text.split("\n")
    at, other = spot(draw, len(lines) - 1), spot(draw, len(lines) - 1)
    line = lines[at]
    changes = {
        "delete": [],
        "repeat": [line, line],
        "swap": [lines[other]],
        "indent": [draw(st.sampled_from((" ", "  ", "\t", "\xa0"))) + line],
        "outdent": [line[1:]],
        "dash": [line.replace("- ", draw(st.sampled_from(("-", "", "  ", "- - "))), 1)],
        "colon": [line.replace(": ", draw(st.sampled_from((":", "", " : ", "::"))), 1)],
    }
    lines[at : at + 1] = changes[draw(st.sampled_from(sorted(changes)))]
    return "\n".join(lines)


def change_key(draw: st.DrawFn, text: str) -> str:
    """A key is misspelt, quoted, written in capitals, or that of another line."""
    keys = list(re.finditer(r"(?m)^[ -]*([\w-]+):", text))
    if not keys:
        return text
    key, other = draw(st.sampled_from(keys)), draw(st.sampled_from(keys))
    typed: str = draw(st.sampled_from((other[1], key[1].upper(), f"“{key[1]}”", key[1][1:], "")))
    return text[: key.start(1)] + typed + text[key.end(1) :]


def change_value(draw: st.DrawFn, text: str) -> str:
    """A value becomes another one: one that breaks programs, or that of another line."""
    values = list(re.finditer(r"(?m)^[ -]*[\w-]+: +(\S.*)$", text))
    if not values:
        return text
    value, other = draw(st.sampled_from(values)), draw(st.sampled_from(values))
    typed: str = draw(st.sampled_from((*NASTY, other[1])))
    return text[: value.start(1)] + typed + text[value.end(1) :]


def cut_off(draw: st.DrawFn, text: str) -> str:
    """The disk was full."""
    return text[: spot(draw, len(text))]


ACCIDENTS = (
    delete, repeat, move, insert, insert, insert_anything, change_lines, change_lines, change_key,
    change_value, change_value, cut_off,
)  # fmt: skip


def leave(_draw: st.DrawFn, data: bytes) -> bytes:
    """The file is saved as it is."""
    return data


def save_otherwise(draw: st.DrawFn, data: bytes) -> bytes:
    """The editor saves in another encoding, or with other line ends."""
    text = data.decode("utf-8", "replace")
    encoding = draw(st.sampled_from((*ENCODINGS, "\r\n", "\r")))
    if encoding.isspace():
        return text.replace("\n", encoding).encode()
    return text.encode(encoding, "replace")


def flip(draw: st.DrawFn, data: bytes) -> bytes:
    """A byte is not what it was."""
    at = spot(draw, len(data))
    return data[:at] + draw(st.binary(max_size=4)) + data[at + 1 :]


DISKS = (leave, leave, leave, leave, leave, leave, save_otherwise, flip)


# ---- what must hold


@contextmanager
def no_hang() -> Iterator[None]:
    """What takes far too long ends the run and shows where it was."""
    faulthandler.dump_traceback_later(HANGS_AFTER, exit=True)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


def look_at(file: str, data: bytes) -> tuple[list[Diagnostic], Path]:
    """What is wrong with the project if *file* holds *data*."""
    _, root, files, memory = project()
    (root / file).write_bytes(data)
    try:
        timeline, problems = read_timeline(root, memory=memory)
        problems = problems + check_timeline(timeline)
        _, of_wording = read_wording(root / "templates", "en")
        check_report([*problems, *of_wording], root)
        check_now_and_then(root, data, problems + of_wording)
    finally:
        (root / file).write_bytes(files[file])
    return problems + of_wording, root


def check_now_and_then(root: Path, data: bytes, problems: list[Diagnostic]) -> None:
    """In a long run, one damage in a hundred that is no mistake is built, as it would be shown."""
    if IS_LONG and not has_errors(problems) and blake2b(data).digest()[0] < 3:
        event("built")
        make_site(root, DEFAULTS)


def check_report(problems: list[Diagnostic], root: Path) -> None:
    """Each problem stands in its file, says what to do, and can be told in every format."""
    lines: dict[str, list[str]] = {}
    for problem in problems:
        assert_place_is_in_file(problem.place, root, lines)
        assert problem.message
        assert problem.hint, problem
    told = in_order(problems)
    report = format_report(problems, root)
    assert all(c == "\n" or c.isprintable() for c in report)
    assert len(told) == len(json.loads(to_json(told, root))["problems"])
    assert all(1 == len(to_annotation(problem).splitlines()) for problem in told)


def assert_place_is_in_file(place: Place, root: Path, lines: dict[str, list[str]]) -> None:
    """The line exists, and the column is on it or right behind it."""
    if place.file not in lines:
        data = (root / place.file).read_bytes().decode("utf-8-sig", "replace")
        lines[place.file] = data.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert 1 <= place.line <= len(lines[place.file]), place
    assert 1 <= place.column <= len(lines[place.file][place.line - 1]) + 1, place


@settings(
    max_examples=EXAMPLES,
    suppress_health_check=list(HealthCheck),
    # The examples of `make test` are the same each time; `make fuzz` looks further.
    derandomize=not IS_LONG,
    database=None,
    print_blob=True,
)
@given(damages())
def test_any_damage_ends_in_diagnostics(damage: tuple[str, bytes]):
    """Whatever is in a file, what is wrong is told, in the file, in every format."""
    file, data = damage

    with no_hang():
        problems, _ = look_at(file, data)

    event("a mistake" if problems else "no mistake")


def test_a_file_that_is_something_else_ends_in_diagnostics():
    """Every file in turn is empty, a picture, or nothing but line ends."""
    _, _, files, _ = project()
    others = cycle([b"", b"\0" * 1_000, b"\xff" * 1_000, bytes(range(256)), b"\n" * 9])

    for file, data in zip(files, others, strict=False):
        with no_hang():
            problems, _ = look_at(file, data)
        assert has_errors(problems), file


def test_the_files_themselves_have_no_mistake():
    """What is damaged was good before, so that a damage is what is found."""
    _, _, files, _ = project()
    file = min(files)

    problems, _ = look_at(file, files[file])

    assert not has_errors(problems)
