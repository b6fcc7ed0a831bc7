"""The page of the reference layer, and the pages of what was known at the end of a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from builder.models.content import Event
from builder.models.reference import ReferenceEvent
from builder.pages.figure_contents import KnownDay, KnownPage, ReferencePage
from builder.pages.page import Page, Plan
from builder.pages.reference_views import Archive
from builder.reading.timeline import Timeline
from builder.text.dates import PartialDate
from builder.text.markup import split_sentences
from builder.views.views import Notebook
from builder.views.wording import Wording


def plan_reference(timeline: Timeline, wording: Wording) -> Iterator[Plan]:
    """Yield the page of the reference layer, if there is one."""
    if timeline.works:
        yield Plan("reference.html", partial(_make_reference, timeline, wording))


def _make_reference(timeline: Timeline, wording: Wording) -> Page:
    archive = Archive(timeline, wording)
    content = ReferencePage(
        tuple(archive.term(term) for term in timeline.terms),
        tuple(archive.fact(event) for event in timeline.reference_events),
        tuple(archive.work(work) for work in timeline.works),
    )
    title, intro = wording.say("reference.title"), wording.say("reference.intro")
    return Page("reference.html", "reference.html", title, intro, content)


def plan_known(timeline: Timeline, wording: Wording) -> Iterator[Plan]:
    """Yield a page for each day of ``known_days``: what was known when it ended, and no more."""
    days = timeline.site.known_days if timeline.site else ()
    for day in days:
        yield Plan(known_path(day), partial(_make_known, timeline, wording, day, days))


def _make_known(
    timeline: Timeline, wording: Wording, day: PartialDate, days: tuple[PartialDate, ...]
) -> Page:
    notebook = Notebook(timeline, wording, known_path(day))
    archive = Archive(timeline, wording)
    content = KnownPage(
        wording.when(day),
        tuple(notebook.event(event) for event in known_events(timeline, day.last)),
        tuple(archive.fact(event) for event in known_facts(timeline, day.last)),
        tuple(KnownDay(known_path(d), wording.when(d), d is day) for d in days),
    )
    title = wording.say("known.title", date=wording.when(day).text)
    intro = wording.say("known.intro")
    return Page(known_path(day), "known.html", title, intro, content, notebook.notes)


def known_path(day: PartialDate) -> str:
    """Return the page of what was known at the end of *day*."""
    return f"known/{day.text}.html"


def known_events(timeline: Timeline, day: date) -> Iterator[Event]:
    """Yield events as they stood at the end of *day*: only what articles had printed by then."""
    printed = {s.id for s in timeline.sources if s.published.date.last <= day}
    for event in timeline.events:
        source_of = {citation.id: citation.source for citation in event.citations}
        kept = [
            sentence.typed
            for sentence in split_sentences(event.body)
            if all(source_of[name] in printed for name in sentence.citations)
        ]
        # The title sums up the first sentence, so it goes where that goes.
        if kept and kept[0] == split_sentences(event.body)[0].typed:
            yield event.model_copy(update={"body": " ".join(kept)})


def known_facts(timeline: Timeline, day: date) -> Iterator[ReferenceEvent]:
    """Yield facts that works had published by the end of *day*, with these works alone."""
    for event in timeline.reference_events:
        published = {name: timeline.work[name].published for name in event.works}
        by_then = tuple(name for name, when in published.items() if when and when.last <= day)
        if event.date.last <= day and by_then:
            yield event.model_copy(update={"works": by_then})
