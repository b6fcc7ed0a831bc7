"""The light pages for frames, and the page that says how to embed them.

Takes a timeline; gives the timeline, each race and each event as a page that is small, needs no
script, and leads back. Law: every sentence has its numbered notes, as on the full page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from builder.models.content import Event, Race
from builder.pages.contents import Chapter
from builder.pages.embedding import (
    EmbedOffer,
    list_offers,
    offer_event,
    offer_race,
    offer_timeline,
)
from builder.pages.home import scale_of_leads, show_chapters, show_race
from builder.pages.page import Page, Plan
from builder.reading.timeline import Timeline
from builder.views.addresses import Addresses
from builder.views.views import Notebook, ShownEvent, ShownRace
from builder.views.wording import Wording

PATH = "embedding.html"


@dataclass(frozen=True)
class Embedded:
    """A light page: one event, or chapters of races and events."""

    offer: EmbedOffer
    event: ShownEvent | None = None
    chapters: tuple[Chapter, ...] = ()


@dataclass(frozen=True)
class EmbeddedRace:
    """A race as a light page, with its events."""

    offer: EmbedOffer
    race: ShownRace
    events: tuple[ShownEvent, ...]


@dataclass(frozen=True)
class EmbeddingPage:
    """How to embed: the code for the timeline, and everything else that can be embedded."""

    embed: EmbedOffer
    others: tuple[EmbedOffer, ...]
