"""An event's sentences and evidence in words, for forms that people read: calendar, feed, slides.

Takes the events' records; gives for each its sentences with marks such as [c8], and a line of
evidence for each mark. Law: a form made of these carries every claim and every citation.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from markupsafe import escape

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

    @property
    def html(self) -> str:
        """The whole line as HTML, every word of it escaped."""
        found = str(escape(self.certainty))
        if self.address:
            found = f'<a href="{escape(self.address)}">{found}</a>'
        return f"{escape(self.mark)} {escape(self.text)} {found}."


@dataclass(frozen=True)
class ToldEvent:
    """An event in words: its sentences, each with its marks, and the evidence behind the marks."""

    record: EventRecord
    kind: str
    """The name of its kind."""
    sentences: tuple[str, ...]
    heading: str
    """What stands over the evidence."""
    evidence: tuple[EvidenceLine, ...]

    @property
    def plain(self) -> str:
        """All of it, as lines of text."""
        return "\n".join([*self.sentences, "", self.heading, *(e.plain for e in self.evidence)])

    @cached_property
    def html(self) -> str:
        """All of it as HTML, every word of it escaped: paragraphs, and a list of the evidence."""
        sentences = "\n".join(f"<p>{escape(sentence)}</p>" for sentence in self.sentences)
        lines = "\n".join(f"<li>{line.html}</li>" for line in self.evidence)
        return f"{sentences}\n<p>{escape(self.heading)}</p>\n<ul>\n{lines}\n</ul>"


def tell_events(publisher: Publisher, events: tuple[EventRecord, ...]) -> tuple[ToldEvent, ...]:
    """Return *events* in words, in their order."""
    say = publisher.wording.say
    return tuple(
        ToldEvent(
            event,
            say(f"kind.{event.kind}"),
            tuple(map(_marked, event.claims)),
            say("data.evidence"),
            tuple(_line(publisher, citation) for citation in event.citations),
        )
        for event in events
    )


def _mark_of(citation: str) -> str:
    """Return the mark of a citation: [c8] for an event's citation called c8."""
    return f"[{citation.rpartition('/')[2]}]"


def _marked(claim: ClaimRecord) -> str:
    """Return a sentence, followed by the marks of the citations that carry it."""
    return f"{claim.text} {''.join(map(_mark_of, claim.citations))}"


def _line(publisher: Publisher, citation: CitationRecord) -> EvidenceLine:
    return EvidenceLine(
        _mark_of(citation.id),
        _describe(publisher, citation),
        publisher.wording.say(f"original.{citation.certainty}"),
        citation.original or citation.address or "",
    )


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
