"""Values for tests: items typed as YAML, the sample's timeline, and a wording of our own."""

from collections.abc import Iterable
from functools import cache
from typing import TypeVar

from babel import Locale

from builder.models.fields import Located
from builder.models.validate import validate_item
from builder.pages.page import Page, Plan
from builder.reading.project import read_timeline
from builder.reading.timeline import Timeline
from builder.reports.diagnostics import Diagnostic
from builder.text.located_yaml import Mapping, parse_yaml
from builder.views.wording import Wording, read_wording
from tests.projects import ARTICLES, ROOT, SAMPLE

Item = TypeVar("Item", bound=Located)

FILE = "content/typed.yaml"

STRINGS: dict[str, str | dict[str, str]] = {
    "date.between": "between ",
    "date.and": " and ",
    "date.decade": "the {decade}s",
    "date.about": "about {date}",
    "date.possibly": "possibly {date}",
    "date.day-not-given": "day not given",
    "date.month-only": "month only",
    "date.year-only": "year only",
    "date.decade-only": "decade only",
    "sounding.days": {"one": "{count} day", "other": "{count} days"},
    "sounding.months": {"one": "{count} month", "other": "{count} months"},
    "sounding.years": {"one": "{count} year", "other": "{count} years"},
    "sounding.joint": "{years}, {months}",
    "lamp": "a lamp of {name}",
}


def make_wording(**strings: str | dict[str, str]) -> Wording:
    """A wording with known strings for dates; the others are those of the site."""
    real, problems = read_wording(ROOT / "templates", "en")
    assert [] == problems
    assert real is not None
    return Wording("en", Locale.parse("en_GB"), {**real.strings, **STRINGS, **strings})


WORDING = make_wording()

CITATION = "{id: a1, source: alder-gazette-1991-05-13, passage: 1}"


@cache
def sample_timeline(*, with_texts: bool = False) -> Timeline:
    """The timeline of the invented town, with or without its articles."""
    timeline, problems = read_timeline(SAMPLE, ARTICLES if with_texts else None)
    assert [] == problems
    return timeline


def validate(model: type[Item], text: str) -> tuple[Item | None, list[Diagnostic]]:
    """The item that a YAML text holds, and what is wrong with it."""
    value, problems = parse_yaml(FILE, text.encode())
    assert [] == problems
    assert isinstance(value, Mapping)
    return validate_item(model, value, value.span.place)


def make(model: type[Item], text: str) -> Item:
    """The item that a YAML text without a mistake holds."""
    item, problems = validate(model, text)
    assert [] == problems
    assert item is not None
    return item


def event_text(**changes: str) -> str:
    """The YAML of a small event, with some keys changed, added or, if empty, removed."""
    keys = {
        "id": "lamps-are-lit",
        "date": "1991-05-12",
        "title": "Lamps are lit",
        "body": "Lamps are lit on the wall.[@a1]",
        "kind": "celebration",
        "shore": "city",
        "citations": f"[{CITATION}]",
    }
    keys |= changes
    return "".join(f"{key}: {value}\n" for key, value in keys.items() if value)


def figure_text(**changes: str) -> str:
    """The YAML of a small figure, a lead in votes, with some keys changed, added or removed."""
    keys = {
        "id": "a-lead",
        "measure": "lead-in-votes",
        "value": '"1,204"',
        "status": "unofficial",
        "as_of": "1991-05-12",
        "origin": "town-clerk",
        "source": "alder-gazette-1991-05-13",
        "passage": "1",
    }
    keys |= changes
    return "".join(f"{key}: {value}\n" for key, value in keys.items() if value)


def made(plans: Iterable[Plan]) -> list[Page]:
    """The pages that were planned."""
    return [plan.make() for plan in plans]


def told(problems: list[Diagnostic]) -> list[tuple[str, int, int, str]]:
    """Problems in short: code, line, column and message."""
    return [(p.code, p.place.line, p.place.column, p.message) for p in problems]
