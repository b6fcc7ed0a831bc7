"""The pages that say how the site and each figure are cited, and the files of all articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from builder.citing.bibliography import article_entries
from builder.citing.entries import Citable, CiteForms, Citer, citable_figure, citable_site
from builder.citing.forms import (
    BIBLATEX_HEAD,
    make_forms,
    to_biblatex,
    to_csl,
    to_ris,
    with_dos_line_ends,
)
from builder.pages.page import Page, Plan
from builder.reading.timeline import Timeline
from builder.views.addresses import Addresses
from builder.views.views import Notebook, ShownFigure
from builder.views.wording import Wording

BIBLIOGRAPHY = {
    "data/sources.bib": "cite.bibtex",
    "data/sources.ris": "cite.ris",
    "data/sources.csl.json": "cite.csl",
}
"""The files of ``write_bibliography``, each with the key of its name in the strings."""


@dataclass(frozen=True)
class CiteSite:
    """How the site is cited, and where all articles are as files."""

    forms: CiteForms
    files: tuple[tuple[str, str], ...]
    """The path of each file, and the key of its name in the strings."""


@dataclass(frozen=True)
class CiteFigure:
    """A figure, and how it is cited."""

    shown: ShownFigure
    citable: Citable
    forms: CiteForms


def cite_figure_path(figure_id: str) -> str:
    """Return the page that says how a figure is cited."""
    return f"cite/{figure_id}.html"


def plan_cite(timeline: Timeline, wording: Wording, addresses: Addresses) -> Iterator[Plan]:
    """Yield the page on citing the site, and one for each figure."""
    citer = Citer(wording, addresses)
    yield Plan("cite/index.html", partial(_make_index, timeline, citer))
    for figure in timeline.figures:
        make = partial(_make_figure, timeline, citer, figure.id)
        yield Plan(cite_figure_path(figure.id), make, shows=())


def _make_index(timeline: Timeline, citer: Citer) -> Page:
    wording, forms = citer.wording, citer.cite(citable_site(timeline))
    content = CiteSite(forms, tuple(BIBLIOGRAPHY.items()))
    title, intro = wording.say("cite.site-title"), wording.say("cite.site-intro")
    return Page("cite/index.html", "cite.html", title, intro, content)


def _make_figure(timeline: Timeline, citer: Citer, name: str) -> Page:
    wording, path = citer.wording, cite_figure_path(name)
    notebook = Notebook(timeline, wording, path)
    shown = notebook.figure(timeline.figure[name])
    citable = citable_figure(timeline, wording, shown.figure)
    content = CiteFigure(shown, citable, citer.cite(citable))
    intro = wording.say(
        "cite.figure-intro",
        status=wording.say(f"status.{shown.figure.status}"),
        when=shown.when.text,
        origin=shown.origin,
    )
    title = wording.say("cite.figure-title", figure=citable.title)
    return Page(path, "cite_figure.html", title, intro, content, notebook.notes)


def write_bibliography(
    path: str, timeline: Timeline, wording: Wording, addresses: Addresses
) -> bytes:
    """Return all articles as the file of ``BIBLIOGRAPHY`` at *path*, in UTF-8."""
    entries = list(map(make_forms, article_entries(timeline, wording, addresses)))
    if path.endswith(".bib"):
        return (BIBLATEX_HEAD + to_biblatex(entries)).encode()
    if path.endswith(".ris"):
        return with_dos_line_ends(to_ris(entries)).encode()
    return to_csl(entries).encode()
