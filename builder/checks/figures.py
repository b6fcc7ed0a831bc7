"""Promises about figures: in their passage, used by the prose, and never contradicted in silence.

Each function takes a timeline and yields what breaks its promise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from decimal import Decimal
from functools import lru_cache

from builder.checks.evidence import find_witnesses
from builder.checks.sentences import numbers_cited, vouched_numbers, without_own_date
from builder.models.content import Cited, Race
from builder.models.figures import Figure
from builder.reading.timeline import Timeline
from builder.reports.diagnostics import Diagnostic
from builder.text.markup import Sentence, split_sentences
from builder.text.words import MONTHS, Number, find_numbers, number_keys, plain, say_number


def figures_are_in_their_passages(timeline: Timeline) -> Iterator[Diagnostic]:
    """Every figure's number, and the whole it is a part of, stands in its passage."""
    witnesses = find_witnesses(timeline)
    for figure in timeline.figures:
        witness = witnesses.get(figure.source)
        if witness and not witness.has(figure.passage):
            continue  # another check says so
        held = vouched_numbers(figure, witness) if witness else figure.keys
        missing = figure.keys - held
        if missing:
            shown = ", ".join(map(say_number, sorted(held))) or "no number"
            yield Diagnostic(
                figure.place_of("value"),
                "figure-not-in-passage",
                f"passage {figure.passage} of {figure.source!r}, or the words quoted from it, "
                f"does not hold {', '.join(map(say_number, sorted(missing)))}",
                f"It holds: {shown}. Correct the figure, or cite the passage that gives it.",
            )


def figures_are_recorded_once(timeline: Timeline) -> Iterator[Diagnostic]:
    """No two records are about the same number of the same passage."""
    seen: dict[tuple[object, ...], str] = {}
    for figure in timeline.figures:
        key = (figure.source, figure.passage, figure.subject, figure.value)
        if (first := seen.setdefault(key, figure.id)) != figure.id:
            yield Diagnostic(
                figure.place_of("id"),
                "duplicate-figure",
                f"this number of passage {figure.passage} is the figure {first!r} already",
                "Delete one of them; events may go on naming the number.",
            )


def numbers_are_figures(timeline: Timeline) -> Iterator[Diagnostic]:
    """Every number of a sentence is a figure of a passage cited there.

    Numbers that no passage holds are another promise's. Years, months, days of a date and
    ordinals are no figures; nor are the numbers that stand under ``own_numbers``.
    """
    if not timeline.figure:
        return
    held, witnesses = timeline.figures_of, find_witnesses(timeline)
    for item in timeline.cited:
        aside = number_keys(own.number for own in item.own_numbers)
        for sentence in split_sentences(item.body):
            if not (numbers := figure_numbers(item, sentence)):
                continue
            known = {key for f in figures_cited(item, sentence, held) for key in f.keys}
            vouched = numbers_cited(item, sentence.citations, witnesses)
            for number in numbers:
                if number.key in vouched - known - aside:
                    yield Diagnostic(
                        item.span_of("body").find_end(sentence.typed[: number.start + 1]),
                        "number-without-figure",
                        f"no figure of a passage cited here is {number.typed!r}",
                        "Add it to content/figures.yaml with its status, date and origin; a count "
                        "of your own goes under own_numbers.",
                    )


def figures_cited(
    item: Cited, sentence: Sentence, held: dict[tuple[str, int], list[Figure]]
) -> list[Figure]:
    """Return the figures of the passages that *sentence* cites."""
    cited = [citation for citation in item.citations if citation.id in sentence.citations]
    return [figure for c in cited for figure in held.get((c.source, c.passage), [])]


def figures_shown(
    item: Cited, sentence: Sentence, held: dict[tuple[str, int], list[Figure]]
) -> list[tuple[Number, Figure]]:
    """Return the numbers of *sentence* that are figures, in its order, each with its figure."""
    figures = figures_cited(item, sentence, held)
    numbers = figure_numbers(item, sentence)
    return [(n, figure) for n in numbers if (figure := _figure_of(n, figures)) is not None]


def _figure_of(number: Number, figures: list[Figure]) -> Figure | None:
    return next((figure for figure in figures if number.key in figure.keys), None)


def figure_numbers(item: Cited, sentence: Sentence) -> list[Number]:
    """Return the numbers of *sentence* that can only be figures: no dates, no ordinals."""
    numbers = find_numbers(without_own_date(item, sentence.blanked))
    return [number for number in numbers if not _is_of_a_date(number, numbers)]


def _is_of_a_date(number: Number, numbers: tuple[Number, ...]) -> bool:
    key = number.key
    if key in MONTHS or key.endswith("."):
        return True
    if len(number.typed) == 4 and key.isdigit() and "1900" <= key <= "2100":
        return True
    if key.endswith("0s") and len(key) == 5 and key[:2] in ("19", "20"):
        return True
    after = number.start + len(number.typed) + 1
    is_day = any(other.start == after and other.key in MONTHS for other in numbers)
    return is_day and key.isdigit() and int(key) <= 31


def race_figures_fit(timeline: Timeline) -> Iterator[Diagnostic]:
    """A race shows shares and a lead of its own, the leader first, and not more than the whole."""
    for race in timeline.races:
        shares = [timeline.figure[name] for name in race.shares if name in timeline.figure]
        lead = [timeline.figure[race.lead]] if race.lead in timeline.figure else []
        wrong = [f for f in shares if f.measure != "share" or f.person is None or f.party is None]
        wrong += [f for f in lead if f.measure != "lead-in-votes"]
        wrong += [f for f in (*shares, *lead) if f.race != race.id]
        if wrong:
            yield Diagnostic(
                race.place_of("lead" if wrong[0] in lead else "shares"),
                "wrong-figure",
                f"the figure {wrong[0].id!r} is not one that this race can show",
                "A share has 'measure: share', a lead 'measure: lead-in-votes'; both name this "
                "race, and a share also its person and party.",
            )
        values = [figure.value for figure in shares]
        if values != sorted(values, reverse=True) or sum(values) > 100:
            yield _share_order(race)


def _share_order(race: Race) -> Diagnostic:
    return Diagnostic(
        race.place_of("shares"),
        "share-order",
        "these shares are not in order, or add up to more than 100",
        "Put the leader's share first, and check the values of both.",
    )


def figures_that_differ_are_explained(timeline: Timeline) -> Iterator[Diagnostic]:
    """Two figures on the same thing at the same hour agree, or a difference says why not."""
    explained = _explained(timeline)
    seen: dict[tuple[object, ...], Figure] = {}
    for figure in timeline.figures:
        first = seen.setdefault((figure.subject, figure.as_of.text), figure)
        if first.keys != figure.keys and not {first.id, figure.id} <= explained:
            yield Diagnostic(
                figure.place_of("value"),
                "unexplained-difference",
                f"{figure.id!r} says {plain(figure.value)}, {first.id!r} says {plain(first.value)}",
                "Name both in content/differences.yaml and say why they differ.",
            )


def _explained(timeline: Timeline) -> set[str]:
    """Return the figures that some difference names."""
    positions = (position for d in timeline.differences for position in d.positions)
    return {name for position in positions for name in position.figures}


def leads_follow_from_shares(timeline: Timeline) -> Iterator[Diagnostic]:
    """A lead in points agrees with the shares of the same article, or a difference says so."""
    explained = _explained(timeline)
    for lead in timeline.figures:
        points = computed_lead(timeline, lead)
        if points is None or lead.id in explained or follows(points, lead):
            continue
        yield Diagnostic(
            lead.place_of("value"),
            "wrong-sum",
            f"the shares of the same article make a lead of {plain(points)} points, "
            f"not {plain(lead.value)}",
            "If the article has it so, name the figure in content/differences.yaml.",
        )


def follows(points: Decimal, lead: Figure) -> bool:
    """Whether a printed lead says the same as *points*, rounded as it is printed.

    1.54 may be printed as 1.5 or 2, as more than 1 or almost 2; not as 1, and not as almost 1.
    """
    if lead.qualifier == "more-than":
        return points > lead.value
    is_rounded = round(points, -int(lead.value.as_tuple().exponent)) == lead.value
    return is_rounded and (lead.qualifier not in ("almost", "nearly") or points <= lead.value)


def computed_lead(timeline: Timeline, lead: Figure) -> Decimal | None:
    """Return the difference of the two shares of a lead in points, if there are two."""
    shares = shares_of_lead(timeline, lead)
    return shares[0] - shares[1] if len(shares) == 2 else None


def shares_of_lead(timeline: Timeline, lead: Figure) -> list[Decimal]:
    """Return the shares that belong to a lead in points, the larger first.

    They belong to it if they are of the same article, race, place and hour.
    """
    is_lead = lead.measure == "lead-in-points"
    return sorted(_shares(timeline).get(_circumstances(lead), ()), reverse=True) if is_lead else []


@lru_cache(maxsize=2)  # every lead asks for those of the same timeline
def _shares(timeline: Timeline) -> dict[Hashable, list[Decimal]]:
    shares: dict[Hashable, list[Decimal]] = defaultdict(list)
    for figure in timeline.figures:
        if figure.measure == "share":
            shares[_circumstances(figure)].append(figure.value)
    return dict(shares)


def _circumstances(figure: Figure) -> Hashable:
    return figure.source, figure.race, figure.spot, figure.hour, figure.person is None
