"""The pages of all figures, of the differences between the articles, and of the comparison."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial

from builder.checks.figures import follows, shares_of_lead
from builder.models.content import Race
from builder.models.figures import Difference, Topic
from builder.models.records import Source
from builder.pages.contents import Listed
from builder.pages.figure_contents import (
    Comparison,
    Computed,
    DifferencesPage,
    FigureGroup,
    FigureLists,
    FiguresPage,
    ShownCell,
    ShownDifference,
    ShownTopic,
    Tally,
)
from builder.pages.page import Page, Plan
from builder.reading.figure_lists import FigureList, cut_figures, figures_by_race
from builder.reading.timeline import Timeline
from builder.scale import is_large
from builder.text.dates import parse_date
from builder.text.words import count_words, fold_exact
from builder.views.places import FIGURES, figure_list_path
from builder.views.views import Notebook
from builder.views.wording import Wording


def plan_figures(timeline: Timeline, wording: Wording) -> Iterator[Plan]:
    """Yield the pages of figures, differences and the comparison, as far as there are any."""
    if timeline.figures:
        large = is_large(timeline.events)
        make = _make_lists if large else _make_figures
        yield Plan(FIGURES, partial(make, timeline, wording))
        for listed in cut_figures(timeline) if large else ():
            path = figure_list_path(listed)
            yield Plan(path, partial(_make_list, timeline, wording, listed), ())
    if timeline.differences:
        yield Plan("differences.html", partial(_make_differences, timeline, wording))
    if timeline.topics:
        yield Plan("compare.html", partial(_make_comparison, timeline, wording))


def _make_figures(timeline: Timeline, wording: Wording) -> Page:
    notebook = Notebook(timeline, wording, FIGURES)
    groups = tuple(_group(notebook, listed) for listed in figures_by_race(timeline))
    content = FiguresPage(groups, tuple(_computed_leads(timeline, wording)))
    title, intro = wording.say("figures.title"), wording.say("figures.intro")
    return Page(FIGURES, "figures.html", title, intro, content, notebook.notes)


def _make_lists(timeline: Timeline, wording: Wording) -> Page:
    """Return the page that leads to the lists of a large archive."""
    lists = tuple(_list(listed, wording) for listed in cut_figures(timeline))
    content = FigureLists(lists, tuple(_computed_leads(timeline, wording)))
    title, intro = wording.say("figures.title"), wording.say("figures.intro")
    return Page(FIGURES, "figure_lists.html", title, intro, content)


def list_figures(timeline: Timeline, wording: Wording, race: Race) -> tuple[Listed, ...]:
    """Return the pages that list the figures of a race; none unless the archive is large."""
    lists = cut_figures(timeline) if is_large(timeline.events) else ()
    return tuple(_list(listed, wording) for listed in lists if listed.race is race)


def _list(listed: FigureList, wording: Wording) -> Listed:
    return Listed(figure_list_path(listed), _name(listed, wording), "", len(listed.figures))


def _make_list(timeline: Timeline, wording: Wording, listed: FigureList) -> Page:
    notebook = Notebook(timeline, wording, figure_list_path(listed))
    group = _group(notebook, listed)
    content = FiguresPage((group,), ())
    title = wording.say("figures.part", whole=wording.say("figures.title"), part=group.title)
    intro = wording.say("figures.intro")
    return Page(notebook.path, "figures.html", title, intro, content, notebook.notes)


def _computed_leads(timeline: Timeline, wording: Wording) -> Iterator[Computed]:
    """Yield each lead in points that an article prints beside the shares it follows from."""
    for lead in timeline.figures:
        shares = shares_of_lead(timeline, lead)
        if len(shares) == 2:
            points = shares[0] - shares[1]
            printed = wording.measure("percentage-points", lead.value)
            yield Computed(
                wording.say("computed.lead", article=timeline.source[lead.source].name),
                f"{wording.number(shares[0])} − {wording.number(shares[1])}",
                wording.measure("percentage-points", points),
                wording.say(f"qualifier.{lead.qualifier}", value=printed),
                follows(points, lead),
            )


def _group(notebook: Notebook, listed: FigureList) -> FigureGroup:
    shown = tuple(notebook.figure(figure) for figure in listed.figures)
    return FigureGroup(_name(listed, notebook.wording), shown)


def _name(listed: FigureList, wording: Wording) -> str:
    whole = listed.race.title if listed.race else wording.say("figures.other")
    if not listed.period:
        return whole
    period = wording.when(parse_date(listed.period)).text
    return wording.say("figures.part", whole=whole, part=period)


def _make_differences(timeline: Timeline, wording: Wording) -> Page:
    notebook = Notebook(timeline, wording, "differences.html")
    entries = tuple(show_difference(notebook, item) for item in timeline.differences)
    title, intro = wording.say("differences.title"), wording.say("differences.intro")
    content = DifferencesPage(entries)
    return Page("differences.html", "differences.html", title, intro, content, notebook.notes)


def show_difference(notebook: Notebook, difference: Difference) -> ShownDifference:
    """Return *difference* with the notes of each position."""
    timeline = notebook.timeline
    positions = tuple(
        (position.says, tuple(notebook.note(evidence) for evidence in position.evidence))
        for position in difference.positions
    )
    events = timeline.related.events_of_difference.get(difference.id, ())
    works = tuple(timeline.work[name] for name in difference.references)
    return ShownDifference(difference, positions, events, works)


def _make_comparison(timeline: Timeline, wording: Wording) -> Page:
    notebook = Notebook(timeline, wording, "compare.html")
    topics = tuple(_show_topic(notebook, topic) for topic in timeline.topics)
    content = Comparison(timeline.sources, topics)
    title, intro = wording.say("compare.title"), wording.say("compare.intro")
    return Page("compare.html", "compare.html", title, intro, content, notebook.notes)


def _show_topic(notebook: Notebook, topic: Topic) -> ShownTopic:
    timeline = notebook.timeline
    cells = tuple(_show_cell(notebook, topic, source) for source in timeline.sources)
    difference = next((d for d in timeline.differences if d.id == topic.difference), None)
    return ShownTopic(topic, cells, difference)


def _show_cell(notebook: Notebook, topic: Topic, source: Source) -> ShownCell:
    said = (cell for cell in topic.cells if cell.source == source.id)
    return ShownCell(source, tuple((cell.says, notebook.note(cell)) for cell in said))


def count_tallies(timeline: Timeline) -> tuple[Tally, ...]:
    """Return for each article how many passages, figures, quotations and differences it has."""
    quoted: dict[str, set[str]] = {source.id: set() for source in timeline.sources}
    for _, item in timeline.evidence():
        if item.quotation:
            quoted[item.source].add(fold_exact(item.quotation))
    figures = Counter(figure.source for figure in timeline.figures)
    return tuple(
        Tally(
            source,
            len(list(source.reported())),
            figures[source.id],
            len(quoted[source.id]),
            sum(count_words(quotation) for quotation in quoted[source.id]),
            len(timeline.related.differences_of_source.get(source.id, ())),
        )
        for source in timeline.sources
    )
