"""What is remembered of the last site saves time and changes no byte."""

import re
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from builder.hosting.complete_site import make_site
from builder.last_site import STATE
from builder.memory import Memory, read_memory
from builder.publishing import MEMORY, build
from builder.rendering.make import Keep, make_each
from builder.rendering.render import Recipes
from builder.reports.diagnostics import Diagnostic, has_errors
from builder.site import DEFAULTS, Options, Site, plan_site
from builder.unchanged import hash_program
from builder.write import replace_site
from tests.corpus import write_corpus
from tests.projects import ARTICLES, copy_project, copy_sample, copy_templates
from tests.soak import SOAK, times
from tests.test_write import files_in

EVENTS = 30
SEED = 11
DRAFTED = "one-line-holds-the-city"
"""An event that a difference names together with one of another file."""


@pytest.fixture(params=[10, 500], ids=["large", "small"])
def project(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A generated project that is built, and that counts as large or as small."""
    monkeypatch.setattr("builder.scale.LARGE", request.param)
    monkeypatch.setattr("builder.scale.MOST_ON_PAGE", 8)
    copy_templates(tmp_path / "project")
    write_corpus(tmp_path / "project", EVENTS)
    assert [] == build(tmp_path / "project", tmp_path / "site")
    return tmp_path / "project"


def change(file: Path, old: str, new: str, random: Random) -> None:
    """Replace one of the places where *old* stands, drawn by lot."""
    text = file.read_text(encoding="utf-8")
    found = [match.start() for match in re.finditer(re.escape(old), text)]
    if found:
        at = random.choice(found)
        file.write_text(text[:at] + new + text[at + len(old) :], encoding="utf-8")


def draw_file(project: Path, folder: str, random: Random) -> Path:
    """Some file of a folder."""
    return random.choice(sorted((project / folder).iterdir()))


def retitle(project: Path, random: Random) -> None:
    """An event has another title."""
    change(draw_file(project, "content/events", random), "counts votes\n", "counts all\n", random)


def cross_over(project: Path, random: Random) -> None:
    """An event is on the other shore, and of another kind."""
    file = draw_file(project, "content/events", random)
    change(file, "shore: country", "shore: city", random)
    change(file, "kind: vote", "kind: speech", random)


def drop(project: Path, random: Random) -> None:
    """An event is gone."""
    file = draw_file(project, "content/events", random)
    first, *others = re.split(r"(?m)^(?=- id: )", file.read_text(encoding="utf-8"))
    if len(others) > 1:
        others.remove(random.choice(others))
        file.write_text("".join([first, *others]), encoding="utf-8")


def add(project: Path, random: Random) -> None:
    """Somebody writes a second event about the same day."""
    file = draw_file(project, "content/events", random)
    events = re.split(r"(?m)^(?=- id: )", file.read_text(encoding="utf-8"))
    again = re.sub(r"id: \S+", f"id: again-{random.randrange(10**9)}", events[-1], count=1)
    file.write_text("".join([*events, again]), encoding="utf-8")


def change_the_ground(project: Path, random: Random) -> None:
    """Something else than an event: a person, an article, a template or a style."""
    file, old, new = random.choice(
        [
            ("content/people.yaml", "Speaks at a count", "Speaks at the count"),
            ("content/races.yaml", "caption: A vote", "caption: Another vote"),
            ("seeds/gazette-1.yaml", "A week of counts", "Seven days of counts"),
            ("templates/event.html", "</article>", "<!-- changed --></article>"),
            ("static/styles/4-components/stamp.css", "{", "{ "),
        ]
    )
    change(project / file, old, new, random)


def touch_the_site(project: Path, random: Random) -> None:
    """Somebody changes a published file by hand."""
    pages = sorted((project.parent / "site").rglob("*.html"))
    random.choice(pages).write_text("not ours", encoding="utf-8")


EDITS: list[Callable[[Path, Random], None]] = [
    *(retitle, retitle, cross_over, drop, add, change_the_ground, touch_the_site)
]


def test_a_build_after_edits_is_a_build_from_nothing(project: Path):
    """Byte for byte, whatever was edited, in whatever order, also several at once."""
    random = Random(SEED + SOAK)
    for _ in range(times(8)):
        for edit in random.choices(EDITS, k=random.choice([1, 1, 3])):
            edit(project, random)

        problems = build(project, project.parent / "site")

        files, _, problems_of_all = make_site(project, DEFAULTS)
        assert files, problems_of_all
        assert problems_of_all == problems
        assert files == files_in(project.parent / "site")


def test_what_becomes_a_draft_is_named_nowhere(tmp_path: Path):
    """Also where the file of another event names it, because the two are in one difference."""
    project, site = copy_project(tmp_path / "project"), tmp_path / "site"
    assert not has_errors(build(project, site))
    assert DRAFTED.encode() in (site / "data/events/city-changes-hands.json").read_bytes()
    (file,) = (project / "content/events").glob("*before-2019.yaml")
    text = file.read_text(encoding="utf-8")
    drafted = text.replace(f"- id: {DRAFTED}\n", f"- id: {DRAFTED}\n  status: draft\n")
    file.write_text(drafted, encoding="utf-8")

    problems = build(project, site)

    files, _, problems_of_all = make_site(project, DEFAULTS)
    assert files, problems_of_all
    assert problems == problems_of_all
    assert files == files_in(site)


@pytest.mark.parametrize("damage", ["gone", "empty", "cut", "swapped", "text", "folder"])
@pytest.mark.parametrize("name", [STATE, MEMORY])
def test_a_damaged_memory_is_no_memory(project: Path, name: str, damage: str):
    """It is passed over without a word."""
    state = project / name
    content = state.read_bytes()
    state.unlink()
    if damage == "folder":
        state.mkdir()
    elif damage != "gone":
        half = len(content) // 2
        damaged = {
            "empty": b"",
            "cut": content[:half],
            "swapped": content[:half] + bytes([content[half] ^ 1]) + content[half + 1 :],
            "text": b"nothing of ours",
        }
        state.write_bytes(damaged[damage])
    retitle(project, Random(SEED))

    assert [] == build(project, project.parent / "site")

    assert make_site(project, DEFAULTS)[0] == files_in(project.parent / "site")


def test_what_another_version_wrote_is_no_memory(project: Path, monkeypatch: pytest.MonkeyPatch):
    """It may mean something else by the same words."""
    monkeypatch.setattr("builder.publishing.hash_program", lambda: "another")
    lied = read_memory(project / MEMORY, hash_program())
    lied.recall(("read", "content/site.yaml"), "x", lambda: "nonsense")
    lied.write(project / MEMORY, hash_program())

    assert [] == build(project, project.parent / "site")

    assert make_site(project, DEFAULTS)[0] == files_in(project.parent / "site")


def test_what_is_saved_during_a_build_is_in_the_next(project: Path):
    """Also what was saved after it was read."""

    def plan_then_save(root: Path, options: Options, memory: Memory) -> Site:
        site = plan_site(root, options, memory)
        change(root / "content/people.yaml", "Speaks at a count", "Speaks of it", Random(SEED))
        return site

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("builder.publishing.plan_site", plan_then_save)
        assert [] == build(project, project.parent / "site")

    assert [] == build(project, project.parent / "site")

    assert make_site(project, DEFAULTS)[0] == files_in(project.parent / "site")


def test_what_another_build_wrote_while_this_one_waited_is_not_taken_for_the_last_site(
    project: Path, monkeypatch: pytest.MonkeyPatch
):
    """Only when nobody else writes, it is looked at."""

    def wait_then_replace(*given: Any) -> list[Diagnostic]:
        touch_the_site(project, Random(SEED))
        return replace_site(*given)

    monkeypatch.setattr("builder.publishing.replace_site", wait_then_replace)

    assert [] == build(project, project.parent / "site")

    assert make_site(project, DEFAULTS)[0] == files_in(project.parent / "site")


def test_a_link_that_leads_nowhere_is_swept_away(project: Path):
    """As everything that is not of the site."""
    (project.parent / "site/link.html").symlink_to("nowhere")

    assert [] == build(project, project.parent / "site")

    assert make_site(project, DEFAULTS)[0] == files_in(project.parent / "site")


def test_no_text_of_an_article_is_written_down(tmp_path: Path):
    """It stays in the folder in which an editor keeps it."""
    project = copy_sample(tmp_path / "project", with_templates=True)

    build(project, tmp_path / "site", Options(texts=ARTICLES))

    memory = (project / MEMORY).read_bytes()
    lines = [line for file in ARTICLES.iterdir() for line in file.read_bytes().splitlines() if line]
    assert lines
    assert not [line for line in lines if line in memory]


def test_only_what_shows_an_event_is_made_again(project: Path, monkeypatch: pytest.MonkeyPatch):
    """Its page and those of its neighbours, of its article and person, and what shows them all."""
    made: list[str] = []

    def make(recipes: Recipes, keep: Keep[bool], workers: int, chores: Any) -> object:
        made.extend(recipes)
        return make_each(recipes, keep, workers, chores)

    monkeypatch.setattr("builder.hosting.complete_site.make_each", make)
    file = project / "content/events/1950-01.yaml"
    first, rest = file.read_text(encoding="utf-8").split("- id: day-2\n")
    (project / "content/events/new-year.yaml").write_text(first, encoding="utf-8")
    file.write_text(f"- id: day-2\n{rest}", encoding="utf-8")
    assert [] == build(project, project.parent / "site")
    made.clear()

    change(project / "content/events/new-year.yaml", "counts votes\n", "counts all\n", Random(1))
    assert [] == build(project, project.parent / "site")

    shown = {path for path in made if path.startswith(("events/", "embed/events/", "sources/"))}
    assert {"events/day-1.html", "events/day-2.html", "embed/events/day-1.html"} <= shown
    assert {"sources/index.html", "sources/gazette-1.html"} == {
        path for path in shown if path.startswith("sources/")
    }
    assert not any("day-20" in path or path.startswith("cite/votes") for path in made)
    assert {"index.html", "data/timeline.json", "data/events/day-1.json"} <= set(made)
