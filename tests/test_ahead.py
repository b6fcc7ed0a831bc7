"""Templates are compiled before anybody asks for a page; nothing else changes by that."""

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from builder.rendering.ahead import compile_templates, compiled_meanwhile
from builder.rendering.templates import Compiled, make_environment, read_templates
from builder.views.wording import Wording, read_wording
from tests.projects import ROOT

GREETING = "templates/greeting.html"


def make_project(root: Path, languages: Iterable[str] = ("en",)) -> Path:
    """A project with a template and the strings of the site in some languages."""
    (root / "templates/strings").mkdir(parents=True)
    for language in languages:
        shutil.copy(ROOT / "templates/strings/en.yaml", root / f"templates/strings/{language}.yaml")
    (root / GREETING).write_text("Hello {{ name }}", encoding="utf-8")
    (root / "templates/broken.html").write_text("{% if %}", encoding="utf-8")
    return root


def wording_of(root: Path) -> Wording:
    """The strings of a project."""
    wording, _ = read_wording(root / "templates", "en")
    assert wording
    return wording


def greet(root: Path, compiled: Compiled) -> str:
    """What the template prints."""
    environment = make_environment(
        read_templates(root), wording_of(root), (), compiled=lambda: compiled
    )
    return environment.get_template("greeting.html").render(name="Mara")


class Watched(Compiled):
    """Says what had to be compiled."""

    def __init__(self, compiled: Compiled) -> None:
        super().__init__(compiled.strings)
        self._codes = compiled._codes
        self.made: list[str] = []

    def dump_bytecode(self, bucket) -> None:
        """Remember it."""
        self.made.append(bucket.key)


def test_what_was_compiled_is_not_compiled_again(tmp_path: Path):
    """Neither is a mistake in another template in its way."""
    root = make_project(tmp_path)

    compiled = Watched(compile_templates(root))

    assert ("Hello Mara", []) == (greet(root, compiled), compiled.made)


def test_what_has_changed_since_is_compiled_again(tmp_path: Path):
    """A template that is saved while the site is built is shown as it was read."""
    root = make_project(tmp_path)
    compiled = Watched(compile_templates(root))

    (root / GREETING).write_text("Bye {{ name }}", encoding="utf-8")

    assert ("Bye Mara", 1) == (greet(root, compiled), len(compiled.made))


def test_other_strings_make_other_templates(tmp_path: Path):
    """They stand in what is compiled."""
    root = make_project(tmp_path)
    compiled = Watched(compile_templates(root))

    with (root / "templates/strings/en.yaml").open("a", encoding="utf-8") as strings:
        strings.write("# changed\n")

    assert compiled.strings != wording_of(root).version
    assert "Hello Mara" == greet(root, compiled)


@pytest.mark.parametrize("languages", [(), ("en", "tr")], ids=["none", "two"])
def test_nobody_guesses_the_language(tmp_path: Path, languages: tuple[str, ...]):
    """Which of several is shown stands in the content."""
    root = make_project(tmp_path, languages)

    assert "" == compile_templates(root).strings


@pytest.mark.parametrize("workers", [1, 2])
def test_however_many_processes_there_are(tmp_path: Path, workers: int):
    """With one, each template is compiled when it is needed."""
    root = make_project(tmp_path)

    with compiled_meanwhile(root, workers) as finish:
        compiled = Watched(finish())

    assert (workers == 1) == ("" == compiled.strings)
    assert "Hello Mara" == greet(root, compiled)


def test_templates_that_cannot_be_read_are_told_of_later(tmp_path: Path):
    """By who asks for them."""
    with compiled_meanwhile(tmp_path / "nowhere", 2) as finish:
        assert "" == finish().strings
