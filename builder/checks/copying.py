"""Promises about whose words we print, and that nothing the articles report is left out.

Each function takes a timeline and yields what breaks its promise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from builder.checks.evidence import COPIED_RUN, CopyFinder, find_witnesses
from builder.models.content import Cited, Evidence
from builder.models.fields import Located
from builder.models.figures import Figure
from builder.reading.timeline import Timeline
from builder.reports.diagnostics import Diagnostic
from builder.text.markup import without_quotations
from builder.text.words import count_words, find_numbers, fold_exact

OWN_BUDGET, SPEAKERS_BUDGET = 15, 25
"""Percent of an article's words that may be quoted: its own, and those of people it quotes."""

_NOT_OURS = {"quotation", "form", "file", "sha256", "url", "repository", "native_name"}
"""Keys that hold other people's words, names and addresses."""


def words_are_our_own(timeline: Timeline) -> Iterator[Diagnostic]:
    """Outside quotations no eight words in a row, names aside, are those of an article."""
    finder = _make_finder(timeline.whole)
    for item, key, text in _our_texts(timeline):
        for part in without_quotations(text):
            if copied := finder.find(part):
                first = " ".join(copied.words.split()[:3])
                yield Diagnostic(
                    item.span_of(key).find(first, loosely=True),
                    "copied-run",
                    f"{COPIED_RUN} words or more as in passage {copied.passage} of "
                    f"{copied.source!r}: {copied.words!r}",
                    "Say it in your own words, or quote it in a citation.",
                )
    for page in timeline.prose:
        if copied := finder.find(page.body):
            yield Diagnostic(
                page.place,
                "copied-run",
                f"{COPIED_RUN} words or more as in passage {copied.passage} of "
                f"{copied.source!r}: {copied.words!r}",
                "Say it in your own words.",
            )


@lru_cache(maxsize=2)  # asked for by every part of a timeline
def _make_finder(timeline: Timeline) -> CopyFinder:
    names = [item.name for item in timeline.named]
    names += [party.short_name for party in timeline.parties]
    names += [variant.form for variant in timeline.variants()]
    return CopyFinder(timeline.fingerprints.values(), names)


def _our_texts(timeline: Timeline) -> Iterator[tuple[Located, str, str]]:
    """Yield our texts, each with the item and the key under which it is typed."""
    for item in (*timeline.cited, *timeline.sources, *timeline.retired):
        yield from _texts_of(item)


def _texts_of(item: Located) -> Iterator[tuple[Located, str, str]]:
    for key, value in vars(item).items():
        if isinstance(value, str) and key not in _NOT_OURS:
            yield item, key, value
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Located):
                yield from _texts_of(part)


def quotations_stay_within_budget(timeline: Timeline) -> Iterator[Diagnostic]:
    """The whole site quotes at most 15 % of an article's own words and 25 % of its speakers'.

    Words count once, however often they are quoted.
    """
    evidence: dict[tuple[str, bool], list[Evidence]] = defaultdict(list)
    for _, item in timeline.evidence():
        evidence[item.source, bool(item.said_by)].append(item)
    for source in timeline.sources:
        for spoken, percent in ((False, OWN_BUDGET), (True, SPEAKERS_BUDGET)):
            quoted = _quotations_of(timeline, source.id, evidence[source.id, spoken])
            words = sum(count_words(quotation) for quotation in quoted)
            if words * 100 > percent * source.document.words:
                whose = "speakers'" if spoken else "own"
                yield Diagnostic(
                    list(quoted.values())[-1].place_of("quotation"),
                    "quotation-budget",
                    f"the site quotes {words} of the {source.document.words} words of "
                    f"{source.id!r} as its {whose} words: more than {percent} %",
                    "Shorten or remove quotations of this article: say more in words of ours.",
                )


def _quotations_of(
    timeline: Timeline, source: str, evidence: list[Evidence]
) -> dict[str, Evidence]:
    """Return what is truly quoted of a source, each once, without parts of longer quotations."""
    witness = find_witnesses(timeline).get(source)
    quoted = {
        fold_exact(item.quotation): item
        for item in evidence
        if item.quotation and witness and witness.holds(item.quotation, item.passage)
    }
    parts = {q for q in quoted for other in quoted if q != other and q in other}
    return {quotation: c for quotation, c in quoted.items() if quotation not in parts}


def passages_are_used(timeline: Timeline) -> Iterator[Diagnostic]:
    """Whatever an article reports is cited by something that is published."""
    cited: dict[str, set[int]] = defaultdict(set)
    drafted: dict[str, set[int]] = defaultdict(set)
    for item, citation in timeline.evidence():
        if not isinstance(item, Cited | Figure):
            continue
        is_draft = getattr(item, "status", "published") == "draft"
        (drafted if is_draft else cited)[citation.source].add(citation.passage)
    for source in timeline.sources:
        for passage in source.reported():
            if passage.number in cited[source.id]:
                continue
            only = passage.number in drafted[source.id]
            yield Diagnostic(
                passage.place_of("number"),
                "unused-passage",
                f"passage {passage.number} of {source.id!r} is cited "
                + ("only by a draft" if only else "nowhere"),
                "Publish the draft: delete its line 'status: draft'."
                if only
                else "Cite it in an event; if it reports nothing, write 'furniture: …' "
                "with the reason instead of its gist.",
            )


def gists_keep_the_figures(timeline: Timeline) -> Iterator[Diagnostic]:
    """A gist holds no number that its passage does not hold."""
    witnesses = find_witnesses(timeline)
    for source in timeline.sources:
        for passage in source.reported():
            if source.id not in witnesses or passage.gist is None:
                continue
            held = witnesses[source.id].numbers(passage.number)
            for number in find_numbers(passage.gist):
                if number.key not in held:
                    yield Diagnostic(
                        passage.span_of("gist").find(number.typed),
                        "gist-number",
                        f"passage {passage.number} does not hold the number {number.typed!r}",
                        "Write the number as the passage has it.",
                    )
