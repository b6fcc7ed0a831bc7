"""Promises about what the project exists for: quotations, sentences and numbers.

Each function takes a timeline and yields what breaks its promise. Law: exactness. What cannot be
verified is not published.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from builder.diagnostics import Diagnostic
from builder.evidence import Witness, find_witnesses
from builder.markup import Sentence, quoted_words, split_sentences
from builder.model import Citation, Cited, Event, Race
from builder.timeline import Timeline
from builder.words import Number, count_words, find_numbers, fold_exact, number_keys

SHORTEST, LONGEST = 4, 25
"""Words that a quotation may have."""


def quotations_are_in_their_passages(timeline: Timeline) -> Iterator[Diagnostic]:
    """Every quotation stands, word for word and only once, in the passage that it names."""
    witnesses = find_witnesses(timeline)
    for _, citation in timeline.citations():
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


def _where_else(quotation: str, citation: Citation, witnesses: dict[str, Witness]) -> str:
    for source, witness in sorted(witnesses.items(), key=lambda item: item[0] != citation.source):
        if places := witness.places_of(quotation):
            return f"They stand in passage {places[0]} of {source!r}."
    if nearest := witnesses[citation.source].nearest(quotation):
        number, words = nearest
        differs = f"; there, {words!r} differs" if words else ""
        return f"Nearest is passage {number} of {citation.source!r}{differs}."
    return f"No passage of {citation.source!r} shares {SHORTEST} words in a row with them."


def quotations_have_a_fair_length(timeline: Timeline) -> Iterator[Diagnostic]:
    """A quotation is long enough to be found again and short enough to be a quotation."""
    for _, citation in timeline.citations():
        if citation.quotation is not None and not _has_fair_length(citation):
            words = count_words(citation.quotation)
            yield Diagnostic(
                citation.place_of("quotation"),
                "quotation-length",
                f"a quotation of {words} {'word' if words == 1 else 'words'}",
                f"Quote {SHORTEST} to {LONGEST} words, or leave the quotation out.",
            )


def _has_fair_length(citation: Citation) -> bool:
    return SHORTEST <= count_words(citation.quotation or "") <= LONGEST


def sentences_have_citations(timeline: Timeline) -> Iterator[Diagnostic]:
    """Every sentence names, by markers, at least one citation that exists."""
    for item in timeline.cited:
        names = {citation.id for citation in item.citations}
        for sentence in split_sentences(item.body):
            span = item.span_of("body")
            if not sentence.citations:
                yield Diagnostic(
                    span.find_end(sentence.typed),
                    "sentence-without-citation",
                    f"nothing is cited for {_shorten(sentence.text)!r}",
                    f"End it with a marker: {' '.join(f'[@{name}]' for name in sorted(names))}",
                )
            for name in sentence.citations:
                if name not in names:
                    yield Diagnostic(
                        span.find(f"[@{name}]", after=sentence.typed),
                        "unknown-citation",
                        f"no citation of {item.id!r} is called {name!r}",
                        f"Its citations are: {', '.join(sorted(names))}.",
                    )


def _shorten(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57].rsplit(' ', 1)[0]} …"


def citations_carry_one_sentence(timeline: Timeline) -> Iterator[Diagnostic]:
    """Every citation carries one sentence, or figures of a race, and no second sentence.

    So a marker that gets lost is always noticed. A passage that carries two sentences is cited
    twice.
    """
    for item in timeline.cited:
        uses = Counter(name for s in split_sentences(item.body) for name in set(s.citations))
        uses.update(set(_figure_citations(item)))
        for position, citation in enumerate(item.citations):
            if not uses[citation.id]:
                yield _unused(item, position, uses)
            elif uses[citation.id] > 1:
                yield Diagnostic(
                    citation.place_of("id"),
                    "shared-citation",
                    f"the citation {citation.id!r} carries more than one sentence or figure",
                    f"Cite the passage once more, as {citation.id}-2 for example, for the second.",
                )


def _unused(item: Cited, position: int, uses: Counter[str]) -> Diagnostic:
    """Return the complaint about a citation without a sentence, with where its marker may belong.

    Citations are listed in the order of the text, so a lost marker stood near its neighbours.
    """
    name = item.citations[position].id
    near = [c.id for c in item.citations[max(0, position - 1) : position + 2] if uses[c.id]]
    lines = sorted({item.span_of("body").find(f"[@{other}]").line for other in near})
    where = f" Its neighbours stand on line {' and '.join(map(str, lines))}." if lines else ""
    return Diagnostic(
        item.citations[position].place_of("id"),
        "unused-citation",
        f"no sentence is bound to the citation {name!r}",
        f"Put [@{name}] after the sentence that it carries, or delete it.{where}",
    )


def _figure_citations(item: Cited) -> list[str]:
    if not isinstance(item, Race):
        return []
    lead = [item.lead.citation] if item.lead else []
    return [*(share.citation for share in item.shares), *lead, *filter(None, [item.as_of_citation])]


def numbers_are_in_their_passages(timeline: Timeline) -> Iterator[Diagnostic]:
    """Every number of a title or sentence, in digits or words, is in a passage cited there.

    The event's own date and the numbers listed under ``own_numbers`` are aside.
    """
    witnesses = find_witnesses(timeline)
    for item in timeline.cited:
        aside = number_keys(own.number for own in item.own_numbers) | own_date(item)
        heading = Sentence(item.heading, item.heading, tuple(c.id for c in item.citations))
        sentences = [(item.heading_key, heading)]
        sentences += [("body", sentence) for sentence in split_sentences(item.body)]
        for key, sentence in sentences:
            known = aside | numbers_cited(item, sentence.citations, witnesses)
            for number in find_numbers(sentence.text):
                if number.key not in known and _is_checkable(item, sentence, witnesses):
                    yield not_in_passage(item, key, sentence, number)


def own_date(item: Cited) -> frozenset[str]:
    """Return the keys of the numbers by which the date of an event or race is written."""
    if not isinstance(item, Event | Race):
        return frozenset()
    days = [item.date.start, item.date.end]
    shown = [
        f"{day.first.day} {day.first:%B} {day.first.year}" for day in days if day.precision == "day"
    ]
    shown += [f"{day.first:%B} {day.first.year}" for day in days if day.precision == "month"]
    shown += [f"{day.first.year}" for day in days if day.precision == "year"]
    return number_keys(shown)


def numbers_cited(
    item: Cited, names: tuple[str, ...], witnesses: dict[str, Witness]
) -> frozenset[str]:
    """Return the keys of the numbers in the passages that the citations called *names* name."""
    cited = [c for c in item.citations if c.id in names and c.source in witnesses]
    return frozenset().union(*(witnesses[c.source].numbers(c.passage) for c in cited))


def _is_checkable(item: Cited, sentence: Sentence, witnesses: dict[str, Witness]) -> bool:
    """Whether all evidence of *sentence* is at hand; where it isn't, another check says so."""
    cited = [c for c in item.citations if c.id in sentence.citations]
    return bool(cited) and all(c.source in witnesses for c in cited)


def not_in_passage(item: Cited, key: str, sentence: Sentence, number: Number) -> Diagnostic:
    """Return the complaint about a number that no passage cited for its sentence holds."""
    passages = sorted(
        {f"{c.source}/{c.passage}" for c in item.citations if c.id in sentence.citations}
    )
    return Diagnostic(
        item.span_of(key).find(number.typed, after=sentence.typed),
        "number-not-in-passage",
        f"no passage cited here holds the number {number.typed!r}",
        f"Cited here: {', '.join(passages)}. Correct the number, cite its passage, "
        "or say under own_numbers where it comes from.",
    )


def own_numbers_are_needed(timeline: Timeline) -> Iterator[Diagnostic]:
    """An exemption from the numbers check is removed when nothing needs it any more."""
    witnesses = find_witnesses(timeline)
    for item in timeline.cited:
        held = numbers_cited(item, tuple(c.id for c in item.citations), witnesses)
        used = number_keys([item.heading, *(s.text for s in split_sentences(item.body))])
        for own in item.own_numbers:
            keys = number_keys([own.number])
            if not keys or not keys <= used or keys <= held | own_date(item):
                yield Diagnostic(
                    own.place_of("number"),
                    "stale-exemption",
                    f"the number {own.number!r} needs no exemption here",
                    "Delete it from own_numbers.",
                )


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
                f"no quotation cited here holds the words {_shorten(words)!r}",
                "Add the quotation to the citation, or say it in your own words.",
            )
        elif all(_is_translation(timeline, citation) for citation in holding):
            yield Diagnostic(
                place,
                "translated-speech",
                f"{holding[0].source!r} has these words in translation: nobody said them so",
                "Say it in your own words, without quotation marks.",
            )


def _is_translation(timeline: Timeline, citation: Citation) -> bool:
    source = timeline.source.get(citation.source)
    return source is not None and source.is_translation
