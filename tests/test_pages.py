"""A timeline becomes all pages of the site."""

from builder.pages.all_pages import plan_pages
from builder.pages.contents import ProsePage
from tests.examples import WORDING, made, sample_timeline

PAGES = made(plan_pages(sample_timeline().without_drafts(), WORDING))


def test_the_home_page_comes_first_and_the_missing_page_last():
    """And the latter alone is shown at any address."""
    assert ("index.html", "404.html") == (PAGES[0].path, PAGES[-1].path)
    assert ["404.html"] == [page.path for page in PAGES if page.is_anywhere]


def test_every_page_has_its_own_path():
    """No page takes another one's place."""
    paths = [page.path for page in PAGES]

    assert len(paths) == len(set(paths))
    assert all(path.endswith(".html") and not path.startswith("/") for path in paths)


def test_everything_in_the_timeline_has_a_page():
    """Events, sources, people, parties, races and pages about the site."""
    timeline = sample_timeline().without_drafts()
    folders = {"event": "events", "source": "sources", "person": "people", "race": "races",
               "party": "parties"}  # fmt: skip
    paths = {page.path for page in PAGES}

    for kind, items in timeline.collections():
        if kind in folders:
            assert {f"{folders[kind]}/{getattr(item, 'id', '')}.html" for item in items} <= paths
    assert {f"{prose.id}.html" for prose in timeline.prose} <= paths


def test_a_draft_has_no_page():
    """Unless the timeline still holds it."""
    path = "events/plans-of-the-mayor.html"

    assert path not in {page.path for page in PAGES}


def test_every_page_has_a_title_and_a_description():
    """Browsers and search engines show them."""
    assert [] == [page.path for page in PAGES if not (page.title and page.description)]


def test_a_page_about_the_site_is_its_markdown_as_html():
    """With its title from the first line."""
    page = next(page for page in PAGES if page.path == "about.html")

    assert "About this sample" == page.title
    assert isinstance(page.content, ProsePage)
    assert page.content.body.startswith("<p>An invented town, ")
