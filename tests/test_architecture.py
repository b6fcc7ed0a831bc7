"""The map is true: modules import leftwards, files stay small, the door runs the stages."""

import ast
import re
from pathlib import Path

import pytest

import builder

ROOT = Path(__file__).parent.parent
MODULES = re.findall(r"^    (\w+) {2,}\S", builder.__doc__ or "", re.MULTILINE)
FILES = sorted((ROOT / "builder").glob("*.py"))


def imported_modules(path: Path) -> set[str]:
    """The builder's modules that a file imports."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    names = (node.module or "" for node in nodes if isinstance(node, ast.ImportFrom))
    return {name.removeprefix("builder.") for name in names if name.startswith("builder.")}


def test_the_map_names_every_module():
    """No module is missing from the docstring of builder/__init__.py, and none is made up."""
    assert [path.stem for path in FILES if path.stem != "__init__"] == sorted(MODULES)


@pytest.mark.parametrize("name", MODULES)
def test_a_module_imports_only_from_those_above_it(name: str):
    """Data flows one way."""
    above = set(MODULES[: MODULES.index(name)])

    assert imported_modules(ROOT / "builder" / f"{name}.py") <= above


@pytest.mark.parametrize("path", [*FILES, ROOT / "build.py"], ids=lambda path: path.name)
def test_a_file_has_at_most_300_lines(path: Path):
    """A file that needs more holds two ideas."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_function_has_at_most_30_lines(path: Path):
    """Pieces are small enough to be read at one glance; the docstring is not counted."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    long: dict[str, int] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            lines = (node.end_lineno or 0) - node.body[ast.get_docstring(node) is not None].lineno
            long |= {node.name: lines} if lines > 30 else {}

    assert {} == long


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_engine_knows_no_city(path: Path):
    """Names, parties and wording live in content, seeds and templates."""
    text = path.read_text(encoding="utf-8").casefold()

    assert not re.search(r"istanbul|imamo|erdo[gğ]|turk(?!ish)|\bakp\b|\bchp\b", text)


def test_the_folder_holds_no_article():
    """The articles' text is other people's and never enters the project."""
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()

    assert "seeds/texts/" in ignored or "/seeds/texts/" in ignored
    assert [] == list((ROOT / "seeds").glob("*.txt"))
