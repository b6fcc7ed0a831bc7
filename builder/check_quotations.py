"""Promises about quotations: in their passage, of fair length, and never put in a mouth.

Each function takes a timeline and yields what breaks its promise. Law: exactness. What cannot be
verified is not published.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.diagnostics import Diagnostic, shorten
from builder.evidence import Witness, find_witnesses
from builder.markup import quoted_words, split_sentences
from builder.model import Cited, Evidence
from builder.timeline import Timeline
from builder.words import count_words, fold_exact

SHORTEST, LONGEST = 4, 25
"""Words that a quotation may have."""


def quotations_are_in_their_passages(timeline: Timeline) -> Iterator[Diagnostic]:
    """Every quotation stands, word for word and only once, in the passage that it names."""
    witnesses = find_witnesses(timeline)
    for _, citation in timeline.evidence():
        witness = witnesses.get(citation.source)
        if citation.quotation is None or witness is None or not _has_fair_length(citation):
            continue
        place = citation.place_of("quotation")
        if not witness.holds(citation.quotation, citation.passage):
            yield Diagnostic(
                place,
                "quotation-not-in-passage",
                f"these words are not in passage {citation.passage} of {citation.source!r}",
                _where_else(citation.quotation, citation, witnesses),
            )
        elif not witness.is_unique(citation.quotation, citation.passage):
            yield Diagnostic(
                place,
                "quotation-not-unique",
                f"these words stand more than once in passage {citation.passage}",
                "Quote a word more, so that a link can point at them.",
            )


def _where_else(quotation: str, citation: Evidence, witnesses: dict[str, Witness]) -> str:
    for source, witness in sorted(witnesses.items(), key=lambda item: item[0] != citation.source):
        if places := witness.places_of(quotation):
            return f"They stand in passage {places[0]} of {source!r}."
    if nearest := witnesses[citation.source].nearest(quotation):
        number, words = nearest
        differs = f"; your words {words!r} are not there" if words else ""
        return f"Nearest is passage {number} of {citation.source!r}{differs}."
    return f"No passage of {citation.source!r} shares {SHORTEST} words in a row with them."


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
