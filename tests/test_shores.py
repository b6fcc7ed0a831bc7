"""Neither shore runs empty for longer than a screen, and few events leave their own."""

from itertools import groupby

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.models.content import Event
from builder.pages.shores import SCREEN, count_lines, ferry
from builder.views.views import Notebook, ShownEvent
from tests.examples import WORDING, event_text, make, sample_timeline


def show(shore: str, lines: int = 1, weight: str = "normal", year: int = 1991) -> ShownEvent:
    """An event on a shore with a text of some lines."""
    body = " ".join(["lamps on the wall of the old harbour"] * lines) + ".[@a1]"
    text = event_text(shore=shore, body=body, weight=weight, date=f'"{year}"')
    return Notebook(sample_timeline(), WORDING).event(make(Event, text))


CITY, COUNTRY = show("city"), show("country")


def sides(*events: ShownEvent) -> list[str]:
    """On which shore each event is shown."""
    return [shown.side for shown in ferry(events)]


def test_events_stay_on_their_own_shore():
    """Where both shores have enough, nothing moves."""
    assert ["west", "east", "west", "east"] == sides(CITY, COUNTRY, CITY, COUNTRY)


def test_a_long_line_on_one_shore_is_broken():
    """Before the other shore is empty for a screen, an event is ferried there."""
    shown = sides(*[CITY] * 12)

    assert "west" == shown[0]
    assert "east" in shown
    assert all(len(list(group)) * count_lines(CITY) <= SCREEN for _, group in groupby(shown))


def test_a_ferried_event_says_so():
    """The label of its own shore can still be shown."""
    shown = list(ferry([COUNTRY] * 6))

    assert {True, False} == {event.is_ferried for event in shown}
    assert all(event.is_ferried == (event.side == "west") for event in shown)


def test_small_events_take_less_room():
    """One in the background fills no screen."""
    background = show("city", 9, "background")

    assert count_lines(background) < count_lines(CITY) < count_lines(show("city", 9))
    assert ["west"] * 6 == sides(*[background] * 6)


@settings(max_examples=40)
@given(st.lists(st.sampled_from([CITY, COUNTRY, show("city", 9), show("city", 1, year=1992)])))
def test_all_events_are_shown_in_their_order(events: list[ShownEvent]):
    """None is lost, and none overtakes another."""
    shown = list(ferry(events))

    assert [event.event for event in events] == [event.event for event in shown]
