"""The site works wherever it lies: under any path of a host, and in a folder on a disk."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import Page, expect

from builder.publishing import build
from builder.site import Options
from tests.local_server import serve_folder
from tests.projects import apply_changes, copy_sample

HOST, PATH = "https://votes.example", "/some/sub/path/"
TEXTS = (".html", ".css", ".atom", ".xml", ".json", ".jsonld", ".csv", ".ics", ".txt", ".bib")
MOVED = (
    {"file": "content/retired.yaml", "text": "- id: fog-comes-in\n  reason: No article has it.\n"},
    {
        "file": "content/events/1991.yaml",
        "old": "- id: venn-speaks\n",
        "new": "- id: venn-speaks\n  aliases: [venn-talks]\n",
    },
)
LINK = re.compile(r"""\b(?:href|src|data-script)="([^"]+)"|content="0; url=([^"]+)\"""")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A host's folder, in which the invented town lies under a path."""
    project = copy_sample(tmp_path_factory.mktemp("town"), with_templates=True)
    apply_changes(project, MOVED)
    root = tmp_path_factory.mktemp("host")
    problems = build(project, root / PATH.strip("/"), Options(base_url=HOST + PATH))
    assert [] == [problem for problem in problems if problem.severity == "error"]
    return root


def links_of(root: Path, page: Path) -> Iterator[str]:
    """The paths on the host to which a page's links, scripts, pictures and redirects lead."""
    here = f"{HOST}/{page.relative_to(root).as_posix()}"
    html = re.sub(r"<pre.*?</pre>|<base [^>]*>", "", page.read_text(encoding="utf-8"), flags=re.S)
    for found in LINK.findall(html):
        target = urlsplit(urljoin(here, unescape(found[0] or found[1])))
        if f"{target.scheme}://{target.netloc}" == HOST:
            yield unquote(target.path)


def is_there(root: Path, path: str) -> bool:
    """Whether a host would find a file."""
    file = root / path.lstrip("/")
    return file.is_file() or (path.endswith("/") and (file / "index.html").is_file())


def test_no_link_under_a_path_is_broken(root: Path):
    """Links, scripts, style sheets, pictures and redirects; the page for what is missing too."""
    broken = {
        (page.relative_to(root).as_posix(), path)
        for page in root.rglob("*.html")
        for path in links_of(root, page)
        if not is_there(root, path)
    }

    assert set() == broken


def test_no_whole_address_is_broken(root: Path):
    """In pages, feeds, the sitemap, data, the calendar, citations."""
    address = re.compile(re.escape(HOST) + r"(/[^\s\"'<>\\#?&,;)}]*)")
    seen, broken = 0, set()
    for file in root.rglob("*"):
        if file.suffix in TEXTS:
            text = file.read_text(encoding="utf-8").replace("\n ", "")  # folded lines of iCalendar
            found = {unquote(path).rstrip(".") for path in address.findall(text)}
            seen += len(found)
            broken |= {(file.name, path) for path in found if not is_there(root, path)}

    assert set() == broken
    assert seen > 100


def test_the_settings_of_hosts_know_the_path(root: Path):
    """Headers and redirects."""
    site = root / PATH.strip("/")

    redirects = (site / "_redirects").read_text(encoding="utf-8")
    assert f"{PATH}events/venn-talks.html {PATH}events/venn-speaks.html 301\n" == redirects
    headers = (site / "_headers").read_text(encoding="utf-8")
    assert all(line.startswith((PATH, "  ")) for line in headers.splitlines() if line)


def test_under_a_path_the_site_works(page: Page, root: Path):
    """Scripts and style sheets load, a former address leads on, what is missing has its page."""
    with serve_folder(root) as address:
        page.goto(f"{address}{PATH}")
        page.locator(".site-header__theme").click()
        expect(page.locator("html")).to_have_attribute("data-theme", re.compile("dark|light"))
        page.goto(f"{address}{PATH}events/venn-talks.html")
        expect(page).to_have_url(f"{address}{PATH}events/venn-speaks.html")
        page.wait_for_load_state("networkidle")  # before the host is gone


@pytest.mark.parametrize("path", ["index.html", "events/venn-speaks.html", "embed/index.html"])
def test_from_a_folder_pages_read_fine(page: Page, root: Path, problems: list[str], path: str):
    """Styled, with notes and links that work; only module scripts stay out, as browsers want it."""
    site = root / PATH.strip("/")
    page.goto((site / path).as_uri())

    assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px"
    assert not [problem for problem in problems if "Content Security Policy" in problem]
    assert all("CORS" in problem or "ERR_FAILED" in problem for problem in problems)
    page.goto("about:blank")  # no more is said of the page
    problems.clear()
