"""What is said for programs, corrections, and former addresses, on the pages of a whole site."""

import json
import re
from pathlib import Path

import pytest

from builder.publishing import build
from builder.rendering.assets import read_assets
from builder.site import Options
from tests.projects import apply_changes, copy_sample

BASE = "https://example.org/votes/"
CHANGES = (
    {
        "file": "content/corrections.yaml",
        "text": "- id: night\n  date: 1991-07-01\n  event: reeve-concedes\n  old: <b>he</b>\n"
        "  new: Reeve\n  why: It was not clear who.\n",
    },
    {"file": "content/retired.yaml", "text": "- id: fog-comes-in\n  reason: No article has it.\n"},
    {
        "file": "content/events/1991.yaml",
        "old": "- id: venn-speaks\n",
        "new": "- id: venn-speaks\n  aliases: [venn-talks]\n",
    },
)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the invented town, with a correction, a moved event and a removed one."""
    project = copy_sample(tmp_path_factory.mktemp("town"), with_templates=True)
    apply_changes(project, CHANGES)
    site = project / "_site"
    problems = build(project, site, Options(base_url=BASE))
    assert [] == [problem for problem in problems if problem.severity == "error"]
    return site


def read(town: Path, path: str) -> str:
    """The HTML of a page."""
    return (town / path).read_text(encoding="utf-8")


def test_what_was_corrected_is_marked_and_leads_to_the_correction(town: Path):
    """Old and new stand there, escaped; other events have no mark."""
    page = read(town, "events/reeve-concedes.html")

    assert 'href="../corrections.html#correction-night"' in page
    assert "Corrected on 1 July 1991" in page
    assert "&lt;b&gt;he&lt;/b&gt;" in page
    assert 'id="correction-night"' in read(town, "corrections.html")
    assert 'class="corrected"' not in read(town, "events/venn-speaks.html")


def test_a_former_address_leads_on_without_scripts(town: Path):
    """By refresh, by a plain link, and by the canonical address."""
    page = read(town, "events/venn-talks.html")

    assert '<meta http-equiv="refresh" content="0; url=venn-speaks.html">' in page
    assert '<a href="venn-speaks.html">' in page
    assert [f"{BASE}events/venn-speaks.html"] == re.findall(r'rel="canonical" href="(.*?)"', page)


def test_a_removed_event_says_why(town: Path):
    """Instead of a page that says nothing is there."""
    assert "No article has it." in read(town, "events/fog-comes-in.html")


def test_every_event_and_figure_can_be_cited_where_it_stands(town: Path):
    """The timeline itself stays light: it has none of the forms."""
    for path in (town / "events").glob("*.html"):
        is_living = path.stem not in ("venn-talks", "fog-comes-in")
        assert is_living == ('id="cite-bibtex"' in path.read_text(encoding="utf-8")), path.name
    figures = read(town, "figures.html")
    for path in (town / "cite").glob("*.html"):
        assert path.stem == "index" or f'href="cite/{path.name}"' in figures
    assert 'id="cite-bibtex"' not in read(town, "index.html")


def test_every_page_says_for_programs_what_it_is(town: Path):
    """One script each, which no text can end; former addresses and light pages have none."""
    for path in town.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
        is_light = "embed" in path.relative_to(town).parts
        silent = is_light or path.stem in ("404", "venn-talks", "fog-comes-in")
        assert (0 if silent else 1) == len(scripts), path.name
        for script in scripts:
            assert "https://schema.org" == json.loads(script)["@context"]


def test_the_styles_of_these_pages_are_not_those_of_the_timeline(town: Path):
    """A first visit does not carry them."""
    assert b".cite__form" not in read_assets(town.parent / "static")["static/style.css"]
