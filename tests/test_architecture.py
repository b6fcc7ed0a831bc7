"""The map is true: modules import leftwards, files stay small, the door runs the stages."""

import ast
import re
from pathlib import Path

import pytest

import builder

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "builder").rglob("*.py"))
SOURCES = [path for path in FILES if path.name != "__init__.py"]


def name_of(path: Path) -> str:
    """The dotted name of a module, without that of the package around all of them."""
    return ".".join(path.relative_to(ROOT / "builder").with_suffix("").parts)


def listed_in(docstring: str | None) -> list[str]:
    """The names that a map lists, in its order."""
    return re.findall(r"^    (\w+/?) {2,}\S", docstring or "", re.MULTILINE)


def read_map() -> list[str]:
    """Every module in the order of the maps: that of the package, and those of its parts."""
    modules = []
    for name in listed_in(builder.__doc__):
        package = name.removesuffix("/")
        if package == name:
            modules.append(name)
            continue
        text = (ROOT / "builder" / package / "__init__.py").read_text(encoding="utf-8")
        own = listed_in(ast.get_docstring(ast.parse(text), clean=False))
        modules += [f"{package}.{module}" for module in own]
    return modules


MODULES = read_map()


def imported_modules(path: Path) -> set[str]:
    """The builder's modules that a file imports."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    names = (node.module or "" for node in nodes if isinstance(node, ast.ImportFrom))
    return {name.removeprefix("builder.") for name in names if name.startswith("builder.")}


def test_the_maps_name_every_module():
    """No module is missing from the maps, and none is made up."""
    assert sorted(map(name_of, SOURCES)) == sorted(MODULES)


@pytest.mark.parametrize("name", MODULES)
def test_a_module_imports_only_from_those_above_it(name: str):
    """Data flows one way."""
    above = set(MODULES[: MODULES.index(name)])

    assert imported_modules(ROOT / "builder" / f"{name.replace('.', '/')}.py") <= above


@pytest.mark.parametrize(
    "path", [*FILES, ROOT / "build.py"], ids=lambda path: "/".join(path.parts[-2:])
)
def test_a_file_has_at_most_300_lines(path: Path):
    """A file that needs more holds two ideas."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_function_has_at_most_30_lines(path: Path):
    """Pieces are small enough to be read at one glance; the docstring is not counted."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    long: dict[str, int] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            lines = (node.end_lineno or 0) - node.body[ast.get_docstring(node) is not None].lineno
            long |= {node.name: lines} if lines > 30 else {}

    assert {} == long


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_the_engine_knows_no_city(path: Path):
    """Names, parties and wording live in content, seeds and templates."""
    text = path.read_text(encoding="utf-8").casefold()

    assert not re.search(r"istanbul|imamo|erdo[gğ]|turk(?!ish)|\bakp\b|\bchp\b", text)


def test_the_folder_holds_no_article():
    """The articles' text is other people's and never enters the project."""
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()

    assert "seeds/texts/" in ignored or "/seeds/texts/" in ignored
    assert [] == list((ROOT / "seeds").glob("*.txt"))
