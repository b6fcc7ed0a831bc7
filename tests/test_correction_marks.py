"""What was corrected is marked wherever it is shown, also where it is one of many."""

from xml.etree.ElementTree import Element

import html5lib
import pytest

from builder.rendering.render import Recipes
from builder.reports.diagnostics import has_errors
from builder.site import DEFAULTS, plan_site
from tests.corrected import correction_text
from tests.projects import copy_sample

FIGURE = "corrections.html#correction-lead-of-venn"
EVENT = "corrections.html#correction-night"
RACE = "corrections.html#correction-day"


@pytest.fixture(scope="module")
def recipes(tmp_path_factory: pytest.TempPathFactory) -> Recipes:
    """The sample with one of everything corrected, the event twice."""
    root = copy_sample(tmp_path_factory.mktemp("corrected"), with_templates=True)
    event = {"event": "reeve-concedes", "old": "he", "new": "Reeve"}
    others = (
        {"id": "day", "race": '"1991"'},
        {"id": "name", "person": "tobias-reeve"},
        {"id": "letter", "source": "retold-1991-05-14"},
        {"id": "night-first", "date": "1991-06-30", **event},
        {"id": "night", "date": "1991-07-01", **event},
    )
    texts = [correction_text(), *(correction_text(figure="", **other) for other in others)]
    entries = ("- " + text.rstrip().replace("\n", "\n  ") + "\n" for text in texts)
    (root / "content/corrections.yaml").write_text("".join(entries), encoding="utf-8")
    site = plan_site(root, DEFAULTS)
    assert not has_errors(site.problems)
    return site.recipes


def read(recipes: Recipes, path: str) -> Element:
    """A page, as a browser reads it."""
    page: Element = html5lib.parse(recipes[path](), namespaceHTMLElements=False)
    return page


def words(elements: list[Element]) -> str:
    """The text of the first of elements, on one line."""
    return " ".join("".join(elements[0].itertext()).split())


def headings(entry: Element) -> list[Element]:
    """What an entry is called: its heading, or its first link."""
    return entry.findall(".//h3") or entry.findall(".//a")


def marked(page: Element) -> list[tuple[str, str, str]]:
    """Bridges, entries and rows with a mark: name, target and title."""
    bridges = page.findall(".//div[@class='bridge__piers']")
    return [
        (words(headings(entry)), mark.get("href", ""), mark.get("title", ""))
        for entry in [*bridges, *page.iter("li"), *page.iter("tr")]
        for mark in entry.findall(".//small[@class='correction-mark']/a")
    ]


def boxes(page: Element) -> list[str]:
    """Where the boxes lead that tell a correction in full."""
    links = page.findall(".//div[@class='corrected']/p[@class='corrected__when']/a")
    return [link.get("href", "").rpartition("-")[2] for link in links]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("index.html", [("Mara Venn", RACE), ("Reeve concedes", EVENT)]),
        ("figures.html", [("Mara Venn", FIGURE)]),
        ("races/1991.html", [("Reeve concedes", f"../{EVENT}"), ("Mara Venn", f"../{FIGURE}")]),
        ("known/1991-05-20.html", [("Reeve concedes", f"../{EVENT}")]),
        ("people/tobias-reeve.html", [("Reeve concedes", f"../{EVENT}")]),
        ("kinds/concession.html", [("Reeve concedes", f"../{EVENT}")]),
        ("kinds/speech.html", []),
    ],
)
def test_one_of_many_is_marked(recipes: Recipes, path: str, expected: list[tuple[str, str]]):
    """The corrected bridge, event or figure, nothing else; it leads to the latest correction."""
    assert expected == [(name, href) for name, href, _ in marked(read(recipes, path))]


def test_a_mark_says_when(recipes: Recipes):
    """The day of the latest correction is its title."""
    ((_, _, title),) = marked(read(recipes, "known/1991-05-20.html"))

    assert "Corrected on 1 July 1991" == title


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("events/reeve-concedes.html", ["first", "night"]),
        ("cite/lead-venn.html", ["venn"]),
        ("races/1991.html", ["day"]),
        ("people/tobias-reeve.html", ["name"]),
        ("sources/retold-1991-05-14.html", ["letter"]),
        ("events/venn-speaks.html", []),
        ("people/mara-venn.html", []),
        ("sources/alder-gazette-1991-05-13.html", []),
    ],
)
def test_its_own_page_tells_all_corrections(recipes: Recipes, path: str, expected: list[str]):
    """Of an event, a figure, a race, a person and an article, the earliest first."""
    assert expected == boxes(read(recipes, path))
