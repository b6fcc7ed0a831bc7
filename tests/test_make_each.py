"""Files are made by as many processes as there are, and what is done beside belongs to them."""

import pytest

from builder.rendering.make import Chore, Made, make_each
from builder.rendering.render import Recipes
from builder.rendering.templates import FileMistakeError
from builder.reports.diagnostics import Diagnostic, Place

WARNING = Diagnostic(Place("search.html"), "no-search", "there is none", "", "warning")
MISTAKE = Diagnostic(Place("templates/search.html"), "template-error", "no such name")
WORKERS = pytest.mark.parametrize("workers", [1, 2])


def fail() -> bytes:
    """A recipe whose template has a mistake."""
    raise FileMistakeError(MISTAKE)


def make(
    recipes: Recipes, workers: int, *chores: Chore[int]
) -> tuple[dict[str, int], list[Diagnostic]]:
    """The length of each file, and what is wrong."""
    return make_each(recipes, lambda _path, content: len(content), workers, chores)


@WORKERS
def test_the_files_of_chores_come_last(workers: int):
    """In their order, after those of the recipes in theirs."""
    recipes: Recipes = {name: name.encode for name in ("data/b.csv", "index.html", "cards/a.png")}

    made, problems = make(recipes, workers, lambda: Made({"z": 1, "a": 2}, {}))

    assert [*recipes, "z", "a"] == list(made)
    assert [len(name) for name in recipes] == [made[name] for name in recipes]
    assert [] == problems


@WORKERS
def test_what_is_wrong_with_a_chore_is_told(workers: int):
    """Whether or not there is a recipe for the file that it is about."""
    assert [WARNING] == make({}, workers, lambda: Made({}, {"search.html": WARNING}))[1]


@WORKERS
def test_a_mistake_of_the_page_itself_matters_more(workers: int):
    """A warning about it hides no error."""
    chore: Chore[int] = lambda: Made({}, {"search.html": WARNING})  # noqa: E731

    made, problems = make({"search.html": fail, "index.html": bytes}, workers, chore)

    assert {"index.html": 0} == made
    assert [MISTAKE] == problems
