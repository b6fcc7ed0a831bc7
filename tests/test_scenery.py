"""What lies behind the words of a card: the strait beside its shore, a bridge as it stands."""

import pytest
from PIL.Image import Image

from builder.pictures.cards import HEIGHT, WIDTH, Span
from builder.pictures.scenery import (
    BANK,
    DECK,
    GAP,
    INK,
    PAPER,
    PEAK,
    ROAD,
    RULE,
    THICK,
    TOWERS,
    WATER,
    draw_crossing,
    draw_strait,
    west_bank,
)

MIDDLE = DECK + THICK // 2


def colour_at(picture: Image, x: float, y: float) -> str:
    """The colour of a picture at a point."""
    red, green, blue = picture.getpixel((round(x), round(y)))  # type: ignore[misc]
    return f"#{red:02x}{green:02x}{blue:02x}"


def test_the_water_lies_beyond_the_shore():
    """To the right of what happens in the city, to the left of what happens in the country."""
    city, country = draw_strait("city"), draw_strait("country")

    assert (PAPER, WATER) == (colour_at(city, 250, 300), colour_at(city, 1000, 300))
    assert (WATER, PAPER) == (colour_at(country, 250, 300), colour_at(country, 1000, 300))


def test_the_strait_has_banks_and_a_bridge():
    """The bank is where it is said to be; the road leads from edge to edge."""
    strait = draw_strait("city")

    assert BANK == colour_at(strait, west_bank(200), 200)
    assert [INK] * 3 == [colour_at(strait, x, ROAD) for x in (2, 1000, WIDTH - 2)]


@pytest.mark.parametrize(
    ("span", "at_half"), [("whole", INK), ("broken", PAPER), ("pencilled", RULE)]
)
def test_a_bridge_stands_as_its_evidence_does(span: Span, at_half: str):
    """An annulled vote is broken in the middle; without a result it is only pencilled in."""
    crossing = draw_crossing(span, ())

    assert (WIDTH, HEIGHT) == crossing.size
    assert at_half == colour_at(crossing, WIDTH / 2, DECK)
    assert (span == "pencilled") is (colour_at(crossing, TOWERS[0], PEAK + 9) != INK)


def test_a_broken_bridge_goes_on_beyond_its_gap():
    """Its deck ends where the gap begins."""
    broken = draw_crossing("broken", ())

    decks = [colour_at(broken, x, DECK) for x in (GAP[0] - 5, GAP[0] + 5, GAP[1] - 5, GAP[1] + 5)]
    assert [INK, PAPER, PAPER, INK] == decks


def test_a_deck_is_the_result():
    """The leader's share reaches from the left, the other's from the right; the rest is a gap."""
    crossing = draw_crossing("whole", (54, 40))

    leader = [colour_at(crossing, WIDTH * part, MIDDLE) for part in (0.01, 0.3, 0.535)]
    gap = [colour_at(crossing, WIDTH * part, MIDDLE) for part in (0.55, 0.57, 0.59)]
    other = {colour_at(crossing, x, MIDDLE) for x in range(round(0.61 * WIDTH), WIDTH)}
    assert ([INK] * 3, [PAPER] * 3) == (leader, gap)
    assert {INK, PAPER} <= other


def test_half_is_marked():
    """Even under a deck that is filled."""
    crossing = draw_crossing("whole", (54, 40))

    assert [PAPER, INK, PAPER] == [colour_at(crossing, 600 + by, MIDDLE) for by in (-3, 0, 3)]


def test_a_single_share_leaves_the_rest_open():
    """Where only the leader's is known."""
    crossing = draw_crossing("whole", (52,))

    assert PAPER == colour_at(crossing, 0.7 * WIDTH, MIDDLE)
