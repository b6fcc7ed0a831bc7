"""A number of a sentence is a figure if a passage cited there gives it."""

from dataclasses import replace

import pytest

from builder.models.content import Event
from builder.models.figures import Figure
from builder.reading.timeline import Timeline
from builder.views.held_figures import HELD_FIGURE, SPACE, describe_figure, hold_figures
from builder.views.views import Notebook
from tests.examples import WORDING, event_text, figure_text, make, sample_timeline

TIMELINE = sample_timeline()


def held(body: str, timeline: Timeline = TIMELINE) -> list[tuple[str, str]]:
    """The figures that a text citing the gazette's first passage holds, each as it is typed."""
    return HELD_FIGURE.findall(hold_figures(timeline, make(Event, event_text(body=body))))


def with_figures(*texts: str) -> Timeline:
    """The sample with other figures."""
    return replace(TIMELINE, figures=tuple(make(Figure, text) for text in texts))


def test_a_number_becomes_the_link_to_its_figure():
    """It leads to the record, and its title says status, day and origin."""
    event = make(Event, event_text(body="Venn leads by 1,204 votes.[@a1]"))

    text = Notebook(TIMELINE, WORDING, "events/a.html").text(event)

    assert (
        'Venn leads by <a class="figure" href="../figures.html#figure-lead-venn" '
        'title="Lead in votes: unofficial, as of 12 May 1991, Alder Gazette">1,204</a> votes.'
    ) in "".join(piece.html + piece.last_word for piece in text)


def test_every_number_is_held_where_it_stands():
    """The same sentence twice has its figure twice."""
    assert [("lead-venn", "1,204")] * 2 == held("By 1,204 votes.[@a1] By 1,204 votes.[@a1]")


def test_nothing_but_the_holders_is_added():
    """Without them the text is as it was typed, with markers and all."""
    event = next(event for event in TIMELINE.events if event.id == "the-town-votes")

    text = hold_figures(TIMELINE, event)

    assert event.body == HELD_FIGURE.sub(lambda found: found[2].replace(SPACE, " "), text)
    assert ["1,204", "52.4", "47.6", "1,200", "98"] == [n for _, n in HELD_FIGURE.findall(text)]


def test_a_number_of_two_words_is_one_figure():
    """It is not parted where the last word of a sentence is kept apart."""
    timeline = with_figures(figure_text(value='"2,000,000"'))
    event = make(Event, event_text(body="Venn leads by two million.[@a1]"))

    text = Notebook(timeline, WORDING).text(event)

    assert [("a-lead", f"two{SPACE}million")] == held(event.body, timeline)
    assert ">two million</a>." in "".join(piece.html + piece.last_word for piece in text)


@pytest.mark.parametrize(
    "body",
    [
        "Venn wins on 12 May 1991.[@a1]",
        "Venn wins on May 12.[@a1]",
        "Venn wins for the twelfth time.[@a1]",
        "Venn wins for the 12th time.[@a1]",
        "Venn wins again, as on 12 June.[@a1]",
        "Venn sat there in 1991.[@a1]",
    ],
)
def test_dates_and_ordinals_are_no_figures(body: str):
    """Although the passage has figures with these numbers."""
    timeline = with_figures(
        figure_text(id="twelve", value='"12"'), figure_text(id="year", value='"1991"')
    )

    assert [] == held(body, timeline)
    assert [("twelve", "12")] == held("Venn leads by 12 votes.[@a1]", timeline)


def test_a_number_of_another_passage_is_no_figure():
    """The share is a figure, but of a passage that is not cited."""
    assert [] == held("Venn has 52.4 per cent.[@a1]")


def test_without_figures_nothing_is_held():
    """The text is as it was typed."""
    event = make(Event, event_text(body="Venn leads by 1,204 votes.[@a1]"))

    assert event.body == hold_figures(with_figures(), event)


def test_a_figure_is_described_by_its_status_day_and_origin():
    """In one line, whoever counted."""
    share = TIMELINE.figure["share-venn"]

    assert "Share of the vote: unofficial, as of 12 May 1991, the town clerk" == describe_figure(
        share, TIMELINE, WORDING
    )
