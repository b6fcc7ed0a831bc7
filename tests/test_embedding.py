"""What is embedded keeps its evidence, and behaves in somebody else's page, in a real Chromium.

The other page lies on a port of its own, so the frame is a stranger there.
"""

import gzip
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from builder.pages.embedding import EmbedOffer, list_offers, offer_event, write_oembed
from builder.publishing import build
from builder.reading.project import read_timeline
from builder.reports.diagnostics import has_errors
from builder.site import Options
from builder.views.addresses import Addresses
from tests.examples import sample_timeline
from tests.local_server import serve_folder
from tests.projects import ROOT, copy_sample

TIMELINE = sample_timeline()
KNOWN = Addresses("https://alder.example/counts/")
OFFERS = tuple(list_offers(TIMELINE, KNOWN))
EVENT = "events/the-town-votes.html"
NewPage = Callable[..., Page]
FITS = """new Promise((done) => {
    const fits = () => innerHeight === document.documentElement.scrollHeight;
    const look = () => (fits() ? done() : requestAnimationFrame(look));
    look();
})"""
"""Waits until nothing scrolls; a page's policy forbids that playwright looks again and again."""
LISTEN = "window.heard = []; addEventListener('message', (event) => heard.push(event.data))"


def offer_of(path: str, addresses: Addresses = KNOWN) -> EmbedOffer:
    """What is offered for the light page at *path*."""
    return next(offer for offer in list_offers(TIMELINE, addresses) if offer.path == path)


# ---- the offer


def test_everything_can_be_embedded():
    """The timeline, each race, each event; each leads back to its own full page."""
    pages = ["index.html", *(f"races/{race.id}.html" for race in TIMELINE.races)]
    pages += [f"events/{event.id}.html" for event in TIMELINE.events]

    assert [(f"embed/{page}", page) for page in pages] == [(o.path, o.full) for o in OFFERS]


def test_the_code_names_the_light_page():
    """By its full address, in a sandbox that lets nothing through but scripts and new tabs."""
    code = offer_of(f"embed/{EVENT}").code

    assert 'src="https://alder.example/counts/embed/events/the-town-votes.html"' in code
    assert 'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"' in code
    assert "source === frame.contentWindow" in code


def test_without_an_address_there_is_no_code():
    """No address is made up, neither in the code nor for oEmbed."""
    offer = offer_of(f"embed/{EVENT}", Addresses("/counts/"))

    assert ("", "") == (offer.code, offer.oembed)


def test_a_title_cannot_break_out_of_the_code():
    """Quotation marks and tags are only words."""
    event = TIMELINE.events[0].model_copy(update={"title": '"><script>alert(1)</script>'})

    assert "<script>alert" not in offer_event(TIMELINE, KNOWN, event).code


def test_oembed_describes_a_rich_frame():
    """With every field that section 2.3 of oEmbed requires of the type, and a picture."""
    described = json.loads(write_oembed(TIMELINE, offer_of(f"embed/{EVENT}")))

    assert ("rich", "1.0") == (described["type"], described["version"])
    assert "Port Alder counts" == described["provider_name"]
    assert f'width="{described["width"]}" height="{described["height"]}"' in described["html"]
    assert "<script" not in described["html"]
    assert described["thumbnail_url"].endswith("/cards/event-the-town-votes.png")


# ---- the light pages of the real site


def test_the_light_pages_are_light(site_folder: Path):
    """As a host compresses them, none is larger than 15 kB, the whole timeline included."""
    pages = (site_folder / "embed").rglob("*.html")
    heavy = {path.name: len(gzip.compress(path.read_bytes(), 6)) for path in pages}

    assert {} == {name: size for name, size in heavy.items() if size > 15_000}


def test_every_sentence_keeps_its_notes(site_folder: Path):
    """The light timeline leads to the same passages, in the same order, as the full one."""
    passage = re.compile(r"sources/[\w-]+\.html#passage-\d+")
    home = (site_folder / "index.html").read_text(encoding="utf-8")
    light = (site_folder / "embed/index.html").read_text(encoding="utf-8")
    timeline, _ = read_timeline(ROOT)
    cited = {(c.source, c.passage) for e in timeline.events for c in e.citations}

    found = {re.sub(r".*/|\.html", "", place) for place in passage.findall(light)}

    assert {f"{source}#passage-{number}" for source, number in cited} <= found
    assert found <= {re.sub(r".*/|\.html", "", place) for place in passage.findall(home)}


def test_what_differs_is_marked_there_too(site_folder: Path):
    """A light page is smaller, not surer: the mark that sources differ stays."""
    timeline, _ = read_timeline(ROOT)
    differing = {name for difference in timeline.differences for name in difference.events}

    for event in timeline.events:
        html = (site_folder / f"embed/events/{event.id}.html").read_text(encoding="utf-8")
        assert ('class="differ"' in html) == (event.id in differing), event.id


def test_every_link_of_a_light_page_leaves_the_frame(site_folder: Path):
    """By one element in the head; the way back is a link of the page itself."""
    for path in (site_folder / "embed").rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert '<base target="_blank">' in html
        assert '<meta name="robots" content="noindex">' in html
        assert f'embed/{path.name}"' not in html


# ---- in somebody else's page


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the sample's site, built to lie there."""
    root = copy_sample(tmp_path_factory.mktemp("town") / "project", with_templates=True)
    out = root.parent / "site"
    with serve_folder(out) as address:
        assert not has_errors(build(root, out, Options(base_url=f"{address}/")))
        yield address


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Callable[[str], str]]:
    """Puts HTML into a page on another port; gives its address."""

    def publish(html: str) -> str:
        page = f'<!doctype html><title>Host</title><link rel="icon" href="data:,">{html}'
        (tmp_path / "index.html").write_text(page, encoding="utf-8")
        return f"{address}/index.html"

    with serve_folder(tmp_path) as address:
        yield publish


def copy_code(page: Page, town: str, path: str) -> str:
    """The code that a page of the site offers for copying."""
    page.goto(f"{town}/{path}")
    return page.locator("#cite-embed").text_content() or ""


@pytest.mark.parametrize("path", ["embedding.html", EVENT, "races/1991.html"])
@pytest.mark.parametrize("width", [320, 900])
def test_the_frame_is_as_high_as_what_it_shows(
    new_page: NewPage, host: Callable[[str], str], town: str, path: str, width: int
):
    """The copied code works as it is; nothing scrolls inside, on a phone neither."""
    page = new_page(viewport={"width": width, "height": 700})
    code = copy_code(page, town, path)

    page.goto(host(f'<meta name="viewport" content="width=device-width">{code}'))

    frame = page.locator("iframe").element_handle()
    assert frame is not None
    inner = frame.content_frame()
    assert inner is not None
    inner.evaluate(FITS)
    assert inner.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_frame_grows_when_something_is_unfolded(
    page: Page, host: Callable[[str], str], town: str
):
    """Whatever is opened in it is seen at once."""
    page.goto(host(copy_code(page, town, "embedding.html")))
    frame = page.frame_locator("iframe")
    expect(frame.locator("h1")).to_be_visible()
    page.wait_for_function("document.querySelector('iframe').height !== '640'")
    before = page.evaluate("Number(document.querySelector('iframe').height)")

    frame.locator("summary").first.click()

    page.wait_for_function(f"document.querySelector('iframe').height > {before}")


def test_the_frame_tells_its_height_and_nothing_else(
    page: Page, host: Callable[[str], str], town: str
):
    """One number to its parent; the page around that hears nothing."""
    page.add_init_script(LISTEN)
    inner = f"<iframe src='{town}/embed/{EVENT}' sandbox='allow-scripts'></iframe>"
    page.goto(host(f'<iframe srcdoc="{inner}" width="500" height="500"></iframe>'))
    parent = page.frames[1]

    parent.wait_for_function("heard.length > 0")

    assert [] == page.evaluate("heard")
    assert all(["height"] == list(message) for message in parent.evaluate("heard"))
    assert all(isinstance(message["height"], int) for message in parent.evaluate("heard"))


def test_a_message_of_another_window_is_ignored(page: Page, host: Callable[[str], str], town: str):
    """Only the frame itself sets its height."""
    page.goto(host(copy_code(page, town, EVENT)))
    page.wait_for_function("document.querySelector('iframe').height !== '320'")

    page.evaluate("postMessage({ height: 9 }, '*')")
    page.evaluate("new Promise((done) => setTimeout(done))")

    assert page.evaluate("document.querySelector('iframe').height > 9")


def test_links_open_outside_the_frame(page: Page, host: Callable[[str], str], town: str):
    """In a new tab, which is free of the sandbox and cannot reach back."""
    page.goto(host(copy_code(page, town, EVENT)))

    with page.expect_popup() as opened:
        page.frame_locator("iframe").locator(".mark").first.click()

    opened.value.wait_for_load_state()
    assert opened.value.url.startswith(f"{town}/sources/alder-gazette-1991-05-13.html#passage-")
    assert opened.value.evaluate("opener === null")


def test_without_scripts_it_is_read_all_the_same(
    page: Page, host: Callable[[str], str], town: str, problems: list[str]
):
    """In the narrowest sandbox that opens links: a fixed height, and scrolling."""
    page.goto(host(f"<iframe src='{town}/embed/{EVENT}' sandbox='allow-popups'></iframe>"))

    with page.expect_popup() as opened:
        page.frame_locator("iframe").locator("footer a").click()

    opened.value.wait_for_load_state()
    assert f"{town}/{EVENT}" == opened.value.url
    assert problems, "the sandbox stops scripts, also in the tab that it opens"
    assert all("Blocked script execution" in problem for problem in problems)
    problems.clear()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_light_page_has_no_barrier(new_page: NewPage, site_url: str, scheme: str):
    """Unfolded, on a narrow phone, by day and by night."""
    page = new_page(viewport={"width": 320, "height": 700}, color_scheme=scheme)
    page.goto(f"{site_url}/embed/index.html")
    page.locator("details").evaluate_all("all => all.forEach((fold) => fold.open = true)")
    page.evaluate(AXE_SCRIPT)

    found = page.evaluate("axe.run().then((results) => results.violations.map((v) => v.id))")

    assert [] == found
