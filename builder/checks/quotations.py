"""Promises about quotations: in their passage, of fair length, and never put in a mouth.

Each function takes a timeline and yields what breaks its promise. Law: exactness. What cannot be
verified is not published.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from builder.checks.evidence import Witness, find_witnesses
from builder.models.content import Cited, Evidence
from builder.reading.timeline import Timeline
from builder.reports.diagnostics import Diagnostic, shorten
from builder.text.markup import quoted_words, split_sentences
from builder.text.words import count_words, find_numbers, fold_exact, say_number

SHORTEST, LONGEST = 4, 25
"""Words that a quotation may have."""
MOST_SHOWN = 12
"""Numbers of a passage that a remedy lists."""


def quotations_are_in_their_passages(timeline: Timeline) -> Iterator[Diagnostic]:
    """Every quotation stands, word for word and only once, in the passage that it names."""
    witnesses = find_witnesses(timeline)
    for _, citation in timeline.evidence():
        witness = witnesses.get(citation.source)
        if citation.quotation is None or witness is None or not _has_fair_length(citation):
            continue
        if not witness.has(citation.passage):
            continue  # another check says so
        if not witness.holds(citation.quotation, citation.passage):
            yield _not_in_passage(citation.quotation, citation, witnesses)
        elif not witness.is_unique(citation.quotation, citation.passage):
            yield Diagnostic(
                citation.place_of("quotation"),
                "quotation-not-unique",
                f"these words stand more than once in passage {citation.passage}",
                "Quote a word more, so that a link can point at them.",
            )


def _not_in_passage(
    quotation: str, citation: Evidence, witnesses: dict[str, Witness]
) -> Diagnostic:
    """Return the complaint about a quotation, at its first word that is not the article's."""
    place, hint = citation.place_of("quotation"), _where_else(quotation, citation, witnesses)
    nearest = witnesses[citation.source].nearest(quotation)
    if not hint and nearest:
        hint = f"Nearest is passage {nearest[0]} of {citation.source!r}"
        *before, last = nearest[1].split() or [""]
        if last and not fold_exact(quotation).startswith(nearest[1]):
            # The three words before the last are the end of a run that is there.
            place = citation.span_of("quotation").find_end(nearest[1])
            place = replace(place, column=max(1, place.column - len(last) + 1))
            hint += f": after {' '.join(before)!r} it does not go on with {last!r}"
        elif last:
            hint += f"; your words {nearest[1]!r} are not there"
        hint += "."
    return Diagnostic(
        place,
        "quotation-not-in-passage",
        f"these words are not in passage {citation.passage} of {citation.source!r}",
        hint or _numbers_instead(quotation, citation, witnesses[citation.source]),
    )


def _where_else(quotation: str, citation: Evidence, witnesses: dict[str, Witness]) -> str:
    """Return which other passage holds the quotation, the article's own passages first."""
    for source, witness in sorted(witnesses.items(), key=lambda item: item[0] != citation.source):
        if places := witness.places_of(quotation):
            return f"They stand in passage {places[0]} of {source!r}."
    return ""


def _numbers_instead(quotation: str, citation: Evidence, witness: Witness) -> str:
    """Return what can be said of words that no passage shares: which numbers are really there."""
    held = witness.numbers(citation.passage)
    missing = [number.typed for number in find_numbers(quotation) if number.key not in held]
    if missing and held:
        numbers = ", ".join(map(say_number, sorted(held)[:MOST_SHOWN]))
        return f"This passage has no {missing[0]!r}; its numbers are: {numbers}."
    return (
        f"No passage of {citation.source!r} has {SHORTEST} of these words in a row. Copy them from "
        "the article, or leave the quotation out."
    )


def quotations_have_a_fair_length(timeline: Timeline) -> Iterator[Diagnostic]:
    """A quotation is long enough to be found again and short enough to be a quotation."""
    for _, citation in timeline.evidence():
        if citation.quotation is not None and not _has_fair_length(citation):
            words = count_words(citation.quotation)
            yield Diagnostic(
                citation.place_of("quotation"),
                "quotation-length",
                f"a quotation of {words} {'word' if words == 1 else 'words'}",
                f"Quote {SHORTEST} to {LONGEST} words, or leave the quotation out.",
            )


def _has_fair_length(citation: Evidence) -> bool:
    return SHORTEST <= count_words(citation.quotation or "") <= LONGEST


def quoted_words_are_cited(timeline: Timeline) -> Iterator[Diagnostic]:
    """What a title or body puts in quotation marks is in a quotation cited there.

    Words that an article has in translation are nobody's exact words: they are never put in
    quotation marks, only shown with their citation as that article's.
    """
    for item in timeline.cited:
        everything = tuple(citation.id for citation in item.citations)
        yield from _quoted_words(
            timeline, item, item.heading_key, item.heading, item.heading, everything
        )
        for sentence in split_sentences(item.body):
            yield from _quoted_words(
                timeline, item, "body", sentence.typed, sentence.text, sentence.citations
            )


def _quoted_words(
    timeline: Timeline, item: Cited, key: str, typed: str, text: str, names: tuple[str, ...]
) -> Iterator[Diagnostic]:
    cited = [c for c in item.citations if c.id in names and c.quotation]
    for words in quoted_words(text):
        wanted = fold_exact(words).rstrip(".,!?")
        holding = [c for c in cited if wanted in fold_exact(c.quotation or "")]
        place = item.span_of(key).find(words, after=typed)
        if not holding:
            yield Diagnostic(
                place,
                "quoted-words-not-cited",
                f"no quotation cited here holds the words {shorten(words)!r}",
                "Add the quotation to the citation, or say it in your own words.",
            )
        elif all(_is_translation(timeline, citation) for citation in holding):
            yield Diagnostic(
                place,
                "translated-speech",
                f"{holding[0].source!r} has these words in translation: nobody said them so",
                "Say it in your own words, without quotation marks.",
            )


def _is_translation(timeline: Timeline, citation: Evidence) -> bool:
    source = timeline.source.get(citation.source)
    return source is not None and source.is_translation
