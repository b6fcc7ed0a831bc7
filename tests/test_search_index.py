"""What the search knows, and the files that Pagefind makes of it."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from builder.hosting.complete_site import make_site
from builder.searching.index import make_index
from builder.searching.records import Record, find_records, fold
from builder.site import Options
from tests.examples import WORDING, sample_timeline
from tests.projects import ROOT, copy_sample

TIMELINE = sample_timeline().without_drafts()
RECORDS = list(find_records(TIMELINE, WORDING))


@pytest.mark.parametrize("typed", ["İstanbul", "ISTANBUL", "istanbul", "ıstanbul", "Îstanbul"])
def test_the_turkish_i_and_accents_make_no_difference(typed: str):
    """One spelling stands for all that readers type."""
    assert "istanbul" == fold(typed)


def test_signs_part_words():
    """A Turkish ending after its apostrophe is a word of its own, and so are groups of digits."""
    assert "ilgaz da 13 000 oy" == fold("Ilgaz’da 13,000 oy!")


def test_every_event_has_a_record():
    """Where it leads, and what is shown of it, as it was written."""
    assert [f"events/{event.id}.html" for event in TIMELINE.events] == [r.path for r in RECORDS]
    assert [event.title for event in TIMELINE.events] == [record.title for record in RECORDS]
    assert all("[@" not in record.text for record in RECORDS)


def test_an_event_is_found_by_every_form_of_a_name():
    """The people, parties and places that it names, however an article writes them."""
    named = [(event, TIMELINE.person[name]) for event in TIMELINE.events for name in event.people]
    words = {record.path: record.words for record in RECORDS}

    for event, person in named:
        for variant in person.variants:
            assert fold(variant.form) in words[f"events/{event.id}.html"]


def test_marks_of_markdown_are_no_words():
    """What is shown is what a page shows."""
    event = TIMELINE.events[0].model_copy(update={"body": "The *town* [votes](#a).[@a]"})

    (record,) = find_records(replace(TIMELINE, events=(event,)), WORDING)

    assert "The town votes." == record.text


def test_what_is_not_needed_is_not_published():
    """Pagefind's own user interface stays away; its script and its index are there."""
    files, problems = make_index(RECORDS, "en")

    assert [] == problems
    assert all(path.startswith("pagefind/") for path in files)
    assert {"pagefind/pagefind.js", "pagefind/pagefind-entry.json"} <= files.keys()
    assert len(RECORDS) == sum(path.startswith("pagefind/fragment/en_") for path in files)
    assert not [path for path in files if "ui" in path or "playground" in path]


HASH = """
import hashlib
from builder.searching.index import make_index
from builder.searching.records import Record
records = [
    Record(f"events/{n}.html", f"word{n % 7} ada {n}", f"19{n % 90 + 10}-01-01", "A", "B", "C")
    for n in range(300)
]
files, problems = make_index(records, "en")
assert not problems
print(hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest())
"""


def test_the_same_records_give_the_same_bytes():
    """Two processes, two seeds of the hashes of Python."""
    made = {
        subprocess.run(
            [sys.executable, "-c", HASH],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert 1 == len(made)


def no_module() -> Path:
    """No program for this platform."""
    raise ImportError("No module named 'pagefind_bin'")


def no_program() -> Path:
    """The program has been deleted."""
    raise FileNotFoundError("Could not find any of pagefind")


@pytest.mark.parametrize("find", [no_module, no_program])
def test_without_a_program_there_is_a_warning(find):
    """The site is published all the same: its search leads to lists."""
    files, (problem,) = make_index([Record("a.html", "a", "1990-01-01", "A", "B", "C")], "en", find)

    assert {} == files
    assert ("no-search", "warning") == (problem.code, problem.severity)
    assert "Pagefind did not make one (" in problem.message


@pytest.mark.parametrize(
    "program", ["/nowhere/pagefind", sys.executable], ids=["nothing there", "another program"]
)
def test_a_program_that_fails_is_an_error(program: str):
    """A site that had a search does not lose it: the last good one stays."""
    record = Record("a.html", "a", "1990-01-01", "A", "B", "C")

    files, (problem,) = make_index([record], "en", lambda: Path(program))

    assert {} == files
    assert ("no-search", "error") == (problem.code, problem.severity)


def test_a_small_archive_has_no_search(tmp_path: Path):
    """Its one page is searched by a script; nothing of Pagefind is published."""
    files, _, problems = make_site(copy_sample(tmp_path, with_templates=True), Options())

    assert [] == [problem for problem in problems if problem.severity == "error"]
    assert not [path for path in files if "pagefind" in path or "search" in path]
    assert not [path for path in files if path.startswith("static/archive")]
    assert b"wasm-unsafe-eval" not in files["_headers"]
