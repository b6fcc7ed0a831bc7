"""nginx and Caddy with the shipped settings: types, compression, caching, policies, the site.

They are started on 127.0.0.1; what is changed in their settings is what a publisher changes, and
the port.
"""

import gzip
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

import brotli
import pytest
from playwright.sync_api import Page, expect

from builder.hosting.compressed import pack
from builder.hosting.headers import BRIEFLY, EVERYWHERE, FOR_EVER
from builder.hosting.server_settings import Settings, write_settings
from builder.media_types import MEDIA_TYPES
from tests.hosts import BROTLI, caddy_serving, nginx_serving
from tests.local_server import serve_folder
from tests.projects import ROOT
from tests.whole_sites import take_inventory

pytestmark = pytest.mark.extra()

Serve = Callable[[Path, str, Path], AbstractContextManager[str]]
SERVERS = [
    pytest.param(("nginx.conf", nginx_serving), marks=pytest.mark.extra("nginx"), id="nginx"),
    pytest.param(("Caddyfile", caddy_serving), marks=pytest.mark.extra("caddy"), id="caddy"),
]
LONG = b"A bridge, a count, a lead. " * 100
FILES = {
    "404.html": b"missing",
    "index.html": LONG,
    "events/new.html": b"new",
    "events/old.html": b"moved",
    "events/gone.html": b"gone: nobody tells it",
    "embed/index.html": b"framed",
    "races/index.html": b"races",
    "people/bare.html": LONG,
    "static/style.e3b0c44298fc.css": LONG,
    "_headers": b"",
    **{f"types/file{end}": b"x" for end in MEDIA_TYPES},
}
MOVED, REMOVED = (("events/old.html", "events/new.html"),), ("events/gone.html",)


class Stay(HTTPRedirectHandler):
    """Follows no redirect."""

    def redirect_request(self, *_: object) -> None:
        """Nothing is asked for."""


def get(address: str, accepted: str = "identity") -> tuple[int, dict[str, str], bytes]:
    """The status, the headers and the body at an address."""
    request = Request(address, headers={"Accept-Encoding": accepted})
    try:
        with build_opener(Stay).open(request, timeout=10) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except HTTPError as answer:
        with answer:
            return answer.code, dict(answer.headers), answer.read()


@pytest.fixture(scope="module", params=["/", "/some/path/"], ids=["root", "path"])
def base(request: pytest.FixtureRequest) -> str:
    """The path under which a small site lies."""
    path: str = request.param
    return path


@pytest.fixture(scope="module", params=SERVERS)
def small(
    request: pytest.FixtureRequest, base: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of a small site with a moved and a removed page, with its slash."""
    name, serve = request.param
    root, scratch = tmp_path_factory.mktemp("root"), tmp_path_factory.mktemp("scratch")
    packed = {name: form for path in FILES for name, form in pack(path, FILES[path]).items()}
    packed = {name: form for name, form in packed.items() if "bare" not in name}
    for path, content in {**FILES, **packed}.items():
        file = root / base.strip("/") / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    settings = write_settings(take_inventory(FILES), Settings(base, MOVED, REMOVED))[name]
    with serve(root, settings, scratch) as address:
        yield address + base


@pytest.fixture(scope="module", params=SERVERS)
def real(
    request: pytest.FixtureRequest, site_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of the real site, with the settings as they are in the repository."""
    name, serve = request.param
    settings = (ROOT / "hosting" / name).read_text(encoding="utf-8")
    with serve(site_folder, settings, tmp_path_factory.mktemp("scratch")) as address:
        yield address


def test_every_kind_of_file_has_its_type(small: str):
    """The one that is told everywhere; texts say that they are UTF-8."""
    for end, type_ in MEDIA_TYPES.items():
        _, headers, _ = get(f"{small}types/file{end}")
        charset = "; charset=utf-8" if type_.startswith("text/") else ""
        assert type_ + charset == headers["Content-Type"], end


def test_compressed_files_are_sent_to_those_who_take_them(small: str):
    """Nothing is compressed at the visit; the type is that of the page."""
    for path in ("", "static/style.e3b0c44298fc.css"):
        _, headers, body = get(small + path, "gzip")
        assert ("gzip", LONG) == (headers["Content-Encoding"], gzip.decompress(body))
        assert "Accept-Encoding" in headers["Vary"]
        assert headers["Content-Type"].startswith("text/")
        _, headers, body = get(small + path)
        assert LONG == body
        assert "Content-Encoding" not in headers


def test_what_has_no_compressed_file_is_compressed_at_the_visit(small: str):
    """A large archive has thousands of such pages."""
    _, headers, body = get(f"{small}people/bare.html", "gzip")

    assert ("gzip", LONG) == (headers["Content-Encoding"], gzip.decompress(body))
    assert "Accept-Encoding" in headers["Vary"]


@pytest.mark.skipif(not BROTLI.exists(), reason="nginx has no module for Brotli")
def test_brotli_is_sent_to_those_who_take_it(small: str):
    """As all browsers do, over HTTPS."""
    _, headers, body = get(small, "gzip, br")

    assert ("br", LONG) == (headers["Content-Encoding"], brotli.decompress(body))


def test_what_is_named_by_its_content_is_kept_for_ever(small: str):
    """All else for a few minutes."""
    assert FOR_EVER == get(f"{small}static/style.e3b0c44298fc.css")[1]["Cache-Control"]
    assert BRIEFLY == get(f"{small}events/new.html")[1]["Cache-Control"]
    assert FOR_EVER != get(f"{small}static/style.0123456789ab.css")[1].get("Cache-Control")


@pytest.mark.parametrize("path", ["", "events/new.html", "nowhere.html", "types/file.json"])
def test_every_answer_has_the_headers(small: str, path: str):
    """What is missing too."""
    _, headers, _ = get(small + path)

    assert {name: headers.get(name) for name in EVERYWHERE} == EVERYWHERE
    assert headers["Content-Security-Policy"].endswith("; frame-ancestors 'none'")
    assert "/" not in headers.get("Server", "")


def test_pages_for_frames_may_be_framed(small: str):
    """By anybody."""
    _, headers, _ = get(f"{small}embed/")

    assert headers["Content-Security-Policy"].endswith("; frame-ancestors *")


@pytest.mark.parametrize("path", ["nowhere", "nowhere.css", "static/", "_headers"])
def test_what_is_missing_is_answered_with_its_page(small: str, path: str):
    """A folder without an index and what is for other hosts is missing as well."""
    status, headers, body = get(small + path)

    assert (404, b"missing") == (status, body)
    assert headers["Content-Type"] == "text/html; charset=utf-8"


def test_a_folder_is_found_without_its_slash(small: str, base: str):
    """By a redirect that does not name the server."""
    status, headers, _ = get(f"{small}races")

    assert status in (301, 308)
    assert headers["Location"] in (f"{base}races/", "races/")


def test_former_addresses_are_redirected_for_good(small: str, base: str):
    """To the present one."""
    status, headers, _ = get(f"{small}events/old.html")

    assert (301, f"{base}events/new.html") == (status, headers["Location"])


def test_what_was_removed_is_gone_and_says_why(small: str):
    """With the status for it."""
    status, headers, body = get(f"{small}events/gone.html")

    assert (410, FILES["events/gone.html"]) == (status, body)
    assert "text/html; charset=utf-8" == headers["Content-Type"]


# ---- the real site


def one_page_of_each_kind(site_folder: Path) -> list[str]:
    """The pages at the top, and two of each folder."""
    found = [path.name for path in sorted(site_folder.glob("*.html"))]
    for folder in sorted({path.parent for path in site_folder.rglob("*/*.html")}):
        pages = sorted(folder.glob("*.html"))
        found += [path.relative_to(site_folder).as_posix() for path in (pages[0], pages[-1])]
    return found


def test_every_kind_of_page_works_under_the_policies(page: Page, real: str, site_folder: Path):
    """No browser complains (the fixture watches), and the style sheet is there."""
    for path in one_page_of_each_kind(site_folder):
        page.goto(f"{real}/{path}")
        assert page.evaluate("document.styleSheets.length > 0"), path
        assert page.evaluate("[...document.styleSheets].some((sheet) => sheet.cssRules.length > 5)")


def test_what_scripts_add_works_under_the_policies(page: Page, real: str):
    """Theme, notes, filter, and the download of what is filtered."""
    page.goto(f"{real}/")
    page.locator(".site-header__theme").click()
    theme = page.locator("html").get_attribute("data-theme")
    page.reload()
    assert theme == page.locator("html").get_attribute("data-theme")
    page.locator(".citation-marker").first.click()
    expect(page.locator(".note:popover-open")).to_be_visible()

    page.goto(f"{real}/?race=2019-06")
    expect(page.locator(".filters__count")).to_contain_text(" of ")
    with page.expect_download() as waiting:
        page.locator(".filters__download a", has_text="events").click()
    assert "events-filtered-2019-06.csv" == waiting.value.suggested_filename


def test_a_page_for_frames_works_in_a_sandbox_of_another_site(
    page: Page, real: str, tmp_path: Path, problems: list[str]
):
    """And tells its height; a page that is not made for frames is refused there."""
    frame = '<iframe sandbox="allow-scripts" src="{}/{}"></iframe>'
    for name in ("embed/index.html", "about.html"):
        listen = "<script>onmessage = (event) => { document.title = event.data.height }</script>"
        html = f"<!doctype html><title></title>{listen}{frame.format(real, name)}"
        (tmp_path / name.replace("/", "-")).write_text(html, encoding="utf-8")
    shutil.copy(ROOT / "static/favicon.svg", tmp_path / "favicon.ico")
    with serve_folder(tmp_path) as address:
        page.goto(f"{address}/embed-index.html")
        page.wait_for_function("Number(document.title) > 100")
        colour = "getComputedStyle(document.querySelector('main')).fontFamily"
        assert "Times" not in page.frames[1].evaluate(colour)
        assert [] == problems

        page.goto(f"{address}/about.html")
        page.wait_for_timeout(200)
        assert any("frame-ancestors" in problem for problem in problems)
        problems.clear()
