"""The pages of all figures, of the differences between the articles, and of the comparison."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from builder.checks.figures import follows, shares_of_lead
from builder.models.figures import Difference, Figure, Topic
from builder.pages.figure_contents import (
    Comparison,
    Computed,
    DifferencesPage,
    FigureGroup,
    FiguresPage,
    ShownCell,
    ShownDifference,
    ShownTopic,
    Tally,
)
from builder.pages.page import Page, Plan
from builder.reading.timeline import Timeline
from builder.text.words import count_words, fold_exact
from builder.views.views import Notebook
from builder.views.wording import Wording


def plan_figures(timeline: Timeline, wording: Wording) -> Iterator[Plan]:
    """Yield the pages of figures, differences and the comparison, as far as there are any."""
    if timeline.figures:
        yield Plan("figures.html", partial(_make_figures, timeline, wording))
    if timeline.differences:
        yield Plan("differences.html", partial(_make_differences, timeline, wording))
    if timeline.topics:
        yield Plan("compare.html", partial(_make_comparison, timeline, wording))


def _make_figures(timeline: Timeline, wording: Wording) -> Page:
    notebook = Notebook(timeline, wording, "figures.html")
    titles = {race.id: race.title for race in timeline.races}
    groups = [
        _group(notebook, title, [f for f in timeline.figures if f.race == race])
        for race, title in (*titles.items(), (None, wording.say("figures.other")))
    ]
    shown = tuple(group for group in groups if group.figures)
    content = FiguresPage(shown, tuple(_computed_leads(timeline, wording)))
    title, intro = wording.say("figures.title"), wording.say("figures.intro")
    return Page("figures.html", "figures.html", title, intro, content, notebook.notes)


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


def _group(notebook: Notebook, title: str, figures: list[Figure]) -> FigureGroup:
    ordered = sorted(figures, key=lambda figure: (figure.measure, figure.as_of.first))
    return FigureGroup(title, tuple(notebook.figure(figure) for figure in ordered))


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
    events = tuple(event for event in timeline.events if event.id in difference.events)
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
    cells = []
    for source in timeline.sources:
        said = [cell for cell in topic.cells if cell.source == source.id]
        cells += [ShownCell(source, cell.says, notebook.note(cell)) for cell in said]
        cells += [] if said else [ShownCell(source, "", None)]
    difference = next((d for d in timeline.differences if d.id == topic.difference), None)
    return ShownTopic(topic, tuple(cells), difference)


def count_tallies(timeline: Timeline) -> tuple[Tally, ...]:
    """Return for each article how many passages, figures, quotations and differences it has."""
    tallies = []
    for source in timeline.sources:
        evidence = [item for _, item in timeline.evidence() if item.source == source.id]
        quotations = {fold_exact(item.quotation) for item in evidence if item.quotation}
        tallies.append(
            Tally(
                source,
                len(list(source.reported())),
                sum(figure.source == source.id for figure in timeline.figures),
                len(quotations),
                sum(count_words(quotation) for quotation in quotations),
                sum(source.id in difference.sources for difference in timeline.differences),
            )
        )
    return tuple(tallies)
