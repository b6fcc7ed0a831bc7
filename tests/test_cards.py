"""The cards: one for the site, each event and each race, small, readable, the same everywhere."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from builder.pages.all_pages import plan_pages
from builder.pages.page import Page
from builder.pictures.cards import (
    SITE_CARD,
    WIDTH,
    BridgeCard,
    Card,
    CardShare,
    Shore,
    Span,
    StraitCard,
    event_card,
    plan_cards,
)
from builder.pictures.drawing import JETTY, PIER, draw_card
from builder.pictures.scenery import INK, PAPER, WATER, west_bank
from builder.publishing import build
from builder.rendering.render import card_address
from builder.scale import LARGE
from builder.site import Options
from builder.views.addresses import Addresses
from tests.examples import WORDING, made, sample_timeline
from tests.projects import copy_sample

TIMELINE = sample_timeline().without_drafts()
CARDS: dict[str, Card] = {card.path: card for card in plan_cards(TIMELINE, WORDING)}
SITE = "Port Alder counts"
LONGEST = "Nobody in the town would have asked whether Venn’s council accepts a narrow loss"


def make_strait(shore: Shore, title: str = "Lamps", date: str = "1991") -> StraitCard:
    """The card of an event."""
    return StraitCard("", SITE, title, shore, date)


def make_bridge(span: Span = "whole", *shares: tuple[float, str]) -> BridgeCard:
    """The card of a race, its bridge in some state."""
    shown = tuple(
        CardShare(percent, qualifier, f"{percent}%", "Mara Venn") for percent, qualifier in shares
    )
    return BridgeCard("a.png", SITE, "The vote", "again", span, "Unofficial", shown)


def open_card(card: Card) -> Image.Image:
    """The picture of a card, in full colour."""
    return Image.open(BytesIO(draw_card(card))).convert("RGB")


def colour_at(card: Card, x: float, y: float) -> str:
    """The colour of a card at a point."""
    red, green, blue = open_card(card).getpixel((round(x), round(y)))  # type: ignore[misc]
    return f"#{red:02x}{green:02x}{blue:02x}"


# ---- what there is


def test_the_site_each_event_and_each_race_have_a_card():
    """Drafts have none, since they have no page."""
    events = [f"cards/event-{event.id}.png" for event in TIMELINE.events]
    races = [f"cards/race-{race.id}.png" for race in TIMELINE.races]

    assert [SITE_CARD, *events, *races] == list(CARDS)


def test_every_page_names_a_card_that_there_is():
    """Events and races have their own; what has none is shared with the site's."""
    named = {page.path: page.card for page in made(plan_pages(TIMELINE, WORDING))}

    assert set(CARDS) - {SITE_CARD} == set(filter(None, named.values()))
    assert "cards/event-reeve-concedes.png" == named["events/reeve-concedes.html"]
    assert "cards/race-1991.png" == named["races/1991.html"]


def test_of_very_many_events_none_has_a_card_of_its_own():
    """To draw them would take longer than everything else; the site's stands for all."""
    event = TIMELINE.events[0]
    many = replace(TIMELINE, events=(event,) * (LARGE + 1))

    assert "" == event_card(many, event)
    assert [SITE_CARD] == [
        card.path for card in plan_cards(many, WORDING) if not card.path.startswith("cards/race-")
    ]


def test_a_card_says_what_its_page_says():
    """The words are those of the content and the strings file, with all qualifiers."""
    assert CARDS["cards/event-venn-enters-the-council.png"] == StraitCard(
        "cards/event-venn-enters-the-council.png",
        SITE,
        "Mara Venn enters the council",
        "city",
        "1986",
        "year only",
    )
    race = CARDS["cards/race-1991.png"]
    assert isinstance(race, BridgeCard)
    assert ("lamps on the wall", "unofficial") == (race.caption, race.state)
    assert CardShare(52.4, "", "52.4%", "Mara Venn") == race.shares[0]


@pytest.mark.parametrize(
    ("base_url", "page", "address"),
    [
        (
            "https://a.example",
            Page("a.html", "", "", "", None, card="cards/event-a.png"),
            "https://a.example/cards/event-a.png",
        ),
        (
            "https://a.example/b/",
            Page("a.html", "", "", "", None),
            f"https://a.example/b/{SITE_CARD}",
        ),
        ("/b/", Page("a.html", "", "", "", None, card="cards/event-a.png"), ""),
        ("https://a.example", Page("404.html", "", "", "", None, is_anywhere=True), ""),
    ],
    ids=["own", "the-sites", "no-host", "anywhere"],
)
def test_the_address_of_a_card_is_absolute(base_url: str, page: Page, address: str):
    """Those who show cards take no relative address; without a host there is none."""
    assert address == card_address(page, Addresses(base_url))


def test_every_card_that_a_page_names_is_published(tmp_path: Path):
    """In a site with an address, each page leads to a picture that is there."""
    project, out = copy_sample(tmp_path / "project", with_templates=True), tmp_path / "site"
    address = "https://example.org/counts/"

    problems = build(project, out, Options(project / "articles", address))

    assert [] == [problem for problem in problems if problem.severity == "error"]
    # What is shown inside other pages, or anywhere, is not shared by itself.
    pages = (path for path in out.rglob("*.html") if path.name != "404.html")
    for path in (path for path in pages if path.relative_to(out).parts[0] != "embed"):
        named = re.findall(r'property="og:image" content="([^"]*)"', path.read_text("utf-8"))
        assert 1 == len(named), path
        assert (out / named[0].removeprefix(address)).is_file(), path


# ---- how it is drawn


@pytest.mark.parametrize(
    "card",
    [
        *CARDS.values(),
        StraitCard(
            "", SITE, LONGEST, "city", "between 31 March and 23 November 2019", "day not given"
        ),
        make_strait("country", "Unpronounceablenameofatownthathasnospaces"),
        make_bridge("whole", (50.92, "nearly"), (40, "about")),
        make_bridge("broken"),
        make_bridge("pencilled"),
    ],
    ids=lambda card: card.path or card.title[:12],
)
def test_a_card_is_a_small_png(card: Card):
    """1200 by 630, at most 25 kB, whatever it says."""
    file = draw_card(card)

    picture = Image.open(BytesIO(file))
    assert ("PNG", "P", (1200, 630)) == (picture.format, picture.mode, picture.size)
    assert len(file) <= 25_000
    assert {} == picture.info.get("exif", {})


def test_the_same_card_is_the_same_bytes():
    """Drawn anew, not remembered."""
    once = [draw_card(card) for card in CARDS.values()]
    draw_card.cache_clear()

    assert once == [draw_card(card) for card in CARDS.values()]


def test_the_mark_is_square_for_the_city_and_round_for_the_country():
    """As on the timeline, at the end of its jetty: filled, or a ring."""
    x, y = round(west_bank(JETTY)) + PIER, JETTY

    assert [INK, INK] == [colour_at(make_strait("city"), x + at, y + at) for at in (1, 11)]
    ring = [colour_at(make_strait("country"), WIDTH - x - at, y) for at in (2, 12, 22)]
    assert [INK, PAPER, INK] == ring
    assert WATER == colour_at(make_strait("country"), WIDTH - x - 1, y + 11)
