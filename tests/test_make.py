"""However many processes make the files, the result is the same."""

import os
from functools import partial

import pytest

from builder.rendering.make import PAYS_FROM
from builder.rendering.render import Recipes
from builder.rendering.templates import FileMistakeError
from builder.reports.diagnostics import Diagnostic, Place
from tests.whole_sites import make_files

MISTAKE = Diagnostic(Place("templates/a.html", 3), "template-error", "'lamp' is undefined")
FIRST = os.getpid()


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
