"""What is cited: each article, and each entry of ours, as one neutral value.

Takes source records; gives ``Entry`` values from which ``bibliography_forms`` writes CSL-JSON,
BibLaTeX and RIS. Law: what a record does not know is left out, and what it only infers is said in
the note, never in the field itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from builder.models.records import Source
from builder.reading.timeline import Timeline
from builder.text.dates import PartialDate
from builder.views.addresses import Addresses
from builder.views.paths import source_path
from builder.views.wording import Wording

EntryKind = Literal["article", "webpage", "document"]
"""A newspaper's article, a page of ours, or a text whose origin is not known."""


@dataclass(frozen=True)
class Entry:
    """Something that can be cited. A text that is not known is ''."""

    key: str
    kind: EntryKind
    title: str
    container: str
    """The newspaper or site in which it appeared."""
    issued: PartialDate | None
    url: str
    language: str
    note: str
    related: tuple[str, ...] = ()
    """Keys of the articles that it rests on."""


def article_entry(source: Source, wording: Wording, addresses: Addresses) -> Entry:
    """Return the article that *source* records, known as exactly as the record knows it."""
    is_found = source.address.certainty != "none"
    is_seen = source.address.certainty == "exact"
    # Where neither title nor newspaper is known, a cataloguer's brackets say: this name is ours.
    supplied = "" if is_found else f"[{source.name}]"
    return Entry(
        source.id,
        "article" if is_found else "document",
        source.title or supplied,
        source.publisher if is_found else "",
        source.published.date,
        (source.address.url or "") if is_seen else "",
        source.language,
        " ".join(_remarks(source, wording, addresses)),
    )


def article_entries(timeline: Timeline, wording: Wording, addresses: Addresses) -> list[Entry]:
    """Return every article of the timeline, in the order of their letters."""
    return [article_entry(source, wording, addresses) for source in timeline.sources]


def _remarks(source: Source, wording: Wording, addresses: Addresses) -> Iterator[str]:
    """Yield in words what a reader of the entry should know of it."""
    say = wording.say
    if source.title_basis:
        yield say("bibliography.title-basis", basis=source.title_basis)
    if source.published.basis == "inferred":
        when = wording.when(source.published.date).text
        yield say("bibliography.inferred-date", when=when, basis=source.published.source)
    certainty = source.address.certainty
    if certainty != "exact":
        yield say(f"bibliography.address-{certainty}", address=source.address.url or "")
    if source.translation:
        chain = (str(wording.locale.languages.get(c, c)) for c in source.translation.chain)
        said = say(
            f"source.chain.{source.translation.basis}", chain=say("source.arrow").join(chain)
        )
        yield say("bibliography.translation", chain=said)
    if record := addresses.of(source_path(source.id)):
        yield say("bibliography.record", address=record)
