"""What is downloaded from a filtered view is what is shown, and says so."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import jsonschema
import pytest
from playwright.sync_api import Page, expect

EVENTS = ".event:not([hidden])"
TAKE = ".filters__download a"


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


def test_the_table_holds_the_events_that_are_shown(page: Page, site_url: str):
    """Each row is as it is in the whole table, and says what was chosen."""
    shown = filter_by_race(page, site_url)
    name, text = take(page, "CSV")
    whole = page.request.get(f"{site_url}/data/events.csv").body().decode()
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    all_rows = list(csv.DictReader(io.StringIO(whole, newline="")))

    assert "events-filtered-2019-06.csv" == name
    assert shown == [row["id"] for row in rows]
    assert {f"{len(shown)} of {len(all_rows)} events; race=2019-06"} == {
        row.pop("filter") for row in rows
    }
    assert rows == [row for row in all_rows if row["id"] in shown]


def test_the_json_holds_the_events_that_are_shown(page: Page, site_url: str):
    """It still keeps its schema, and says what was chosen."""
    shown = filter_by_race(page, site_url)
    name, text = take(page, "JSON")
    timeline = json.loads(text)
    schema = page.request.get(f"{site_url}/data/timeline.schema.json").json()

    jsonschema.Draft202012Validator(schema).validate(timeline)
    assert "timeline-filtered-2019-06.json" == name
    assert shown == [event["id"] for event in timeline["events"]]
    assert (len(shown), {"race": "2019-06"}) == (
        timeline["filter"]["shown"],
        timeline["filter"]["wanted"],
    )


def test_words_that_were_searched_are_named(page: Page, site_url: str):
    """Also those that a table would have to quote."""
    page.goto(site_url)
    page.locator("input[name=q]").fill('İstanbul "')
    page.locator("input[name=q]").fill("İstanbul")
    name, text = take(page, "CSV")
    (chosen,) = {row["filter"] for row in csv.DictReader(io.StringIO(text, newline=""))}

    assert "events-filtered-istanbul.csv" == name
    assert chosen.endswith("; q=İstanbul")


def test_without_a_filter_all_is_downloaded(page: Page, site_url: str):
    """The plain file, byte for byte, and nothing more is loaded for it."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(site_url)
    name, text = take(page, "CSV")

    assert "events.csv" == name
    assert text == page.request.get(f"{site_url}/data/events.csv").body().decode()
    assert [] == [path for path in asked if "download" in path]


def test_where_it_fails_it_says_so(page: Page, site_url: str, problems: list[str]):
    """A part that cannot be made is never silently the whole."""
    filter_by_race(page, site_url)
    page.route("**/data/events.csv", lambda route: route.abort())
    page.locator(TAKE, has_text="CSV").click()

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
