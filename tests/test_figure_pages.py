"""The built pages of figures, differences, comparison, races and reference, of the real content."""

from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from builder.models.figures import Figure
from builder.pages.figure_contents import Comparison, FiguresPage, Tally
from builder.pages.figures import count_tallies, plan_figures, show_difference
from builder.pages.page import Page
from builder.pages.reference import known_events, known_facts
from builder.reading.timeline import Timeline
from builder.text.words import MONTHS
from builder.views.views import Notebook
from tests.examples import WORDING, figure_text, made, make, sample_timeline
from tests.test_site import TIMELINE, ids_of, pages_of, parse, text_of

NO_FIGURES = {
    ("al-bawaba-2019-06-24", 1): {"06", "24"},  # of the printed date
    ("al-bawaba-2019-06-24", 9): {"31"},  # 31 March
    ("the-sun-2019-06-24", 3): {"31"},  # 31 March
}
"""Numbers of passages that are days, not figures."""
SAMPLE_TIMELINE = sample_timeline().without_drafts()


def plan(timeline: Timeline) -> dict[str, Page]:
    """The pages of figures, differences and the comparison, by path."""
    return {page.path: page for page in made(plan_figures(timeline, WORDING))}


def cells_of(timeline: Timeline) -> list[tuple[str, ...]]:
    """The only row of a comparison: the letter of each article, and what it says."""
    content = plan(timeline)["compare.html"].content
    assert isinstance(content, Comparison)
    (row,) = content.topics
    return [(cell.source.letter, *(says for says, _ in cell.said)) for cell in row.cells]


def is_figure(key: str) -> bool:
    """Whether the number of a passage is neither a year, a month, a decade nor an ordinal."""
    is_year = key.isdigit() and len(key) == 4 and "1900" <= key <= "2100"
    is_decade = len(key) == 5 and key.endswith("0s") and key.startswith(("19", "20"))
    return not (is_year or is_decade or key in MONTHS or key.endswith("."))


def element_with_id(tree: Element, name: str) -> Element:
    """The element of a page that has the id *name*."""
    return next(element for element in tree.iter() if element.attrib.get("id") == name)


def test_every_number_of_the_articles_is_a_figure():
    """No number that a passage reports is missing from content/figures.yaml."""
    held = TIMELINE.figures_of
    missing = []
    for source in TIMELINE.sources:
        for passage in source.reported():
            key = (source.id, passage.number)
            numbers = TIMELINE.fingerprints[source.id].by_number[passage.number].numbers
            known = {k for figure in held.get(key, []) for k in figure.keys}
            known |= NO_FIGURES.get(key, set())
            missing += [
                (key, number) for number in numbers if is_figure(number) and number not in known
            ]

    assert [] == missing


def test_every_figure_shows_its_status_date_origin_and_source(site_folder: Path):
    """A figure's record holds all four, wherever a number leads to it."""
    tree = parse(site_folder / "figures.html")
    ids = set(ids_of(tree))
    for figure in TIMELINE.figures:
        assert f"figure-{figure.id}" in ids
        row = element_with_id(tree, f"figure-{figure.id}")
        html = " ".join(a.attrib.get("href", "") for a in row.iter("a"))
        targets = " ".join(b.attrib.get("popovertarget", "") for b in row.iter("button"))
        assert figure.source in html or "note-" in targets, figure.id
        assert any(True for _ in row.iter("time")), figure.id
        assert TIMELINE.origin[figure.origin] in text_of(row), figure.id


def test_numbers_in_sentences_lead_to_their_figures(site_folder: Path):
    """On every page, a number that is a figure is a link to its record, and says its state."""
    links = 0
    ids = set(ids_of(parse(site_folder / "figures.html")))
    for tree in pages_of(site_folder).values():
        for a in tree.iter("a"):
            if a.attrib.get("class") == "figure":
                links += 1
                assert a.attrib["href"].partition("#")[2] in ids
                assert a.attrib["title"]

    assert links > 60


def test_every_difference_is_shown_with_its_resolution(site_folder: Path):
    """The page of differences holds each question, every position and how we deal with it."""
    tree = parse(site_folder / "differences.html")
    for difference in TIMELINE.differences:
        shown = text_of(element_with_id(tree, f"difference-{difference.id}"))
        assert difference.question in shown
        assert " ".join(difference.resolution.split()) in shown
        assert all(position.says in shown for position in difference.positions)


def test_the_annulled_vote_and_its_rerun_are_linked(site_folder: Path):
    """Each of the two pages leads to the other, and the annulled one is stamped."""
    annulled = (site_folder / "races/2019-03.html").read_text(encoding="utf-8")
    rerun = (site_folder / "races/2019-06.html").read_text(encoding="utf-8")

    assert "2019-06.html" in annulled
    assert "2019-03.html" in rerun
    assert "Annulled" in annulled


def test_official_results_stand_beside_and_are_marked(site_folder: Path):
    """The board's figures are on the race page, as reference and never as the articles'."""
    for race, votes in (("2019-03", "13,729"), ("2019-06", "806,014"), ("2024-03", "1,001,104")):
        page = text_of(parse(site_folder / f"races/{race}.html"))
        assert votes in page, race
        assert "Reference: not from the articles" in page, race


def test_sums_show_their_working(site_folder: Path):
    """37.32 less 35.78 is 1.54, beside the almost 1 that the article prints."""
    page = text_of(parse(site_folder / "differences.html"))

    assert "1.54" in page


def test_nothing_later_is_known_at_the_end_of_a_day(site_folder: Path):
    """A page of a day shows no article that appeared later, and no later outcome."""
    assert TIMELINE.site
    for day in TIMELINE.site.known_days:
        printed = {s.id for s in TIMELINE.sources if s.published.date.last <= day.last}
        for event in known_events(TIMELINE, day.last):
            assert {c.source for c in event.citations} & printed
        assert all(fact.date.last <= day.last for fact in known_facts(TIMELINE, day.last))
        tree = parse(site_folder / f"known/{day.text}.html")
        main = next(tree.iter("main"))
        later = [s.id for s in TIMELINE.sources if s.id not in printed]
        hrefs = " ".join(a.attrib.get("href", "") for a in main.iter("a"))
        assert not any(f"sources/{source}" in hrefs for source in later), day.text


def test_before_the_first_article_only_the_reference_layer_knows():
    """On 6 May 2019 no article had appeared; the annulment is known from the reference layer."""
    assert TIMELINE.site
    day = TIMELINE.site.known_days[1].last

    assert [] == list(known_events(TIMELINE, day))
    assert any("annul" in fact.id for fact in known_facts(TIMELINE, day))


# ---- planned from the sample


def test_the_tallies_of_an_article_are_counted():
    """Reported passages, figures, quotations and their words, differences."""
    gazette, retold = SAMPLE_TIMELINE.sources

    assert (
        Tally(gazette, 5, figures=4, quotations=3, quoted_words=21, differences=1),
        Tally(retold, 4, figures=4, quotations=1, quoted_words=6, differences=1),
    ) == count_tallies(SAMPLE_TIMELINE)


def test_a_quotation_is_counted_once():
    """However often the site quotes the same words."""
    twice = replace(SAMPLE_TIMELINE, events=SAMPLE_TIMELINE.events * 2)

    assert count_tallies(SAMPLE_TIMELINE) == count_tallies(twice)


def test_the_cells_of_the_comparison_are_in_the_order_of_the_articles():
    """However they are typed."""
    (topic,) = SAMPLE_TIMELINE.topics
    turned = topic.model_copy(update={"cells": topic.cells[::-1]})

    cells = cells_of(replace(SAMPLE_TIMELINE, topics=(turned,)))

    assert [("A", "1,204 votes"), ("B", "about 1,200 votes")] == cells


def test_an_article_that_says_nothing_has_an_empty_cell():
    """Its silence is shown, and no passage is named for it."""
    (topic,) = SAMPLE_TIMELINE.topics
    silent = topic.model_copy(update={"cells": topic.cells[1:]})

    cells = cells_of(replace(SAMPLE_TIMELINE, topics=(silent,)))

    assert [("A",), ("B", "about 1,200 votes")] == cells


def test_article_aa_stands_behind_article_z():
    """Letters are counted as columns of a sheet are, in the head as in the rows."""
    first, second = SAMPLE_TIMELINE.sources
    letters = {first.id: "Z", second.id: "AA"}
    sources = [s.model_copy(update={"letter": letters[s.id]}) for s in (first, second)]

    cells = cells_of(replace(SAMPLE_TIMELINE, sources=tuple(sources)))

    assert ["Z", "AA"] == [letter for letter, *_ in cells]


def test_a_row_of_the_comparison_names_its_difference():
    """If it shows one."""
    content = plan(SAMPLE_TIMELINE)["compare.html"].content

    assert isinstance(content, Comparison)
    assert SAMPLE_TIMELINE.differences[0] is content.topics[0].difference


def test_figures_are_gathered_by_race():
    """Those of no race come last."""
    content = plan(SAMPLE_TIMELINE)["figures.html"].content

    assert isinstance(content, FiguresPage)
    assert [("The vote of 12 May 1991", 7), (WORDING.say("figures.other"), 1)] == [
        (group.title, len(group.figures)) for group in content.groups
    ]


def test_a_printed_lead_that_does_not_follow_is_said_to_differ():
    """The sum from the article's own shares stands beside what it prints."""
    typed = figure_text(measure="lead-in-points", race='"1991"', person="mara-venn", value='"4"')
    lead = make(Figure, typed + "qualifier: almost\n")
    timeline = replace(SAMPLE_TIMELINE, figures=(*SAMPLE_TIMELINE.figures, lead))

    content = plan(timeline)["figures.html"].content

    assert isinstance(content, FiguresPage)
    assert [("4.8 percentage points", "almost 4 percentage points", False)] == [
        (computed.result, computed.printed, computed.agrees) for computed in content.computed
    ]


def test_a_difference_is_shown_with_its_notes_events_and_works():
    """Each position with the passage that takes it."""
    shown = show_difference(Notebook(SAMPLE_TIMELINE, WORDING), SAMPLE_TIMELINE.differences[0])

    assert [("1,204 votes", ["A"]), ("about 1,200 votes", ["B"])] == [
        (says, [note.source.letter for note in notes]) for says, notes in shown.positions
    ]
    assert ["the-town-votes"] == [event.id for event in shown.events]
    assert ["alder-almanac"] == [work.id for work in shown.works]


def test_what_there_is_nothing_of_has_no_page():
    """A timeline may have no figures."""
    assert ["figures.html", "differences.html", "compare.html"] == list(plan(SAMPLE_TIMELINE))
    assert {} == plan(Timeline())


GOLDEN = {
    "2019-03": {"13,729": True, "0.16 percentage points": True, "4,169,765 − 4,156,036": True},
    "2019-06": {"54 − 45": True, "9 percentage points": True, "more than 762,000 votes": True,
                "806,014 votes": True, "9.22 percentage points": True, "84.51%": True},
    "2024-03": {"1,001,104 votes": True, "11.55 percentage points": True, "79.28%": True,
                "more than 225,000": False, "10.92 percentage points": False},
}  # fmt: skip
"""What the page of a race computes, and what it must not: there is no sum of two stages."""


@pytest.mark.parametrize("race", GOLDEN)
def test_the_sums_of_the_three_votes(site_folder: Path, race: str):
    """Margins, leads, changes and turnouts as they follow from the figures, digit for digit."""
    page = text_of(parse(site_folder / f"races/{race}.html"))

    assert GOLDEN[race] == {words: words in page for words in GOLDEN[race]}
