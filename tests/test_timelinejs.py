"""TimelineJS itself shows our slides: every event, with our words for its date, and its evidence.

It comes from npm (tests/timelinejs/); `make test-extra` installs it.
"""

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.local_server import serve_folder
from tests.projects import ROOT
from tests.published import read_json, real_content, real_files

PACKAGE = ROOT / ".venv/timelinejs_package/node_modules/@knight-lab/timelinejs/dist"

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Slides</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="dist/css/timeline.css">
<div id="timeline" style="width: 100%; height: 600px"></div>
<script src="dist/js/timeline.js"></script>
<script>
  const options = { script_path: `${location.origin}/dist/js/`, font: null, language: "en" };
  window.timeline = new TL.Timeline("timeline", "timelinejs.json", options);
</script></html>"""

pytestmark = pytest.mark.extra("npm")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A page with TimelineJS and the slides of the real content."""
    if not PACKAGE.is_dir():
        pytest.skip("TimelineJS is not installed: 'make test-extra' does it where it can")
    folder = tmp_path_factory.mktemp("slides")
    shutil.copytree(PACKAGE, folder / "dist")
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    (folder / "timelinejs.json").write_bytes(real_files()["data/timelinejs.json"])
    with serve_folder(folder) as served:
        yield served


@pytest.fixture(scope="module")
def events() -> list[dict[str, Any]]:
    """The events, as they are given to TimelineJS."""
    slides: list[dict[str, Any]] = read_json(real_files(), "timelinejs.json")["events"]
    return slides


@pytest.fixture
def slides(page: Page, address: str, events: list[dict[str, Any]]) -> Page:
    """The page, as soon as all slides are there."""
    page.goto(address)
    expect(page.locator(".tl-timemarker")).to_have_count(len(events))
    return page


def test_every_event_is_a_slide(slides: Page, events: list[dict[str, Any]]):
    """One slide for the title and one for each event, in order, by its id."""
    ids = slides.evaluate("timeline.config.events.map((event) => event.unique_id)")

    assert [slide["unique_id"] for slide in events] == ids
    expect(slides.locator(".tl-slide")).to_have_count(len(events) + 1)
    expect(slides.locator(".tl-message-full")).to_have_count(0)


def test_a_slide_shows_our_date_and_the_evidence(slides: Page, events: list[dict[str, Any]]):
    """The words for a date that is not known to the day, the sentences and what carries them."""
    slide = next(slide for slide in events if slide["display_date"].startswith("between"))
    slides.evaluate("id => timeline.goToId(id)", slide["unique_id"])
    shown = slides.locator(".tl-slide-active, .tl-slide").filter(has_text=slide["display_date"])

    expect(shown.first.locator(".tl-headline-date")).to_have_text(slide["display_date"])
    expect(shown.first.locator(".tl-text-content li")).not_to_have_count(0)


def test_headlines_are_there(slides: Page):
    """The site's and each event's title, in order, as they are written."""
    timeline, _ = real_content()
    headlines = slides.locator(".tl-slide h2.tl-headline").all_text_contents()

    assert timeline.site is not None
    assert [timeline.site.headline, *(event.title for event in timeline.events)] == headlines
