"""What is typed into content stands on the pages as text; nothing of it runs, fetches or opens.

A site is made of the sample with hostile strings in every text field, and once more with plain
words: in a browser, its pages hold the same elements and the strings themselves.
"""

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from pydantic import TypeAdapter, ValidationError

from builder.memory import Memory
from builder.models.fields import Url
from builder.site import Options, make_recipes
from builder.text.located_yaml import parse_yaml
from builder.views.wording import Wording, read_wording
from tests.examples import sample_timeline
from tests.hostile.filling import Filler, fill_timeline
from tests.hostile.strings import EVIL, RUN, SCHEMES, TEXTS, UNREADABLE
from tests.local_server import serve_folder
from tests.projects import ROOT
from tests.soak import times
from tests.whole_sites import make_files

ADDRESS = "https://alder.example/"
Files = dict[str, bytes]
Looks = dict[str, dict[str, Any]]
"""What a browser makes of pages, by their paths."""

# What a browser made of a page: its elements that can act, its links, its words.
LOOK = """() => {
  for (const details of document.querySelectorAll('details')) details.open = true;
  for (const popover of document.querySelectorAll('[popover]')) popover.showPopover();
  const field = document.querySelector('input[type=search]');
  if (field) { field.value = 'a'; field.dispatchEvent(new Event('input', {bubbles: true})); }
  const acting = 'script,style,template,iframe,object,embed,base,form,meta,link,'
    + 'img,svg,video,audio';
  const count = {};
  for (const element of document.querySelectorAll(acting))
    count[element.localName] = (count[element.localName] || 0) + 1;
  const all = [...document.querySelectorAll('*')];
  const words = document.body.cloneNode(true);
  for (const hidden of words.querySelectorAll('script,style')) hidden.remove();
  return {
    count, ran: window.__ran,
    handlers: all.flatMap(e => e.getAttributeNames()).filter(name => name.startsWith('on')),
    schemes: [...new Set([...document.links].map(link => link.protocol))],
    text: words.textContent + ' ' + document.title,
  };
}"""


def real_wording() -> Wording:
    """The words of the interface."""
    wording, problems = read_wording(ROOT / "templates", "en")
    assert wording is not None, problems
    return wording


def make_site(filler: Filler, wording: Wording, base_url: str = ADDRESS) -> Files:
    """The files of the sample's site with strings in all its texts."""
    timeline = fill_timeline(sample_timeline().without_drafts(), filler)
    options = Options(base_url=base_url)
    files, problems = make_files(make_recipes(ROOT, timeline, wording, options, Memory()))
    assert [] == problems
    return files


@cache
def hostile_site(start: int) -> tuple[Files, Filler]:
    """A site whose first field gets the strings from the one numbered *start* on."""
    filler = Filler(TEXTS[start:] + TEXTS[:start])
    return make_site(filler, real_wording()), filler


@cache
def plain_site() -> Files:
    """The same site with plain words."""
    return make_site(Filler(("plain", "words")), real_wording())


def hostile_wording() -> Wording:
    """The interface with hostile strings in each of its words."""
    strings = iter(TEXTS * 20)

    def spoil(said: Any) -> Any:
        if not isinstance(said, str):
            return {form: spoil(text) for form, text in said.items()}
        return f"{said} {next(strings).replace('{', '{{').replace('}', '}}')}"

    wording = real_wording()
    spoilt = {key: spoil(said) for key, said in wording.strings.items() if key != "locale"}
    return Wording(wording.language, wording.locale, {**wording.strings, **spoilt}, "spoilt")


def look_at_pages(page: Page, files: Files, folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """What a browser makes of each page, by its path."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    with serve_folder(folder) as address:
        for name in sorted(files):
            # A page that has moved on would be looked at twice.
            if name.endswith(".html") and b'http-equiv="refresh"' not in files[name]:
                page.goto(f"{address}/{name}")
                yield name, page.evaluate(LOOK)
        page.wait_for_load_state("networkidle")  # before the server goes


@pytest.fixture
def watched(new_page: Callable[..., Page], problems: list[str]) -> Page:
    """A page on which a dialog, too, is a problem."""
    page = new_page()

    def refuse(dialog: Any) -> None:
        problems.append(f"a dialog opened: {dialog.message}")
        dialog.dismiss()

    page.on("dialog", refuse)
    page.on("popup", lambda _: problems.append("a window opened"))
    page.on("download", lambda _: problems.append("something was downloaded"))
    return page


@pytest.fixture(scope="module")
def plain(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Looks:
    """What a browser makes of the pages with plain words."""
    page = browser.new_page()
    found = dict(look_at_pages(page, plain_site(), tmp_path_factory.mktemp("plain")))
    page.close()
    return found


def fold(text: str) -> str:
    """Text as a browser shows it: white space does not count."""
    return " ".join(text.split())


def assert_inert(found: dict[str, Any], plain: dict[str, Any], name: str) -> None:
    """Nothing on a page acts that does not act on the page of plain words."""
    assert found["ran"] is None, name
    assert [] == found["handlers"], name
    assert {"http:", "https:", "mailto:"} >= set(found["schemes"]), name
    assert plain["count"] == found["count"], name


def test_there_are_enough_strings():
    """More than three hundred, each only once or twice."""
    assert len(set(TEXTS)) >= 300


@pytest.mark.parametrize("start", range(0, times(1) * 97, 97))
def test_what_is_typed_stands_there_as_text(
    watched: Page, plain: Looks, tmp_path: Path, start: int
):
    """On every page, in every field; what is shown anywhere is shown whole."""
    files, filler = hostile_site(start % len(TEXTS))
    shown: list[str] = []

    for name, found in look_at_pages(watched, files, tmp_path / "hostile"):
        assert_inert(found, plain[name], name)
        shown.append(fold(found["text"]))

    everything = "\n".join(shown)
    marks = [mark for mark in filler.placed if mark in everything]
    assert [] == [mark for mark in marks if fold(filler.placed[mark]) not in everything]
    assert len(marks) > 45, f"too few fields are shown: {marks}"


def test_words_of_the_interface_are_text_too(watched: Page, plain: Looks, tmp_path: Path):
    """Whoever translates the strings file cannot make a page act."""
    files = make_site(Filler(("plain", "words")), hostile_wording())

    for name, found in look_at_pages(watched, files, tmp_path / "hostile"):
        assert_inert(found, plain[name], name)


@pytest.mark.parametrize(
    "base_url",
    [
        f'https://alder.example/"><script>{RUN}</script>/',
        f"https://alder.example/'onload={RUN} x='/",
        "https://alder.example/{{7*7}}/</script>/",
    ],
)
def test_an_address_cannot_break_out(watched: Page, plain: Looks, tmp_path: Path, base_url: str):
    """What follows --base-url stands in attributes and in JSON."""
    files = make_site(Filler(("plain", "words")), real_wording(), base_url)
    kept = {name: files[name] for name in ("index.html", "events/reeve-concedes.html")}
    kept |= {name: data for name, data in files.items() if name.startswith("static/")}

    for name, found in look_at_pages(watched, kept, tmp_path / "hostile"):
        assert_inert(found, plain[name], name)


@pytest.mark.parametrize("address", [*SCHEMES, f'{EVIL}/"onload=a', f"{EVIL}/ x", f"{EVIL}/<a>"])
def test_only_addresses_of_the_web_are_taken(address: str):
    """A link to anything else is refused before it can be shown."""
    try:
        is_taken = TypeAdapter(Url).validate_python(address) == address
    except ValidationError:
        is_taken = False

    assert is_taken == (address.startswith("https://") and not set('"<> ') & set(address))


def test_cards_are_drawn_of_anything():
    """They are pictures, whatever is written on them."""
    files, _ = hostile_site(0)
    cards = [content for name, content in files.items() if name.startswith("cards/")]

    assert cards
    assert all(card.startswith(b"\x89PNG\r\n") for card in cards)


@pytest.mark.parametrize("character", UNREADABLE, ids=lambda character: f"{ord(character):04x}")
def test_what_nobody_can_see_is_refused(character: str):
    """Bidirectional controls, characters without width, and whatever is no text."""
    from builder.reports.diagnostics import Place

    for typed in (
        f"title: a{character}b\n".encode(),
        b"title: " + json.dumps(f"a{character}b").encode(),
    ):
        _, problems = parse_yaml("content/site.yaml", typed)
        assert {"content/site.yaml"} == {problem.place.file for problem in problems}, typed
        assert isinstance(problems[0].place, Place)
