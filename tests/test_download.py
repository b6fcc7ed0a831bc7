"""What is downloaded from a filtered view is what is shown, and says so."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jsonschema
import pytest
from playwright.sync_api import Page, expect

EVENTS = ".event:not([hidden])"
TAKE = ".filters__download a"


def read_rows(text: str) -> list[dict[str, str]]:
    """The rows of a table."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


def take(page: Page, form: str) -> tuple[str, str]:
    """The name and the content of what a link saves."""
    with page.expect_download() as waiting:
        page.locator(TAKE, has_text=form).click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes().decode()


def filter_by_race(page: Page, site_url: str) -> list[str]:
    """The ids of the events that a filter leaves."""
    page.goto(f"{site_url}/?race=2019-06")
    shown = page.locator(EVENTS)
    expect(page.locator(".filters__count")).to_contain_text(" of ")
    return [(one.get_attribute("id") or "").removeprefix("event-") for one in shown.all()]


def figures_of(events: list[dict[str, Any]]) -> set[str]:
    """The ids of the figures that some events state."""
    return {figure for event in events for claim in event["claims"] for figure in claim["figures"]}


def ask_json(page: Page, site_url: str, name: str) -> dict[str, Any]:
    """A published JSON file."""
    answer: dict[str, Any] = page.request.get(f"{site_url}/data/{name}").json()
    return answer


@pytest.mark.parametrize("table", ["events", "citations", "figures"])
def test_a_table_holds_what_is_shown(page: Page, site_url: str, table: str):
    """Each row is as it is in the whole table, and says what was chosen."""
    shown = filter_by_race(page, site_url)
    name, text = take(page, table)
    rows = read_rows(text)
    all_rows = read_rows(page.request.get(f"{site_url}/data/{table}.csv").body().decode())
    events = ask_json(page, site_url, "timeline.json")["events"]
    stated = figures_of([event for event in events if event["id"] in shown])
    wanted = {
        "events": [row for row in all_rows if row["id"] in shown],
        "citations": [row for row in all_rows if row.get("event") in shown],
        "figures": [row for row in all_rows if row["id"] in stated],
    }

    assert f"{table}-filtered-2019-06.csv" == name
    assert {f"{len(shown)} of {len(events)} events; race=2019-06"} == {
        row.pop("filter") for row in rows
    }
    assert wanted[table] == rows
    assert 0 < len(rows) < len(all_rows)


def test_the_json_holds_what_is_shown(page: Page, site_url: str):
    """It still keeps its schema, and says what was chosen; what events refer to is there."""
    shown = filter_by_race(page, site_url)
    name, text = take(page, "JSON")
    timeline, whole = json.loads(text), ask_json(page, site_url, "timeline.json")
    schema = ask_json(page, site_url, "timeline.schema.json")
    events = timeline["events"]
    differing = {name for event in events for name in event["differences"]}

    jsonschema.Draft202012Validator(schema).validate(timeline)
    assert "timeline-filtered-2019-06.json" == name
    assert shown == [event["id"] for event in events]
    assert figures_of(events) == {figure["id"] for figure in timeline["figures"]}
    assert differing == {difference["id"] for difference in timeline["differences"]}
    assert 0 < len(timeline["figures"]) < len(whole["figures"])
    assert whole["sources"] == timeline["sources"]
    assert (len(shown), {"race": "2019-06"}) == (
        timeline["filter"]["shown"],
        timeline["filter"]["wanted"],
    )


CORRECTED = """async (script) => {
  const { filterJson } = await import(script);
  const of = (kind, ...ids) => ids.map((about) => ({ kind, about }));
  const event = (id, figures) => ({ id, claims: [{ figures }], differences: [] });
  const whole = {
    events: [event("a", ["f"]), event("b", ["g"])],
    figures: [],
    differences: [],
    corrections: [...of("event", "a", "b"), ...of("figure", "f", "g"), ...of("source", "s")],
  };
  const part = JSON.parse(filterJson(JSON.stringify(whole), new Set(["a"]), {}));
  return part.corrections.map(({ about }) => about);
}"""


def test_corrections_of_what_is_not_shown_are_left_out(
    page: Page, site_url: str, site_folder: Path
):
    """Those of articles stay, because the articles' records do."""
    (script,) = site_folder.glob("static/scripts/download.*.js")
    page.goto(site_url)

    address = f"/{script.relative_to(site_folder).as_posix()}"

    assert ["a", "f", "s"] == page.evaluate(CORRECTED, address)


def test_nothing_shown_gives_a_table_without_rows(page: Page, site_url: str):
    """Not all of it."""
    page.goto(f"{site_url}/?q=zebra")
    _, text = take(page, "events")

    assert [] == read_rows(text)
    assert text.startswith("id,title,")


def test_words_that_were_searched_are_named(page: Page, site_url: str):
    """Also those that a table would have to quote."""
    page.goto(site_url)
    page.locator("input[name=q]").fill('İstanbul "')
    page.locator("input[name=q]").fill("İstanbul")
    name, text = take(page, "events")
    (chosen,) = {row["filter"] for row in read_rows(text)}

    assert "events-filtered-istanbul.csv" == name
    assert chosen.endswith("; q=İstanbul")


def test_without_a_filter_all_is_downloaded(page: Page, site_url: str):
    """The plain file, byte for byte, and nothing more is loaded for it."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(site_url)
    name, text = take(page, "events")

    assert "events.csv" == name
    assert text == page.request.get(f"{site_url}/data/events.csv").body().decode()
    assert [] == [path for path in asked if "download" in path]


def test_where_it_fails_it_says_so(page: Page, site_url: str, problems: list[str]):
    """A part that cannot be made is never silently the whole."""
    filter_by_race(page, site_url)
    page.route("**/data/events.csv", lambda route: route.abort())
    page.locator(TAKE, has_text="events").click()

    expect(page.locator(".filters__download")).to_contain_text("did not work")
    problems.clear()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_links_have_room(new_page: Callable[..., Page], site_url: str, width: int):
    """Nothing is cut off or wider than the screen."""
    page = new_page(viewport={"width": width, "height": 800})
    page.goto(site_url)

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert all(
        (link.bounding_box() or {"height": 0})["height"] >= 24 for link in page.locator(TAKE).all()
    )
