"""A project's folder -> the whole site, planned: what holds, what is wrong, how files are made.

Takes the project's root and how to build; gives recipes for all files of the site and everything
that is wrong. Law: where there is an error there is no recipe, so nothing wrong is published.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from builder.checks.all_checks import check_timeline
from builder.memory import Memory
from builder.pages.all_pages import plan_pages
from builder.pages.data import plan_data
from builder.pictures.cards import Card, event_card, plan_cards
from builder.reading.project import read_timeline
from builder.reading.timeline import Timeline
from builder.rendering.assets import name_by_content, read_assets
from builder.rendering.citing_exports import citing_recipes
from builder.rendering.exports import data_recipes
from builder.rendering.finding_exports import finding_recipes
from builder.rendering.render import (
    Files,
    Press,
    Recipe,
    Recipes,
    describe_unknown_string,
    page_recipes,
)
from builder.rendering.templates import FOLDER, Compiled, make_environment, read_templates
from builder.reports.diagnostics import Diagnostic, as_errors, has_errors, unreadable
from builder.scale import is_large
from builder.searching.index import make_index
from builder.searching.records import find_records
from builder.views.addresses import Addresses
from builder.views.wording import UnknownStringError, Wording, read_wording


@dataclass(frozen=True)
class Options:
    """How to build: where the articles are, where the site will lie, what is let through."""

    texts: Path | None = None
    base_url: str = "/"
    drafts: bool = False
    """Whether drafts are shown too: in the preview, never in what is published."""
    strict: bool = False
    workers: int = 1
    """Processes that make files at the same time."""
    stable_names: bool = False
    """Whether assets keep their names: in the preview, which swaps style sheets in by name."""
    revision: str = ""
    """What the content's version is called where it is kept, such as a commit of git."""
    compiled: Callable[[], Compiled] = Compiled
    """Gives the templates that were compiled meanwhile."""


DEFAULTS = Options()


@dataclass(frozen=True)
class Site:
    """What was read, what is wrong with it, and how each file of the site is made."""

    timeline: Timeline
    problems: list[Diagnostic]
    recipes: Recipes = field(default_factory=dict)
    shown: Timeline = field(default_factory=Timeline)
    """What the site shows of the timeline: drafts only in the preview."""
    search: Callable[[], tuple[Files, list[Diagnostic]]] = lambda: ({}, [])
    """Makes the files of the search, all at once; nobody knows their names before."""


def plan_site(root: Path, options: Options, memory: Memory | None = None) -> Site:
    """Return the site of a project, without recipes if anything is wrong with it.

    With a *memory* of the project, only what has changed is read and checked again.
    """
    memory = memory or Memory()
    timeline, problems = read_timeline(root, options.texts, memory)
    problems = problems + check_timeline(timeline, memory, options.workers)
    language = timeline.site.language if timeline.site else "en"
    wording, problems_of_wording = read_wording(root / FOLDER, language)
    told = {problem.place.file for problem in problems}  # such as a file that is refused
    problems += [problem for problem in problems_of_wording if problem.place.file not in told]
    problems = as_errors(problems) if options.strict else problems
    if wording is None or has_errors(problems):
        return Site(timeline, problems)
    shown = timeline if options.drafts else timeline.without_drafts()
    try:
        recipes = make_recipes(root, shown, wording, options, memory)
    except UnknownStringError as error:
        return Site(timeline, [*problems, describe_unknown_string(error, wording)])
    except OSError as error:  # a template, style sheet or script
        return Site(timeline, [*problems, describe_unreadable(root, error)])
    return Site(timeline, problems, recipes, shown, partial(make_search, shown, wording))


def make_search(timeline: Timeline, wording: Wording) -> tuple[Files, list[Diagnostic]]:
    """Return the files of the search, if the archive is large, and why there are none."""
    if not is_large(timeline.events):
        return {}, []
    return make_index(find_records(timeline, wording), wording.language)


def make_recipes(
    root: Path, timeline: Timeline, wording: Wording, options: Options, memory: Memory
) -> Recipes:
    """Return how each file of the site is made from what holds."""
    addresses = Addresses(options.base_url)
    data = data_recipes(timeline, wording, addresses)
    data |= citing_recipes(timeline, wording, addresses)
    plans = [*plan_pages(timeline, wording, addresses), plan_data(timeline, wording, data)]
    cards = plan_cards(timeline, wording)
    shown = {event_card(timeline, event): (event,) for event in timeline.events}
    paths = (plan.path for plan in plans)
    environment = make_environment(read_templates(root), wording, paths, memory, options.compiled)
    assets = read_assets(root / "static", is_large=is_large(timeline.events))
    names = {} if options.stable_names else name_by_content(assets)
    press = Press(root, environment, timeline, wording, addresses, names)
    return {
        **{names.get(path, path): Recipe(partial(bytes, it), ()) for path, it in assets.items()},
        **page_recipes(plans, press),
        **data,
        **finding_recipes(timeline, addresses, (plan.path for plan in plans)),
        **{it.path: Recipe(partial(draw, it), shown.get(it.path, ())) for it in cards},
    }


def draw(card: Card) -> bytes:
    """Return a card as PNG."""
    # What draws takes long to import: only processes that draw wait for it.
    from builder.pictures.drawing import draw_card

    return draw_card(card)


def describe_unreadable(root: Path, error: OSError) -> Diagnostic:
    """Return the complaint about a file that is there and cannot be read."""
    path = Path(str(error.filename or root))
    file = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
    return unreadable(file, error)
