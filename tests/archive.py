"""A large archive, generated: more events than one page holds, with some made to be found.

The second race is not on New Year's Day, so that the first chapter spans two years, and one title
is Turkish, of invented words with every letter that is folded.
"""

from pathlib import Path

from builder.publishing import build
from builder.site import Options
from builder.workers import count_workers
from tests.corpus import write_corpus
from tests.projects import apply_changes, copy_templates

EVENTS = 520
TITLE = "Çığırtkan Ilgazlı’da İzmaritçi şöleni"
FOUND = "day-3"
"""The event that has the title."""
CHANGES = (
    {
        "file": "content/events/1950-01.yaml",
        "old": "- id: day-3\n  date: 1950-01-04\n  title: Person C counts votes\n",
        "new": f"- id: day-3\n  date: 1950-01-04\n  title: {TITLE}\n",
    },
    {
        "file": "content/races.yaml",
        "old": "date: 1951-01-01",
        "new": "date: 1951-01-20",
    },
    {
        "file": "content/races.yaml",
        "old": "source: gazette-37\n      passage: 6\n",
        "new": "source: gazette-39\n      passage: 5\n",
    },
)


def write_archive(folder: Path, events: int = EVENTS) -> Path:
    """The archive in *folder*, ready to be built."""
    write_corpus(folder, events)
    copy_templates(folder)
    apply_changes(folder, CHANGES)
    return folder


def build_archive(folder: Path) -> Path:
    """The folder of its site."""
    out = folder / "_site"
    problems = build(write_archive(folder), out, Options(workers=count_workers()))
    assert [] == problems
    return out
