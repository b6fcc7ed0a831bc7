"""However many processes make the files, the result is the same."""

import os
from functools import partial

import pytest

from builder.rendering.make import PAYS_FROM, Made, Task, make_each
from builder.rendering.render import Recipes
from builder.rendering.templates import FileMistakeError
from builder.reports.diagnostics import Diagnostic, Place
from tests.whole_sites import make_files

MISTAKE = Diagnostic(Place("templates/a.html", 3), "template-error", "'lamp' is undefined")
WARNING = Diagnostic(Place("search.html"), "no-search", "there is none", "", "warning")
FIRST = os.getpid()
WORKERS = pytest.mark.parametrize("workers", [1, 2])


def break_down(mistake: Diagnostic) -> bytes:
    """A recipe that cannot be followed."""
    raise FileMistakeError(mistake)


def die_elsewhere(content: bytes) -> bytes:
    """A recipe that ends every process but the first."""
    if os.getpid() != FIRST:
        os._exit(9)
    return content


def make_recipes() -> Recipes:
    """Recipes for many files, some of which cannot be made."""
    count = PAYS_FROM + 7
    recipes: Recipes = {f"events/{n}.html": partial(str(n).encode) for n in range(count)}
    recipes |= {f"data/{n}.json": partial(str(n).encode) for n in range(5)}
    recipes |= {f"kinds/{n}.html": partial(break_down, MISTAKE) for n in range(4)}
    return recipes


@pytest.mark.parametrize("workers", [1, 2, 3, 8])
def test_the_files_are_the_same_whoever_makes_them(workers: int):
    """In the order of the recipes, with each mistake told once."""
    recipes = make_recipes()

    files, problems = make_files(recipes, workers)

    assert [path for path in recipes if not path.startswith("kinds/")] == list(files)
    assert b"7" == files["events/7.html"]
    assert [MISTAKE] == problems


def test_the_work_of_a_process_that_dies_is_done_by_the_first():
    """Nothing is lost with it."""
    recipes = make_recipes() | {"events/last.html": partial(die_elsewhere, b"last")}
    recipes |= {"events/very-last.html": partial(die_elsewhere, b"very last")}

    files, _ = make_files(recipes, 2)

    assert (b"last", b"very last") == (files["events/last.html"], files["events/very-last.html"])
    assert make_files(recipes, 1)[0] == files


def test_our_own_mistake_is_not_hidden_in_another_process():
    """It is raised, as it would be without one."""
    recipes = make_recipes()
    recipes |= {f"events/{name}.html": partial(bytes.fromhex, name) for name in ("xx", "yy")}

    with pytest.raises(ValueError, match="non-hexadecimal"):
        make_files(recipes, 2)


# ---- what is done beside


def make_with(
    recipes: Recipes, workers: int, *chores: Task[int]
) -> tuple[dict[str, int], list[Diagnostic]]:
    """The length of each file, and what is wrong."""
    return make_each(recipes, lambda _path, content: len(content), workers, chores)


@WORKERS
def test_the_files_of_chores_come_last(workers: int):
    """In their order, after those of the recipes in theirs."""
    recipes: Recipes = {name: name.encode for name in ("data/b.csv", "index.html", "cards/a.png")}

    made, problems = make_with(recipes, workers, lambda: Made({"z": 1, "a": 2}, {}))

    assert [*recipes, "z", "a"] == list(made)
    assert [len(name) for name in recipes] == [made[name] for name in recipes]
    assert [] == problems


@WORKERS
def test_what_is_wrong_with_a_chore_is_told(workers: int):
    """Whether or not there is a recipe for the file that it is about."""
    assert [WARNING] == make_with({}, workers, lambda: Made({}, {"search.html": WARNING}))[1]


@WORKERS
def test_a_mistake_of_the_page_itself_matters_more(workers: int):
    """A warning about it hides no error."""
    chore: Task[int] = lambda: Made({}, {"search.html": WARNING})  # noqa: E731

    made, problems = make_with(
        {"search.html": partial(break_down, MISTAKE), "index.html": bytes}, workers, chore
    )

    assert {"index.html": 0} == made
    assert [MISTAKE] == problems
