"""Two folders -> what has changed for readers from one to the other, as a reviewer reads it.

Takes two projects, and what they are called; gives Markdown. Law: what is wrong with either is
told too, and hides no change.
"""

from __future__ import annotations

from pathlib import Path

from builder.checks.all_checks import check_timeline
from builder.reading.project import read_timeline
from builder.reviewing.report import make_review, write_review


def review_changes(old: Path, new: Path, sides: tuple[str, str]) -> str:
    """Return as Markdown what has changed for readers between two folders, named by *sides*."""
    (before, unread), (after, problems) = read_timeline(old), read_timeline(new)
    problems += check_timeline(after)
    return write_review(make_review(sides, (before, after), (unread, problems)))
