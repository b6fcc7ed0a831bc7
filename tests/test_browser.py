"""The real site in a real Chromium: what a reader does, on a phone and with JavaScript off."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from builder.reading.project import read_timeline
from tests.projects import ROOT

TIMELINE, _ = read_timeline(ROOT)
PAGES = (
    "index.html",
    "events/narrow-win.html",
    "sources/index.html",
    "sources/al-bawaba-2019-06-24.html",
    "sources/retranslated-2024-03-31.html",
    "people/index.html",
    "people/ekrem-imamoglu.html",
    "races/2024-03.html",
    "races/index.html",
    "figures.html",
    "differences.html",
    "compare.html",
    "reference.html",
    "known/2019-06-24.html",
    "about.html",
    "404.html",
)
NewPage = Callable[..., Page]


def quotation_of(event_id: str, citation_id: str) -> str:
    """The words that a citation of an event quotes."""
    event = next(event for event in TIMELINE.events if event.id == event_id)
    citation = next(c for c in event.citations if c.id == citation_id)
    assert citation.quotation
    return citation.quotation


@pytest.mark.parametrize("has_scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_marker_leads_to_its_note_its_passage_and_the_original(
    new_page: NewPage, site_url: str, has_scripts: bool
):
    """The whole way from a sentence to the article, with and without JavaScript."""
    page = new_page(java_script_enabled=has_scripts)
    page.goto(f"{site_url}/events/lead-grows.html")

    page.locator("main button[popovertarget]").first.click()
    note = page.locator(":popover-open")
    expect(note).to_contain_text("Al Bawaba")
    expect(note).to_contain_text(quotation_of("lead-grows", "b10"))
    original = note.locator("a[href*=':~:text=']")
    assert "albawaba.com" in (original.get_attribute("href") or "")
    note.locator("a[href$='#passage-10']").click()

    page.wait_for_url("**/sources/al-bawaba-2019-06-24.html#passage-10")
    passage = page.locator("#passage-10")
    expect(passage).to_be_in_viewport()
    expect(passage.locator("mark").first).to_contain_text("more than 775,000")
    expect(passage.locator("a[href$='events/lead-grows.html']")).to_be_visible()


def test_escape_closes_a_note_and_gives_the_focus_back(page: Page, site_url: str):
    """A reader on a keyboard is back where the note was opened."""
    page.goto(f"{site_url}/events/lead-grows.html")
    marker = page.locator("main button[popovertarget]").first

    marker.focus()
    page.keyboard.press("Enter")
    expect(page.locator(":popover-open")).to_have_count(1)
    page.keyboard.press("Escape")

    expect(page.locator(":popover-open")).to_have_count(0)
    expect(marker).to_be_focused()


def test_without_scripts_nothing_is_missing(new_page: NewPage, site_url: str):
    """The same events and citations stand in the page, whether or not scripts run."""
    seen = []
    for has_scripts in (True, False):
        page = new_page(java_script_enabled=has_scripts)
        page.goto(f"{site_url}/index.html")
        seen.append(
            (
                page.locator("[id^='event-']").count(),
                page.locator("main button[popovertarget^='note-']").count(),
                page.locator("[id^='note-']").count(),
            )
        )

    assert seen[0] == seen[1]
    assert len(TIMELINE.events) == seen[0][0]


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways(new_page: NewPage, site_url: str, path: str, width: int):
    """From the narrowest phone to a wide screen, nothing sticks out."""
    page = new_page(viewport={"width": width, "height": 800})
    page.goto(f"{site_url}/{path}")

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_missing_page_leads_back(page: Page, site_url: str, problems: list[str]):
    """An address that never was shows the site's own page, whose links work at any depth."""
    page.goto(f"{site_url}/no/such/page.html")
    problems.clear()  # the browser reports the 404 that is asked for here

    expect(page.locator("h1")).to_be_visible()
    page.locator("header a").first.click()
    expect(page.locator("[id^='event-']").first).to_be_attached()


def test_the_site_reads_from_a_folder(new_page: NewPage, site_folder: Path):
    """Opened from disk, without any server, links and notes work."""
    page = new_page(java_script_enabled=False)
    page.goto((site_folder / "index.html").as_uri())

    page.locator("a[href='events/narrow-win.html']").first.click()
    expect(page.locator("h1")).to_contain_text("13,000")
