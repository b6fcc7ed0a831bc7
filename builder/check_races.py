"""Promises about the figures of a race.

Each function takes a timeline and yields what breaks its promise.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from builder.check_sentences import not_in_passage, numbers_cited, vouched_numbers, without_own_date
from builder.diagnostics import Diagnostic
from builder.evidence import Witness, find_witnesses
from builder.markup import Sentence
from builder.model import Lead, Race, Share
from builder.timeline import Timeline
from builder.words import find_numbers, number_keys


def shares_are_in_order(timeline: Timeline) -> Iterator[Diagnostic]:
    """The leader of a race stands first, and shares do not exceed the whole."""
    for race in timeline.races:
        percents = [share.percent for share in race.shares]
        if percents != sorted(percents, reverse=True) or sum(percents) > 100:
            yield Diagnostic(
                race.place_of("shares"),
                "share-order",
                "these shares are not in order, or add up to more than 100",
                "Put the leader first and check the figures.",
            )


def race_figures_are_in_their_passages(timeline: Timeline) -> Iterator[Diagnostic]:
    """Every share and lead of a race names a citation whose passage holds that number."""
    witnesses = find_witnesses(timeline)
    for race in timeline.races:
        for share in race.shares:
            yield from _figure_is_in_its_passage(race, share, "percent", share.percent, witnesses)
        if race.lead:
            yield from _figure_is_in_its_passage(
                race, race.lead, "votes", race.lead.votes, witnesses
            )
    yield from _counts_are_in_their_passages(timeline, witnesses)


def _figure_is_in_its_passage(
    race: Race, figure: Share | Lead, key: str, value: Decimal, witnesses: dict[str, Witness]
) -> Iterator[Diagnostic]:
    cited = {citation.id: citation for citation in race.citations}
    citation = cited.get(figure.citation)
    if citation is None:
        yield Diagnostic(
            figure.place_of("citation"),
            "unknown-citation",
            f"no citation of {race.id!r} is called {figure.citation!r}",
            f"Its citations are: {', '.join(sorted(cited))}.",
        )
    elif citation.source in witnesses:
        held = vouched_numbers(citation, witnesses[citation.source])
        if not number_keys([str(value)]) <= held:
            yield Diagnostic(
                figure.place_of(key),
                "number-not-in-passage",
                f"nothing cited here holds the number '{value}'",
                f"Cited here: {citation.source}/{citation.passage}.",
            )


def _counts_are_in_their_passages(
    timeline: Timeline, witnesses: dict[str, Witness]
) -> Iterator[Diagnostic]:
    for race in timeline.races:
        if race.as_of is None:
            continue
        names = (race.as_of_citation,) if race.as_of_citation else ()
        known = numbers_cited(race, names, witnesses)
        for number in find_numbers(without_own_date(race, race.as_of)):
            if number.key not in known:
                sentence = Sentence(race.as_of, race.as_of, names)
                yield not_in_passage(race, "as_of", sentence, number)
