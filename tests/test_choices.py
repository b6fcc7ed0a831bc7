"""Events can be filtered by what some event has, and by nothing else."""

from dataclasses import replace

from builder.models.content import Event
from builder.reading.choices import find_choices
from tests.examples import event_text, make, sample_timeline


def test_what_events_have_can_be_chosen():
    """Races, people and parties stand in their own order, kinds in that of the alphabet."""
    choices = find_choices(sample_timeline().without_drafts())

    assert ["1991"] == [race.id for race in choices.races]
    assert ["mara-venn", "tobias-reeve"] == [person.id for person in choices.people]
    assert ["lantern", "league"] == [party.id for party in choices.parties]
    assert ("biography", "celebration", "concession", "speech", "vote") == choices.kinds
    assert 5 == choices.count


def test_nothing_is_offered_that_would_find_nothing():
    """A person without an event, a race without one, and a draft's kind are left out."""
    lonely = replace(sample_timeline(), events=(make(Event, event_text(people="[tobias-reeve]")),))

    choices = find_choices(lonely)

    assert ["tobias-reeve"] == [person.id for person in choices.people]
    assert not choices.races
    assert not choices.parties
    assert ("celebration",) == choices.kinds
    assert 1 == choices.count
