"""The page that lists the data: each file, what it is for, how large it is, what its columns mean.

Takes the files of ``data/``; gives their page. Law: every file is listed, and nothing that is not
there.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from builder.data.tables import REFERENCE_TABLES, TABLES
from builder.pages.page import Page, Plan
from builder.reading.timeline import Timeline
from builder.scale import is_large
from builder.views.wording import Wording

PATH = "data/index.html"

GROUPS = {
    "whole": ("timeline.json", "timeline.schema.json"),
    "tables": ("datapackage.json", *(f"{table}.csv" for table in TABLES)),
    "reference": tuple(f"{table}.csv" for table in REFERENCE_TABLES),
    "programs": ("timeline.ics", "events.atom", "corrections.atom", "timelinejs.json"),
    "citing": ("sources.bib", "sources.ris", "sources.csl.json", "annotations.jsonld"),
}
"""The files of ``data/`` as they are listed; one that is not there is left out."""


@dataclass(frozen=True)
class DataColumn:
    """A column of a table, as the data package describes it."""

    name: str
    type: str
    unit: str
    about: str


@dataclass(frozen=True)
class DataFile:
    """A file that can be taken away."""

    path: str
    name: str
    about: str
    size: str
    columns: tuple[DataColumn, ...] = ()


@dataclass(frozen=True)
class DataGroup:
    """Files of one sort."""

    title: str
    about: str
    files: tuple[DataFile, ...]


@dataclass(frozen=True)
class DataPage:
    """Everything that can be taken away."""

    groups: tuple[DataGroup, ...]
    schema: DataFile
    """What the files of the events keep."""
    events: tuple[DataFile, ...]
    """None in a large archive, where each event's page leads to its own."""


def plan_data(
    timeline: Timeline, wording: Wording, recipes: Mapping[str, Callable[[], bytes]]
) -> Plan:
    """Return the page of the data, of which *recipes* say how each file of ``data/`` is made."""
    return Plan(PATH, partial(_make_data, timeline, wording, recipes))


def _make_data(
    timeline: Timeline, wording: Wording, recipes: Mapping[str, Callable[[], bytes]]
) -> Page:
    listing = _Listing(wording, recipes)
    title, intro = wording.say("data.title"), wording.say("data.intro")
    events = tuple(
        listing.file(f"events/{event.id}.json", event.title, wording.when(event.date).text)
        for event in (() if is_large(timeline.events) else timeline.events)
    )
    schema = listing.known("event.schema.json")
    content = DataPage(tuple(listing.groups()), schema, events)
    return Page(PATH, "data.html", title, intro, content)


@dataclass(frozen=True)
class _Listing:
    """Describes the files of ``data/``."""

    wording: Wording
    recipes: Mapping[str, Callable[[], bytes]]

    def groups(self) -> Iterator[DataGroup]:
        """Yield the groups of which there are files."""
        columns, say = self._columns(), self.wording.say
        for group, names in GROUPS.items():
            there = [name for name in names if f"data/{name}" in self.recipes]
            files = tuple(self.known(name, columns.get(name, ())) for name in there)
            if files:
                yield DataGroup(say(f"data.{group}"), say(f"data.{group}-about"), files)

    def known(self, name: str, columns: tuple[DataColumn, ...] = ()) -> DataFile:
        """Return a file for which the strings have a description."""
        return self.file(name, name, self.wording.say(f"data.file.{name}"), columns)

    def file(
        self, name: str, title: str, about: str, columns: tuple[DataColumn, ...] = ()
    ) -> DataFile:
        """Return a file with its size, in thousands of bytes and never none."""
        thousands = max(1, round(len(self.recipes[f"data/{name}"]()) / 1000))
        size = self.wording.say("data.size", count=thousands)
        return DataFile(f"data/{name}", title, about, size, columns)

    def _columns(self) -> dict[str, tuple[DataColumn, ...]]:
        package = json.loads(self.recipes["data/datapackage.json"]())
        return {
            resource["path"]: tuple(
                DataColumn(f["name"], f["type"], f.get("unit", ""), f["description"])
                for f in resource["schema"]["fields"]
            )
            for resource in package["resources"]
        }
