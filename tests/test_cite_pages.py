"""The site and each figure have a page that says how to cite them; the articles are files."""

import json

from builder.pages.cite import BIBLIOGRAPHY, CiteFigure, CiteSite, plan_cite, write_bibliography
from builder.views.addresses import Addresses
from tests.corrected import corrected_timeline
from tests.examples import WORDING, sample_timeline
from tests.references import read_bibtex, read_ris

TIMELINE = corrected_timeline()
PAGES = {plan.path: plan.make() for plan in plan_cite(TIMELINE, WORDING, Addresses())}


def test_the_site_and_every_figure_have_a_page():
    """The site first; a figure's page has the note of its passage."""
    assert ["cite/index.html", *(f"cite/{f.id}.html" for f in TIMELINE.figures)] == list(PAGES)
    assert [1] == [note.number for note in PAGES["cite/share-venn.html"].notes]


def test_the_page_of_the_site_lists_the_files():
    """All that are written."""
    content = PAGES["cite/index.html"].content

    assert isinstance(content, CiteSite)
    assert list(BIBLIOGRAPHY) == [path for path, _ in content.files]


def test_the_page_of_a_figure_says_how_it_was_corrected():
    """And those of others do not."""
    corrected, other = (PAGES[f"cite/{name}.html"].content for name in ("lead-venn", "walkers"))

    assert isinstance(corrected, CiteFigure)
    assert isinstance(other, CiteFigure)
    assert ["lead-of-venn"] == [correction.id for correction in corrected.shown.corrections]
    assert () == other.shown.corrections


def test_the_files_hold_the_same_articles():
    """All of the timeline, in UTF-8; RIS with the line ends of its specification."""
    files = (write_bibliography(path, TIMELINE, WORDING, Addresses()) for path in BIBLIOGRAPHY)
    texts = [data.decode() for data in files]
    ids = [source.id for source in sample_timeline().sources]

    assert ids == list(read_bibtex(texts[0]).entries)
    assert ids == [record["ID"][0] for record in read_ris(texts[1])]
    assert ids == [item["id"] for item in json.loads(texts[2])]
    assert texts[1].count("\n") == texts[1].count("\r\n")
