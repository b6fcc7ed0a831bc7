"""A race has a page with what the articles report, and only what follows from it."""

from dataclasses import replace

import pytest

from builder.models.content import Race
from builder.models.figures import Figure
from builder.pages.figure_contents import Computed, RacePage, RacesPage
from builder.pages.races import plan_races
from builder.reading.timeline import Timeline
from tests.examples import WORDING, figure_text, made, make, sample_timeline
from tests.test_model import RACE

TIMELINE = sample_timeline().without_drafts()
EARLIER = RACE.replace('"1991"', '"1986"').replace("date: 1991-05-12", "date: 1986-05-04")
CHANGE = "Change of the lead against 4 May 1986"
POINTS = WORDING.say("computed.points")


def show(timeline: Timeline, name: str = "1991") -> RacePage:
    """What the page of a race shows."""
    pages = {page.path: page for page in made(plan_races(timeline, WORDING))}
    content = pages[f"races/{name}.html"].content
    assert isinstance(content, RacePage)
    return content


def computed(timeline: Timeline) -> dict[str, Computed]:
    """What follows from the figures of the race of 1991, by label."""
    return {each.label: each for each in show(timeline).computed}


def with_counted(*stages: str) -> Timeline:
    """The sample with a lead for each stage of the count, in the order given."""
    figures = tuple(
        make(Figure, figure_text(id=f"lead-{at}", race='"1991"', counted=f'"{stage}"'))
        for at, stage in enumerate(stages)
    )
    return replace(TIMELINE, figures=(*TIMELINE.figures[:3], *figures))


def with_leads(then: str, now: str) -> Timeline:
    """Two races, the lead of each with its qualifier."""
    leads = (
        make(Figure, figure_text(id="then", race='"1986"', value='"200"', qualifier=then)),
        make(Figure, figure_text(id="now", race='"1991"', value='"1,204"', qualifier=now)),
    )
    races = (make(Race, f"{EARLIER}lead: then\n"), make(Race, f"{RACE}lead: now\n"))
    return replace(TIMELINE, races=races, figures=(*leads, *TIMELINE.figures))


def test_a_race_has_a_page_with_its_events():
    """Those that belong to it, in order of time, without drafts."""
    page = show(TIMELINE)

    assert ["the-town-votes", "reeve-concedes", "venn-speaks", "lamps-on-the-sea-wall"] == [
        shown.event.id for shown in page.events
    ]
    assert (None, None, None) == (page.before, page.after, page.twin)


def test_a_race_has_its_figures_its_differences_and_its_official_result():
    """All that is known of it on one page; a figure of no race stands elsewhere."""
    page = show(TIMELINE)

    assert [f.id for f in TIMELINE.figures if f.race] == [f.figure.id for f in page.figures]
    assert ["how-far-ahead"] == [difference.id for difference in page.differences]
    assert page.official is not None
    assert TIMELINE.official["1991"] is page.official.official


def test_its_figures_stand_article_by_article():
    """However they are typed, so that the notes are numbered as they are read."""
    turned = replace(TIMELINE, figures=TIMELINE.figures[::-1])
    order = [source.id for source in TIMELINE.sources]

    shown = show(turned).figures

    places = [order.index(figure.note.source.id) for figure in shown]
    assert sorted(places) == places
    assert len(set(places)) > 1


def test_a_race_that_the_reference_layer_does_not_know_has_no_official_result():
    """Nothing is shown beside it."""
    assert show(replace(TIMELINE, official_races=())).official is None


def test_the_index_holds_all_races():
    """Those of the articles, and those of the reference layer."""
    index, *_ = made(plan_races(TIMELINE, WORDING))

    assert isinstance(index.content, RacesPage)
    assert ["1991"] == [shown.race.id for shown in index.content.shown]
    assert ["1991"] == [shown.official.id for shown in index.content.officials]


def test_an_annulled_race_and_its_rerun_lead_to_each_other():
    """Both ways, and no other race is a twin."""
    annulled = make(Race, EARLIER.replace("state: valid", "state: annulled"))
    rerun = make(Race, f'{RACE}rerun_of: "1986"\n')
    other = make(Race, RACE.replace('"1991"', '"1996"'))
    timeline = replace(TIMELINE, races=(annulled, rerun, other))

    twins = [show(timeline, race.id).twin for race in timeline.races]

    assert [rerun, annulled, None] == twins


def test_a_race_leads_to_those_before_and_after():
    """In the order of the timeline."""
    timeline = with_leads("exactly", "exactly")

    first, second = (show(timeline, race.id) for race in timeline.races)

    assert (None, "1991") == (first.before, first.after.id if first.after else None)
    assert ("1986", None) == (second.before.id if second.before else None, second.after)


# ---- what follows from the figures


def test_a_lead_is_computed_from_two_shares():
    """With its working."""
    points = computed(TIMELINE)[POINTS]

    assert ("52.4 − 47.6", "4.8 percentage points") == (points.working, points.result)


@pytest.mark.parametrize(
    "change", [{"counted": "98"}, {"time": "night"}, {"as_of": "1991-05-13"}], ids=str
)
def test_no_lead_is_computed_from_two_stages_of_the_count(change: dict[str, str]):
    """The shares of two hours were never a lead."""
    typed = figure_text(id="share-reeve", measure="share", value='"47.6"', **change)
    figures = tuple(f for f in TIMELINE.figures if f.id != "share-reeve")

    found = computed(replace(TIMELINE, figures=(*figures, make(Figure, typed))))

    assert POINTS not in found


def test_the_change_of_the_lead_names_the_race_before():
    """With its working."""
    change = computed(with_leads("exactly", "exactly"))[CHANGE]

    assert ("1,204 − 200", "1,004 votes") == (change.working, change.result)


def test_a_lower_bound_stays_one():
    """More than 1,204 less 200 is more than 1,004."""
    assert "more than 1,004 votes" == computed(with_leads("exactly", "more-than"))[CHANGE].result


@pytest.mark.parametrize("now", ["exactly", "more-than"])
def test_no_change_is_computed_against_a_lower_bound(now: str):
    """Nothing follows from two lower bounds, or from what is less a lower bound."""
    assert CHANGE not in computed(with_leads("more-than", now))


# ---- the count as it came in


def test_the_stages_of_the_count_are_sorted():
    """By how much was counted, whatever the order in which they are typed."""
    page = show(with_counted("98.8", "9", "50"))

    assert [("9", ["lead-1"]), ("50", ["lead-2"]), ("98.8", ["lead-0"])] == [
        (step.counted, [shown.figure.id for shown in step.figures]) for step in page.count
    ]
    assert ["9.0", "50.0", "98.8"] == [step.position for step in page.count]


def test_the_axis_of_the_count_begins_at_the_ten_percent_below():
    """So that the last stages are not pressed together."""
    page = show(with_counted("98", "92"))

    assert (90, 100) == page.axis
    assert ["20.0", "80.0"] == [step.position for step in page.count]


def test_a_single_stage_is_no_count():
    """There is nothing to follow."""
    assert () == show(with_counted("98", "98")).count


def test_the_notes_of_a_race_are_those_that_its_page_cites():
    """Events are listed by their titles, so that what their texts cite is on their own pages."""
    pages = {page.path: page for page in made(plan_races(TIMELINE, WORDING))}
    page = pages["races/1991.html"]
    assert isinstance(page.content, RacePage)

    figures = (*page.content.figures, *page.content.shown.shares)
    cited = {note for piece in page.content.shown.text for note in piece.notes}
    cited |= {shown.note for shown in figures}
    lead = page.content.shown.lead
    cited |= {lead.note} if lead else set()

    assert cited == set(page.notes)
