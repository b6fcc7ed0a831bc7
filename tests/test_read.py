"""A folder becomes a timeline; what cannot be read is told, and the rest goes on."""

import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from builder.checks.all_checks import check_timeline
from builder.reading.project import read_timeline
from builder.reading.timeline import Timeline
from builder.reports.diagnostics import Diagnostic, Place, has_errors
from tests.projects import ARTICLES, apply_changes, copy_sample

EVENTS = "content/events/1991.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the sample to break."""
    return copy_sample(tmp_path)


def read_and_check(project: Path, texts: Path | None = None) -> tuple[Timeline, list[Diagnostic]]:
    """The timeline of a project, and all its errors."""
    timeline, problems = read_timeline(project, texts)
    problems += check_timeline(timeline)
    return timeline, [problem for problem in problems if problem.severity == "error"]


def codes(problems: list[Diagnostic]) -> list[tuple[str, str]]:
    """Where and what."""
    return [(problem.place.file, problem.code) for problem in problems]


def test_the_sample_is_read_whole(project: Path):
    """Everything that the invented town has is in its timeline."""
    timeline, problems = read_timeline(project)

    assert [] == problems
    assert timeline.site is not None
    assert "Port Alder counts" == timeline.site.name
    sizes = (timeline.events, timeline.people, timeline.parties, timeline.places, timeline.races)
    assert [6, 2, 2, 1, 1] == [len(items) for items in sizes]
    assert {"alder-gazette-1991-05-13", "retold-1991-05-14"} == set(timeline.fingerprints)
    assert {"alder-gazette-1991-05-13", "retold-1991-05-14"} == set(timeline.source)
    assert {} == timeline.articles


def test_events_of_all_files_are_in_order_of_time(project: Path):
    """Those of the same day stand as in their files, read in the order of their names."""
    text = (project / EVENTS).read_text(encoding="utf-8")
    first = text.replace("id: ", "id: x-").split("\n- id: x-reeve")[0]
    (project / "content/events/0-earlier.yaml").write_text(first, encoding="utf-8")

    timeline, _ = read_timeline(project)

    assert [
        "x-venn-enters-the-council",
        "venn-enters-the-council",
        "x-the-town-votes",
        "the-town-votes",
    ] == [event.id for event in timeline.events][:4]


def test_a_page_has_a_title_and_a_body(project: Path):
    """The first line is the title; how lines end does not matter."""
    (project / "content/pages/how.md").write_bytes("# Hów \r\n\r\nBy hand.\r\n".encode())

    timeline, problems = read_timeline(project)

    page = timeline.prose[1]
    assert [] == problems
    assert ("how", "Hów", "By hand.") == (page.id, page.title, page.body)


# ---- broken things are left out


def test_a_broken_item_is_left_out_and_the_rest_is_read(project: Path):
    """One event with a mistake costs one event and one complaint."""
    apply_changes(project, [{"file": EVENTS, "old": "kind: concession", "new": "kind: retreat"}])

    timeline, problems = read_and_check(project)

    assert [(EVENTS, "unknown-value")] == codes(problems)
    assert 5 == len(timeline.events)
    assert {"reeve-concedes"} == timeline.left_out


def test_nobody_is_blamed_for_naming_what_was_left_out(project: Path):
    """A person who could not be read is not unknown to the events."""
    apply_changes(
        project, [{"file": "content/people.yaml", "old": "sort_name: Venn, Mara", "new": "x: y"}]
    )

    _, problems = read_and_check(project)

    assert [
        ("content/people.yaml", "missing-key"),
        ("content/people.yaml", "unknown-key"),
    ] == codes(sorted(problems))


def test_nobody_is_blamed_for_naming_what_a_broken_file_holds(project: Path):
    """A file that is no YAML has one mistake, however many names it held."""
    for file in ("content/people.yaml", "content/races.yaml", "content/parties.yaml"):
        (project / file).write_text("- id: 'x\n", encoding="utf-8")

    _, problems = read_and_check(project)

    assert ["yaml-syntax"] * 3 == [problem.code for problem in problems]


def test_nobody_is_blamed_for_citing_a_record_that_is_broken(project: Path):
    """A source without its record is not an unknown source, and its fingerprint is no stray."""
    apply_changes(
        project,
        [{"file": "seeds/alder-gazette-1991-05-13.yaml", "old": "letter: A", "new": "letter: a"}],
    )

    _, problems = read_and_check(project)

    assert [("seeds/alder-gazette-1991-05-13.yaml", "bad-value")] == codes(problems)


def test_a_site_that_cannot_be_read_is_none(project: Path):
    """Without its own words the site cannot be built, and the rest is still checked."""
    apply_changes(project, [{"file": "content/site.yaml", "old": "kicker:", "new": "kick:"}])

    timeline, problems = read_and_check(project)

    assert timeline.site is None
    assert ["unknown-key"] == [problem.code for problem in problems]


def test_a_damaged_fingerprint_is_told_once(project: Path):
    """What rests on it is not complained about."""
    file = "seeds/fingerprints/retold-1991-05-14.json"
    (project / file).write_text("{", encoding="utf-8")

    timeline, problems = read_and_check(project)

    assert [(file, "damaged-fingerprint")] == codes(problems)
    assert {"alder-gazette-1991-05-13"} == set(timeline.fingerprints)


# ---- files that cannot be read


@pytest.mark.parametrize(
    "file", ["content/site.yaml", "content/people.yaml", "content/races.yaml", EVENTS,
             "content/pages/about.md", "seeds/fingerprints/retold-1991-05-14.json"],
)  # fmt: skip
def test_a_folder_with_the_name_of_a_file_is_told(project: Path, file: str):
    """Nothing raises, and the place is the file's."""
    (project / file).unlink()
    (project / file).mkdir()

    _, problems = read_timeline(project)

    assert [(file, "unreadable-file")] == codes(problems)
    assert "this file cannot be read: is a directory" == problems[0].message


@pytest.mark.parametrize("file", ["content/people.yaml", EVENTS, "content/pages/about.md"])
def test_a_loop_of_links_is_told(project: Path, file: str):
    """A link that leads to itself is refused, and nothing else is blamed."""
    (project / file).unlink()
    (project / file).symlink_to(project / file)

    _, problems = read_timeline(project)

    assert [(file, "bad-link")] == codes(problems)


@pytest.mark.parametrize("name", ["site", "people", "parties", "places", "races"])
def test_a_missing_file_is_told(project: Path, name: str):
    """Each of the site's own files has to be there."""
    (project / f"content/{name}.yaml").unlink()

    _, problems = read_and_check(project)

    assert [(f"content/{name}.yaml", "unreadable-file")] == codes(problems)


def test_a_missing_folder_raises_nothing(project: Path):
    """Without content and seeds there are complaints, and none is about names."""
    shutil.rmtree(project / "content")
    shutil.rmtree(project / "seeds")

    timeline, problems = read_and_check(project)

    assert {"unreadable-file"} == {problem.code for problem in problems}
    assert () == timeline.events


def test_no_project_is_a_timeline_of_nothing(tmp_path: Path):
    """A folder that is not there is told, and nothing raises."""
    timeline, problems = read_timeline(tmp_path / "nowhere")

    assert timeline.site is None
    assert has_errors(problems)


@pytest.mark.parametrize("text", ["", "# only a comment\n"])
@pytest.mark.parametrize("file", ["content/site.yaml", "content/people.yaml", EVENTS])
def test_an_empty_file_is_told(project: Path, file: str, text: str):
    """A file that holds nothing is filled in or deleted; nothing else is complained about."""
    (project / file).write_text(text, encoding="utf-8")

    _, problems = read_and_check(project)

    assert [(file, "missing-key")] == codes(problems)
    assert "this file is empty" == problems[0].message


def test_an_empty_list_is_no_mistake(project: Path):
    """Events of one file may all have been moved to another."""
    (project / "content/events/1990.yaml").write_text("[]\n", encoding="utf-8")

    _, problems = read_and_check(project)

    assert [] == problems


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("content/people.yaml", "hello", "here belongs a list"),
        ("content/people.yaml", "id: venn", "here belongs a list"),
        ("content/site.yaml", "- id: site", "here belong keys and their values"),
        ("content/site.yaml", "hello", "here belong keys and their values"),
        ("content/people.yaml", "- hello\n", "here belong keys and their values"),
        ("content/people.yaml", "-\n", "here belong keys and their values"),
    ],
)
def test_a_file_of_another_shape_is_told(project: Path, file: str, text: str, message: str):
    """A list is not taken for a mapping, and nothing that depends on it is complained about."""
    (project / file).write_text(text, encoding="utf-8")

    _, problems = read_and_check(project)

    assert [(file, message)] == [(p.place.file, p.message) for p in problems]


@pytest.mark.parametrize(
    "file",
    ["content/events/notes.txt", "content/pages/draft.html", "content/events/1991.yml",
     "seeds/fingerprints/x.txt", "content/events/1991.yaml.orig"],
)  # fmt: skip
def test_a_file_that_nothing_reads_is_told(project: Path, file: str):
    """A misnamed file is not silently left out."""
    (project / file).write_text("x", encoding="utf-8")

    _, problems = read_timeline(project)

    assert [(file, "unknown-file")] == codes(problems)


@pytest.mark.parametrize("name", [".DS_Store", ".1991.yaml.swp", "#1991.yaml#", "~1991.yaml"])
def test_what_editors_and_systems_leave_behind_is_ignored(project: Path, name: str):
    """Hidden and temporary files are nobody's content."""
    (project / "content/events" / name).write_text("x", encoding="utf-8")

    assert [] == read_timeline(project)[1]


# ---- pages about the site


def test_a_page_without_a_title_is_told(project: Path):
    """The remedy is its first line."""
    (project / "content/pages/how.md").write_text("By hand.\n", encoding="utf-8")

    timeline, problems = read_timeline(project)

    assert [("content/pages/how.md", "missing-key")] == codes(problems)
    assert ["about"] == [page.id for page in timeline.prose]


@pytest.mark.parametrize("name", ["index", "404", "Über uns", "a b", "a?", "A"])
def test_a_page_cannot_take_another_pages_place(project: Path, name: str):
    """A name that would replace the home page, or break a link, is refused."""
    (project / f"content/pages/{name}.md").write_text("# How\n\nBy hand.\n", encoding="utf-8")

    timeline, problems = read_timeline(project)

    code = "bad-file-name" if "?" in name else "bad-id"
    assert [(f"content/pages/{name}.md", code)] == codes(problems)
    assert ["about"] == [page.id for page in timeline.prose]


# ---- the articles' texts


def test_texts_are_read_from_the_given_folder(project: Path):
    """With the articles at hand their checksum, words and passages are known."""
    timeline, problems = read_timeline(project, ARTICLES)

    assert [] == problems
    article = timeline.articles["retold-1991-05-14"]
    assert sha256((ARTICLES / "retold.txt").read_bytes()).hexdigest() == article.sha256
    assert (67, 4) == (article.words, len(article.passages))


def test_a_text_that_the_given_folder_lacks_is_told(project: Path, tmp_path: Path):
    """Who names a folder of texts means all of them."""
    (tmp_path / "some").mkdir()
    shutil.copy(ARTICLES / "retold.txt", tmp_path / "some")

    timeline, problems = read_timeline(project, tmp_path / "some")

    assert [("missing-text", Place("seeds/alder-gazette-1991-05-13.yaml", 8, 9))] == [
        (problem.code, problem.place) for problem in problems
    ]
    assert {"retold-1991-05-14"} == set(timeline.articles)


def test_the_projects_own_folder_of_texts_may_hold_any_of_them(project: Path):
    """Without a named folder those at hand are used, and none is missed."""
    (project / "seeds/texts").mkdir()
    shutil.copy(ARTICLES / "retold.txt", project / "seeds/texts")

    timeline, problems = read_and_check(project)

    assert [] == problems
    assert {"retold-1991-05-14"} == set(timeline.articles)


def test_the_given_folder_comes_before_the_projects_own(project: Path):
    """A named folder is read instead of seeds/texts."""
    (project / "seeds/texts").mkdir()
    (project / "seeds/texts/retold.txt").write_text("Other words.\n", encoding="utf-8")

    timeline, _ = read_timeline(project, ARTICLES)

    assert 4 == len(timeline.articles["retold-1991-05-14"].passages)


def test_a_text_that_is_no_text_is_told_once(project: Path):
    """Nothing that rests on an article is complained about because it cannot be decoded."""
    (project / "seeds/texts").mkdir()
    (project / "seeds/texts/gazette.txt").write_bytes(b"\xff\xfeP\0o\0r\0t\0")

    _, problems = read_and_check(project)

    assert [("gazette.txt", "not-utf-8")] == codes(problems)
