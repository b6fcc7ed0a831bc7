"""What readers are told by one item."""

from builder.models.content import Event
from builder.reviewing.facets import date_item, find_claims, find_facets, name_item
from tests.examples import event_text, make, sample_timeline

TIMELINE = sample_timeline()


def test_values_have_the_names_of_their_keys():
    """Of a figure: its value with grouping, and nothing that is not known."""
    facets = {f.label: f.text for f in find_facets(TIMELINE.figure["lead-venn"])}

    assert "1,204" == facets["value"]
    assert "1991-05-12" == facets["as of"]
    assert "party" not in facets
    assert "id" not in facets


def test_parts_are_told_apart_by_what_names_them():
    """A passage by its number, a position by its place in the list, its evidence too."""
    source = {f.label for f in find_facets(TIMELINE.source["retold-1991-05-14"])}
    difference = {f.label: f.text for f in find_facets(TIMELINE.differences[0])}

    assert {"passage 1 gist", "oddity 1 note", "address certainty"} <= source
    assert "alder-gazette-1991-05-13" == difference["position 1 evidence 1 source"]


def test_two_parts_of_the_same_name_are_both_told():
    """Nothing is lost where a record has two oddities of one passage."""
    source = TIMELINE.source["retold-1991-05-14"]
    twice = source.model_copy(update={"oddities": source.oddities * 2})
    labels = [f.label for f in find_facets(twice)]

    assert "oddity 1 note" in labels
    assert "oddity 1 (2) note" in labels


def test_a_claim_is_a_sentence_with_what_it_rests_on():
    """Markers are gone; the place is that of the sentence."""
    first, second, _third = find_claims(TIMELINE.events[1])

    assert "Venn leads by 1,204 votes." == first.text
    assert ["alder-gazette-1991-05-13/1 “a lead of 1,204 votes”"] == [
        s.text for s in first.supports
    ]
    assert 2 == len(second.supports)
    assert first.place.line == second.place.line == 20


def test_the_name_of_a_marker_is_no_part_of_a_claim():
    """Two bodies that differ in their markers alone make the same claims."""
    renamed = event_text(
        body="Lamps are lit on the wall.[@z9]",
        citations="[{id: z9, source: alder-gazette-1991-05-13, passage: 1}]",
    )
    texts = [
        [(c.text, c.supports) for c in find_claims(make(Event, text))]
        for text in (event_text(), renamed)
    ]

    assert texts[0] == texts[1]


def test_items_have_names_and_dates():
    """A difference is known by its question, a figure by nothing; a party has no date."""
    assert "How far ahead was Venn?" == name_item(TIMELINE.differences[0])
    assert "" == name_item(TIMELINE.figures[0])
    assert date_item(TIMELINE.parties[0]) is None
    assert "1991-05-12" == str(date_item(TIMELINE.figures[0]))
