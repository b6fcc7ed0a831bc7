"""Promises about corrections, and about addresses that moved or are gone.

Each function takes a whole timeline and yields what breaks its promise.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise

from builder.models.corrections import Correction
from builder.reading.timeline import Timeline
from builder.reports.diagnostics import Diagnostic, did_you_mean
from builder.text.words import fold_exact


def corrected_things_exist(timeline: Timeline) -> Iterator[Diagnostic]:
    """Every correction is about something that is there; an event may be gone since."""
    known: dict[str, Collection[str]] = {
        "event": {*timeline.event, *(item.id for item in timeline.retired)},
        "figure": timeline.figure,
        "person": timeline.person,
        "race": timeline.race,
        "source": timeline.source,
    }
    for correction in timeline.corrections:
        kind, name = correction.kind, correction.about
        if name not in known[kind] and name not in timeline.left_out:
            yield Diagnostic(
                correction.place_of(kind),
                f"unknown-{kind}",
                f"no {kind} is called {name!r}",
                did_you_mean(name, known[kind]),
            )


def corrections_change_something(timeline: Timeline) -> Iterator[Diagnostic]:
    """What stands there now is not what stood there."""
    for correction in timeline.corrections:
        if fold_exact(correction.old) == fold_exact(correction.new):
            yield Diagnostic(
                correction.place_of("new"),
                "empty-correction",
                "this is what stood there before",
                "Write under 'new' what stands there now, and under 'old' what stood there.",
            )


def corrections_are_of_what_was_published(timeline: Timeline) -> Iterator[Diagnostic]:
    """No correction is about a draft, which nobody has read."""
    for correction in timeline.corrections:
        event = timeline.event.get(correction.event or "")
        if event is not None and event.status == "draft":
            yield Diagnostic(
                correction.place_of("event"),
                "corrected-draft",
                f"the event {event.id!r} is a draft and was never published",
                "Take the correction out; a draft is simply changed.",
            )


def corrections_are_in_order(timeline: Timeline) -> Iterator[Diagnostic]:
    """Corrections stand in the order in which they were made, the latest last."""
    for earlier, later in pairwise(timeline.corrections):
        if later.date.first < earlier.date.first:
            yield _too_early(earlier, later)


def _too_early(earlier: Correction, later: Correction) -> Diagnostic:
    return Diagnostic(
        later.place_of("date"),
        "date-order",
        f"{later.id!r} is earlier than {earlier.id!r} above it",
        "Move it up, so that the file reads in order of time.",
    )


def aliases_are_free(timeline: Timeline) -> Iterator[Diagnostic]:
    """A former id of an event is nobody's id, nobody else's former id, and not retired."""
    taken = {item.id: "content/retired.yaml says that it is gone" for item in timeline.retired}
    taken |= dict.fromkeys(timeline.event, "an event is called so")
    for event in timeline.events:
        for at, alias in enumerate(event.aliases):
            if alias in taken:
                yield Diagnostic(
                    event.place_of("aliases", at),
                    "taken-alias",
                    f"{alias!r} cannot lead here: {taken[alias]}",
                    "Take it out here: an address leads to one place.",
                )
            taken.setdefault(alias, f"it is a former id of {event.id!r} already")
