"""A page for each article: its record, its passages, and everything that cites them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from builder.models.content import Event, Evidence, Person, Race
from builder.models.fields import Located
from builder.models.figures import Difference, Figure, Topic
from builder.models.records import Passage, Source
from builder.pages.contents import Quoted, ShownPassage, SourcePage, Use
from builder.pages.figure_contents import SourcesPage
from builder.pages.figures import count_tallies
from builder.pages.page import Page, Plan
from builder.reading.last_changes import corrections_of
from builder.reading.timeline import Timeline
from builder.views.paths import (
    SOURCES,
    difference_path,
    event_path,
    person_path,
    race_path,
    source_path,
)
from builder.views.places import figure_place
from builder.views.views import original_address
from builder.views.wording import Wording


def plan_sources(timeline: Timeline, wording: Wording) -> Iterator[Plan]:
    """Yield the index of articles and the page of each."""
    yield Plan(SOURCES, partial(_make_index, timeline, wording))
    for source in timeline.sources:
        uses = (timeline.uses_of.get((source.id, p.number), ()) for p in source.passages)
        shows = tuple(item for use in uses for item, _ in use if isinstance(item, Event))
        make = partial(_make_source, timeline, wording, source)
        yield Plan(source_path(source.id), make, shows)


def _make_index(timeline: Timeline, wording: Wording) -> Page:
    shown = tuple(_show_source(timeline, wording, source) for source in timeline.sources)
    title, intro = wording.say("sources.title"), wording.say("sources.intro")
    content = SourcesPage(shown, count_tallies(timeline))
    return Page(SOURCES, "sources.html", title, intro, content)


def _make_source(timeline: Timeline, wording: Wording, source: Source) -> Page:
    path, shown = source_path(source.id), _show_source(timeline, wording, source)
    return Page(path, "source.html", source.name, source.summary, shown)


def _show_source(timeline: Timeline, wording: Wording, source: Source) -> SourcePage:
    relative = source.relative
    chain = source.translation.chain if source.translation else ()
    return SourcePage(
        source,
        wording.when(source.published.date),
        wording.when(relative.published) if relative else None,
        tuple(str(wording.locale.languages.get(code, code)) for code in chain),
        tuple(_show_passage(timeline, wording, source, passage) for passage in source.passages),
        original_address(source, None),
        timeline.related.differences_of_source.get(source.id, ()),
        corrections_of(timeline, "source", source.id),
    )


def _show_passage(
    timeline: Timeline, wording: Wording, source: Source, passage: Passage
) -> ShownPassage:
    citations: dict[str, Evidence] = {}
    uses: dict[str, Use] = {}
    for item, citation in timeline.uses_of.get((source.id, passage.number), []):
        use = _use(timeline, wording, item)
        uses.setdefault(use.path, use)
        if citation.quotation:
            citations.setdefault(citation.quotation, citation)
    quoted = tuple(
        Quoted(words, timeline.person.get(c.said_by or ""), original_address(source, words))
        for words, c in citations.items()
    )
    oddities = tuple(odd for odd in source.oddities if odd.passage == passage.number)
    return ShownPassage(passage, oddities, quoted, tuple(uses.values()))


def _use(timeline: Timeline, wording: Wording, item: Located) -> Use:
    match item:
        case Event():
            when = wording.when(item.date, item.time).text
            return Use(event_path(item.id), item.title, when)
        case Person():
            return Use(person_path(item.id), item.name, "")
        case Race():
            when = wording.when(item.date).text
            return Use(race_path(item.id), item.title, when)
        case Figure():
            measure = wording.say(f"measure.{item.measure}")
            return Use(figure_place(timeline, item.id), measure, wording.when(item.as_of).text)
        case Difference():
            return Use(difference_path(item.id), item.question, "")
        case Topic():
            return Use(f"compare.html#topic-{item.id}", item.title, "")
    return Use("index.html#opening", wording.say("opening.use"), "")
