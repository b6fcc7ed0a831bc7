"""A build that would change nothing is answered from memory, and only then."""

from pathlib import Path

import pytest

from builder.unchanged import STATE, forget, look_at_inputs, recall, remember

WORDS = ("build", "--strict")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a site, as a build has left it."""
    for name, text in (("content/a.yaml", "a"), ("templates/a.html", "b"), ("_site/i.html", "c")):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    inputs = look_at_inputs(tmp_path).hash(words(tmp_path))
    remember(tmp_path, inputs, tmp_path / "_site", "Built.", "1 warning.")
    return tmp_path


def words(project: Path) -> tuple[str, ...]:
    """What was typed."""
    return (*WORDS, "--root", str(project))


def test_what_was_said_is_said_again(project: Path):
    """With its warnings."""
    last = recall(words(project))

    assert last is not None
    assert ("Built.\n", "1 warning.\n") == (last.said, last.warned)


@pytest.mark.parametrize(
    "file",
    [
        *("content/a.yaml", "content/new.yaml", "seeds/texts/a.txt", "templates/a.html"),
        *("static/a.css", "_site/i.html", "_site/new.html"),
    ],
)
def test_whatever_changes_is_noticed(project: Path, file: str):
    """In what the site is made from, and in the site itself."""
    (project / file).parent.mkdir(parents=True, exist_ok=True)
    (project / file).write_text("something else", encoding="utf-8")

    assert recall(words(project)) is None


@pytest.mark.parametrize("file", ["content/a.yaml", "_site/i.html"])
def test_whatever_goes_is_noticed(project: Path, file: str):
    """Files that vanish are changes too."""
    (project / file).unlink()

    assert recall(words(project)) is None


def test_other_words_are_another_question(project: Path):
    """With other options the answer may be another."""
    assert recall((*words(project), "--base-url", "/x/")) is None


@pytest.mark.parametrize("texts", [("--texts", "x"), ("--texts=x",), ("--text", "x")])
def test_a_folder_of_texts_may_lie_anywhere(project: Path, texts: tuple[str, ...]):
    """What is in it is not looked at, however it is asked for."""
    asked = (*words(project), *texts)
    remember(project, look_at_inputs(project).hash(asked), project / "_site", "Built.", "")

    assert recall(asked) is None


def test_a_link_that_leads_nowhere_is_a_change(project: Path):
    """It is noticed in the site, and nothing breaks."""
    (project / "_site/link.html").symlink_to("nowhere")

    assert recall(words(project)) is None
    remember(project, look_at_inputs(project).hash(words(project)), project / "_site", "Built.", "")
    assert recall(words(project)) is not None


@pytest.mark.parametrize("state", [b"", b"{}", b"[1]", b"\xff\x00", b'{"inputs": 1}', b"null"])
def test_a_damaged_memory_is_none(project: Path, state: bytes):
    """It is not trusted, and nothing breaks."""
    (project / STATE).write_bytes(state)

    assert recall(words(project)) is None


def test_a_build_that_has_begun_is_no_answer(project: Path):
    """Until it has gone well."""
    forget(project)

    assert recall(words(project)) is None
    forget(project)


def test_where_nothing_can_be_remembered_nothing_breaks(project: Path):
    """The next build takes its time."""
    forget(project)
    (project / STATE).parent.rmdir()
    (project / STATE).parent.write_text("in the way", encoding="utf-8")

    remember(project, look_at_inputs(project).hash(words(project)), project / "_site", "Built.", "")

    assert recall(words(project)) is None
    assert recall(("build", "--root")) is None
