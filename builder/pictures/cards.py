"""Timeline -> what the cards say: the pictures that are shown where a page is shared.

Takes a timeline and its wording; gives one card for the site, each event and each race. Law:
the words come from the content and the strings file. Nothing that draws is imported here: pages
name cards, and only who draws them waits for what that takes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from builder.models.content import Event, Race, Site
from builder.models.figures import Figure
from builder.reading.timeline import Timeline
from builder.scale import is_large
from builder.views.wording import Wording

Span = Literal["whole", "broken", "pencilled"]
Shore = Literal["city", "country"]

WIDTH, HEIGHT = 1200, 630

SPANS: dict[str, Span] = {"valid": "whole", "annulled": "broken", "unreported": "pencilled"}
"""How the bridge of a race is drawn."""
SITE_CARD = "cards/site.png"


@dataclass(frozen=True)
class StraitCard:
    """What the card of an event says, or the site's: its date by the water, and its title."""

    path: str
    site: str
    title: str
    shore: Shore
    date: str
    exactness: str = ""
    kicker: str = ""
    """Instead of a date."""


@dataclass(frozen=True)
class CardShare:
    """A candidate's share on the card of a race."""

    percent: float
    qualifier: str
    words: str
    name: str


@dataclass(frozen=True)
class BridgeCard:
    """What the card of a race says: a bridge in the state of its evidence."""

    path: str
    site: str
    title: str
    caption: str
    span: Span
    state: str
    shares: tuple[CardShare, ...]


Card = StraitCard | BridgeCard


def card_path(kind: str, id_: str) -> str:
    """Return where the card of an event or a race lies."""
    return f"cards/{kind}-{id_}.png"


def event_card(timeline: Timeline, event: Event) -> str:
    """Return where the card of an event lies; '' where there are too many to draw one for each."""
    return "" if is_large(timeline.events) else card_path("event", event.id)


def plan_cards(timeline: Timeline, wording: Wording) -> list[Card]:
    """Return the cards of the site, its events and its races."""
    site = timeline.site
    assert site is not None, "checked: there is a content/site.yaml"
    return [
        StraitCard(SITE_CARD, site.name, site.headline, "city", "", kicker=site.kicker),
        *(_plan_event(e, site, wording) for e in timeline.events if event_card(timeline, e)),
        *(_plan_race(race, site, timeline, wording) for race in timeline.races),
    ]


def _plan_event(event: Event, site: Site, wording: Wording) -> StraitCard:
    when, path = wording.when(event.date, event.time), card_path("event", event.id)
    return StraitCard(path, site.name, event.title, event.shore, when.text, when.exactness)


def _plan_race(race: Race, site: Site, timeline: Timeline, wording: Wording) -> BridgeCard:
    return BridgeCard(
        card_path("race", race.id),
        site.name,
        race.title,
        race.caption,
        SPANS[race.state],
        _state(race, timeline, wording),
        tuple(_plan_share(timeline.figure[name], timeline, wording) for name in race.shares),
    )


def _state(race: Race, timeline: Timeline, wording: Wording) -> str:
    """Return in which state the result is: annulled, or that of the count it is from."""
    if race.state == "annulled" or not race.shares:
        return wording.say("status.annulled") if race.state == "annulled" else ""
    return wording.say(f"status.{timeline.figure[race.shares[0]].status}")


def _plan_share(share: Figure, timeline: Timeline, wording: Wording) -> CardShare:
    return CardShare(
        float(share.value),
        "" if share.qualifier == "exactly" else wording.say(f"bridge.{share.qualifier}"),
        wording.say("bridge.share", percent=wording.number(share.value)),
        timeline.person[share.person or ""].name,
    )
