"""The live preview in a real Chromium: saving shows, breaking says why, mending clears."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from time import sleep

import pytest
from playwright.sync_api import Page, expect

from builder.preview import lay_over
from tests.projects import ROOT, copy_sample


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until_open(port: int) -> None:
    """Return as soon as something listens on *port*; fail when nothing does."""
    for _ in range(200):
        with socket.socket() as probe:
            probe.settimeout(0.1)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        sleep(0.05)
    pytest.fail("the preview does not listen", pytrace=False)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the sample project, with the real templates."""
    return copy_sample(tmp_path, with_templates=True)


@pytest.fixture
def preview_port(project: Path) -> Iterator[int]:
    """The port of a running preview of *project*."""
    port = free_port()
    command = [sys.executable, str(ROOT / "build.py"), "serve", "--port", str(port)]
    process = subprocess.Popen(
        [*command, "--root", str(project)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout
    for line in process.stdout:
        if line.startswith("Preview:"):
            break
    wait_until_open(port)
    with process:
        yield port
        process.terminate()


def test_saving_breaking_and_mending_show_in_the_page(
    page: Page, project: Path, preview_port: int, problems: list[str]
):
    """The page follows every save; on a mistake the last good page stays, with the reason."""
    events = project / "content/events/1991.yaml"
    good = events.read_text(encoding="utf-8")
    page.goto(f"http://127.0.0.1:{preview_port}/index.html")
    expect(page.locator("#event-reeve-concedes")).to_contain_text("Reeve concedes")

    events.write_text(good.replace("title: Reeve concedes", "title: Reeve gives way"), "utf-8")
    expect(page.locator("#event-reeve-concedes")).to_contain_text("Reeve gives way")

    events.write_text(good.replace("1,204 votes.[@a1]", "1,205 votes.[@a1]"), "utf-8")
    expect(page.locator(".fault")).to_contain_text("1991.yaml:20:19")
    expect(page.locator(".fault")).to_contain_text("1,205")
    expect(page.locator("#event-reeve-concedes")).to_contain_text("Reeve gives way")

    events.write_text(good, "utf-8")
    expect(page.locator(".fault")).to_have_count(0)
    expect(page.locator("#event-reeve-concedes")).to_contain_text("Reeve concedes")
    problems.clear()  # a page that is left while its socket opens says so


def test_the_preview_shows_drafts_and_its_own_404(
    page: Page, preview_port: int, problems: list[str]
):
    """What is not published yet can be seen here, and a missing page is the site's own."""
    page.goto(f"http://127.0.0.1:{preview_port}/events/plans-of-the-mayor.html")
    expect(page.locator("h1")).to_contain_text("The mayor has plans")

    page.goto(f"http://127.0.0.1:{preview_port}/nowhere.html")
    expect(page.locator("h1")).to_be_visible()
    problems.clear()  # the browser reports the 404 that is asked for here


def test_the_preview_answers_no_foreign_name(preview_port: int):
    """A name of somebody else's that leads to 127.0.0.1 gets nothing."""
    connection = HTTPConnection("127.0.0.1", preview_port)

    connection.request("GET", "/index.html", headers={"Host": "evil.example"})

    assert 403 == connection.getresponse().status


def test_a_sheet_lies_over_pages_and_escapes_what_it_shows():
    """The report is text, whatever stands in the content that it quotes."""
    files = {"index.html": b"<body>good</body>", "static/style.css": b"</body>"}

    shown = lay_over(files, "<script>alert(1)</script>")

    assert b"good" in shown["index.html"]
    assert b"&lt;script&gt;" in shown["index.html"]
    assert b"</body>" == shown["static/style.css"]
