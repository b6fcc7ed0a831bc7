"""Every form of a citation is copied with one action, in a real Chromium, and with none by hand."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from builder.citing.entries import FORMS, Citer, citable_event
from builder.rendering.templates import make_environment, read_templates
from builder.views.addresses import Addresses
from tests.examples import WORDING, sample_timeline
from tests.local_server import serve_folder
from tests.projects import ROOT

TIMELINE = sample_timeline()
VOTE = citable_event(TIMELINE, WORDING, TIMELINE.event["the-town-votes"])
CITED = Citer(WORDING, Addresses()).cite(VOTE)
PAGE = """\
<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Cite</title><link rel="icon" href="data:,">
{% from "_cite_this.html" import cite_forms %}{{ cite_forms(forms, href) }}"""


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A page with nothing but the forms of a citation."""
    environment = make_environment(read_templates(ROOT), WORDING, ())
    html = environment.from_string(PAGE).render(forms=CITED, href=lambda path: Path(path).name)
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    shutil.copy(ROOT / "static" / "scripts" / "cite.js", tmp_path)
    with serve_folder(tmp_path) as address:
        yield address


@pytest.mark.parametrize("form", ["text", *FORMS])
def test_one_click_copies_a_form(new_page: Callable[..., Page], address: str, form: str):
    """To the last letter, and the page says so."""
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(address)

    page.locator(f"[data-copies='cite-{form}']").click()

    expect(page.locator("output").filter(has_text="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert getattr(CITED, form).rstrip("\n") + "\n" == copied


def test_where_copying_is_forbidden_the_form_is_selected(
    new_page: Callable[..., Page], address: str
):
    """Then the keyboard copies it."""
    page = new_page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(address)

    page.locator("[data-copies='cite-ris']").click()

    expect(page.locator("output").filter(has_text="keyboard")).to_be_visible()
    selected = page.evaluate("getSelection().toString()")
    assert CITED.ris.strip() == selected.strip()


def test_without_scripts_every_form_can_be_read(new_page: Callable[..., Page], address: str):
    """And no button is there that does nothing."""
    page = new_page(java_script_enabled=False)
    page.goto(address)

    expect(page.locator(".cite__copy").first).to_be_hidden()
    for form in ("text", *FORMS):
        expect(page.locator(f"#cite-{form}")).to_be_visible()
        assert getattr(CITED, form).rstrip("\n") == page.locator(f"#cite-{form}").text_content()
