"""What is asked of changes apart: published figures and quotations, and what carries a figure.

Takes timelines and their changes; gives what a correction has to account for. Law: only what was
published is of concern; a draft may change in silence.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from builder.checks.figures import figures_shown
from builder.reading.timeline import Timeline
from builder.reviewing.changes import ItemChange
from builder.reviewing.facets import identify
from builder.text.markup import split_sentences


@dataclass(frozen=True)
class QuotationChange:
    """A published quotation that is gone from an item, and what stands in its stead, or ''."""

    kind: str
    id: str
    old: str
    new: str


def changed_figures(changes: Iterable[ItemChange]) -> tuple[ItemChange, ...]:
    """Return the figures that readers may have relied on and that are no longer as they were."""
    return tuple(c for c in changes if c.kind == "figure" and c.verb != "added")


def changed_quotations(old: Timeline, new: Timeline) -> tuple[QuotationChange, ...]:
    """Return every published quotation that no longer stands in the item where it stood.

    A quotation that went to another sentence or passage of its item still stands there.
    """
    before, after = _quotations(old), _quotations(new)
    found = []
    for (kind, name), quoted in before.items():
        left = after.get((kind, name), Counter())
        gone, come = sorted((quoted - left).elements()), sorted((left - quoted).elements())
        pairs = zip_longest(gone, come[: len(gone)], fillvalue="")
        found += [QuotationChange(kind, name, *pair) for pair in pairs]
    return tuple(sorted(found, key=lambda change: (change.kind, change.id, change.old)))


def _quotations(timeline: Timeline) -> dict[tuple[str, str], Counter[str]]:
    """Return what is quoted in each item, by kind and id."""
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for item, evidence in timeline.without_drafts().evidence():
        if evidence.quotation:
            key = type(item).__name__.lower(), identify(item)
            found[key][" ".join(evidence.quotation.split())] += 1
    return found


def sentences_with_figures(timeline: Timeline) -> dict[str, list[tuple[str, str]]]:
    """Return for each figure the published sentences that show it, each with its item's id."""
    published = timeline.without_drafts()
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, figure, sentence in _shown_figures(published):
        if (name, sentence) not in found[figure]:
            found[figure].append((name, sentence))
    return found


def _shown_figures(timeline: Timeline) -> Iterator[tuple[str, str, str]]:
    """Yield the id of an item, of a figure, and the sentence of the item that shows it."""
    for item in timeline.cited:
        for sentence in split_sentences(item.body):
            for _, figure in figures_shown(item, sentence, timeline.figures_of):
                yield item.id, figure.id, " ".join(sentence.text.split())
