"""An event's sentences and evidence as text, for forms that people read: calendar, feed, slides.

Takes an event's record; gives its sentences with marks such as [c8], and a line of evidence for
each mark. Law: a form made of these carries every claim and every citation of the event.
"""

from __future__ import annotations

from dataclasses import dataclass

from builder.data.models import CitationRecord, ClaimRecord, EventRecord
from builder.data.statements import Publisher


@dataclass(frozen=True)
class EvidenceLine:
    """The evidence behind a mark, in words, and how sure the article's address is."""

    mark: str
    text: str
    certainty: str
    address: str
    """Of the words, of the article, of a copy, or ''."""

    @property
    def plain(self) -> str:
        """The whole line."""
        found = f"{self.certainty}: {self.address}" if self.address else f"{self.certainty}."
        return f"{self.mark} {self.text} {found}"


def mark_of(citation: str) -> str:
    """Return the mark of a citation: [c8] for an event's citation called c8."""
    return f"[{citation.rpartition('/')[2]}]"


def marked(claim: ClaimRecord) -> str:
    """Return a sentence, followed by the marks of the citations that carry it."""
    return f"{claim.text} {''.join(mark_of(citation) for citation in claim.citations)}"


def evidence_of(publisher: Publisher, event: EventRecord) -> list[EvidenceLine]:
    """Return the evidence of *event*, a line for each citation."""
    return [
        EvidenceLine(
            mark_of(citation.id),
            _describe(publisher, citation),
            publisher.wording.say(f"original.{citation.certainty}"),
            citation.original or citation.address or "",
        )
        for citation in event.citations
    ]


def _describe(publisher: Publisher, citation: CitationRecord) -> str:
    say, source = publisher.wording.say, publisher.timeline.source[citation.source]
    where = say("data.passage", source=source.name, id=source.id, number=str(citation.passage))
    return " ".join(filter(None, (where, citation.gist, _quotation(publisher, citation))))


def _quotation(publisher: Publisher, citation: CitationRecord) -> str:
    if citation.quotation is None:
        return ""
    say, timeline = publisher.wording.say, publisher.timeline
    way = "translated" if timeline.source[citation.source].is_translation else "said"
    speaker = timeline.person[citation.said_by].name if citation.said_by else ""
    who = say(f"note.{way}-by", name=speaker) if speaker else ""
    if way == "translated" and not speaker:
        who = say("note.translated")
    quoted = say("data.quotation", quotation=citation.quotation)
    return f"{quoted} ({who})." if who else f"{quoted}."
