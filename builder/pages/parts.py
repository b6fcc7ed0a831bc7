"""Where the events of something are too many for its page: a page for each part of their time.

Takes events; gives them as they are listed, or the pages among which they are shared out. Law: a
page that lists them asks here whether to, and plans those of the parts beside its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from builder.models.content import Event
from builder.pages.contents import Listed, Listing
from builder.pages.page import Page, Plan
from builder.reading.chapters import cut
from builder.reading.timeline import Timeline
from builder.scale import MOST_LISTED
from builder.text.dates import parse_date
from builder.views.views import ListedEvent, list_event
from builder.views.wording import Wording


@dataclass(frozen=True)
class Gathering:
    """Events that something has in common, and the page that lists them."""

    timeline: Timeline
    wording: Wording
    path: str
    title: str
    events: Sequence[Event]

    @property
    def listed(self) -> tuple[ListedEvent, ...]:
        """The events, for the page itself; none where they are too many."""
        return self._list(self._periods.get("", ()))

    @property
    def parts(self) -> tuple[Listed, ...]:
        """The pages among which the events are shared out; none where one holds them all."""
        return tuple(
            Listed(self._path_of(period), self._say(period), "", len(events))
            for period, events in self._periods.items()
            if period
        )

    def plans(self) -> Iterator[Plan]:
        """Yield the pages of the parts."""
        for period, events in self._periods.items():
            if period:
                yield Plan(self._path_of(period), partial(self._make, period), events)

    @property
    def _periods(self) -> dict[str, tuple[Event, ...]]:
        return cut(self.events, lambda event: event.date.first, MOST_LISTED)

    def _make(self, period: str) -> Page:
        title = self.wording.say("listing.part", whole=self.title, period=self._say(period))
        shown = self._list(self._periods[period])
        content = Listing(title, self.title, self.path, "", (), shown)
        return Page(self._path_of(period), "listing.html", title, title, content)

    def _list(self, events: Sequence[Event]) -> tuple[ListedEvent, ...]:
        return tuple(list_event(self.timeline, self.wording, event) for event in events)

    def _path_of(self, period: str) -> str:
        return f"{self.path.removesuffix('.html')}.{period.lower()}.html"

    def _say(self, period: str) -> str:
        return self.wording.when(parse_date(period)).text
