"""Files are made or changed all together, and nothing is ever overwritten."""

from pathlib import Path

from builder.editing.save import Change, Refusal, save_changes


def test_files_are_made_and_changed(tmp_path: Path):
    """What is new is made, with its folder; what was read is replaced."""
    (tmp_path / "old.yaml").write_bytes(b"old\n")
    changes = [Change("a/new.yaml", None, b"new\n"), Change("old.yaml", b"old\n", b"changed\n")]

    assert [] == save_changes(tmp_path, changes)
    assert b"new\n" == (tmp_path / "a/new.yaml").read_bytes()
    assert b"changed\n" == (tmp_path / "old.yaml").read_bytes()
    assert ["a", "a/new.yaml", "old.yaml"] == sorted(
        path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")
    )


def test_a_file_that_exists_is_not_overwritten(tmp_path: Path):
    """What was made before the refusal is taken back."""
    (tmp_path / "b.yaml").write_bytes(b"mine\n")
    changes = [Change("a.yaml", None, b"new\n"), Change("b.yaml", None, b"new\n")]

    refusals = save_changes(tmp_path, changes)

    expected = Refusal("b.yaml", "it exists already", "Nothing is ever overwritten.")
    assert [expected] == refusals
    assert b"mine\n" == (tmp_path / "b.yaml").read_bytes()
    assert not (tmp_path / "a.yaml").exists()


def test_a_file_that_was_changed_since_it_was_read_is_left_alone(tmp_path: Path):
    """Two editors at once lose nothing."""
    (tmp_path / "a.yaml").write_bytes(b"theirs\n")

    refusals = save_changes(tmp_path, [Change("a.yaml", b"old\n", b"mine\n")])

    assert [Refusal("a.yaml", "somebody else just changed it", "Ask again.")] == refusals
    assert b"theirs\n" == (tmp_path / "a.yaml").read_bytes()


def test_a_file_that_is_gone_is_said_so(tmp_path: Path):
    """An error of the disk is told in words."""
    refusals = save_changes(tmp_path, [Change("a.yaml", b"old\n", b"mine\n")])

    assert "a.yaml: it cannot be written: no such file or directory" in str(refusals[0])
