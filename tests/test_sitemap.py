"""Search engines are told of each page that stands for itself, and of no day that nobody knows."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

from builder.pages.all_pages import plan_pages
from builder.pages.sitemap import find_listed, write_robots, write_sitemap
from builder.rendering.finding_exports import finding_recipes
from builder.views.addresses import NOWHERE, Addresses
from tests.corrected import corrected_timeline
from tests.examples import WORDING, sample_timeline

TIMELINE = sample_timeline()
KNOWN = Addresses("https://alder.example/counts/")
PATHS = [plan.path for plan in plan_pages(TIMELINE, WORDING, KNOWN)]
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def read_sitemap(text: bytes) -> dict[str, str | None]:
    """Each address of a sitemap with its day."""
    urls = ElementTree.fromstring(text).findall("s:url", NAMES)
    return {
        url.findtext("s:loc", "", NAMES): url.findtext("s:lastmod", None, NAMES) for url in urls
    }


def test_every_full_page_is_listed():
    """By its full address, an index as its folder; light pages and the 404 page are not."""
    listed = read_sitemap(write_sitemap(TIMELINE, KNOWN, PATHS))

    assert "https://alder.example/counts/" in listed
    assert "https://alder.example/counts/events/the-town-votes.html" in listed
    assert not any("embed/" in address or "404" in address for address in listed)
    light = [path for path in PATHS if path.startswith("embed/")]
    assert len(PATHS) == len(listed) + len(light) + 1


def test_what_moved_is_not_listed():
    """Only the present address of an event is."""
    event = TIMELINE.events[0].model_copy(update={"aliases": ("once-called",)})
    timeline = replace(TIMELINE, events=(event,))

    listed = find_listed(timeline, ["events/once-called.html", f"events/{event.id}.html"])

    assert (f"events/{event.id}.html",) == listed


def test_a_day_of_change_is_one_of_the_content():
    """Where the content knows none, none is given."""
    timeline = corrected_timeline()
    paths = [plan.path for plan in plan_pages(timeline, WORDING, KNOWN)]

    days = read_sitemap(write_sitemap(timeline, KNOWN, paths))

    assert "1991-08-03" == days["https://alder.example/counts/events/venn-speaks.html"]
    assert days["https://alder.example/counts/about.html"] is None


def test_robots_are_shown_the_sitemap():
    """All is open; where the sitemap lies is said only where that is known."""
    open_to_all = "User-agent: *\nAllow: /\n"

    assert open_to_all == write_robots(NOWHERE).decode()
    assert f"{open_to_all}Sitemap: https://alder.example/counts/sitemap.xml\n" == (
        write_robots(KNOWN).decode()
    )


def test_without_an_address_nothing_is_made_that_needs_one():
    """Neither a sitemap nor a description by oEmbed."""
    assert {"robots.txt"} == set(finding_recipes(TIMELINE, NOWHERE, PATHS))
    known = set(finding_recipes(TIMELINE, KNOWN, PATHS))
    assert {"robots.txt", "sitemap.xml", "oembed/events/the-town-votes.json"} <= known


def test_pages_lead_to_the_feeds(site_folder: Path):
    """Every full page names both, and they are there."""
    for page in ("index.html", "events/narrow-win.html", "about.html"):
        html = (site_folder / page).read_text(encoding="utf-8")
        for feed in ("data/events.atom", "data/corrections.atom"):
            up = "../" * page.count("/")
            assert f'<link rel="alternate" type="application/atom+xml" href="{up}{feed}"' in html
            assert (site_folder / feed).is_file()
