"""The real site as a whole: links, reach, evidence on the page, and nobody else's text.

Read from the built files with a strict HTML5 parser; test_browser.py opens them in Chromium.
"""

import re
from collections import deque
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest

from builder.checks.evidence import CopyFinder
from builder.publishing import build
from builder.reading.fingerprints import Fingerprint
from builder.reading.project import read_timeline
from builder.reading.timeline import Timeline
from builder.site import Options
from builder.text.markup import split_sentences
from builder.text.words import MONTHS, fold_exact
from tests.projects import ROOT, copy_sample

TIMELINE, _ = read_timeline(ROOT)
HOST = "http://site.invalid/"
REFERENCES = ("popovertarget", "aria-labelledby", "aria-describedby", "aria-controls", "for")
"""Attributes that name ids of their own page."""


@cache
def parse(path: Path) -> Element:
    """The tree of a page; a parse error of HTML5 raises."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Element = parser.parse(path.read_text(encoding="utf-8"))
    return tree


def pages_of(folder: Path) -> dict[str, Element]:
    """Every page of a site by its path."""
    return {path.relative_to(folder).as_posix(): parse(path) for path in folder.rglob("*.html")}


def ids_of(tree: Element) -> list[str]:
    """All ids of a page, in order."""
    return [element.attrib["id"] for element in tree.iter() if "id" in element.attrib]


def links_of(path: str, tree: Element) -> list[tuple[str, str]]:
    """Where the links of a page lead inside the site: the page's path and the fragment."""
    found = []
    for element in tree.iter():
        for name in ("href", "src"):
            target = urlsplit(urljoin(HOST + path, element.attrib.get(name, "#")))
            if name in element.attrib and target.netloc == urlsplit(HOST).netloc:
                found.append((unquote(target.path.lstrip("/")) or "index.html", target.fragment))
        for name in REFERENCES:
            found += [(path, fragment) for fragment in element.attrib.get(name, "").split()]
    return [(target + "index.html" if target.endswith("/") else target, f) for target, f in found]


def notes_of(tree: Element) -> dict[str, Element]:
    """The notes of a page by their id."""
    return {e.attrib["id"]: e for e in tree.iter() if e.attrib.get("id", "").startswith("note-")}


def text_of(tree: Element) -> str:
    """The words of a page, without scripts and styles."""
    for element in tree.iter():
        if element.tag in ("script", "style"):
            element.text = ""
    return " ".join(" ".join(tree.itertext()).split())


def test_every_page_is_valid_html5(site_folder: Path):
    """No page has a parse error, a repeated id, or anything but one h1 and one main."""
    for path, tree in pages_of(site_folder).items():
        assert len(ids_of(tree)) == len(set(ids_of(tree))), path
        assert 1 == len(list(tree.iter("h1"))) == len(list(tree.iter("main"))), path
        assert "en" == tree.attrib["lang"], path


def test_every_internal_link_and_anchor_resolves(site_folder: Path):
    """No link, popover or label leads to a page or an anchor that is not there."""
    pages = pages_of(site_folder)
    ids = {path: {*ids_of(tree)} for path, tree in pages.items()}
    broken = [
        (path, target, fragment)
        for path, tree in pages.items()
        for target, fragment in links_of(path, tree)
        if not (site_folder / target).is_file() or (fragment and fragment not in ids[target])
    ]

    assert [] == broken


def test_every_page_reaches_every_other(site_folder: Path):
    """From any page a reader can follow links to all others (nobody links to the 404 page)."""
    pages = pages_of(site_folder)
    linked = {path: {target for target, _ in links_of(path, tree)} for path, tree in pages.items()}
    for start in pages:
        reached, queue = {start}, deque([start])
        while queue:
            fresh = (linked[queue.popleft()] & pages.keys()) - reached
            reached |= fresh
            queue.extend(fresh)
        assert set(pages) - {"404.html"} <= reached, start


def test_no_page_asks_for_anything_elsewhere(site_folder: Path):
    """Links may lead away; nothing is loaded from elsewhere."""
    loading = re.compile(r"(?:src|srcset|data|poster|action)=\"?(?:https?:)?//", re.IGNORECASE)
    for path in site_folder.rglob("*"):
        if path.suffix in (".html", ".css", ".js", ".svg"):
            text = path.read_text(encoding="utf-8")
            assert not loading.search(text), path
            assert not re.search(r"@import|url\(\s*['\"]?(?:https?:)?//", text), path


def test_every_event_stands_on_the_home_page_and_has_a_page(site_folder: Path):
    """No published event is missing, and each stands once in the timeline."""
    home = ids_of(parse(site_folder / "index.html"))

    for event in TIMELINE.events:
        assert f"event-{event.id}" in home
        assert (site_folder / f"events/{event.id}.html").is_file()


def test_every_citation_has_a_marker_a_note_and_a_passage(site_folder: Path):
    """On an event's page each citation is a marker, its note names the passage and leads there."""
    for event in TIMELINE.events:
        tree = parse(site_folder / f"events/{event.id}.html")
        targets = {e.attrib.get("popovertarget", "") for e in tree.iter("button")}
        notes = notes_of(tree)
        assert set(notes) <= targets, event.id
        bodies = {name: fold_exact(" ".join(note.itertext())) for name, note in notes.items()}
        links = [e.attrib["href"] for note in notes.values() for e in note.iter("a")]
        for citation in event.citations:
            wanted = f"{citation.source}.html#passage-{citation.passage}"
            assert any(link.endswith(wanted) for link in links), (event.id, citation.id)
            quotation = fold_exact(citation.quotation or "")
            assert any(quotation in body for body in bodies.values()), (event.id, citation.id)


def test_every_passage_shows_who_cites_it(site_folder: Path):
    """On a source's page each passage links back to every event that cites it."""
    for source in TIMELINE.sources:
        tree = parse(site_folder / f"sources/{source.id}.html")
        passages = {e.attrib["id"]: e for e in tree.iter() if "id" in e.attrib}
        for event in TIMELINE.events:
            for citation in event.citations:
                if citation.source == source.id:
                    links = passages[f"passage-{citation.passage}"].iter("a")
                    assert any(a.attrib["href"].endswith(f"events/{event.id}.html") for a in links)


def test_exact_addresses_are_linked_with_a_text_fragment(site_folder: Path):
    """A quoted passage of an exact address leads to its words; others to no invented place."""
    for source in TIMELINE.sources:
        html = (site_folder / f"sources/{source.id}.html").read_text(encoding="utf-8")
        has_fragment = f"{source.address.url}#:~:text=" in html
        assert has_fragment is (source.address.certainty == "exact"), source.id


def test_words_of_translations_are_marked(site_folder: Path):
    """Wherever a note quotes a translated article, it says so beside the words."""
    translated = {source.id for source in TIMELINE.sources if source.is_translation}
    counted = 0
    for path, tree in pages_of(site_folder).items():
        for name, note in notes_of(tree).items():
            links = " ".join(a.attrib.get("href", "") for a in note.iter("a"))
            is_quoted = any(True for _ in note.iter("q")) or any(
                True for _ in note.iter("blockquote")
            )
            if is_quoted and any(source in links for source in translated):
                counted += 1
                words = " ".join(" ".join(note.itertext()).split())
                assert "as translated in this article" in words, (path, name)

    assert counted > 20


def test_no_page_holds_an_articles_text(site_folder: Path):
    """Quotations aside, no page has eight words in a row of an article."""
    names = [item.name for item in TIMELINE.named] + [p.short_name for p in TIMELINE.parties]
    names += [variant.form for variant in TIMELINE.variants()]
    finder = CopyFinder(TIMELINE.fingerprints.values(), names)
    quotations = {fold_exact(c.quotation) for _, c in TIMELINE.citations() if c.quotation}
    for path, tree in pages_of(site_folder).items():
        text = fold_exact(text_of(tree))
        for quotation in sorted(quotations, key=len, reverse=True):
            text = text.replace(quotation, " ¶ ")
        for part in text.split("¶"):
            assert finder.find(part) is None, path


def test_the_fingerprints_hold_no_words(tmp_path: Path):
    """A committed fingerprint is numbers and hashes; no word of an article can be read in it."""
    for name in TIMELINE.fingerprints:
        text = (ROOT / f"seeds/fingerprints/{name}.json").read_text(encoding="utf-8")
        words = set(re.findall(r"[^\W\d_]{3,}", re.sub(r"\b[0-9a-f]{12,64}\b", "", text)))
        keys = {"format", "source", "salt", "recounted", "passages", "number", "words", "numbers"}
        keys |= {"sha", "exact", "loose", "million", *re.findall(r"[^\W\d_]+", name)}
        assert words <= keys | set(MONTHS), name


@pytest.mark.parametrize("base_url", ["/", "/a/sub/path/", "https://example.org/counts/"])
def test_a_second_city_builds_with_the_same_engine(tmp_path: Path, base_url: str):
    """An invented town with its own articles and events becomes a whole site."""
    project = copy_sample(tmp_path / "project", with_templates=True)
    out = tmp_path / "site"

    problems = build(project, out, Options(project / "articles", base_url))

    assert [] == [p for p in problems if p.severity == "error"]
    pages = pages_of(out)
    assert "Port Alder counts" in text_of(pages["index.html"])
    assert "Istanbul" not in " ".join(text_of(tree) for tree in pages.values())
    assert "events/plans-of-the-mayor.html" not in pages
    missing = [
        (path, target)
        for path, tree in pages.items()
        for target, _ in links_of(path, tree)
        if path != "404.html" and not (out / target).is_file()
    ]
    assert [] == missing


def test_every_sentence_on_the_page_is_a_sentence_of_the_content(site_folder: Path):
    """What an event's page says is what the content says, word for word."""
    timeline: Timeline = TIMELINE
    fingerprints: dict[str, Fingerprint] = timeline.fingerprints
    assert fingerprints
    for event in timeline.events:
        shown = text_of(parse(site_folder / f"events/{event.id}.html"))
        shown = re.sub(r"\s*(?:\d+\s+)+(?=\S)", " ", shown)
        for sentence in split_sentences(event.body):
            first = re.split(r"\s*[\d“”,]", " ".join(sentence.text.split()))[0]
            assert first in shown, (event.id, sentence.text)


def test_the_language_switch_appears_with_a_second_language(tmp_path: Path, site_folder: Path):
    """With one language there is nothing to switch; with a second, every full page leads there."""
    project = copy_sample(tmp_path / "project", with_templates=True)
    site = project / "content/site.yaml"
    edition = "editions:\n  - {language: fr, name: Français, url: https://fr.example/}\n"
    site.write_text(site.read_text(encoding="utf-8") + edition, encoding="utf-8")

    build(project, tmp_path / "site")

    for path, tree in pages_of(tmp_path / "site").items():
        links = [a for a in tree.iter("a") if a.attrib.get("hreflang") == "fr"]
        wanted = [] if path.startswith("embed/") else ["https://fr.example/"]
        assert wanted == [a.attrib["href"] for a in links], path
    assert "hreflang" not in (site_folder / "index.html").read_text(encoding="utf-8")
