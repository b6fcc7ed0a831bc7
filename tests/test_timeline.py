"""All content in one value, and what can be asked of it."""

from dataclasses import replace

from builder.models.content import Citation, Event
from builder.reading.timeline import Timeline
from tests.examples import event_text, make, sample_timeline

TIMELINE = sample_timeline()


def test_things_are_found_by_their_ids():
    """People, parties, places, races, sources, figures and works each have an index."""
    assert "Mara Venn" == TIMELINE.person["mara-venn"].name
    assert "Lantern" == TIMELINE.party["lantern"].short_name
    assert "Port Alder" == TIMELINE.spot["port-alder"].name
    assert "valid" == TIMELINE.race["1991"].state
    assert "A" == TIMELINE.source["alder-gazette-1991-05-13"].letter
    assert "lead-in-votes" == TIMELINE.figure["lead-venn"].measure
    assert "Alder Almanac" == TIMELINE.work["alder-almanac"].publisher
    assert "official" == TIMELINE.official["1991"].result


def test_the_first_of_two_with_the_same_id_wins():
    """The checks report the second; until then the first is meant."""
    first, second = TIMELINE.people
    twins = replace(TIMELINE, people=(first, second.model_copy(update={"id": first.id})))

    assert first is twins.person[first.id]


def test_everything_that_carries_citations_is_found():
    """The opening, the races, the people and the events rest on evidence."""
    kinds = [type(item).__name__ for item in TIMELINE.cited]

    assert ["Site", "Race", "Person", "Person"] == kinds[:4]
    assert {"Event"} == set(kinds[4:])
    assert sum(len(item.citations) for item in TIMELINE.cited) == len(list(TIMELINE.citations()))


def test_a_citation_leads_to_its_passage():
    """Its source's passage of that number, or nothing."""
    at = "id: a1\nsource: {}\npassage: {}\n"

    found = TIMELINE.passage(make(Citation, at.format("alder-gazette-1991-05-13", 4)))

    assert found is not None
    assert "Reeve concedes late in the evening." == found.gist
    assert TIMELINE.passage(make(Citation, at.format("alder-gazette-1991-05-13", 7))) is None
    assert TIMELINE.passage(make(Citation, at.format("no-such-source", 1))) is None


def test_every_reference_to_a_passage_is_found():
    """Figures, differences and topics rest on passages as well as texts do."""
    kinds = {type(item).__name__ for item, _ in TIMELINE.evidence()}

    assert {"Figure", "Difference", "Topic"} == kinds - {type(i).__name__ for i in TIMELINE.cited}
    assert len(list(TIMELINE.citations())) + 8 + 2 + 2 == len(list(TIMELINE.evidence()))


def test_a_figure_comes_from_whoever_has_a_name():
    """An agency, a person, or the article itself."""
    assert "the town clerk" == TIMELINE.origin["town-clerk"]
    assert "Mara Venn" == TIMELINE.origin["mara-venn"]
    assert "Alder Gazette" == TIMELINE.origin["alder-gazette-1991-05-13"]


def test_names_and_their_forms_are_found():
    """Whoever and whatever has a name, and the forms that articles give it."""
    names = {item.name for item in TIMELINE.named}

    assert {"Mara Venn", "Tobias Reeve", "Lantern Party", "Harbour League", "Port Alder"} == names
    assert ["Mara Wenn"] == [variant.form for variant in TIMELINE.variants()]


def test_drafts_can_be_left_out():
    """What is published is everything but the drafts, in the same order."""
    published = TIMELINE.without_drafts()

    assert "plans-of-the-mayor" in {event.id for event in TIMELINE.events}
    assert [e for e in TIMELINE.events if e.status == "published"] == list(published.events)
    assert TIMELINE.people == published.people


def test_kinds_of_things_have_their_names():
    """Each collection is named in the singular, for messages."""
    collections = dict(TIMELINE.collections())

    assert ["event", "person", "party", "place", "race", "source"] == list(collections)[:6]
    assert ["figure", "origin", "difference", "topic"] == list(collections)[6:10]
    assert ["work", "correction", "official race", "term", "reference event"] == list(collections)[
        10:
    ]
    assert TIMELINE.events == collections["event"]


def test_nothing_is_a_timeline_too():
    """A folder of which nothing could be read can still be asked."""
    empty = Timeline()

    assert () == empty.cited
    assert {} == empty.person
    assert [] == list(empty.citations())


def test_a_timeline_is_not_changed_by_its_copies():
    """A copy with other events has its own indexes."""
    assert TIMELINE.cited
    other = replace(TIMELINE, events=(make(Event, event_text()),))

    assert "lamps-are-lit" in {item.id for item in other.cited}
    assert "lamps-are-lit" not in {item.id for item in TIMELINE.cited}
