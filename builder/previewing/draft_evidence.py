"""What the claims of a draft still lack.

Takes an event and what the checks say of it; gives its claims, sentence by sentence, each with
what its evidence lacks. Law: every complaint about the event is shown, at its claim if it is
about one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from builder.models.content import Event
from builder.reading.timeline import Timeline
from builder.reports.diagnostics import Diagnostic, Place
from builder.text.markup import Sentence, split_sentences


@dataclass(frozen=True)
class Claim:
    """A sentence of a draft, or its title ('' for the event as a whole), and what it lacks."""

    text: str
    lacks: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class DraftEvidence:
    """A draft and its claims."""

    event: Event
    claims: tuple[Claim, ...]


def find_drafts(timeline: Timeline, problems: Iterable[Diagnostic]) -> tuple[DraftEvidence, ...]:
    """Return the drafts of a timeline with what each claim of theirs lacks."""
    found = sorted(set(problems))
    drafts = (event for event in timeline.events if event.status == "draft")
    return tuple(DraftEvidence(event, _claims(event, found)) for event in drafts)


def _claims(event: Event, problems: list[Diagnostic]) -> tuple[Claim, ...]:
    own = [problem for problem in problems if _is_about(event, problem.place)]
    claims = []
    for sentence in split_sentences(event.body):
        lacks = tuple(problem for problem in own if _is_in(event, sentence, problem.place))
        own = [problem for problem in own if problem not in lacks]
        claims.append(Claim(sentence.text, lacks))
    return (*claims, Claim("", tuple(own))) if own else tuple(claims)


def _is_about(event: Event, place: Place) -> bool:
    return event.place <= place <= event.last_place and place.file == event.place.file


def _is_in(event: Event, sentence: Sentence, place: Place) -> bool:
    """Whether a place is in the sentence, or in a citation that its markers name."""
    body = event.span_of("body")
    if body.find(sentence.typed) <= place <= body.find_end(sentence.typed):
        return True
    cited = (citation for citation in event.citations if citation.id in sentence.citations)
    return any(citation.place <= place <= citation.last_place for citation in cited)
