"""Promises about the reference layer: its works are used, its sums are right.

Each function takes a timeline and yields what breaks its promise.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from builder.models.reference import OfficialRace
from builder.reading.timeline import Timeline
from builder.reports.diagnostics import Diagnostic
from builder.text.words import plain

TOLERANCE = Decimal("0.05")
"""Percentage points that rounding to one decimal may hide."""


def works_are_used(timeline: Timeline) -> Iterator[Diagnostic]:
    """Every work of the reference layer carries something."""
    used = {name for item in timeline.sourced for name in item.works}
    used |= {name for difference in timeline.differences for name in difference.references}
    for work in timeline.works:
        if work.id not in used:
            yield Diagnostic(
                work.place_of("id"),
                "unused-work",
                f"nothing rests on the work {work.id!r}",
                "Name it where it belongs, or delete it.",
            )


def official_sums_are_right(timeline: Timeline) -> Iterator[Diagnostic]:
    """A margin is the difference of the votes; turnout follows from cast and registered votes.

    A turnout is compared as works round it; one that a work prints otherwise needs a ``note``.
    """
    for race in timeline.official_races:
        for key, printed, computed, tolerance in (
            ("margin", race.margin, computed_margin(race), Decimal(0)),
            ("turnout", race.turnout, computed_turnout(race), TOLERANCE),
        ):
            if not isinstance(printed, Decimal) or computed is None:
                continue
            if key == "turnout" and race.note is not None:
                continue
            if abs(printed - computed) > tolerance:
                yield _wrong_sum(race, key, plain(computed))


def _wrong_sum(race: OfficialRace, key: str, computed: str) -> Diagnostic:
    return Diagnostic(
        race.place_of(key),
        "wrong-sum",
        f"the figures beside it make a {key} of {computed}",
        "Correct it, or say in a note why the work prints another one.",
    )


def computed_margin(race: OfficialRace) -> Decimal | None:
    """Return the votes between the first two candidates, if both are known."""
    votes = [c.votes for c in race.candidates if isinstance(c.votes, Decimal)]
    return votes[0] - votes[1] if len(votes) > 1 else None


def computed_points(race: OfficialRace) -> Decimal | None:
    """Return the percentage points between the first two candidates, if both are known."""
    shares = [c.percent for c in race.candidates if isinstance(c.percent, Decimal)]
    return shares[0] - shares[1] if len(shares) > 1 else None


def computed_turnout(race: OfficialRace) -> Decimal | None:
    """Return cast votes in percent of registered voters, to two places, if both are known."""
    if not isinstance(race.cast, Decimal) or not isinstance(race.registered, Decimal):
        return None
    return round(100 * race.cast / race.registered, 2) if race.registered >= 1 else None
