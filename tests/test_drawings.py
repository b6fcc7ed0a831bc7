"""A drawing says no more and no less than its numbers."""

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.views.drawings import HANGER, Span, draw_span, scale_of

VOTES = st.decimals(min_value=0, max_value=2_000_000, places=0)


def length_of(span: Span) -> int:
    """How long the deck of a span is drawn."""
    match = re.fullmatch(r"M0 \d+H(\d+)V\d+H0Z", span.deck)
    assert match is not None
    return int(match[1])


@pytest.mark.parametrize(("votes", "length"), [(13_000, 13), (100_400, 100), (777_600, 778)])
def test_a_deck_is_as_long_as_the_lead(votes: int, length: int):
    """One unit is a thousand votes."""
    assert length == length_of(draw_span(Decimal(votes), 900, is_open=False))


@settings(max_examples=40)
@given(VOTES, VOTES)
def test_decks_are_in_proportion(one: Decimal, other: Decimal):
    """Whatever is more is never drawn shorter, and no deck is off by more than a unit."""
    lengths = [length_of(draw_span(votes, 2_000, is_open=False)) for votes in (one, other)]

    assert (lengths == sorted(lengths)) or one > other
    assert all(
        length == 2 or abs(length * 1_000 - votes) <= 500
        for length, votes in zip(lengths, (one, other), strict=True)
    )


@pytest.mark.parametrize("votes", [0, 1, 999, 1_204, 13_000, 99_000])
def test_a_small_lead_is_a_stub(votes: int):
    """It has a deck that can be seen, and neither towers nor cables."""
    span = draw_span(Decimal(votes), 900, is_open=False)

    assert length_of(span) >= 2
    assert ("", "", "", "") == (span.cable, span.hangers, span.towers, span.open_end)


def test_a_large_lead_is_a_bridge():
    """It has two towers, a cable from end to end, and a hanger for every 50,000 votes."""
    span = draw_span(Decimal(777_000), 900, is_open=False)

    assert 2 == span.towers.count("M")
    assert span.cable.startswith("M0 ")
    assert " 777 " in span.cable
    assert [f"{HANGER * n}" for n in range(1, 16)] == re.findall(r"M(\d+) ", span.hangers)


def test_more_than_is_an_open_end():
    """A dashed line goes on behind the deck, and stays within the drawing."""
    assert "M777 36H827" == draw_span(Decimal(777_000), 900, is_open=True).open_end
    assert "M777 36H800" == draw_span(Decimal(777_000), 800, is_open=True).open_end
    assert "" == draw_span(Decimal(777_000), 900, is_open=False).open_end
    assert draw_span(Decimal(13_000), 900, is_open=True).open_end


@settings(max_examples=40)
@given(VOTES)
def test_every_part_of_a_span_lies_within_it(votes: Decimal):
    """Hangers go down from the cable to the deck, and stand between its ends."""
    span = draw_span(votes, 2_100, is_open=False)

    for x, top, foot in re.findall(r"M(\d+) ([\d.-]+)V(\d+)", span.hangers):
        assert 0 < int(x) < length_of(span)
        assert 0 <= float(top) <= float(foot)


@settings(max_examples=40)
@given(st.lists(VOTES, max_size=4))
def test_the_scale_holds_every_lead(leads: list[Decimal]):
    """The longest lead fits with room for an open end, and hangers fall on the scale."""
    width = scale_of(leads)

    assert 0 == width % HANGER
    assert width > 0
    assert all(width >= int(lead) // 1_000 for lead in leads)
    longest = max(leads, default=Decimal(0))
    if longest >= 1_000:
        assert width >= int(longest) // 1_000 + HANGER


def test_without_leads_there_is_still_a_scale():
    """No race has to have a lead."""
    assert HANGER == scale_of([]) == scale_of([Decimal(0)])
