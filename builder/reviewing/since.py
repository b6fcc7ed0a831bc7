"""The promise that nothing published changes in silence: ``check --since REV``.

Takes the timeline as it was and as it is; yields every changed figure and quotation for which no
new correction answers. Law: drafts may change freely, and what is only added needs no correction.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from builder.models.content import Cited
from builder.reading.project import read_timeline
from builder.reading.timeline import Timeline
from builder.reports.diagnostics import Diagnostic, Place, shorten
from builder.reviewing.changes import ItemChange, compare_timelines
from builder.reviewing.published_changes import QuotationChange, changed_figures, changed_quotations
from builder.reviewing.revisions import open_project

Thing = tuple[str, str]
"""A kind of thing and an id, as a correction names them."""


def changes_are_corrected(before: Timeline, after: Timeline) -> Iterator[Diagnostic]:
    """Every published figure or quotation that changed has a correction that is new since.

    For a figure that is gone, a correction of its article answers; for an event that is gone,
    its entry in content/retired.yaml does.
    """
    answered = _answered(before, after)
    for change in changed_figures(compare_timelines(before, after)):
        if (thing := _thing_of(change, before)) not in answered:
            what = f"the published figure {change.old_id or change.id!r} was {change.verb}"
            yield _unanswered(change.place, what, thing)
    for quotation in changed_quotations(before, after):
        yield from _quotation_is_answered(quotation, after, answered)


def _answered(before: Timeline, after: Timeline) -> set[Thing]:
    """Return what new corrections, and the list of what is gone, speak of."""
    old = {correction.id for correction in before.corrections}
    corrected = {(c.kind, c.about) for c in after.corrections if c.id not in old}
    return {*corrected, *(("event", item.id) for item in after.retired)}


def _thing_of(change: ItemChange, before: Timeline) -> Thing:
    """Return what a correction of a changed figure has to name."""
    if change.verb == "removed":
        return "source", before.figure[change.id].source
    return "figure", change.id


def _quotation_is_answered(
    change: QuotationChange, after: Timeline, answered: set[Thing]
) -> Iterator[Diagnostic]:
    item = _find(after, change.kind, change.id)
    quoted = {" ".join((c.quotation or "").split()) for c in item.citations} if item else set()
    name = item.id if item else change.id
    # Differences and the comparison repeat what figures and events quote; these are told here.
    is_told = change.kind in ("event", "person", "race")
    if is_told and (change.kind, name) not in answered and change.old not in quoted:
        place = item.place_of("citations") if item else Place("content/retired.yaml")
        what = f"{name!r} no longer has the published quotation {shorten(change.old)!r}"
        yield _unanswered(place, what, (change.kind, name))


def _find(timeline: Timeline, kind: str, name: str) -> Cited | None:
    """Return the item, or the event that was called so before."""
    if kind == "event":
        moved = {alias: event for event in timeline.events for alias in event.aliases}
        return timeline.event.get(name) or moved.get(name)
    return timeline.person.get(name) if kind == "person" else timeline.race.get(name)


def _unanswered(place: Place, what: str, thing: Thing) -> Diagnostic:
    kind, name = thing
    return Diagnostic(
        place,
        "silent-change",
        f"{what}, and no correction says so",
        f"Add one to content/corrections.yaml: '{kind}: {name}', with id, date, old, new and why.",
    )


def find_silent_changes(root: Path, since: str) -> list[Diagnostic]:
    """Return what was published at *since* and has changed without a correction.

    Raises RevisionError if there is no such state of the project.
    """
    with open_project(root, since) as old:
        before, after = read_timeline(old)[0], read_timeline(root)[0]
    return list(changes_are_corrected(before, after))
