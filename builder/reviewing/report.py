"""What has changed for readers -> Markdown for a pull request, read in a terminal as well.

Takes changes as values; gives text. Law: what was typed is shown as it was typed (no Markdown,
HTML or @mention in it takes effect), and the same changes give the same text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from builder.reading.timeline import Timeline
from builder.reports.diagnostics import Diagnostic, shorten
from builder.reviewing.alignment import split_changes
from builder.reviewing.changes import Change, ItemChange, Verb, compare_timelines
from builder.reviewing.facets import find_aliases
from builder.reviewing.published_changes import sentences_with_figures

SECTIONS: dict[str, tuple[str, ...]] = {
    "Events": ("event",),
    "Figures": ("figure",),
    "Corrections": ("correction",),
    "Races": ("race",),
    "People": ("person",),
    "Parties": ("party",),
    "Places": ("place",),
    "Articles": ("source",),
    "Origins of figures": ("origin",),
    "Differences": ("difference",),
    "Comparison": ("topic",),
    "Reference layer": ("official race", "term", "reference event", "work"),
    "The site’s own words": ("site", "page"),
    "Drafts, which readers do not see": ("draft",),
}
OTHERS = "Other content"
VERBS: tuple[Verb, ...] = ("added", "removed", "renamed", "changed")
WITH_TEXT = ("event", "person", "race", "draft")
"""Kinds of things whose sentences are told when they are added."""
WITH_PAGE = ("event", "person", "race", "source", "page")
"""Kinds of things with an address of their own, which others may have linked."""
FIGURE_FIRST = ("measure", "value", "qualifier", "status")
FIGURE_LATER = ("of", "as of", "time", "counted", "race", "person", "party", "place", "origin")
UNREAD_SHOWN = 5
"""So many reasons are given why something could not be read; the others are counted."""


@dataclass(frozen=True)
class Review:
    """All that a reviewer is told: two sides by name, what differs, and what stands in the way."""

    old: str
    new: str
    changes: tuple[ItemChange, ...]
    sentences: Mapping[str, Iterable[tuple[str, str]]] = field(default_factory=dict)
    """For each figure the published sentences that show it, each with its item's id."""
    answered: frozenset[str] = frozenset()
    """Ids that are gone and whose addresses still say so, or lead to what they are now."""
    unread: tuple[Diagnostic, ...] = ()
    """Why parts of the old side could not be read."""
    errors: int = 0
    """How many errors a check of the new side finds."""


def make_review(
    sides: tuple[str, str],
    timelines: tuple[Timeline, Timeline],
    problems: tuple[list[Diagnostic], list[Diagnostic]],
) -> Review:
    """Return what to tell of two sides: their names, timelines, and what is wrong with each."""
    old, new = timelines
    retired = {item.id for item in new.retired}
    aliases = {alias for event in new.without_drafts().events for alias in find_aliases(event)}
    unread = {p for p in problems[0] if p.severity == "error" and p.code != "unknown-file"}
    return Review(
        *sides,
        changes=compare_timelines(old, new),
        sentences=sentences_with_figures(new),
        answered=frozenset(retired | aliases),
        unread=tuple(sorted(unread)),
        errors=sum(problem.severity == "error" for problem in set(problems[1])),
    )


def write_review(review: Review) -> str:
    """Return the whole report, ending in a line break."""
    sections = _by_section(review.changes)
    blocks = [
        f"# Changes for readers: {_code(review.old)} → {_code(review.new)}",
        summarize(review.changes),
        *_warn(review),
        *_tell_broken_links(review),
    ]
    for title, changes in sections.items():
        blocks += _tell_section(title, changes, review)
    return "\n\n".join(blocks) + "\n"


def summarize(changes: Iterable[ItemChange]) -> str:
    """Return one line: how many things of each section were added, removed, renamed, changed."""
    parts = []
    for title, found in _by_section(changes).items():
        counts = Counter(change.verb for change in found)
        told = ", ".join(f"{counts[verb]} {verb}" for verb in VERBS if counts[verb])
        parts.append(f"{title.split(',')[0]}: {told}")
    return f"**{'; '.join(parts)}.**" if parts else "Nothing in the content changed for readers."


def _by_section(changes: Iterable[ItemChange]) -> dict[str, list[ItemChange]]:
    title_of = {kind: title for title, kinds in SECTIONS.items() for kind in kinds}
    found: dict[str, list[ItemChange]] = {title: [] for title in (*SECTIONS, OTHERS)}
    for change in changes:
        found[title_of.get(change.kind, OTHERS)].append(change)
    return {title: changes for title, changes in found.items() if changes}


def _warn(review: Review) -> Iterator[str]:
    if review.errors:
        number = "1 error" if review.errors == 1 else f"{review.errors} errors"
        yield (
            f"> **{number} on the new side**, so it cannot be published. What cannot be read is "
            "not compared. `python build.py check` tells what is wrong."
        )
    if review.unread:
        reasons = [f"{_code(_at(d))}: {escape(d.message)}" for d in review.unread]
        more = len(reasons) - UNREAD_SHOWN
        told = reasons[:UNREAD_SHOWN] + ([f"… and {more} more"] if more > 0 else [])
        yield (
            "> **Not all of the old side can be read with today’s rules.** What cannot be read is "
            "not compared:\n" + "\n".join(f"> - {reason}" for reason in told)
        )


def _tell_broken_links(review: Review) -> Iterator[str]:
    lines = []
    for change in review.changes:
        gone = {"removed": change.id, "renamed": change.old_id}.get(change.verb)
        if gone and change.kind in WITH_PAGE and gone not in review.answered:
            now = f" seems to be {_code(change.id)} now" if change.verb == "renamed" else " is gone"
            note = f" ({change.note})" if change.note else ""
            lines.append(f"- The {change.kind} {_code(gone)}{now}{note}.")
    if lines:
        rule = (
            "An id is typed once and never changed: keep the old one, or name it under an event’s "
            "`aliases`. If an event is gone for good, list its id in `content/retired.yaml`."
        )
        yield "\n".join(["## Links that break", "", *lines, "", rule])


def _tell_section(title: str, changes: list[ItemChange], review: Review) -> Iterator[str]:
    yield f"## {title}"
    for verb in VERBS:
        entries = [_tell_item(c, review) for c in changes if c.verb == verb]
        if entries:
            yield f"**{verb.capitalize()}**\n\n" + "\n".join(entries)


def _tell_item(change: ItemChange, review: Review) -> str:
    name = f"**{escape(change.name)}** · " if change.name else ""
    note = f" · {change.note}" if change.note else ""
    was = f" (was {_code(change.old_id)})" if change.old_id else ""
    place = f"{change.place.file}:{change.place.line}"
    where = f"was in {_code(place)}" if change.verb == "removed" else _code(place)
    date = f"{escape(str(change.date))} · " if change.kind in ("event", "draft") else ""
    lines = [f"- {date}{name}{_code(change.id)}{was} · {where}{note}"]
    lines += [f"  - {line}" for line in _tell_changes(change)]
    if change.kind == "figure":
        carried = review.sentences.get(change.id, ())
        lines += [f"  - shown in {_code(name)}: {escape(text)}" for name, text in carried]
    return "\n".join(lines)


def _tell_changes(change: ItemChange) -> Iterator[str]:
    """Yield what differs; of what is new in whole the text, of what is gone nothing more."""
    if change.verb in ("changed", "renamed"):
        sentence = Change("", "", "", None)
        for each in change.changes:
            sentence = each if each.label == "sentence" else sentence
            yield _tell_change(each, sentence.new or sentence.old)
    elif change.kind == "figure":
        yield _tell_figure(change)
    elif change.verb == "added" and change.kind in WITH_TEXT:
        yield from (escape(each.new) for each in change.changes if each.label == "sentence")


def _tell_figure(change: ItemChange) -> str:
    """Return a whole figure in one line: measure and value first, then what qualifies it."""
    values = {each.label: each.new or each.old for each in change.changes}
    told = [values[label] for label in FIGURE_FIRST if label in values]
    told += [f"{label} {values[label]}" for label in FIGURE_LATER if label in values]
    return escape(f"{', '.join(told)}; {values['source']}/{values['passage']}")


def _tell_change(change: Change, sentence: str) -> str:
    """Return one difference; *sentence* was told last, so its citations need not name it."""
    label = "text" if change.label == "sentence" else change.label
    verb = "" if change.old and change.new else " added" if change.new else " removed"
    about = f" ({escape(change.about)})" if change.label == "quotation" and change.about else ""
    if change.label == "citation" and change.about != sentence:
        about = f" for “{escape(shorten(change.about))}”"
    line = f" (line {change.place.line})" if change.place else ""
    told = mark_changes(change.old, change.new) if not verb else escape(change.new or change.old)
    return f"{escape(label)}{verb}{about}: {told}{line}"


def mark_changes(old: str, new: str) -> str:
    """Return *new* as Markdown, with ~~what is gone~~ and **what has come** marked."""
    marked = []
    for before, after in split_changes(old, new):
        if before == after:
            marked.append(escape(after))
            continue
        marked += [f"~~{escape(before)}~~"] if before else []
        marked += [f"**{escape(after)}**"] if after else []
    return " ".join(marked)


def escape(text: str) -> str:
    """Return *text* as Markdown that shows it as it is, on one line.

    Backslash escapes: CommonMark 0.31, section 2.4. GitHub looks for @mentions, #numbers and
    links between dollar signs later, in the text that is left; a comment parts these.
    """
    flat = "".join(c if c.isprintable() else " " for c in text)
    escaped = re.sub(r"[\\`*_\[\]<>~|&$]", r"\\\g<0>", " ".join(flat.split()))
    return re.sub(r"[@#](?=\w)", r"\g<0><!-- -->", escaped)


def _at(diagnostic: Diagnostic) -> str:
    return f"{diagnostic.place.file}:{diagnostic.place.line}"


def _code(text: str) -> str:
    """Return *text* as a code span; a name with a backtick in it is shown with an apostrophe."""
    flat = "".join(c if c.isprintable() else " " for c in text)
    return f"`{flat.replace('`', '’')}`"
