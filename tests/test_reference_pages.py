"""The page of a day holds what had appeared by its end, and nothing that came later."""

from dataclasses import replace
from datetime import date

from builder.pages.figure_contents import KnownPage, ReferencePage
from builder.pages.reference import known_events, known_facts, plan_known, plan_reference
from builder.reading.timeline import Timeline
from tests.examples import WORDING, made, sample_timeline

TIMELINE = sample_timeline().without_drafts()
EVE, GAZETTE_ONLY, BOTH, ALMANAC = (date(1991, 5, day) for day in (12, 13, 19, 20))


def bodies(day: date) -> dict[str, str]:
    """The texts that were known at the end of a day, by event."""
    return {event.id: event.body for event in known_events(TIMELINE, day)}


def known_pages() -> dict[str, KnownPage]:
    """What the pages of the sample's days show, by path."""
    pages = {page.path: page.content for page in made(plan_known(TIMELINE, WORDING))}
    return {path: content for path, content in pages.items() if isinstance(content, KnownPage)}


def test_before_the_first_article_nothing_is_known():
    """Although the vote has been held."""
    assert {} == bodies(EVE)


def test_a_sentence_whose_article_appeared_later_is_left_out():
    """The event stays, with the sentences that had been printed by then."""
    known = bodies(GAZETTE_ONLY)

    assert known["the-town-votes"].endswith("and Reeve 47.6.[@a2][@a2-2]")
    assert "“The tide has turned,” Venn tells some 300 people.[@a3]" == known["venn-speaks"]


def test_an_event_that_only_later_articles_tell_is_left_out():
    """Nobody had read of the lamps yet."""
    assert "lamps-on-the-sea-wall" not in bodies(GAZETTE_ONLY)
    assert "reeve-concedes" in bodies(GAZETTE_ONLY)


def test_an_event_whose_title_was_not_known_is_left_out():
    """The title sums up the first sentence, so later sentences do not carry it."""
    event = next(event for event in TIMELINE.events if event.id == "venn-speaks")
    first, second = event.body.split("] ")
    turned = event.model_copy(update={"body": f"{second} {first}]"})

    assert [] == list(known_events(replace(TIMELINE, events=(turned,)), GAZETTE_ONLY))


def test_when_all_articles_have_appeared_everything_is_known():
    """Each event with its whole text."""
    known = bodies(BOTH)

    assert {event.id: " ".join(event.body.split()) for event in TIMELINE.events} == {
        name: " ".join(body.split()) for name, body in known.items()
    }


def test_a_fact_is_known_when_a_work_has_published_it():
    """The oath was on the 14th, the almanac appeared on the 20th."""
    (fact,) = TIMELINE.reference_events

    assert [] == list(known_facts(TIMELINE, BOTH))
    assert [fact] == list(known_facts(TIMELINE, ALMANAC))


def test_a_fact_of_an_undated_work_is_not_known():
    """Nobody knows whether it had appeared."""
    (work,) = TIMELINE.works
    undated = replace(TIMELINE, works=(work.model_copy(update={"published": None}),))

    assert [] == list(known_facts(undated, ALMANAC))


def test_every_day_has_its_page_and_leads_to_the_others():
    """The day itself is marked in the list."""
    pages = known_pages()

    assert ["known/1991-05-13.html", "known/1991-05-20.html"] == list(pages)
    for path, page in pages.items():
        assert list(pages) == [day.path for day in page.days]
        assert [path] == [day.path for day in page.days if day.is_current]


def test_the_page_of_a_day_holds_its_events_and_facts():
    """And the notes of no article that appeared later."""
    first, second = made(plan_known(TIMELINE, WORDING))

    assert {"A"} == {note.source.letter for note in first.notes}
    assert {"A", "B"} == {note.source.letter for note in second.notes}
    assert [0, 1] == [len(page.facts) for page in known_pages().values()]


def test_the_page_of_the_reference_layer_holds_all_of_it():
    """Mayors, dated facts and works."""
    (page,) = made(plan_reference(TIMELINE, WORDING))

    assert isinstance(page.content, ReferencePage)
    assert ["venn-1991"] == [shown.term.id for shown in page.content.terms]
    assert ["venn-sworn-in"] == [shown.event.id for shown in page.content.facts]
    assert ["alder-almanac"] == [shown.work.id for shown in page.content.works]


def test_without_works_there_is_no_reference_page():
    """A timeline may rest on its articles alone."""
    assert [] == list(plan_reference(Timeline(), WORDING))
    assert [] == list(plan_known(Timeline(), WORDING))
