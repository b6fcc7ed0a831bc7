"""What belongs to what is found once, whole and in the order of the timeline."""

from dataclasses import replace

from builder.models.content import Event
from tests.corrected import make_correction
from tests.examples import event_text, make, sample_timeline

TIMELINE = sample_timeline().without_drafts()
RELATED = TIMELINE.related


def test_every_event_is_with_its_race_people_parties_and_kind():
    """The groups are what a search through all events would find."""
    for event in TIMELINE.events:
        assert event in RELATED.events_of_race[event.race]
        assert event in RELATED.events_of_kind[event.kind]
        assert all(event in RELATED.events_of_person[name] for name in event.people)
        assert all(event in RELATED.events_of_party[name] for name in event.parties)


def test_groups_are_in_the_order_of_the_timeline():
    """Nobody has to sort them again."""
    for person in TIMELINE.people:
        found = [event for event in TIMELINE.events if person.id in event.people]
        assert found == list(RELATED.events_of_person.get(person.id, ()))


def test_what_is_named_twice_is_in_a_group_once():
    """A list with a slip in it makes no second entry."""
    event = make(Event, event_text()).model_copy(update={"people": ("mara-venn", "mara-venn")})

    related = replace(TIMELINE, events=(event,)).related

    assert {"mara-venn": (event,)} == related.events_of_person


def test_somebody_races_by_a_figure_or_an_office():
    """The races of a person are those in which they have a figure, or took office."""
    assert "1991" in RELATED.races_of_person["mara-venn"]
    assert "nobody" not in RELATED.races_of_person


def test_corrections_are_in_the_order_of_their_days():
    """However they are written down."""
    late, early = (make_correction(id=day, date=day) for day in ("1991-07-01", "1991-06-02"))

    related = replace(TIMELINE, corrections=(late, early)).related

    assert {("figure", "lead-venn"): (early, late)} == related.corrections_of


def test_differences_are_with_their_events_and_sources():
    """Each difference is found from everything that it is about."""
    for difference in TIMELINE.differences:
        assert all(difference in RELATED.differences_of_event[name] for name in difference.events)
        assert all(difference in RELATED.differences_of_source[name] for name in difference.sources)
        about = [event for event in TIMELINE.events if event.id in difference.events]
        assert about == list(RELATED.events_of_difference.get(difference.id, ()))


def test_a_difference_is_with_the_races_of_its_figures_and_events():
    """It is shown on the page of each."""
    for race in TIMELINE.races:
        figures = {figure.id for figure in TIMELINE.figures if figure.race == race.id}
        events = {event.id for event in TIMELINE.events if event.race == race.id}
        found = [
            difference
            for difference in TIMELINE.differences
            if events & set(difference.events)
            or any(figures & set(position.figures) for position in difference.positions)
        ]
        assert found == list(RELATED.differences_of_race.get(race.id, ()))
