"""The page that says whose the code, our texts, the data and the quotations are.

What it says is what LICENSE says; how to name us is shown with an event of the timeline.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from builder.data.documents import LICENCE, LICENCE_URL
from builder.pages.page import Page, Plan
from builder.reading.timeline import Timeline
from builder.views.addresses import Addresses
from builder.views.paths import event_path
from builder.views.wording import Wording

PATH = "licence.html"


@dataclass(frozen=True)
class LicencePage:
    """The licence of our texts and data, and examples of how to name us."""

    url: str
    examples: tuple[str, ...]


def plan_licence(timeline: Timeline, wording: Wording, addresses: Addresses) -> Plan:
    """Return the page."""
    return Plan(PATH, partial(_make_page, timeline, wording, addresses))


def _make_page(timeline: Timeline, wording: Wording, addresses: Addresses) -> Page:
    title, intro = wording.say("licence.title"), wording.say("licence.intro")
    content = LicencePage(LICENCE_URL, _examples(timeline, wording, addresses))
    return Page(PATH, "licence.html", title, intro, content)


def _examples(timeline: Timeline, wording: Wording, addresses: Addresses) -> tuple[str, ...]:
    """Return how the site and, if there is one, its latest event are named."""
    assert timeline.site is not None, "checked: there is a content/site.yaml"
    named = [(timeline.site.name, addresses.of("index.html"))]
    for event in timeline.events[-1:]:
        title = wording.say("licence.of", title=event.title, site=timeline.site.name)
        named.append((title, addresses.of(event_path(event.id))))
    joint, terms = wording.say("cite.joint"), LICENCE.replace("CC-BY-", "CC BY ")
    return tuple(
        joint.join(part for part in (title, address, terms) if part) for title, address in named
    )
