"""A promise about drafts: what the scaffold left to be written is written before it is published.

Takes a timeline; yields every sentence that is still the scaffold's.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.reading.timeline import Timeline
from builder.reports.diagnostics import Diagnostic
from builder.text.markup import split_sentences

PLACEHOLDER = "Say in your own words what this passage reports."
"""Stands for each sentence of a new event until an editor writes it."""


def sentences_are_written(timeline: Timeline) -> Iterator[Diagnostic]:
    """No sentence is the one that ``new event`` writes for a start."""
    for event in timeline.events:
        for sentence in split_sentences(event.body):
            if sentence.text == PLACEHOLDER:
                yield Diagnostic(
                    event.span_of("body").find(sentence.typed),
                    "unwritten-sentence",
                    "this sentence is still to be written",
                    "Say here what the cited passage reports, and keep the marker.",
                )
