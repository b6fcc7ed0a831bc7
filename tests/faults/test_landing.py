"""A new site takes the place of the old one in one step, and one build does so at a time."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from builder.exchange import exchange
from tests.faults.reader import NAMES
from tests.projects import ROOT
from tests.soak import tell, times
from tests.test_write import SITE, files_in, stamps_in
from tests.whole_sites import write_site


def version(number: int) -> dict[str, bytes]:
    """A site whose every file says which it is; each but the landmarks lies elsewhere."""
    page = b"%d" % number * 5000
    return {**dict.fromkeys(NAMES, page), f"only/{number}.html": page}


def can_exchange(folder: Path) -> bool:
    """Whether two folders can change places here in one step."""
    (folder / "one").mkdir()
    (folder / "other").mkdir()
    return exchange(folder / "one", folder / "other")


def test_two_folders_change_places(tmp_path: Path):
    """Each has what the other had; where the system cannot, both stay as they were."""
    for name in ("one", "other"):
        (tmp_path / name / name).mkdir(parents=True)

    done = exchange(tmp_path / "one", tmp_path / "other")

    first = ["other"] if done else ["one"]
    assert first == [path.name for path in (tmp_path / "one").iterdir()]
    assert sys.platform != "linux" or done, "this file system cannot exchange folders"


def test_a_folder_that_is_missing_cannot_change_places(tmp_path: Path):
    """It is told as any failure of the system is."""
    if not can_exchange(tmp_path):
        pytest.skip("this system cannot exchange folders")

    with pytest.raises(FileNotFoundError):
        exchange(tmp_path / "one", tmp_path / "nowhere")


def test_a_reader_sees_the_old_site_or_the_new_one(tmp_path: Path):
    """Who opens files all the time finds each of them, and never those of two sites together."""
    if not can_exchange(tmp_path):
        pytest.skip("this system cannot exchange folders: see builder/write.py")
    out = tmp_path / "site"
    write_site(version(0), out)
    command = (sys.executable, "-m", "tests.faults.reader", out)
    with subprocess.Popen(
        command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as reader:
        assert reader.stdout is not None
        assert "ready\n" == reader.stdout.readline()

        problems = [write_site(version(at % 10), out) for at in range(1, times(400))]
        said, _ = reader.communicate()

    found = json.loads(said)
    tell(found)
    assert [] == found["odd"]
    assert found["looks"] > 100
    assert not any(problems)


def test_a_system_without_exchange_has_two_renames(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The site is the new one, and nothing is left beside it."""
    monkeypatch.setattr("builder.write.exchange", lambda _one, _other: False)

    for number in range(3):
        assert [] == write_site(version(number), tmp_path / "site")

    assert version(2) == files_in(tmp_path / "site")
    assert [tmp_path / "site"] == list(tmp_path.iterdir())


def test_what_did_not_change_is_not_written(tmp_path: Path):
    """It keeps its times, by which servers and readers know that it is the same."""
    out = tmp_path / "site"
    write_site(SITE, out)
    before = stamps_in(out)[str(out / "events/a.html")]

    write_site({**SITE, "index.html": b"new"}, out)

    assert before == stamps_in(out)[str(out / "events/a.html")]
    assert 1 == (out / "events/a.html").stat().st_nlink


def test_a_link_in_the_site_is_not_taken_for_a_file(tmp_path: Path):
    """Whatever it leads to stays as it is; a file takes its place."""
    out, secret = tmp_path / "site", tmp_path / "secret"
    write_site(SITE, out)
    secret.write_bytes(SITE["events/a.html"])
    (out / "events/a.html").unlink()
    (out / "events/a.html").symlink_to(secret)

    assert [] == write_site(SITE, out)

    assert not (out / "events/a.html").is_symlink()
    assert SITE == files_in(out)


def test_builds_at_once_take_turns(tmp_path: Path):
    """The site is that of one of them, whole; nothing is left beside it."""
    out = tmp_path / "site"
    with ThreadPoolExecutor(8) as builds:
        found = list(builds.map(lambda at: write_site(version(at), out), range(times(80))))

    assert not any(found)
    assert files_in(out) in [version(at) for at in range(times(80))]
    assert [out] == list(tmp_path.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such locks")
def test_a_build_that_cannot_have_its_turn_says_so(tmp_path: Path):
    """Another one holds on to the folder; the site stays, and the reason is plain."""
    import fcntl  # here, for Windows has none

    out = tmp_path / "site"
    write_site(SITE, out)
    held = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)

    (problem,) = write_site({**SITE, "index.html": b"new"}, out, patience=0.1)
    os.close(held)

    assert "unwritable-folder" == problem.code
    assert "no site written: another build is writing beside it all the time" == problem.message
    assert SITE == files_in(out)


@pytest.mark.parametrize("out", ["content", "content/pages/site", "static/new", ".", ".."])
def test_no_site_goes_where_it_is_made_from(tmp_path: Path, out: str):
    """Neither into content nor around it: it would be read, or everything be cleared away."""
    sources = [tmp_path / "project" / name for name in ("content", "static")]
    for source in sources:
        source.mkdir(parents=True)

    (problem,) = write_site(SITE, tmp_path / "project" / out, sources)

    assert "foreign-folder" == problem.code
    assert "what the site is made from is kept here" == problem.message
    assert {"content", "static"} == {path.name for path in (tmp_path / "project").iterdir()}


def test_a_working_tree_of_git_is_not_replaced(tmp_path: Path):
    """A site in it is somebody's branch, whose history would go with it."""
    write_site(SITE, tmp_path / "site")
    (tmp_path / "site/.git").write_text("gitdir: elsewhere\n", encoding="utf-8")

    (problem,) = write_site({**SITE, "index.html": b"new"}, tmp_path / "site")

    assert "foreign-folder" == problem.code
    assert (tmp_path / "site/.git").is_file()
