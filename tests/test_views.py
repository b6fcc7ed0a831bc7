"""Texts are bound to numbered notes, and notes lead to the words in the original."""

from dataclasses import replace
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.models.content import Event
from builder.models.figures import Figure
from builder.models.records import Address
from builder.views.paths import (
    event_path,
    kind_path,
    party_path,
    person_path,
    race_path,
    source_path,
)
from builder.views.views import Notebook, original_address
from tests.examples import WORDING, event_text, figure_text, make, sample_timeline

TIMELINE = sample_timeline()
GAZETTE, RETOLD = TIMELINE.sources
URL = GAZETTE.address.url or ""


def fragment_of(quotation: str | None) -> str:
    """What stands behind the gazette's address, as it is typed."""
    return original_address(GAZETTE, quotation).removeprefix(URL)


# ---- addresses of the original


def test_a_quotation_is_pointed_at_in_the_original():
    """The address ends in a text fragment with the words."""
    assert "#:~:text=a%20lead%20of%20votes" == fragment_of("a lead of votes")


def test_letters_with_a_meaning_in_a_fragment_are_encoded():
    """Hyphens, commas and ampersands would part or qualify the fragment."""
    assert "#:~:text=a%20well%2Dlit%20wall%2C%20lamps%20%26%20all" == fragment_of(
        "a well-lit wall, lamps & all"
    )
    assert "#:~:text=%C3%87al%C4%B1%20has%2052.4%20%25" == fragment_of("Çalı has 52.4 %")


@pytest.mark.parametrize("mark", "\"'“”‘’„«»")
def test_quotation_marks_are_avoided(mark: str):
    """They are printed in many ways, so the longest stretch without any is pointed at."""
    quotation = f"the {mark}keeper lit the lamps of the town{mark}s wall"

    assert "lit the lamps of the" == unquote(fragment_of(quotation)).removeprefix("#:~:text=")


@pytest.mark.parametrize(
    "quotation", [None, "", "three words only", "it's the keeper's lamp that's lit"]
)
def test_too_few_words_point_nowhere(quotation: str | None):
    """The address alone is better than a fragment that could be anywhere."""
    assert URL == original_address(GAZETTE, quotation)


@pytest.mark.parametrize("certainty", ["mirror", "inferred"])
def test_an_address_that_is_not_exact_is_not_the_original(certainty: str):
    """Words are not pointed at on a page that nobody has seen."""
    address = make(Address, f"url: {URL}\ncertainty: {certainty}\nnote: n\n")
    source = GAZETTE.model_copy(update={"address": address})

    assert "" == original_address(source, "a lead of 1,204 votes")
    assert "" == original_address(RETOLD, "a lead of 1,204 votes")


@given(st.lists(st.text(alphabet="aç1-,&'“ .%#=", min_size=1), min_size=4, max_size=9))
def test_a_fragment_is_words_of_the_quotation(words: list[str]):
    """Decoded, it is a part of what was quoted; encoded, it holds no letter with a meaning."""
    quotation = " ".join(" ".join(words).split())

    fragment = fragment_of(quotation).removeprefix("#:~:text=")

    assert unquote(fragment) in quotation
    assert not set(fragment) & set("-,&#'“ ")


# ---- notes


def test_notes_are_numbered_as_they_are_read():
    """The first marker of the page is note 1."""
    notebook = Notebook(TIMELINE, WORDING)

    notebook.event(TIMELINE.events[1])

    assert [1, 2, 3, 4] == [note.number for note in notebook.notes]
    assert ["A", "A", "A", "B"] == [note.source.letter for note in notebook.notes]
    assert [1, 2, 2, 2] == [note.passage.number for note in notebook.notes]


def test_the_same_words_of_the_same_passage_are_one_note():
    """However often they are cited on a page, and under whatever name."""
    of = "source: alder-gazette-1991-05-13, passage: 4"
    quoted = f"{{id: c, {of}, quotation: accepted his defeat shortly}}"
    citations = f"[{{id: a, {of}}}, {{id: b, {of}}}, {quoted}]"
    event = make(Event, event_text(body="One.[@a] Two.[@b][@c]", citations=citations))
    notebook = Notebook(TIMELINE, WORDING)

    shown = notebook.event(event)

    assert [(1,), (1, 2), ()] == [
        tuple(note.number for note in piece.notes) for piece in shown.text
    ]
    assert [None, "accepted his defeat shortly"] == [note.quotation for note in notebook.notes]


def test_notes_are_shared_by_all_items_of_a_page():
    """What one event has cited keeps its number in the next."""
    notebook = Notebook(TIMELINE, WORDING)
    first, second = TIMELINE.events[2], TIMELINE.events[3]
    notebook.event(first)
    numbers = [note.number for note in notebook.notes]

    notebook.event(second)
    notebook.event(first)

    assert numbers == [note.number for note in notebook.notes][: len(numbers)]
    assert 3 == len(notebook.notes)


def test_a_note_knows_its_speaker_and_its_original():
    """Quoted speech has a person; words of an unseen page have no address."""
    notebook = Notebook(TIMELINE, WORDING)

    notebook.event(next(e for e in TIMELINE.events if e.id == "venn-speaks"))

    spoken, retold = notebook.notes
    assert spoken.speaker is TIMELINE.person["mara-venn"]
    assert spoken.original.startswith(f"{URL}#:~:text=The%20tide%20has%20turned%2C")
    assert "" == retold.original


# ---- what is shown


def test_an_event_is_shown_with_everything_it_names():
    """People, parties, places, the race and the articles, each once, in the timeline's order."""
    shown = Notebook(TIMELINE, WORDING).event(TIMELINE.events[1])

    assert "12 May 1991" == shown.when.text
    assert ["Mara Venn", "Tobias Reeve"] == [person.name for person in shown.people]
    assert ["Lantern", "League"] == [party.short_name for party in shown.parties]
    assert ("Port Alder",) == shown.places
    assert ["A", "B"] == [source.letter for source in shown.sources]
    assert shown.race is TIMELINE.race["1991"]
    assert "events/the-town-votes.html" == shown.path


def test_an_event_lies_on_the_shore_where_it_happens_unless_it_is_ferried():
    """The city is west, the country is east."""
    city = Notebook(TIMELINE, WORDING).event(make(Event, event_text(shore="city")))
    country = Notebook(TIMELINE, WORDING).event(make(Event, event_text(shore="country")))

    assert ("west", "east") == (city.side, country.side)
    assert "east" == replace(city, is_ferried=True).side


def test_a_race_is_shown_with_its_figures_and_their_notes():
    """Every share and the lead lead to the passage that holds them."""
    notebook = Notebook(TIMELINE, WORDING)

    shown = notebook.race(TIMELINE.race["1991"], None)

    assert ["52.4%", "47.6%"] == [share.text for share in shown.shares]
    assert ["Lantern", "League"] == [s.party.short_name for s in shown.shares if s.party]
    assert {2} == {share.note.passage.number for share in shown.shares}
    assert shown.lead is not None
    assert ("1,204 votes", 1) == (shown.lead.text, shown.lead.note.passage.number)


def test_a_race_without_figures_shows_none():
    """What no article gives is not shown."""
    race = TIMELINE.race["1991"].model_copy(update={"shares": (), "lead": None})

    shown = Notebook(TIMELINE, WORDING).race(race, None)

    assert ((), None, None) == (shown.shares, shown.lead, shown.span)


def test_a_figure_is_shown_with_its_state_hour_and_origin():
    """The day for which it holds, how much was counted, and who counted."""
    notebook = Notebook(TIMELINE, WORDING)

    share, retold = (
        notebook.figure(TIMELINE.figure[f]) for f in ("share-venn", "lead-venn-retold")
    )

    assert ("12 May 1991", "", "the town clerk") == (share.when.text, share.counted, share.origin)
    assert ("98", "Retold report") == (retold.counted, retold.origin)
    assert ["A", "B"] == [figure.note.source.letter for figure in (share, retold)]


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({}, "1,204 votes"),
        ({"qualifier": "nearly"}, "nearly 1,204 votes"),
        ({"qualifier": "more-than"}, "more than 1,204 votes"),
        ({"measure": "share", "value": '"50.90"'}, "50.90%"),
        ({"measure": "districts", "value": '"25"', "of": '"39"'}, "25 of 39"),
        ({"measure": "crowd", "value": '"10,000"', "qualifier": "order-of"}, "tens of thousands"),
    ],
)
def test_a_value_is_as_exact_as_the_article_has_it(changes: dict[str, str], shown: str):
    """With its unit, its whole and its qualifier, every digit kept."""
    figure = make(Figure, figure_text(**changes))

    assert shown == Notebook(TIMELINE, WORDING).value(figure)


def test_links_from_a_text_begin_at_its_page():
    """A figure of an event's text is reached from the folder of events."""
    event = TIMELINE.events[1]

    here = Notebook(TIMELINE, WORDING).text(event)
    below = Notebook(TIMELINE, WORDING, "events/a.html").text(event)

    assert 'href="figures.html#figure-lead-venn"' in here[0].html
    assert 'href="../figures.html#figure-lead-venn"' in below[0].html


def test_every_kind_of_page_has_its_folder():
    """Pages of different kinds never take each other's place."""
    paths = [
        path("x")
        for path in (event_path, race_path, kind_path, party_path, source_path, person_path)
    ]

    assert 6 == len(set(paths))
    assert "people/x.html" == person_path("x")
