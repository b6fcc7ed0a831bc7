"""A large archive stays usable: chapters hold its events, Pagefind finds them."""

import posixpath
import re
from collections import Counter
from collections.abc import Callable
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from builder.scale import LARGE
from tests.archive import EVENTS, FOUND, TITLE
from tests.waiting import wait_until

NewPage = Callable[..., Page]
LINK = re.compile(r' (?:href|src|data-script|data-page|data-index)="([^"#:]*)(#[^":]*)?"')
ID = re.compile(r'<[^<>]* id="([^"]+)"')
SPELLINGS = [
    ("ılgazlı", "ILGAZLI", "ilgazli", "İlgazli", "Ilgazlı'da"),
    ("izmaritçi", "İZMARİTÇİ", "IZMARITCI", "izmarit"),
    ("çığırtkan", "CIGIRTKAN", "Çığırt", "çıgirtkan şölen"),
]


def read_pages(folder: Path) -> dict[str, str]:
    """The HTML of every page, by its path."""
    pages = sorted(folder.rglob("*.html"))
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in pages}


@pytest.fixture(scope="module")
def pages(archive_folder: Path) -> dict[str, str]:
    """The HTML of every page of the archive."""
    return read_pages(archive_folder)


def test_every_event_stands_in_exactly_one_chapter(pages: dict[str, str]):
    """All are there, and none is left on the home page."""
    chapters = [html for path, html in pages.items() if path.startswith("chapters/")]
    stands = Counter(name for html in chapters for name in re.findall(' id="event-([^"]+)"', html))

    assert EVENTS > LARGE
    assert {f"day-{number}": 1 for number in range(1, EVENTS + 1)} == stands
    assert ' id="event-' not in pages["index.html"]


def test_no_page_holds_everything(archive_folder: Path, pages: dict[str, str]):
    """The home page, the figures, the light page: each leads to parts."""
    names = ("index", "figures", "embed/index", "data/index", "cite/index")
    everything = [f"{name}.html" for name in names]

    assert [] == [path for path in everything if len(pages[path]) > 60_000]
    assert [] == [path for path, html in pages.items() if len(html) > 1_200_000]


def test_every_link_and_anchor_leads_somewhere(archive_folder: Path, pages: dict[str, str]):
    """Links from the whole site to events, races and figures lead to the right part."""
    ids = {path: {unescape(name) for name in ID.findall(html)} for path, html in pages.items()}
    broken = set()
    for path, html in pages.items():
        html = re.sub("<pre.*?</pre>", "", html, flags=re.S)
        for target, anchor in set(LINK.findall(html)):
            there = target_of(path, unquote(unescape(target)))
            name = unquote(unescape(anchor[1:]))
            found = there in pages or (archive_folder / there).is_file()
            if not found or (name and name not in ids.get(there, ())):
                broken.add((path, there, name))

    assert set() == broken


def target_of(path: str, target: str) -> str:
    """The file that a link leads to."""
    if not target:
        return path
    if path == "404.html":  # its links are from the root
        return f"{target[1:]}index.html" if target.endswith("/") else target[1:]
    there = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
    return f"{there}/index.html" if target.endswith("/") else there


def test_the_chapters_follow_one_another(pages: dict[str, str]):
    """From the first one, "next" leads through all of them; "previous" leads back."""
    first, second = "chapters/race-1950.html", "chapters/race-1951.html"

    assert 'rel="next" href="race-1951.html"' in pages[first]
    assert 'rel="prev" href="race-1950.html"' in pages[second]
    assert 'rel="prev"' not in pages[first]
    assert 'rel="next"' not in pages[second]


def test_the_home_page_lists_the_chapters(pages: dict[str, str]):
    """What each is called, from when to when, how many events."""
    home = re.sub(r"\s+", " ", re.sub("<[^>]*>", "", pages["index.html"]))

    assert "The vote of 1950 2 January 1950 – 19 January 1951 · 383 events" in home
    assert "The vote of 1951 20 January 1951 – 5 June 1951 · 137 events" in home


def test_only_the_page_of_the_search_may_run_web_assembly(
    archive_folder: Path, pages: dict[str, str]
):
    """Every page carries its own policy; the hosts' header cannot be stricter than any of them."""
    lenient = [path for path, html in pages.items() if "wasm-unsafe-eval" in html]

    assert ["search.html"] == lenient
    headers = (archive_folder / "_headers").read_text("utf-8")
    assert "script-src 'self' 'sha256-" in headers
    assert " 'wasm-unsafe-eval';" in headers


def test_what_is_large_is_said_once_to_the_manifest(archive_folder: Path):
    """The files of the search are files of the site like all others."""
    manifest = (archive_folder / "manifest.sha256").read_text("utf-8")

    assert "  pagefind/pagefind.js\n" in manifest
    assert EVENTS == manifest.count("  pagefind/fragment/")


def search(page: Page, words: str) -> None:
    """Types words into the search, and waits for the answer."""
    page.get_by_role("searchbox").fill(words)
    wait_until(page, f"new URLSearchParams(location.search).get('q') === {words!r}")
    expect(page.locator(".search__status")).not_to_have_text("")


@pytest.mark.parametrize("spellings", SPELLINGS, ids=lambda spellings: spellings[0])
def test_an_event_is_found_however_it_is_spelt(
    page: Page, archive_url: str, spellings: tuple[str, ...]
):
    """Capitals, accents and the four Turkish letters i make no difference."""
    page.goto(f"{archive_url}/search.html")
    for words in spellings:
        search(page, words)

        expect(page.locator(".search__status")).to_have_text("1 event")
        link = page.locator(".search__results a")
        expect(link).to_have_text(TITLE)
        assert f"events/{FOUND}.html" == link.get_attribute("href")
        assert page.locator(".search__title mark").count() > 0


def test_a_result_leads_to_its_event(page: Page, archive_url: str):
    """From the field on the home page, by keyboard alone; going back finds the same again."""
    page.goto(f"{archive_url}/index.html")
    page.get_by_role("searchbox").fill("ILGAZLI")
    page.keyboard.press("Enter")
    page.locator(".search__results a").click()

    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value("ILGAZLI")
    expect(page.locator(".search__results a")).to_have_text(TITLE)


def test_results_come_in_the_order_that_is_asked_for(page: Page, archive_url: str):
    """Earliest or latest first; more of them on demand, the first new one focused."""
    page.goto(f"{archive_url}/search.html?q=votes&order=asc")
    dates = page.locator(".search__when")
    expect(dates).to_have_count(20)
    expect(dates.first).to_have_text("2 January 1950")

    page.get_by_label("Order").select_option("desc")
    expect(dates.first).to_have_text("5 June 1951")

    page.get_by_role("button", name="Show more").click()
    expect(dates).to_have_count(40)
    expect(page.locator(".search__results a").nth(20)).to_be_focused()


def test_what_is_not_there_is_said(page: Page, archive_url: str):
    """No result, then nothing asked: the page says the one and is silent on the other."""
    page.goto(f"{archive_url}/search.html?q=zeppelinx")

    expect(page.get_by_role("status")).to_contain_text("No event matches")
    page.get_by_role("searchbox").fill("")
    expect(page.get_by_role("status")).to_have_text("")


def test_words_that_are_only_like_those_looked_for_are_no_match(page: Page, archive_url: str):
    """What is found for a part of a word is shown, and said to be that."""
    page.goto(f"{archive_url}/search.html?q=ilgazlix")

    expect(page.get_by_role("status")).to_have_text(
        "No event has exactly these words. With words like them: 1 event"
    )
    expect(page.locator(".search__results a")).to_have_text(TITLE)
    page.get_by_role("searchbox").fill("ılgazlı şölen")
    expect(page.get_by_role("status")).to_have_text("1 event")


@pytest.mark.parametrize("order", ["", "asc", "desc"])
def test_words_that_are_there_are_a_match_in_every_order(page: Page, archive_url: str, order: str):
    """Whatever comes first."""
    page.goto(f"{archive_url}/search.html?q=counts+votes&order={order}")

    expect(page.get_by_role("status")).to_have_text(f"{EVENTS} events")


def test_an_index_that_is_missing_is_said(page: Page, archive_url: str, problems: list[str]):
    """What cannot be loaded is told in words, and the lists are still there."""
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(f"{archive_url}/search.html?q=votes")

    expect(page.get_by_role("status")).to_contain_text("cannot be loaded")
    expect(page.get_by_role("link", name="Chapters")).to_be_visible()
    problems.clear()  # the browser says that it could not load them


@pytest.mark.parametrize("where", ["server", "folder"])
def test_without_scripts_the_lists_lead_on(
    new_page: NewPage, archive_url: str, archive_folder: Path, where: str, problems: list[str]
):
    """Without JavaScript, and from a folder, where no module runs: said, and led on."""
    page = new_page(java_script_enabled=where == "folder")
    page.goto(f"{archive_url if where == 'server' else archive_folder.as_uri()}/search.html")

    expect(page.get_by_text("The search needs JavaScript")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_have_count(0)
    page.get_by_role("link", name="Chapters").click()
    page.get_by_role("link", name="The vote of 1951").click()
    expect(page.locator(".event")).to_have_count(137)
    problems.clear()  # Chromium says of each module in a folder that it may not be loaded


def test_a_chapter_is_filtered_as_the_timeline_is(page: Page, archive_url: str):
    """Its own events are counted; choices that would find nothing are not offered."""
    page.goto(f"{archive_url}/chapters/race-1950.html")
    page.get_by_role("searchbox").fill("ilgazli")

    expect(page.locator(".filters__count")).to_have_text("1 of 383 events")
    expect(page.locator(".event:visible")).to_have_count(1)


def test_what_a_chapter_shows_can_be_taken_away(page: Page, archive_url: str):
    """Its events alone, and the file says of which chapter they are."""
    page.goto(f"{archive_url}/chapters/race-1950.html")
    with page.expect_download() as waiting:
        page.locator(".filters__download a", has_text="events").click()

    rows = Path(waiting.value.path()).read_text(encoding="utf-8").splitlines()
    title = page.locator("h1").inner_text()
    assert 384 == len(rows), "a heading and 383 events"
    assert all(row.endswith(f'"383 of 383 events; chapter={title}"') for row in rows[1:])


def test_a_chapter_leads_to_its_years(page: Page, archive_url: str):
    """The years of a chapter, where there are several."""
    page.goto(f"{archive_url}/chapters/race-1950.html")
    page.get_by_role("button", name="Years").click()
    page.locator(".race-navigation__years a", has_text="1951").click()

    expect(page.locator("#year-1-1951")).to_be_in_viewport()


@pytest.mark.parametrize("path", ["index.html", "search.html?q=votes", "chapters/race-1950.html"])
@pytest.mark.parametrize("width", [320, 390, 820, 1440])
def test_nothing_is_wider_than_the_screen(
    new_page: NewPage, archive_url: str, path: str, width: int
):
    """Nobody has to scroll sideways."""
    page = new_page(viewport={"width": width, "height": 800})
    page.goto(f"{archive_url}/{path}")

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(("kind", "name"), [("event", "day-3"), ("race", "1950")])
def test_an_address_from_before_leads_on(page: Page, archive_url: str, kind: str, name: str):
    """The one page that once held everything still knows where it went."""
    page.goto(f"{archive_url}/index.html#{kind}-{name}")

    expect(page).to_have_url(f"{archive_url}/{kind}s/{name}.html")
