"""Promises about sentences: each is bound to citations that hold its numbers.

Each function takes a timeline and yields what breaks its promise. Law: exactness. What cannot be
verified is not published.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from html import unescape

from builder.checks.evidence import Witness, find_witnesses
from builder.models.content import Citation, Cited, Event, Evidence, Race
from builder.reading.timeline import Timeline
from builder.reports.diagnostics import Diagnostic, Place, shorten
from builder.text.dates import Moment
from builder.text.markup import Sentence, split_sentences
from builder.text.words import MONTHS, Number, find_numbers, number_keys, say_number

MOST_SHOWN = 12
"""Numbers of a passage that a remedy lists."""


def sentences_have_citations(timeline: Timeline) -> Iterator[Diagnostic]:
    """Every sentence names, by markers, at least one citation that exists."""
    for item in timeline.cited:
        names = {citation.id for citation in item.citations}
        for sentence in split_sentences(item.body):
            span = item.span_of("body")
            if slip := _find_slip(sentence, names):
                yield _mistyped(span.find(slip[0], after=sentence.typed), slip)
            elif not sentence.citations:
                yield Diagnostic(
                    span.find_end(sentence.typed),
                    "sentence-without-citation",
                    f"nothing is cited for {shorten(sentence.text)!r}",
                    "End it with the marker of the citation that carries it: "
                    + " or ".join(f"[@{name}]" for name in sorted(names)),
                )
            for name in sentence.citations:
                if name not in names:
                    yield Diagnostic(
                        span.find(f"[@{name}]", after=sentence.typed),
                        "unknown-citation",
                        f"no citation of {item.id!r} is called {name!r}",
                        f"Its citations are: {', '.join(sorted(names))}.",
                    )


_SLIP = re.compile(r"(\[\s*@?\s*([\w-]+)\s*\]|\(\s*@\s*([\w-]+)\s*\)|\{\s*@\s*([\w-]+)\s*\})(?!\()")


def _find_slip(sentence: Sentence, names: set[str]) -> tuple[str, str] | None:
    """Return what looks like the marker of one of *names* but is none, and the name."""
    for found in _SLIP.finditer(sentence.blanked):
        name = next(group for group in found.groups()[1:] if group)
        if name in names:
            return found[0], name
    return None


def _mistyped(place: Place, slip: tuple[str, str]) -> Diagnostic:
    typed, name = slip
    message = f"{typed!r} is not how a marker is written"
    return Diagnostic(place, "mistyped-marker", message, f"Write [@{name}].")


def texts_have_no_character_references(timeline: Timeline) -> Iterator[Diagnostic]:
    """A title or body shows the characters that were typed, so that no check is passed by.

    ``&#49;`` would be a 1 on the page that nobody has verified.
    """
    for item in timeline.cited:
        for key, text in ((item.heading_key, item.heading), ("body", item.body)):
            if found := re.search(r"&#?\w+;", text):
                yield Diagnostic(
                    item.span_of(key).find(found[0]),
                    "character-reference",
                    f"the character reference {found[0]!r} hides what stands on the page",
                    _type_itself(found[0]),
                )


def _type_itself(reference: str) -> str:
    """Return what to type instead of a character reference."""
    character = unescape(reference)
    is_shown = character != reference and character.isprintable() and not character.isspace()
    return f"Type {character} itself." if is_shown else "Type the character itself."


def citations_carry_one_sentence(timeline: Timeline) -> Iterator[Diagnostic]:
    """Every citation carries one sentence, and no second one.

    So a marker that gets lost is always noticed. A passage that carries two sentences is cited
    twice.
    """
    for item in timeline.cited:
        sentences = split_sentences(item.body)
        uses = Counter(name for s in sentences for name in set(s.citations))
        names = {citation.id for citation in item.citations}
        slips = {slip[1] for s in sentences if (slip := _find_slip(s, names))}
        for position, citation in enumerate(item.citations):
            if not uses[citation.id] and citation.id not in slips:
                yield _unused(item, position, uses)
            elif uses[citation.id] > 1:
                yield Diagnostic(
                    citation.place_of("id"),
                    "shared-citation",
                    f"the citation {citation.id!r} carries more than one sentence",
                    f"Cite the passage once more, as {citation.id}-2 for example, for the second.",
                )


def _unused(item: Cited, position: int, uses: Counter[str]) -> Diagnostic:
    """Return the complaint about a citation without a sentence, and where its marker belongs."""
    name = item.citations[position].id
    first, last = (
        next((c.id for c in citations if uses[c.id]), None)
        for citations in (item.citations[:position][::-1], item.citations[position + 1 :])
    )
    span = item.span_of("body")
    above = span.find(f"[@{first}]" if first else item.body.split("[@")[0]).line
    below = span.find(f"[@{last}]").line if last else span.find_end(item.body).line
    where = f"on line {above}" if above == below else f"between lines {above} and {below}"
    return Diagnostic(
        item.citations[position].place_of("id"),
        "unused-citation",
        f"no sentence is bound to the citation {name!r}",
        f"Put [@{name}] after the sentence that it carries, {where}, or delete it.",
    )


def citations_are_in_order(timeline: Timeline) -> Iterator[Diagnostic]:
    """Citations are listed in the order in which the text uses them.

    So that the place of a lost marker is known.
    """
    for item in timeline.cited:
        order = [name for s in split_sentences(item.body) for name in s.citations]
        listed = [citation for citation in item.citations if citation.id in order]
        wanted = sorted(listed, key=lambda citation: order.index(citation.id))
        for citation, other in zip(listed, wanted, strict=True):
            if citation.id != other.id:
                yield Diagnostic(
                    citation.place_of("id"),
                    "citation-order",
                    f"the text uses the citation {other.id!r} before {citation.id!r}",
                    f"List the citations in the order of the text: {other.id!r} belongs here.",
                )
                break


def numbers_are_in_their_passages(timeline: Timeline) -> Iterator[Diagnostic]:
    """Every number of a title or sentence, in digits or words, is in a passage cited there.

    The event's own date and the numbers listed under ``own_numbers`` are aside.
    """
    witnesses = find_witnesses(timeline)
    for item in timeline.cited:
        aside = number_keys(own.number for own in item.own_numbers)
        heading = Sentence(item.heading, item.heading, tuple(c.id for c in item.citations))
        sentences = [(item.heading_key, heading)]
        sentences += [("body", sentence) for sentence in split_sentences(item.body)]
        names = {citation.id for citation in item.citations}
        for key, sentence in sentences:
            numbers = find_numbers(without_own_date(item, sentence.blanked))
            if not numbers or _find_slip(sentence, names):
                continue  # what it cites is not known before its marker is mended
            known = aside | numbers_cited(item, sentence.citations, witnesses)
            for number in numbers:
                if number.key not in known and _is_checkable(item, sentence, witnesses):
                    yield _not_in_passage(item, key, sentence, number, witnesses)


def without_own_date(item: Cited, text: str) -> str:
    """Return *text* with the item's own date blanked out, wherever it is written out in words.

    The day counts as its date only beside the month, so that no other number can pass as it.
    """
    if not isinstance(item, Event | Race):
        return text
    for moment in (item.date.start, item.date.end):
        if MONTHS[moment.first.month - 1] in text or str(moment.first.year) in text:
            text = _written(moment).sub(lambda found: " " * len(found[0]), text)
    return text


@cache
def _written(moment: Moment) -> re.Pattern[str]:
    """Return the forms in which a date is written out."""
    day, month, year = moment.first.day, MONTHS[moment.first.month - 1], moment.first.year
    forms = {
        "day": rf"{day} {month}(?: {year})?|{month} {day}(?:, {year})?",
        "month": rf"{month}(?: {year})?",
        "year": "(?!)",
        "decade": "(?!)",
    }[moment.precision]
    return re.compile(rf"\b(?:{forms}|{month} {year}|{year})\b")


def numbers_cited(
    item: Cited, names: tuple[str, ...], witnesses: dict[str, Witness]
) -> frozenset[str]:
    """Return the keys of the numbers for which the citations called *names* vouch.

    A quotation that holds numbers vouches for these alone; else the whole passage does.
    """
    cited = [c for c in item.citations if c.id in names and c.source in witnesses]
    return frozenset().union(*(vouched_numbers(c, witnesses[c.source]) for c in cited))


def vouched_numbers(citation: Evidence, witness: Witness) -> frozenset[str]:
    """Return the keys of the numbers for which one citation vouches."""
    quotation = citation.quotation or ""
    quoted = number_keys([quotation])
    if quoted and witness.holds(quotation, citation.passage):
        return quoted
    return witness.numbers(citation.passage)


def _is_checkable(item: Cited, sentence: Sentence, witnesses: dict[str, Witness]) -> bool:
    """Whether all evidence of *sentence* is at hand; where it isn't, another check says so."""
    cited = [c for c in item.citations if c.id in sentence.citations]
    return bool(cited) and all(
        c.source in witnesses and witnesses[c.source].has(c.passage) for c in cited
    )


def _not_in_passage(
    item: Cited, key: str, sentence: Sentence, number: Number, witnesses: dict[str, Witness]
) -> Diagnostic:
    """Return the complaint about a number that no passage cited for its sentence holds."""
    cited = [c for c in item.citations if c.id in sentence.citations]
    held = sorted({_what_it_holds(c, witnesses[c.source]) for c in cited})
    return Diagnostic(
        item.span_of(key).find_end(sentence.typed[: number.start + 1]),
        "number-not-in-passage",
        f"nothing cited here holds the number {number.typed!r}",
        f"Cited here: {'; '.join(held)}. {_where_it_stands(cited, number, witnesses)}",
    )


def _what_it_holds(citation: Evidence, witness: Witness) -> str:
    """Return a citation with the numbers for which it vouches."""
    numbers = sorted(vouched_numbers(citation, witness))
    shown = ", ".join(map(say_number, numbers[:MOST_SHOWN])) + (
        " …" if numbers[MOST_SHOWN:] else ""
    )
    return f"passage {citation.passage} of {citation.source!r}, which holds {shown or 'no number'}"


def _where_it_stands(cited: list[Citation], number: Number, witnesses: dict[str, Witness]) -> str:
    """Return the likely remedy: the passage that has the number, if one of these articles does."""
    for citation in cited:
        if number.key in witnesses[citation.source].numbers(citation.passage):
            return f"Passage {citation.passage} has it, the words quoted don't: quote more of it."
    for source in sorted({citation.source for citation in cited}):
        for passage in witnesses[source].fingerprint.passages:
            if number.key in witnesses[source].numbers(passage.number):
                return f"It stands in passage {passage.number} of {source!r}: cite that one too."
    return "Correct the number, cite its passage, or say under own_numbers where it comes from."


def own_numbers_are_needed(timeline: Timeline) -> Iterator[Diagnostic]:
    """An exemption from the numbers check is removed when nothing needs it any more."""
    witnesses = find_witnesses(timeline)
    for item in timeline.cited:
        if not item.own_numbers:
            continue
        held = numbers_cited(item, tuple(c.id for c in item.citations), witnesses)
        texts = [item.heading, *(s.text for s in split_sentences(item.body))]
        used = number_keys(without_own_date(item, text) for text in texts)
        for own in item.own_numbers:
            keys = number_keys([own.number])
            if not keys or not keys <= used or keys <= held:
                yield Diagnostic(
                    own.place_of("number"),
                    "stale-exemption",
                    f"the number {own.number!r} needs no exemption here",
                    "Delete it from own_numbers.",
                )
