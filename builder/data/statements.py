"""Claims and citations as published data: which sentence says what, and what carries it.

Takes anything that has a cited text; gives its sentences and its citations with their ids. Law:
no sentence without its citations, no citation without its article, passage and certainty.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from builder.checks.figures import figures_shown
from builder.data.fields import citation_id, claim_id, item_kind, position_id, to_plain
from builder.data.models import (
    CitationRecord,
    ClaimRecord,
    OwnNumberRecord,
    PositionRecord,
)
from builder.models.content import Cited, Evidence
from builder.models.figures import Difference, Figure, Position
from builder.reading.timeline import Timeline
from builder.text.markup import Sentence, split_sentences
from builder.views.addresses import Addresses
from builder.views.paths import passage_path
from builder.views.views import Notebook, original_address
from builder.views.wording import Wording


class Statement(TypedDict):
    """The fields that everything with a cited text has."""

    id: str
    text: str
    body: str
    claims: tuple[ClaimRecord, ...]
    citations: tuple[CitationRecord, ...]
    own_numbers: tuple[OwnNumberRecord, ...]


@dataclass(frozen=True)
class Use:
    """What a citation is for: a claim, perhaps of an event, or a position on a question."""

    event: str | None = None
    claim: str | None = None
    position: str | None = None


@dataclass(frozen=True)
class Publisher:
    """Makes records of a timeline that will be published at some address."""

    timeline: Timeline
    wording: Wording
    addresses: Addresses

    def page(self, path: str) -> str:
        """Return the address of the page at *path*, or the path where no address is known."""
        return self.addresses.of(path) or path

    def statement(self, item: Cited) -> Statement:
        """Return the text of *item*, sentence by sentence, and what carries it."""
        sentences = split_sentences(item.body)
        claims = {
            name: claim_id(item, number)
            for number, sentence in enumerate(sentences, 1)
            for name in sentence.citations
        }
        return {
            "id": item.id,
            "text": " ".join(to_plain(sentence.text) for sentence in sentences),
            "body": item.body,
            "claims": self._claims(item, sentences),
            "citations": tuple(
                self._citation(citation_id(item, c.id), c, Use(_event_of(item), claims.get(c.id)))
                for c in item.citations
            ),
            "own_numbers": tuple(
                OwnNumberRecord(number=own.number, reason=own.reason) for own in item.own_numbers
            ),
        }

    def _claims(self, item: Cited, sentences: tuple[Sentence, ...]) -> tuple[ClaimRecord, ...]:
        return tuple(
            ClaimRecord(
                id=claim_id(item, number),
                item_kind=item_kind(item),
                item=item.id,
                event=_event_of(item),
                sentence=number,
                text=to_plain(sentence.text),
                citations=tuple(citation_id(item, name) for name in sentence.citations),
                figures=self._figures(item, sentence),
            )
            for number, sentence in enumerate(sentences, 1)
        )

    def _figures(self, item: Cited, sentence: Sentence) -> tuple[str, ...]:
        """Return the ids of the figures that *sentence* states, each once."""
        shown = figures_shown(item, sentence, self.timeline.figures_of)
        return tuple(dict.fromkeys(figure.id for _, figure in shown))

    def _citation(self, id_: str, evidence: Evidence, use: Use) -> CitationRecord:
        source, passage = self.timeline.source[evidence.source], self.timeline.passage(evidence)
        return CitationRecord(
            id=id_,
            event=use.event,
            claim=use.claim,
            position=use.position,
            source=source.id,
            passage=evidence.passage,
            gist=passage.gist if passage else None,
            quotation=evidence.quotation,
            said_by=evidence.said_by,
            page=self.page(passage_path(source.id, evidence.passage)),
            original=original_address(source, evidence.quotation) or None,
            address=source.address.url,
            certainty=source.address.certainty,
        )

    def positions(self, difference: Difference) -> tuple[PositionRecord, ...]:
        """Return who says what on a question, and in which passages."""
        return tuple(
            self._position(position_id(difference.id, number), position)
            for number, position in enumerate(difference.positions, 1)
        )

    def _position(self, id_: str, position: Position) -> PositionRecord:
        return PositionRecord(
            id=id_,
            says=position.says,
            sources=tuple(dict.fromkeys(evidence.source for evidence in position.evidence)),
            citations=tuple(
                self._citation(f"{id_}.{number}", evidence, Use(position=id_))
                for number, evidence in enumerate(position.evidence, 1)
            ),
            figures=position.figures,
        )

    def value(self, figure: Figure) -> str:
        """Return a figure's value in words."""
        return Notebook(self.timeline, self.wording).value(figure)


def _event_of(item: Cited) -> str | None:
    return item.id if item_kind(item) == "event" else None
