"""Nothing that is typed or named leads out of the folders that a site is made from and into."""

from pathlib import Path, PurePosixPath

import pytest

from builder.models.content import Event
from builder.models.records import Source
from builder.pages.all_pages import plan_pages
from builder.reading.files import TAKEN
from builder.reading.project import read_timeline
from builder.reading.refused import RESERVED, find_refused
from builder.site import DEFAULTS, plan_site
from tests.examples import WORDING, event_text, sample_timeline, validate
from tests.projects import ROOT, apply_changes, copy_sample

PATHS = (
    "..", ".", "../x", "..\\x", "/etc/passwd", "//x", "\\\\x\\y", "C:\\x", "c:x", "a/b", "a\\b",
    "a/../b", "%2e%2e", "%2e%2e%2fx", "..%2fx", "~", "~root", "$HOME", "a\\0b", "a b", "a.html",
    ".hidden", "-", "--out", "a--b", "-a", "a-", "A", "İ", "ı", "а", "a\u0301", "ａ", "aux", "con",
    "nul", "prn", "com1", "lpt9", "index", "x" * 61, "file:///x", "javascript:x", "a?b", "a#b", "*",
)  # fmt: skip
"""What no id may be: with some of them a page would lie elsewhere, or on some systems nowhere."""
NAMES = (
    "CON", "nul.html", "aux.tar.gz", "COM1", "lpt0.txt", "com¹", "a.", "a ", " a", "a:b", "a|b",
    "a?b", 'a"b', "a*b", "<a>", "a\\b", "a\nb", "a\u202eb", "a\u200bb", "a\x7fb",
)  # fmt: skip
"""What no file may be called."""


@pytest.mark.parametrize("typed", PATHS)
@pytest.mark.parametrize("key", ["id", "race", "people", "aliases"])
def test_an_id_is_not_a_path(typed: str, key: str):
    """Ids are names of files and parts of addresses, whatever they are ids of."""
    quoted = '"' + typed.replace("\\", "\\\\") + '"'
    value = f"[{quoted}]" if key in ("people", "aliases") else quoted

    item, problems = validate(Event, event_text(**{key: value}))

    assert item is None
    assert 1 == len(problems)


@pytest.mark.parametrize("typed", ["../a.txt", "/a.txt", "a/b.txt", "..\\a.txt", "a.txt/..", ".."])
def test_an_article_lies_in_its_folder(typed: str):
    """A record cannot have another file read in its place."""
    text = (ROOT / "tests/sample/seeds/alder-gazette-1991-05-13.yaml").read_text(encoding="utf-8")

    _, problems = validate(Source, text.replace("gazette.txt", f"'{typed}'"))

    assert ["bad-value"] == [problem.code for problem in problems]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_some_system_cannot_hold_is_refused(tmp_path: Path, name: str):
    """In every folder that is read; the complaint can be printed."""
    for folder in ("static", "content/pages"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / name).write_text("# A page\n", encoding="utf-8")

    problems = find_refused(tmp_path).problems

    assert ["bad-file-name"] * 2 == [problem.code for problem in problems.values()]
    assert all(str(problem.place).isprintable() for problem in problems.values())


@pytest.mark.parametrize("names", [("A", "a"), ("é", "e\u0301"), ("ß", "SS"), ("x.CSS", "x.css")])
def test_names_that_differ_in_capitals_only_are_refused(tmp_path: Path, names: tuple[str, str]):
    """On some systems one of them would be lost; in folders of their own they may be alike."""
    for name in names:
        for path in (tmp_path / "static" / name, tmp_path / "static" / f"of-{ord(name[0])}" / "x"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"")

    problems = find_refused(tmp_path).problems

    assert ["bad-file-name"] == [problem.code for problem in problems.values()]


def test_the_site_has_no_path_that_leads_elsewhere():
    """Every path of the real site can be held by every system, and stays where it is put."""
    paths = [PurePosixPath(path) for path in plan_site(ROOT, DEFAULTS).recipes]

    assert paths
    assert len(paths) == len({str(path).casefold() for path in paths})
    for path in paths:
        assert not path.is_absolute()
        assert not {"..", "."} & set(path.parts)
        assert not [part for part in path.parts if RESERVED.fullmatch(part)]
        assert not [part for part in path.parts if part.endswith((" ", "."))]


def test_no_page_of_ours_can_be_replaced():
    """A page of content/pages that would take the place of another one is refused by its name."""
    paths = {plan.path for plan in plan_pages(sample_timeline(), WORDING)}
    prose = {f"{page.id}.html" for page in sample_timeline().prose}

    ours = {path.removesuffix(".html") for path in paths - prose if "/" not in path}
    assert ours == set(TAKEN)


@pytest.mark.parametrize("folder", ["content", "seeds", "content/events"])
def test_a_folder_elsewhere_is_not_read(tmp_path: Path, folder: str):
    """A link in place of a folder leads out: one complaint, and nothing of it is read."""
    project, elsewhere = copy_sample(tmp_path / "project"), tmp_path / "elsewhere"
    (project / folder).rename(elsewhere)
    apply_changes(project, [{"file": folder, "link": str(elsewhere)}])

    timeline, problems = read_timeline(project)

    assert (folder, "bad-link") in [(problem.place.file, problem.code) for problem in problems]
    assert () == timeline.events or folder == "seeds"
