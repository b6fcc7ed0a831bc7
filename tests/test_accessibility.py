"""axe-core finds no barrier on any kind of page, by day, by night and in forced colours.

Of each template the longest page stands for all. Rules of WCAG 2.0 to 2.2, levels A and AA,
and axe's own best practices.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from builder.pages.page import Plan
from builder.publishing import build
from builder.rendering.render import Recipe
from builder.reports.diagnostics import has_errors
from builder.site import DEFAULTS, plan_site
from tests.examples import made
from tests.local_server import serve_folder
from tests.projects import ROOT, apply_changes, copy_sample
from tests.test_citing_site import CHANGES

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
"""What a change of colours can break: the others need not run again."""
KINDS = sorted(
    {path.name for path in (ROOT / "templates").glob("[!_]*.html")} - {"base.html", "moved.html"}
)
"""A page that has moved leads on at once."""
ARCHIVE = {
    "archive.html": "index.html",
    "chapter.html": "chapters/race-1950.html",
    "embed_chapters.html": "embed/index.html",
    "figure_lists.html": "figures.html",
    "search.html": "search.html?q=person",
}
"""What only a large archive has."""
NewPage = Callable[..., Page]


@pytest.fixture(scope="module")
def town_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the invented town, where something has moved and something is gone."""
    project = copy_sample(tmp_path_factory.mktemp("town"), with_templates=True)
    apply_changes(project, CHANGES)
    assert not has_errors(build(project, project / "_site"))
    with serve_folder(project / "_site") as address:
        yield address


@pytest.fixture(scope="module")
def longest(site_folder: Path, site_url: str, town_url: str, archive_url: str) -> dict[str, str]:
    """The address of the longest page of each template, in our site or else in another one."""
    recipes = plan_site(ROOT, DEFAULTS).recipes.values()
    plans = [
        make.args[0]
        for make in (recipe.make for recipe in recipes if isinstance(recipe, Recipe))
        if isinstance(make, partial) and make.args and isinstance(make.args[0], Plan)
    ]
    pages = sorted(made(plans), key=lambda page: (site_folder / page.path).stat().st_size)
    ours = {page.template: f"{site_url}/{page.path}" for page in pages}
    removed = {"removed.html": f"{town_url}/events/fog-comes-in.html"}
    return {**{kind: f"{archive_url}/{path}" for kind, path in ARCHIVE.items()}, **removed, **ours}


def find_barriers(page: Page, rules: list[str] = RULES, within: str = "html") -> list[str]:
    """What axe-core has against the page as it is now: the rule, the elements, the reason."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    options = {
        "runOnly": {"type": "tag" if rules is RULES else "rule", "values": rules},
        "resultTypes": ["violations"],
    }
    run = "([within, options]) => axe.run(within, options).then((results) => results.violations)"
    found = page.evaluate(run, [within, options])
    return [
        f"{barrier['id']}: {node['target']} {node['failureSummary']}"
        for barrier in found
        for node in barrier["nodes"]
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_has_a_barrier(new_page: NewPage, longest: dict[str, str], kind: str):
    """All rules by day; by night and in forced colours again those of colour."""
    page = new_page(viewport={"width": 1280, "height": 800})
    page.goto(longest[kind])

    found = {"day": find_barriers(page)}
    page.emulate_media(color_scheme="dark")
    found["night"] = find_barriers(page, COLOUR_RULES)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, forced_colors="active")
        found[f"forced, {scheme}"] = find_barriers(page, COLOUR_RULES)

    assert {} == {mode: barriers for mode, barriers in found.items() if barriers}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_opens_has_no_barrier(new_page: NewPage, site_url: str, scheme: str):
    """On a phone: the filters, folded events, the list of years, a note, an empty result."""
    page = new_page(viewport={"width": 390, "height": 844}, color_scheme=scheme)
    page.goto(f"{site_url}/index.html")
    page.locator(".filters__more").click()
    page.locator(".event details").evaluate_all("all => all.forEach((fold) => fold.open = true)")

    rules = RULES if scheme == "light" else COLOUR_RULES
    found = {"unfolded": find_barriers(page, rules)}
    for opener in (".race-navigation__button", "main button[popovertarget^='note-']"):
        page.locator(opener).first.click()
        found[opener] = find_barriers(page, rules, within=":popover-open")
        page.keyboard.press("Escape")
    page.get_by_role("searchbox").fill("zeppelin")
    found["empty"] = find_barriers(page, rules, within=".filters__empty")

    assert {} == {state: barriers for state, barriers in found.items() if barriers}


def test_the_list_of_keys_has_no_barrier(new_page: NewPage, site_url: str):
    """The dialog is named, and its switch too."""
    page = new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{site_url}/index.html")
    page.keyboard.press("?")

    assert [] == find_barriers(page, within="dialog[open]")


def test_barriers_are_found(new_page: NewPage, site_url: str):
    """axe-core is really running: a picture without a text is found, and pale words."""
    page = new_page(bypass_csp=True)  # our pages allow no style of a single element
    page.goto(f"{site_url}/about.html")
    page.evaluate(
        """() => document.querySelector("main").insertAdjacentHTML("beforeend",
            "<img src='data:,'><p style='color: #ccc; background: #fff'>pale</p>")"""
    )

    found = {barrier.partition(":")[0] for barrier in find_barriers(page)}

    assert {"image-alt", "color-contrast"} == found
