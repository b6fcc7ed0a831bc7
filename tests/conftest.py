"""Takes a test's wishes, gives it the built site, a browser and a page.

`site_folder` and `site_url` are the real site, built once; `page` is a new page in a real
Chromium, `new_page` opens more, with other settings. Its law: a test whose pages complain,
or reach for anything outside this machine, fails; `problems` holds what was seen.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import hypothesis
import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from tests.chromium import CHROMIUM_FLAGS, explain_absence, find_chromium
from tests.local_server import serve_folder

ROOT = Path(__file__).parent.parent
# Even a page that tries cannot leave this machine.
NO_OTHER_HOSTS = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"

# The same examples in every run, and no failure because the machine was busy.
hypothesis.settings.register_profile("repeatable", derandomize=True, deadline=None)
hypothesis.settings.load_profile("repeatable")


@pytest.hookimpl(tryfirst=True)  # before pytest selects by marker
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test is marked `browser` that uses one, and skipped if its programs are missing."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
        for program in missing_programs(item):
            item.add_marker(pytest.mark.skip(reason=f"{program} is not installed"))


def missing_programs(item: pytest.Item) -> Iterator[str]:
    """The programs that a test's `extra` marker names and this machine lacks."""
    for marker in item.iter_markers("extra"):
        yield from (program for program in marker.args if shutil.which(program) is None)


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real site, built once for all tests."""
    from builder.publishing import (
        build,  # here, so that tests of one module run while another is broken
    )

    folder = tmp_path_factory.mktemp("site")
    errors = [problem for problem in build(ROOT, folder) if problem.severity == "error"]
    if errors:
        pytest.fail("the site does not build:\n" + "\n".join(map(str, errors)), pytrace=False)
    return folder


@pytest.fixture(scope="session")
def site_url(site_folder: Path) -> Iterator[str]:
    """The address of the real site, without a slash at the end."""
    with serve_folder(site_folder) as address:
        yield address


@pytest.fixture(scope="session")
def archive_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site of a large archive, built once for all tests."""
    from tests.archive import build_archive

    return build_archive(tmp_path_factory.mktemp("archive"))


@pytest.fixture(scope="session")
def archive_url(archive_folder: Path) -> Iterator[str]:
    """The address of the large archive, without a slash at the end."""
    with serve_folder(archive_folder) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium with a fresh profile; without one the test fails, it never skips."""
    chromium = find_chromium()
    if chromium is None:
        pytest.fail(f"{explain_absence()} `make test` does it where it can.", pytrace=False)
    with sync_playwright() as playwright:
        arguments = [*CHROMIUM_FLAGS, NO_OTHER_HOSTS]
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def problems() -> Iterator[list[str]]:
    """What the test's pages complained of; must be empty at the end (clear what you expect)."""
    seen: list[str] = []
    yield seen
    assert [] == seen, "the browser complained:\n" + "\n".join(seen)


@pytest.fixture
def new_page(browser: Browser, problems: list[str]) -> Iterator[Callable[..., Page]]:
    """Opens a watched page; takes playwright's context options: viewport, color_scheme, ..."""
    contexts: list[BrowserContext] = []

    def open_page(**options: Any) -> Page:
        # A page that moves is not "stable" for a click on a busy machine.
        context = browser.new_context(**{"reduced_motion": "reduce", **options})
        contexts.append(context)
        watch(context, problems)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A new page, with nothing remembered from other tests."""
    return new_page()


def watch(context: BrowserContext, problems: list[str]) -> None:
    """Every error in a page of *context*, and every request that leaves, becomes a problem."""

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            problems.append(f"console: {message.text} ({message.location['url']})")

    def on_address(address: str) -> None:
        if is_outside(address):
            problems.append(f"leaves this machine: {address}")

    context.on("console", on_console)
    context.on("weberror", lambda error: problems.append(f"script: {error.error}"))
    context.on("request", lambda request: on_address(request.url))
    context.on("page", lambda page: page.on("websocket", lambda socket: on_address(socket.url)))


def is_outside(address: str) -> bool:
    """Whether *address* is neither on 127.0.0.1 nor free of the network altogether."""
    parts = urlsplit(address)
    return parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname != "127.0.0.1"
