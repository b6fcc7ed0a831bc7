"""The output folder holds exactly the site, or what it held before."""

from contextlib import chdir
from pathlib import Path

import pytest

from tests.whole_sites import write_site

SITE = {"index.html": b"home", "404.html": b"missing", "events/a.html": b"a", "static/s.css": b""}


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its content."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def stamps_in(folder: Path) -> dict[str, tuple[int, int]]:
    """What a file system remembers of every file and folder: which it is, and when it changed."""
    paths = [folder, *folder.rglob("*")]
    return {str(path): (path.stat().st_ino, path.stat().st_mtime_ns) for path in paths}


def codes(out: Path, files: dict[str, bytes]) -> list[str]:
    """What is wrong with writing *files* to *out*."""
    return [problem.code for problem in write_site(files, out)]


@pytest.mark.parametrize("out", ["_site", "deep/down/site"])
def test_a_site_is_written(tmp_path: Path, out: str):
    """Every file, in its folder, where nothing was before."""
    assert [] == write_site(SITE, tmp_path / out)

    assert SITE == files_in(tmp_path / out)


def test_an_empty_folder_is_filled(tmp_path: Path):
    """It is nobody's."""
    (tmp_path / "site").mkdir()

    assert [] == write_site(SITE, tmp_path / "site")

    assert SITE == files_in(tmp_path / "site")


def test_nothing_is_left_beside_the_site(tmp_path: Path):
    """Neither the new site on its way nor the old one."""
    write_site(SITE, tmp_path / "site")
    write_site({**SITE, "index.html": b"new"}, tmp_path / "site")

    assert [tmp_path / "site"] == list(tmp_path.iterdir())


def test_writing_the_same_twice_writes_nothing(tmp_path: Path):
    """No file and no folder is touched."""
    out = tmp_path / "site"
    write_site(SITE, out)
    before = stamps_in(out)

    assert [] == write_site(dict(SITE), out)

    assert before == stamps_in(out)


def test_a_changed_site_takes_the_place_of_the_old_one(tmp_path: Path):
    """What changed is changed, what is new is there, and what is stale is gone."""
    out = tmp_path / "site"
    write_site(SITE, out)
    changed = {"index.html": b"new", "404.html": b"missing", "events/b.html": b"b"}

    assert [] == write_site(changed, out)

    assert changed == files_in(out)


@pytest.mark.parametrize(
    "held",
    [
        {"thesis.txt": b"x"},
        {"index.html": b"somebody's own page"},
        {"404.html": b"x", "notes/a.txt": b"y"},
    ],
)
def test_a_folder_that_is_not_our_site_is_not_touched(tmp_path: Path, held: dict[str, bytes]):
    """A slip in --out costs nobody their files."""
    for name, content in held.items():
        path = tmp_path / "home" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    before = stamps_in(tmp_path / "home")

    assert ["foreign-folder"] == codes(tmp_path / "home", SITE)

    assert before == stamps_in(tmp_path / "home")
    assert held == files_in(tmp_path / "home")


def test_a_file_is_not_taken_for_a_folder(tmp_path: Path):
    """It stays what it is."""
    (tmp_path / "site").write_bytes(b"mine")

    assert ["foreign-folder"] == codes(tmp_path / "site", SITE)

    assert b"mine" == (tmp_path / "site").read_bytes()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path):
    """The reason is the system's; the hint says that nothing is lost."""
    (tmp_path / "file").write_bytes(b"mine")

    (problem,) = write_site(SITE, tmp_path / "file" / "site")

    assert "unwritable-folder" == problem.code
    assert "no site written: not a directory" == problem.message
    assert problem.hint.startswith("The last good site is as it was.")
    assert b"mine" == (tmp_path / "file").read_bytes()


@pytest.mark.parametrize(
    "impossible", ["x" * 300 + ".html", "index.html/inside.html"], ids=["too long", "in a file"]
)
def test_a_failure_while_writing_leaves_the_old_site(tmp_path: Path, impossible: str):
    """The new site is complete before it takes the old one's place, or it never does."""
    out = tmp_path / "site"
    write_site(SITE, out)
    before = stamps_in(out)

    assert ["unwritable-folder"] == codes(out, {**SITE, "index.html": b"new", impossible: b"x"})

    assert before == stamps_in(out)
    assert [out] == list(tmp_path.iterdir())


def test_what_a_crash_left_behind_does_no_harm(tmp_path: Path):
    """A half-written site beside the folder is replaced."""
    half = tmp_path / ".site.new"
    half.mkdir()
    (half / "half.html").write_bytes(b"half")

    assert [] == write_site(SITE, tmp_path / "site")

    assert SITE == files_in(tmp_path / "site")
    assert [tmp_path / "site"] == list(tmp_path.iterdir())


def test_a_link_to_a_folder_stays_a_link(tmp_path: Path):
    """A server's folder may be linked to; it is filled again and again."""
    (tmp_path / "served").mkdir()
    link = tmp_path / "site"
    link.symlink_to(tmp_path / "served")

    for content in (b"one", b"two"):
        assert [] == write_site({**SITE, "index.html": content}, link)
        assert content == (tmp_path / "served/index.html").read_bytes()

    assert link.is_symlink()
    assert {"served", "site"} == {path.name for path in tmp_path.iterdir()}


def test_a_loop_of_links_is_told(tmp_path: Path):
    """Nothing raises."""
    (tmp_path / "site").symlink_to(tmp_path / "site")

    assert ["unwritable-folder"] == codes(tmp_path / "site", SITE)


def test_the_current_folder_can_be_written(tmp_path: Path):
    """A folder may be named by a dot."""
    (tmp_path / "site").mkdir()
    with chdir(tmp_path / "site"):
        problems = write_site(SITE, Path())

    assert [] == problems
    assert SITE == files_in(tmp_path / "site")
