"""Words or a number -> the passages that hold them, each with the citation ready to paste.

Takes what an editor looks for and the timeline; gives matches, and the words in which they are
told. Numbers and quotations are found through the fingerprints, so without the articles too; other
words in the gists, and in the texts at hand. Law: what stands nowhere is not found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from textwrap import fill

from builder.checks.evidence import Witness, find_witnesses
from builder.checks.quotations import LONGEST, SHORTEST
from builder.models.records import Passage, Source
from builder.reading.timeline import Timeline
from builder.text.words import (
    MONTHS,
    count_words,
    find_numbers,
    fold_exact,
    fold_letters,
    loose_words,
    number_keys,
    tokenize,
)
from builder.text.yaml_text import WIDTH, citation, one_line

_IN_PASSING = {
    "a", "an", "and", "at", "by", "for", "from", "had", "has", "in", "is", "it", "of", "on", "or",
    "that", "the", "to", "was", "with",
}  # fmt: skip
"""Words that gists leave out as often as not."""
_GROUPED_BY_POINTS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_MARKS = "\"'`“”„‟‘’‚‛«»‹› "
"""Quotation marks, and the space that French puts beside them, around what is looked for."""
_EXCERPT = 8
"""Words shown on each side of the first word found."""


@dataclass(frozen=True)
class Term:
    """One thing looked for: a word as it is folded, or a number by its keys."""

    typed: str
    words: tuple[str, ...] = ()
    keys: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Match:
    """A passage that holds everything looked for."""

    source: Source
    passage: Passage
    is_verbatim: bool
    is_unique: bool
    excerpt: str
    used_by: tuple[str, ...]


def find_passages(query: str, timeline: Timeline) -> list[Match]:
    """Return the passages that hold *query*, those that hold it word for word first."""
    query = strip_marks(query)
    terms, witnesses = read_terms(query), find_witnesses(timeline)
    found = [
        _match(source, passage, query, terms, timeline, witnesses.get(source.id))
        for source in timeline.sources
        for passage in source.passages
        if _holds(query, terms, passage, witnesses.get(source.id))
    ]
    return sorted(found, key=lambda match: not match.is_verbatim)


def strip_marks(query: str) -> str:
    """Return what is looked for without the quotation marks it was typed or copied in."""
    return one_line(query).strip(_MARKS)


def read_terms(query: str) -> tuple[Term, ...]:
    """Return what is looked for, numbers and words apart; words in passing only if alone."""
    numbers = find_numbers(query)
    rest = query
    for number in reversed(numbers):
        end = number.start + len(number.typed)
        rest = f"{rest[: number.start]} {rest[end:]}"
    terms = [Term(n.typed, tuple(loose_words(n.typed)), _keys(n.typed, n.key)) for n in numbers]
    words = [Term(word, (word,), _month(word)) for word in loose_words(rest)]
    weighty = [word for word in words if word.typed not in _IN_PASSING]
    return (*terms, *(weighty or (() if terms else words)))


def _keys(typed: str, key: str) -> frozenset[str]:
    """Return what a number is compared by; 13.000 may be thirteen, or thirteen thousand."""
    grouped = {typed.replace(".", "")} if _GROUPED_BY_POINTS.fullmatch(typed) else set()
    return frozenset({key} | grouped)


def _month(word: str) -> frozenset[str]:
    return frozenset({word.capitalize()} & set(MONTHS))


def _holds(query: str, terms: tuple[Term, ...], passage: Passage, witness: Witness | None) -> bool:
    if witness and witness.holds(query, passage.number):
        return True
    texts = [passage.gist or passage.furniture or "", _text_of(passage, witness)]
    words = {word for text in texts for word in loose_words(text)}
    keys = number_keys(texts) | (witness.numbers(passage.number) if witness else frozenset())
    return bool(terms) and all(_has(term, words, keys) for term in terms)


def _has(term: Term, words: set[str], keys: frozenset[str]) -> bool:
    """Whether a number is there by its key, or each word, as itself or as another's beginning."""
    if term.keys & keys:
        return True
    is_number = bool(term.keys) and not term.keys & set(MONTHS)
    return not is_number and all(_is_among(word, words) for word in term.words)


def _is_among(word: str, words: set[str]) -> bool:
    return word in words or (len(word) > 2 and any(other.startswith(word) for other in words))


def _text_of(passage: Passage, witness: Witness | None) -> str:
    texts = witness.passages if witness and witness.passages else ()
    return texts[passage.number - 1] if passage.number <= len(texts) else ""


def _match(
    source: Source,
    passage: Passage,
    query: str,
    terms: tuple[Term, ...],
    timeline: Timeline,
    witness: Witness | None,
) -> Match:
    is_verbatim = bool(witness and witness.holds(query, passage.number))
    is_unique = bool(is_verbatim and witness and witness.is_unique(query, passage.number))
    excerpt = _excerpt(_text_of(passage, witness), query if is_verbatim else "", terms)
    used_by = _users(timeline, source.id, passage.number)
    return Match(source, passage, is_verbatim, is_unique, excerpt, used_by)


def _users(timeline: Timeline, source: str, number: int) -> tuple[str, ...]:
    """Return the events that cite a passage, drafts named as such."""
    return tuple(
        event.id + (" (draft)" if event.status == "draft" else "")
        for event in timeline.events
        if any((c.source, c.passage) == (source, number) for c in event.citations)
    )


def _excerpt(text: str, quotation: str, terms: Iterable[Term]) -> str:
    """Return the words of *text* around the first that is looked for."""
    text = one_line(text)
    at = fold_exact(text).find(fold_exact(quotation)) if quotation else -1
    tokens = tokenize(text)
    hits = [i for i, token in enumerate(tokens) if token.start >= at >= 0]
    hits = hits or [i for i, token in enumerate(tokens) if _is_looked_for(token.text, terms)]
    if not hits:
        return ""
    first, last = max(0, hits[0] - _EXCERPT), min(len(tokens) - 1, hits[0] + _EXCERPT)
    shown = text[tokens[first].start : tokens[last].end]
    return f"{'… ' if first else ''}{shown}{' …' if last < len(tokens) - 1 else ''}"


def _is_looked_for(word: str, terms: Iterable[Term]) -> bool:
    folded, keys = set(loose_words(word)), number_keys([word])
    return any(_has(term, folded, keys) for term in terms)


# ---- as it is told -------------------------------------------------------------------------


def tell_matches(matches: Iterable[Match], query: str) -> str:
    """Return what an editor reads of the passages found."""
    return "\n\n".join("\n".join(_tell(match, query)) for match in matches)


def _tell(match: Match, query: str) -> Iterator[str]:
    source, passage = match.source, match.passage
    yield f"{source.letter}{passage.number}  {source.name}, passage {passage.number} ({source.id})"
    if passage.furniture is not None:
        yield f"    page furniture, not to be cited: {one_line(passage.furniture)}"
        return
    yield fill(one_line(passage.gist or ""), WIDTH, initial_indent="    ", subsequent_indent="    ")
    if match.excerpt:
        yield f"    text: {match.excerpt}"
    yield f"    cited by: {', '.join(match.used_by) or 'no event yet'}"
    if match.is_verbatim and not match.is_unique:
        yield "    These words stand there more than once: quote a word more."
    name = f"{source.letter.lower()}{passage.number}"
    yield citation(name, source.id, passage.number, _quotation(match, query)).rstrip("\n")


def _quotation(match: Match, query: str) -> str:
    """Return what was looked for if it can be quoted from the passage as it is."""
    words = fold_exact(strip_marks(query))
    return words if match.is_unique and SHORTEST <= count_words(words) <= LONGEST else ""


def tell_nothing(query: str, timeline: Timeline) -> str:
    """Return what was searched in vain, and the words there that come near."""
    articles = len(timeline.articles)
    where = f"the gists of {len(timeline.sources)} records, their numbers and runs of four words"
    where += f", and {articles} texts" if articles else "; the articles' texts are not at hand"
    lines = [f"No passage holds {strip_marks(query)!r}.", f"Searched: {where}."]
    near = [*_near_words(query, timeline)]
    if not near and len(read_terms(query)) > 1:
        near = ["Ask for fewer words: a passage has to hold them all."]
    return "\n".join([*lines, *near])


def _near_words(query: str, timeline: Timeline) -> Iterator[str]:
    passages = [passage.gist or "" for source in timeline.sources for passage in source.passages]
    passages += [text for article in timeline.articles.values() for text in article.passages]
    known = {word for text in passages for word in loose_words(text)}
    for word in dict.fromkeys(loose_words(query)):
        near = get_close_matches(word, sorted(known), n=3, cutoff=0.7)
        if near and not _is_among(word, known):
            yield f"Did you mean {' or '.join(near)} instead of {fold_letters(word)}?"
