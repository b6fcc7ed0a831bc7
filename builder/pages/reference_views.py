"""How the reference layer is read: numbers, or why there are none; works; sums with their working.

Takes a timeline and its wording; gives small frozen values. Law: unknown stays unknown, and a sum
shows how it was made.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from builder.checks.reference import TOLERANCE, computed_margin, computed_points, computed_turnout
from builder.models.reference import OfficialRace, ReferenceEvent, Sourced, Term, Work
from builder.pages.contents import ShownFact
from builder.pages.figure_contents import (
    Computed,
    ShownCandidate,
    ShownOfficial,
    ShownTerm,
    ShownWork,
)
from builder.reading.timeline import Timeline
from builder.text.dates import PartialDate
from builder.views.wording import Wording


@dataclass(frozen=True)
class Archive:
    """The reference layer of a timeline, in words."""

    timeline: Timeline
    wording: Wording

    def number(self, value: Decimal | str, unit: str = "plain") -> str:
        """Return a number with its unit, or the word for why there is none."""
        if isinstance(value, Decimal):
            return self.wording.measure(unit, value)
        return self.wording.say(f"known.{value}")

    def works(self, item: Sourced) -> tuple[Work, ...]:
        """Return the works that *item* rests on."""
        return tuple(self.timeline.work[name] for name in item.works)

    def work(self, work: Work) -> ShownWork:
        """Return *work* with its day of publication."""
        published = self.wording.when(work.published) if work.published else None
        return ShownWork(work, published)

    def fact(self, event: ReferenceEvent) -> ShownFact:
        """Return a dated fact, ready to be shown."""
        return ShownFact(event, self.wording.when(event.date), self.works(event))

    def term(self, term: Term) -> ShownTerm:
        """Return a mayor's term, ready to be shown."""
        start = self.wording.when(term.start)
        return ShownTerm(term, start, self._end(term.end), self.works(term))

    def _end(self, end: PartialDate | str) -> str:
        if isinstance(end, PartialDate):
            return self.wording.when(end).text
        return self.wording.say(f"known.{end}")

    def official(self, race: OfficialRace) -> ShownOfficial:
        """Return an official result, ready to be shown."""
        say = self.wording.say
        candidates = tuple(
            ShownCandidate(c, self.number(c.votes), self.number(c.percent, "percent-of-votes"))
            for c in race.candidates
        )
        facts: tuple[tuple[str, str], ...] = (
            (say("official.registered"), self.number(race.registered)),
            (say("official.cast"), self.number(race.cast)),
            (say("official.valid-votes"), self.number(race.valid_votes)),
            (say("official.invalid-votes"), self.number(race.invalid_votes)),
            (say("official.turnout"), self.number(race.turnout, "percent-of-voters")),
        )
        # A margin that nobody prints is among our sums, where the votes are known.
        if computed_margin(race) is None or isinstance(race.margin, Decimal):
            facts += ((say("official.margin"), self.number(race.margin, "votes")),)
        when = self.wording.when(race.date)
        return ShownOfficial(race, when, candidates, facts, self._sums(race), self.works(race))

    def _sums(self, race: OfficialRace) -> tuple[Computed, ...]:
        say, number = self.wording.say, self.wording.number
        votes = [c.votes for c in race.candidates if isinstance(c.votes, Decimal)]
        shares = [c.percent for c in race.candidates if isinstance(c.percent, Decimal)]
        sums: list[Computed] = []
        if (margin := computed_margin(race)) is not None:
            working = f"{number(votes[0])} − {number(votes[1])}"
            sums.append(self._sum("margin", working, margin, race.margin, "votes"))
        if (points := computed_points(race)) is not None:
            working = f"{number(shares[0])} − {number(shares[1])}"
            sums.append(self._sum("points", working, points, "", "percentage-points"))
        if (turnout := computed_turnout(race)) is not None:
            working = say("figure.of", value=race.cast, whole=race.registered)
            sums.append(self._sum("turnout", working, turnout, race.turnout, "percent-of-voters"))
        return tuple(sums)

    def _sum(
        self, name: str, working: str, result: Decimal, printed: Decimal | str, unit: str
    ) -> Computed:
        is_printed = isinstance(printed, Decimal)
        shown = self.number(printed, unit) if is_printed else ""
        agrees = not isinstance(printed, Decimal) or abs(printed - result) <= TOLERANCE
        label = self.wording.say(f"computed.{name}")
        return Computed(label, working, self.number(result, unit), shown, agrees)
