"""Where an event comes from: its last change, its place in the data, how to report a mistake.

Takes an event that knows where it was typed; gives links into the repository, where the site
names one, as GitHub and GitLab write them. Law: nothing is asked of a clock or of git.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from builder.models.content import Event
from builder.reading.last_changes import last_change_of_event
from builder.reading.timeline import Timeline
from builder.views.addresses import Addresses
from builder.views.paths import event_path
from builder.views.wording import When, Wording


@dataclass(frozen=True)
class Provenance:
    """Where an event comes from; a link is '' where the site names no repository."""

    changed: When | None
    data: str
    history: str
    report: str


def find_provenance(
    timeline: Timeline, wording: Wording, addresses: Addresses, event: Event
) -> Provenance:
    """Return where *event* comes from, as far as the content says."""
    day = last_change_of_event(timeline, event)
    changed = wording.when(day) if day else None
    repository = timeline.site.repository if timeline.site else None
    if repository is None:
        return Provenance(changed, "", "", "")
    root, place = repository.rstrip("/"), event.place
    # HEAD is the branch that the repository shows first, whatever it is called.
    return Provenance(
        changed,
        f"{root}/blob/HEAD/{quote(place.file)}#L{place.line}",
        f"{root}/commits/HEAD/{quote(place.file)}",
        f"{root}/issues/new?{_filled_in(wording, addresses, event)}",
    )


def _filled_in(wording: Wording, addresses: Addresses, event: Event) -> str:
    """Return the title and the text of a report, as the query of an address."""
    path = event_path(event.id)
    title = wording.say("provenance.issue-title", title=event.title)
    address = addresses.of(path) or path
    body = wording.say("provenance.issue-body", id=event.id, address=address)
    return f"title={quote(title, safe='')}&body={quote(body, safe='')}"
