"""What the articles hold: quotations, numbers, and runs of words that our text shares.

Takes a timeline's fingerprints and, where an editor has them, the texts; gives answers about
single quotations, numbers and runs of words. Law: exact after NFC, white space and quotation
marks; never fuzzy; with the text at hand both the fingerprint and the text must agree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import groupby

from builder.reading.fingerprints import RUN, Fingerprint, hash_runs
from builder.reading.timeline import Timeline
from builder.text.words import exact_runs, fold_exact, loose_words, number_keys

COPIED_RUN = 8
"""Words in a row, names aside, that our text may not share with an article."""


@dataclass(frozen=True)
class Witness:
    """One article as evidence: its fingerprint, and its passages where the text is at hand."""

    fingerprint: Fingerprint
    passages: tuple[str, ...] | None

    def has(self, passage: int) -> bool:
        """Whether there is a passage of that number."""
        return passage in self.fingerprint.by_number

    def holds(self, quotation: str, passage: int) -> bool:
        """Whether *quotation* stands in the passage, word for word."""
        printed = self.fingerprint.by_number.get(passage)
        runs = self.hashes(quotation)
        if printed is None or not runs or any(run not in printed.exact_counts for run in runs):
            return False
        return self.passages is None or fold_exact(quotation) in self._text(passage)

    def is_unique(self, quotation: str, passage: int) -> bool:
        """Whether *quotation* stands in the passage only once."""
        counts = self.fingerprint.by_number[passage].exact_counts
        return any(counts[run] == 1 for run in self.hashes(quotation))

    def places_of(self, quotation: str) -> list[int]:
        """Return the numbers of all passages in which *quotation* stands."""
        return [number for number in self.fingerprint.by_number if self.holds(quotation, number)]

    def nearest(self, quotation: str) -> tuple[int, str] | None:
        """Return the passage that shares most of *quotation*, and the first words that differ."""
        runs, hashes = exact_runs(quotation, RUN), self.hashes(quotation)
        shared = {
            passage.number: [run in passage.exact_counts for run in hashes]
            for passage in self.fingerprint.passages
        }
        best = max(shared, key=lambda number: sum(shared[number]), default=0)
        if not best or not any(shared[best]):
            return None
        differing = (run for run, there in zip(runs, shared[best], strict=True) if not there)
        return best, next(differing, "")

    def numbers(self, passage: int) -> frozenset[str]:
        """Return the keys of the numbers that the passage holds."""
        return self._numbers.get(passage, frozenset())

    def hashes(self, quotation: str) -> tuple[str, ...]:
        """Return the hashes of the quotation's runs of four words."""
        return _hash_runs(quotation, self.fingerprint.salt)

    @cached_property
    def _numbers(self) -> dict[int, frozenset[str]]:
        printed = {p.number: frozenset(p.numbers) for p in self.fingerprint.passages}
        if self.passages is None:
            return printed
        return {at: keys & number_keys([self._text(at)]) for at, keys in printed.items()}

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        return tuple(map(fold_exact, self.passages or ()))

    def _text(self, passage: int) -> str:
        return self._texts[passage - 1] if 0 < passage <= len(self._texts) else ""


@cache  # a quotation is looked for by several checks
def _hash_runs(quotation: str, salt: str) -> tuple[str, ...]:
    return tuple(hash_runs(exact_runs(quotation, RUN), salt))


def find_witnesses(timeline: Timeline) -> dict[str, Witness]:
    """Return the evidence at hand, by the id of its source."""
    return _find_witnesses(timeline.whole)


@lru_cache(maxsize=2)  # every check asks for those of the timeline that is checked
def _find_witnesses(timeline: Timeline) -> dict[str, Witness]:
    return {
        name: Witness(fingerprint, article.passages if article else None)
        for name, fingerprint in timeline.fingerprints.items()
        for article in (timeline.articles.get(name),)
    }


@dataclass(frozen=True)
class Copied:
    """A run of words that a text shares with a passage."""

    words: str
    source: str
    passage: int


class CopyFinder:
    """Finds runs of words that a text shares with the articles, however it is punctuated."""

    def __init__(self, fingerprints: Iterable[Fingerprint], names: Iterable[str]) -> None:
        self._indexes = _index_runs(tuple(fingerprints))
        self._names = frozenset(word for name in names for word in loose_words(name))
        self._found: dict[str, Copied | None] = {}

    def find(self, text: str) -> Copied | None:
        """Return the first run of eight words, names aside, that *text* shares with a passage."""
        if text not in self._found:  # many texts are the same few words
            self._found[text] = self._find(loose_words(text))
        return self._found[text]

    def _find(self, words: list[str]) -> Copied | None:
        if len(words) < COPIED_RUN:
            return None
        runs = [" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)]
        for salt, index in self._indexes.items():
            hits = [index.passages_with(run) for run in hash_runs(runs, salt)]
            if sum(map(bool, hits)) <= COPIED_RUN - RUN:  # in eight words are five runs
                continue
            for source, number in sorted(set().union(*hits)):
                if run := self._long_run(words, [(source, number) in hit for hit in hits]):
                    return Copied(run, source, number)
        return None

    def _long_run(self, words: list[str], shared: list[bool]) -> str:
        """Return the words of the first unbroken stretch of shared runs that is too long."""
        for is_shared, group in groupby(enumerate(shared), key=lambda item: item[1]):
            if is_shared:
                positions = [position for position, _ in group]
                run = words[positions[0] : positions[-1] + RUN]
                if sum(word not in self._names for word in run) >= COPIED_RUN:
                    return " ".join(run)
        return ""


Name = tuple[str, int]
"""A passage by the id of its source and its number."""


class _Index:
    """In which passages each run occurs. Most occur in one: the others are kept apart."""

    def __init__(self) -> None:
        self._first: dict[str, Name] = {}
        self._others: dict[str, list[Name]] = defaultdict(list)

    def add(self, passage: Name, runs: Iterable[str]) -> None:
        """Add the runs of a passage."""
        for run in runs:
            if self._first.setdefault(run, passage) is not passage:
                self._others[run].append(passage)

    def passages_with(self, run: str) -> tuple[Name, ...]:
        """Return the passages in which *run* occurs."""
        first = self._first.get(run)
        return (first, *self._others.get(run, ())) if first else ()


@lru_cache(maxsize=2)  # the articles change far less often than what is written about them
def _index_runs(fingerprints: tuple[Fingerprint, ...]) -> dict[str, _Index]:
    """Return for each salt in which passages each run occurs."""
    indexes: dict[str, _Index] = defaultdict(_Index)
    for print_ in fingerprints:
        for passage in print_.passages:
            indexes[print_.salt].add((print_.source, passage.number), passage.loose)
    return dict(indexes)
