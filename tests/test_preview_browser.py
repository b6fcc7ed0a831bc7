"""The live preview in a real Chromium: saving shows, breaking says why, mending clears."""

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from itertools import pairwise
from pathlib import Path
from random import Random
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from builder.site import Options, plan_site
from tests.previewing import previewing, without_layer
from tests.projects import ROOT, copy_sample
from tests.waiting import wait_until
from tests.whole_sites import make_files

CONCEDES = "#event-reeve-concedes"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the sample project, with the real templates."""
    return copy_sample(tmp_path, with_templates=True)


@pytest.fixture
def events(project: Path) -> Path:
    """The file that the tests edit."""
    return project / "content/events/1991.yaml"


@pytest.fixture
def address(project: Path, page: Page, problems: list[str]) -> Iterator[str]:
    """The address of a running preview of *project*."""
    with previewing(project) as address:
        yield address
        page.goto("about:blank")
    # A page that is left while it loads says so, and so does a 404 that was asked for.
    expected = re.compile("WebSocket|404|net::ERR|Failed to fetch")
    problems[:] = [said for said in problems if not expected.search(said)]


def edit(path: Path, old: str, new: str) -> None:
    """Replace a text of a file, as an editor saves it: at once."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    fresh = path.with_name(f".{path.name}.fresh")
    fresh.write_text(text.replace(old, new), encoding="utf-8")
    fresh.replace(path)


# ---- saving, breaking, mending


def test_a_save_shows_and_its_event_is_marked(page: Page, address: str, events: Path):
    """Without a hand on the browser, which goes to what was edited."""
    page.goto(address)
    wait_until(page, "document.documentElement.scrollTop === 0")

    edit(events, "title: Reeve concedes", "title: Reeve gives way")

    expect(page.locator(CONCEDES)).to_contain_text("Reeve gives way")
    expect(page.locator(CONCEDES)).to_have_class(re.compile("preview-edited"))
    expect(page.locator(CONCEDES)).to_be_in_viewport()


def test_a_page_without_the_event_leads_to_it(page: Page, address: str, events: Path):
    """The editor sees what was edited, wherever the browser was."""
    page.goto(f"{address}/about.html")
    wait_until(page, "sessionStorage.getItem('preview') !== null")

    edit(events, "title: Reeve concedes", "title: Reeve gives way")

    expect(page).to_have_url(f"{address}/events/reeve-concedes.html")
    expect(page.locator("h1")).to_contain_text("Reeve gives way")


def test_a_mistake_is_told_on_every_page_and_clears_by_itself(
    page: Page, address: str, events: Path
):
    """File and line, the excerpt, the remedy; the last good page stays below."""
    for path in ("/", "/about.html", "/events/nowhere.html"):
        page.goto(f"{address}{path}")
        edit(events, "1,204 votes.[@a1]", "1,205 votes.[@a1]")
        report = page.locator(".preview-report")
        expect(report).to_contain_text("1991.yaml:20:")
        expect(report).to_contain_text("1,205")
        expect(page.locator("h1")).to_be_visible()

        edit(events, "1,205 votes.[@a1]", "1,204 votes.[@a1]")
        expect(report).to_have_count(0)


def test_of_two_quick_saves_the_later_is_shown(page: Page, address: str, events: Path):
    """Even while the page of the first is still loading."""
    page.goto(address)
    titles = ["Reeve concedes", *("Reeve concedes" + " again" * times for times in range(1, 7))]

    for old, new in pairwise(titles):
        edit(events, f"title: {old}\n", f"title: {new}\n")
        page.wait_for_timeout(17)

    expect(page.locator(CONCEDES)).to_contain_text(titles[-1])


def test_a_second_save_does_not_hide_where_the_first_was(page: Page, address: str, events: Path):
    """Editors touch a file again after they wrote it; the browser goes to the event still."""
    page.goto(f"{address}/about.html")
    wait_until(page, "sessionStorage.getItem('preview') !== null")

    edit(events, "title: Reeve concedes", "title: Reeve gives way")
    page.wait_for_timeout(15)
    events.touch()

    expect(page).to_have_url(f"{address}/events/reeve-concedes.html")


def test_a_page_that_did_not_exist_appears(page: Page, address: str, events: Path):
    """A tab that waits at its address shows it as soon as it is saved."""
    page.goto(f"{address}/events/reeve-rests.html")
    expect(page).to_have_title(re.compile("ends here"))

    event = re.search(r"- id: reeve-concedes\n(?:  .*\n|\n)*", events.read_text(encoding="utf-8"))
    assert event
    fresh = (
        event[0].replace("reeve-concedes", "reeve-rests").replace("Reeve concedes", "Reeve rests")
    )
    edit(events, event[0], event[0] + fresh)

    expect(page.locator("h1")).to_contain_text("Reeve rests")


def test_a_renamed_event_is_followed(page: Page, address: str, events: Path):
    """The tab on its old address is not dead."""
    page.goto(f"{address}/events/reeve-concedes.html")
    wait_until(page, "sessionStorage.getItem('preview') !== null")

    edit(events, "- id: reeve-concedes", "- id: reeve-gives-up")

    expect(page).to_have_url(f"{address}/events/reeve-gives-up.html")


def test_a_style_is_swapped_in_without_a_reload(page: Page, address: str, project: Path):
    """What was typed or opened on the page stays."""
    page.goto(address)
    # It has listened since before it asked whether it is out of date, and it is not.
    wait_until(page, "'isCurrent' in document.querySelector('preview-layer').dataset")
    page.evaluate("window.isSame = true")
    sheet = project / "static/styles/2-base.css"

    sheet.write_text(
        sheet.read_text(encoding="utf-8") + "\n@layer base { h1 { color: #123456 } }\n"
    )

    wait_until(page, "getComputedStyle(document.querySelector('h1')).color === 'rgb(18, 52, 86)'")
    assert page.evaluate("window.isSame")


def test_a_broken_template_is_told_with_its_line(page: Page, address: str, project: Path):
    """Over the page as it was, and gone when it is mended."""
    template = project / "templates/_event.html"
    page.goto(address)
    page.wait_for_timeout(600)  # the pages are made once while nobody waits

    edit(template, "{% macro event", "{{ lamp }\n{% macro event")
    expect(page.locator(".preview-report")).to_contain_text("templates/_event.html:")
    expect(page.locator(CONCEDES)).to_contain_text("Reeve concedes")

    edit(template, "{{ lamp }\n", "")
    expect(page.locator(".preview-report")).to_have_count(0)


def test_a_picture_dropped_into_content_is_told(page: Page, address: str, project: Path):
    """It is no content, and nothing breaks."""
    page.goto(address)
    stray = project / "content/events/photo.yaml"

    stray.write_bytes(b"\x89PNG\r\n\x1a\n\x00\xff" * 100)
    expect(page.locator(".preview-report")).to_contain_text("content/events/photo.yaml")

    stray.unlink()
    expect(page.locator(".preview-report")).to_have_count(0)


def test_a_file_that_vanishes_is_told_and_comes_back(page: Page, address: str, project: Path):
    """Deleted again and again while the site is made, it never stops the preview."""
    page.goto(address)
    people = project / "content/people.yaml"
    text = people.read_bytes()
    for _ in range(8):
        people.unlink()
        page.wait_for_timeout(11)
        people.write_bytes(text)
        page.wait_for_timeout(7)

    people.unlink()
    expect(page.locator(".preview-report")).to_contain_text("content/people.yaml")
    people.write_bytes(text)
    expect(page.locator(".preview-report")).to_have_count(0)


def test_a_folder_that_is_made_anew_is_watched(page: Page, address: str, project: Path):
    """As when another branch is checked out."""
    page.goto(address)
    shutil.copytree(project / "content", project / "kept")
    shutil.rmtree(project / "content")
    expect(page.locator(".preview-report")).to_contain_text("content/people.yaml")

    shutil.move(project / "kept", project / "content")
    expect(page.locator(".preview-report")).to_have_count(0)
    edit(project / "content/events/1991.yaml", "title: Reeve concedes", "title: Reeve gives way")

    expect(page.locator(CONCEDES)).to_contain_text("Reeve gives way")


def test_articles_behind_a_link_do_not_stop_the_preview(project: Path, page: Page, tmp_path: Path):
    """An editor keeps them wherever they may lie."""
    (project / "seeds/texts").symlink_to(project / "articles")
    with previewing(project) as address:
        page.goto(address)
        (project / "articles/more.txt").write_text("More.", encoding="utf-8")
        page.wait_for_timeout(100)
        edit(project / "content/events/1991.yaml", "title: Reeve concedes", "title: Reeve ends")

        expect(page.locator(CONCEDES)).to_contain_text("Reeve ends")
        page.goto("about:blank")


def test_a_draft_is_watermarked_and_shows_what_it_lacks(page: Page, address: str):
    """At its place on the timeline and on its own page."""
    for path in ("/", "/events/plans-of-the-mayor.html"):
        page.goto(f"{address}{path}")
        lacks = page.locator(".preview-watermark .preview-draft")
        expect(lacks).to_contain_text("nothing is cited for")


def test_after_many_edits_every_page_is_that_of_a_clean_build(
    page: Page, address: str, project: Path
):
    """Two hundred saves in a row, good and bad ones, leave nothing behind."""
    random = Random(5)
    page.goto(address)
    files = [
        project / "content" / name for name in ("events/1991.yaml", "people.yaml", "site.yaml")
    ]
    files += [project / "templates" / name for name in ("_event.html", "strings/en.yaml")]
    originals = {path: path.read_text(encoding="utf-8") for path in files}

    for _ in range(200):
        path = random.choice(files)
        text = originals[path]
        at = random.randrange(len(text))
        damages = (text, text[:at], text[:at] + text[at + 1 :], text[:at] + "x" + text[at:])
        path.write_text(random.choice(damages), encoding="utf-8")
        page.wait_for_timeout(random.choice((0, 5, 20)))
    for path, text in originals.items():
        path.write_text(text, encoding="utf-8")
    expect(page.locator(".preview-report")).to_have_count(0)
    edit(files[0], "title: Reeve concedes", "title: Reeve concedes at last")

    # The browser is on the timeline, or on the page of something that was edited on the way.
    expect(page.locator("main, h1").first).to_contain_text("Reeve concedes at last")
    options = Options(drafts=True, stable_names=True)
    clean, problems = make_files(plan_site(project, options).recipes)
    assert [] == problems
    shown = page.evaluate("fetch(location.href).then((answer) => answer.text())")
    shown_at = page.url.removeprefix(f"{address}/") or "index.html"
    assert clean[shown_at.partition("#")[0]] == without_layer(shown.encode())
    for name, content in clean.items():
        with urlopen(f"{address}/{name}") as answer:
            assert content == without_layer(answer.read()), name


# ---- the server


def test_the_preview_answers_no_foreign_name(address: str):
    """A name of somebody else's that leads to 127.0.0.1 gets nothing, on any address."""
    for path in ("/index.html", "/livereload.js", "/livereload", "/preview/version"):
        connection = HTTPConnection(address.removeprefix("http://"))
        connection.request("GET", path, headers={"Host": "evil.example"})
        assert 403 == connection.getresponse().status, path


def test_a_page_of_another_origin_cannot_listen(address: str):
    """The socket is for the preview's own pages."""
    connection = HTTPConnection(address.removeprefix("http://"))
    headers = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13"}
    headers |= {"Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==", "Origin": "http://evil.example"}

    connection.request("GET", "/livereload", headers=headers)

    assert 403 == connection.getresponse().status


def test_without_a_wish_the_first_free_port_is_taken(project: Path):
    """Two previews run side by side."""
    texts = ("--texts", str(project / "articles"))

    with previewing(project, *texts) as first, previewing(project, *texts) as second:
        assert first != second
        with urlopen(second) as answer:
            assert 200 == answer.status


def test_a_port_that_is_taken_is_told(project: Path):
    """In a sentence, without a traceback."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        command = [sys.executable, str(ROOT / "build.py"), "serve", "--root", str(project)]
        ended = subprocess.run(
            [*command, "--port", port], capture_output=True, text=True, env=os.environ, check=False
        )

    assert 1 == ended.returncode
    assert f"No preview: port {port} is taken. Name another with --port.\n" in ended.stderr


@pytest.mark.parametrize("port", ["99999", "-5", "http"])
def test_a_port_that_cannot_be_is_told(port: str):
    """Instead of another that it is taken for."""
    command = [sys.executable, str(ROOT / "build.py"), "serve", f"--port={port}"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)

    assert 2 == ended.returncode
    assert f"'{port}' is no port" in ended.stderr


def test_the_preview_writes_nothing_but_what_completion_needs(project: Path):
    """Neither a site nor anything of its own lies in the project afterwards."""
    before = {path for path in project.rglob("*") if path.is_file()}

    with previewing(project) as address, urlopen(address) as answer:
        assert b"preview-layer" in answer.read()

    assert before == {path for path in project.rglob("*") if path.is_file()}
