"""The project as it was: a folder, or a revision of git."""

import io
import os
import subprocess
import tarfile
from pathlib import Path

import pytest

from builder.reviewing.revisions import (
    RevisionError,
    find_commit,
    name_project,
    open_project,
    read_revision,
    unpack,
)
from tests.projects import copy_sample

AUTHOR = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (
        ("NAME", "A"),
        ("EMAIL", "a@example.org"),
        ("DATE", "2020-01-01T00:00:00Z"),
    )
}


def git(folder: Path, *arguments: str) -> None:
    """Run git in *folder*, with a known author and without anybody's settings."""
    env = {**os.environ, **AUTHOR, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    command = ["git", "-c", "init.defaultBranch=main", "-C", str(folder), *arguments]
    subprocess.run(command, check=True, capture_output=True, env=env)


def commit(folder: Path, message: str) -> None:
    """Commit everything in the repository at *folder*."""
    git(folder, "add", "--all")
    git(folder, "commit", "--message", message)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with the sample in the subfolder `town`, committed twice, then changed."""
    git_root = tmp_path / "repository"
    project = copy_sample(git_root / "town")
    git(git_root, "init")
    commit(git_root, "first")
    (project / "content/pages/about.md").write_text("# Second\n", encoding="utf-8")
    commit(git_root, "second")
    (project / "content/pages/about.md").write_text("# Third\n", encoding="utf-8")
    return git_root


def title_in(folder: Path) -> str:
    """The first line of the page about the site."""
    return (folder / "content/pages/about.md").read_text(encoding="utf-8").split("\n")[0]


def test_a_revision_is_read_beside_the_work_tree(repository: Path):
    """The old state is in another folder, which is gone afterwards; nothing changes here."""
    project = repository / "town"
    with read_revision(project, "HEAD") as second, read_revision(project, "HEAD~1") as first:
        assert "# About this sample" == title_in(first)
        assert "# Second" == title_in(second)
        assert (first / "seeds/retold-1991-05-14.yaml").is_file()

    assert not first.exists()
    assert "# Third" == title_in(project)


def test_nothing_typed_is_the_project_itself(tmp_path: Path):
    """Not a copy: what is not committed counts."""
    with open_project(tmp_path, None) as folder:
        assert tmp_path == folder


def test_a_folder_with_a_project_is_meant_first(repository: Path):
    """Two folders can be compared without git."""
    with open_project(repository, str(repository / "town")) as folder:
        assert repository / "town" == folder


@pytest.mark.parametrize("typed", ["no-such-branch", "", "--help", "HEAD~99", "HEAD:town", "a\0b"])
def test_an_unknown_revision_has_a_remedy(repository: Path, typed: str):
    """What was typed is quoted, and git's own options cannot be smuggled in."""
    with pytest.raises(RevisionError, match="git log --oneline"):
        find_commit(repository / "town", typed)


def test_a_shallow_clone_says_how_to_get_the_rest(repository: Path, tmp_path: Path):
    """The usual trap of continuous integration."""
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--depth=1", repository.as_uri(), str(clone))

    with pytest.raises(RevisionError, match=r"fetch --unshallow.*fetch-depth: 0"):
        find_commit(clone / "town", "HEAD~1")


def test_without_a_repository_two_folders_remain(tmp_path: Path):
    """No traceback where there is no git repository."""
    with (
        pytest.raises(RevisionError, match=r"not in a git repository\. Name two folders"),
        open_project(tmp_path, "HEAD"),
    ):
        pass


def test_without_git_two_folders_remain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """No traceback where git is not installed."""
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(RevisionError, match="Git cannot be run here"):
        find_commit(tmp_path, "HEAD")


def test_a_folder_without_a_project_is_named(repository: Path, tmp_path: Path):
    """Neither a project nor a revision."""
    (tmp_path / "empty").mkdir()

    with (
        pytest.raises(RevisionError, match="holds no project"),
        open_project(repository / "town", str(tmp_path / "empty")),
    ):
        pass


def test_a_revision_from_before_the_project_is_told(repository: Path):
    """The folder is committed, but holds no content yet."""
    (repository / "later").mkdir()
    (repository / "later/note.txt").write_text("x", encoding="utf-8")

    with (
        pytest.raises(RevisionError, match="no folder 'content'"),
        read_revision(repository / "later", "HEAD"),
    ):
        pass


def test_an_archive_writes_nothing_outside_its_folder(tmp_path: Path):
    """Neither by its paths nor by links."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name in ("good/a", "../bad", "/bad", "good/../../bad"):
            archive.addfile(tarfile.TarInfo(name))
        link = tarfile.TarInfo("good/link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc"
        archive.addfile(link)
    unpack(packed.getvalue(), tmp_path / "in")

    assert ["in", "in/good", "in/good/a"] == sorted(
        str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*")
    )


def test_a_report_names_no_folder_of_this_machine(tmp_path: Path):
    """A revision is called as it was typed, a folder by its own name."""
    assert "working folder" == name_project(None)
    assert "feature/one" == name_project("feature/one")
    assert tmp_path.name == name_project(str(tmp_path))
