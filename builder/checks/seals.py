"""Promises about source records, their fingerprints and the documents behind them.

Each function takes a timeline and yields what breaks its promise. Some can only be kept on a
machine that has the articles; they say nothing where a text is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.models.records import Source
from builder.reading.fingerprints import SEALS, Fingerprint, seal
from builder.reading.timeline import Timeline
from builder.reports.diagnostics import Diagnostic, Place
from builder.text.words import fold_exact

SEAL = (
    "Run 'python build.py seal' on a machine that has the articles, and commit what it writes: "
    "with a fingerprint every clone can verify quotations and numbers."
)


def records_match_their_fingerprints(timeline: Timeline) -> Iterator[Diagnostic]:
    """Every source is sealed: same document, same passages, same number of words."""
    for source in timeline.sources:
        found = timeline.fingerprints.get(source.id)
        if found is not None:
            yield from _matches(source, found)
        elif f"{SEALS}/{source.id}" not in timeline.whole.left_out:
            message = f"{source.id!r} has no fingerprint in {SEALS}/"
            yield Diagnostic(source.place_of("id"), "missing-fingerprint", message, SEAL)
    for name in sorted(timeline.fingerprints):
        if name in timeline.source or name in timeline.whole.left_out:
            continue
        yield Diagnostic(
            Place(f"{SEALS}/{name}.json"),
            "stray-fingerprint",
            f"no source is called {name!r}",
            f"Delete this file, or put its record back: seeds/{name}.yaml.",
        )


def _matches(source: Source, found: Fingerprint) -> Iterator[Diagnostic]:
    numbers = [passage.number for passage in source.passages]
    words = sum(passage.words for passage in found.passages)
    if found.sha256 != source.document.sha256 or found.source != source.id:
        place = source.document.place_of("sha256")
        message = "the fingerprint was made from another document"
        yield Diagnostic(place, "stale-fingerprint", message, SEAL)
    elif numbers != [passage.number for passage in found.passages]:
        yield Diagnostic(
            source.place_of("passages"),
            "passage-count",
            f"the document has {len(found.passages)} passages; here are {len(numbers)}, or they "
            "are not in order",
            "List every non-empty line of the document, numbered from 1.",
        )
    elif source.document.words != words:
        place = source.document.place_of("words")
        message = f"the document has {words} words, not {source.document.words}"
        yield Diagnostic(place, "word-count", message, f"Write 'words: {words}'.")


def documents_are_the_recorded_ones(timeline: Timeline) -> Iterator[Diagnostic]:
    """With the texts at hand: each is the recorded document, and its fingerprint is current."""
    for source in timeline.sources:
        article = timeline.articles.get(source.id)
        if article is None:
            continue
        found = timeline.fingerprints.get(source.id)
        if article.sha256 != source.document.sha256:
            yield Diagnostic(
                source.document.place_of("sha256"),
                "changed-document",
                f"the text at hand is not the recorded one: its SHA-256 is {article.sha256}",
                "Put the recorded text back; or, if this is the right one, write its SHA-256 here "
                "and run 'python build.py seal'.",
            )
        elif found and found != seal(source.id, article.sha256, article.passages):
            yield Diagnostic(
                source.document.place_of("sha256"),
                "stale-fingerprint",
                "the fingerprint is not the one that 'seal' makes of this document",
                SEAL,
            )


def variants_are_in_their_articles(timeline: Timeline) -> Iterator[Diagnostic]:
    """With the texts at hand: every form of a name stands in the articles it is said to be in."""
    for variant in timeline.variants():
        for at, source in enumerate(variant.sources):
            article = timeline.articles.get(source)
            form = re.compile(rf"(?<!\w){re.escape(fold_exact(variant.form))}(?!\w)")
            if article and not any(form.search(fold_exact(text)) for text in article.passages):
                yield Diagnostic(
                    variant.place_of("sources", at),
                    "variant-not-found",
                    f"{source!r} does not hold the form {variant.form!r}",
                    "Write the form exactly as the article has it, or take it off the list.",
                )
