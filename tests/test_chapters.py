"""A long timeline is cut so that each event is on one page, and no page is too long."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from builder.models.content import Event, Race
from builder.models.figures import Figure
from builder.reading.chapters import Stretch, by_race, cut, cut_timeline
from builder.reading.figure_lists import cut_figures, figures_by_race
from builder.reading.timeline import Timeline
from builder.scale import LARGE, MOST_ON_PAGE
from builder.views.places import event_place, figure_place, race_place
from tests.examples import event_text, figure_text, make

START = date(1990, 1, 1)


def make_events(count: int, step: int = 1) -> tuple[Event, ...]:
    """So many events, one every *step* days."""
    event = make(Event, event_text())
    days = (make(Event, event_text(date=str(START + timedelta(n * step)))) for n in range(count))
    return tuple(
        event.model_copy(update={"id": f"event-{n}", "date": day.date})
        for n, day in enumerate(days)
    )


def make_race(name: str, day: str) -> Race:
    """A race on a day."""
    text = f"id: '{name}'\ndate: {day}\ntitle: A race\ncaption: A vote\nstate: unreported\n"
    cited = "citations: [{id: a, source: alder-gazette-1991-05-13, passage: 1}]\n"
    return make(Race, f"{text}body: The town votes.[@a]\n{cited}")


def timeline_of(count: int, *races: Race, step: int = 1) -> Timeline:
    """A timeline of so many events."""
    return Timeline(events=make_events(count, step), races=races)


def names(stretches: Iterator[Stretch] | tuple[Stretch, ...]) -> list[tuple[str, int]]:
    """The id of each stretch, and how many events it has."""
    return [(stretch.id, len(stretch.events)) for stretch in stretches]


def test_what_belongs_to_a_race_stands_after_its_day():
    """The day itself belongs to the race; what came before the first stands by itself."""
    races = make_race("one", "1990-01-03"), make_race("two", "1990-01-05")

    stretches = names(by_race(timeline_of(6, *races)))

    assert [("earlier", 2), ("race-one", 2), ("race-two", 2)] == stretches


def test_a_race_without_events_has_its_place():
    """Its bridge is there; before the first race, nothing is nothing."""
    races = make_race("one", "1990-01-01"), make_race("two", "2000-01-01")

    assert [("race-one", 3), ("race-two", 0)] == names(by_race(timeline_of(3, *races)))


@pytest.mark.parametrize(
    ("count", "step", "parts"),
    [
        (4, 100, {"": 4}),
        (6, 1500, {"199X": 3, "200X": 2, "201X": 1}),
        (12, 150, {"1990": 3, "1991": 2, "1992": 3, "1993": 2, "1994": 2}),
        (8, 10, {"1990-01": 4, "1990-02": 2, "1990-03": 2}),
        (40, 1, {"1990-01": 31, "1990-02": 9}),
    ],
)
def test_the_longest_periods_are_taken_that_are_short_enough(
    count: int, step: int, parts: dict[str, int]
):
    """Whole, by decade, by year, by month; shorter than a month is nothing."""
    found = cut(make_events(count, step), lambda event: event.date.first, 4)

    assert parts == {period: len(events) for period, events in found.items()}


def test_every_event_is_in_exactly_one_chapter():
    """Nothing is lost, nothing stands twice, each chapter has a name of its own."""
    timeline = timeline_of(1500, make_race("one", "1991-06-01"), make_race("two", "1991-06-02"))

    stretches = cut_timeline(timeline)

    assert list(timeline.events) == [e for stretch in stretches for e in stretch.events]
    assert len(stretches) == len({stretch.id for stretch in stretches})
    assert all(len(stretch.events) <= MOST_ON_PAGE for stretch in stretches)
    begun = [stretch.race for stretch in stretches if stretch.is_beginning]
    assert [None, *timeline.races] == begun


def test_links_to_the_timeline_depend_on_its_size_alone():
    """On one page while it holds all, in a chapter from one event more."""
    race = make_race("one", "1991-01-01")
    small, large = timeline_of(LARGE, race), timeline_of(LARGE + 1, race)

    assert "index.html#event-event-3" == event_place(small, small.events[3])
    assert "chapters/earlier.html#event-event-3" == event_place(large, large.events[3])
    assert "chapters/race-one.html#event-event-400" == event_place(large, large.events[400])
    assert "index.html#race-one" == race_place(small, "one")
    assert "chapters/race-one.html#race-one" == race_place(large, "one")


def test_figures_are_listed_by_race_and_then_by_time():
    """Every figure is in one list, and a link leads to it."""
    race = make_race("one", "1991-01-01")
    figures = tuple(
        make(Figure, figure_text()).model_copy(
            update={"id": f"figure-{n}", "race": "one" if n < 3 else None, "as_of": event.date}
        )
        for n, event in enumerate(make_events(MOST_ON_PAGE + 100))
    )
    small = replace(timeline_of(LARGE, race), figures=figures)
    large = replace(timeline_of(LARGE + 1, race), figures=figures)

    assert [("race-one", 3), ("other", 497)] == [
        (listed.id, len(listed.figures)) for listed in figures_by_race(small)
    ]
    assert ["race-one", "other.1990", "other.1991"] == [x.id for x in cut_figures(large)]
    assert "figures.html#figure-figure-7" == figure_place(small, "figure-7")
    assert "figures/other.1990.html#figure-figure-7" == figure_place(large, "figure-7")
