"""What was made is made again only when what it depends on has changed."""

import pickle
from pathlib import Path

from builder.memory import Memory, read_memory
from builder.sealed import write_sealed


def test_what_was_made_is_remembered_for_its_version():
    """Another version, or another name, is made anew."""
    memory, made = Memory(), iter(range(9))

    found = [memory.recall(name, version, lambda: next(made)) for name, version in ("ax", "ax")]

    assert [0, 0] == found
    assert 1 == memory.recall("b", "x", lambda: next(made))
    assert 2 == memory.recall("a", "y", lambda: next(made))
    assert 3 == memory.recall("a", "x", lambda: next(made))


def test_only_the_last_version_is_remembered():
    """Whoever asks beforehand knows what would have to be made."""
    memory = Memory()
    assert not memory.has("a", "x")

    memory.recall("a", "x", list)
    assert memory.has("a", "x")

    memory.recall("a", "y", list)
    assert not memory.has("a", "x")


def test_what_lasts_is_written_down(tmp_path: Path):
    """What was read and checked, as far as it was used; nothing else can be, or need be."""
    file, memory = tmp_path / "cache/memory", Memory()
    memory.recall(("read", "a"), "x", lambda: "found")
    memory.recall("environment", "x", lambda: memory.recall)
    memory.write(file, "program")

    again = read_memory(file, "program")
    assert again.has(("read", "a"), "x")
    assert not again.has("environment", "x")
    assert "found" == again.recall(("read", "a"), "x", lambda: "not asked")

    again = read_memory(file, "program")
    again.recall(("read", "b"), "x", lambda: "other")
    again.write(file, "program")
    assert not read_memory(file, "program").has(("read", "a"), "x"), "nobody asked for it any more"


def test_another_program_has_no_memory(tmp_path: Path):
    """Nor has anybody of a file that is not whole, or that cannot be read."""
    file, memory = tmp_path / "memory", Memory()
    memory.recall(("read", "a"), "x", lambda: "found")
    memory.write(file, "program")
    written = file.read_bytes()

    assert not read_memory(file, "another").has(("read", "a"), "x")
    file.write_bytes(written[:-1])
    assert not read_memory(file, "program").has(("read", "a"), "x")
    assert not read_memory(tmp_path, "program").has(("read", "a"), "x")


def test_what_cannot_be_unpacked_any_more_is_made_again(tmp_path: Path):
    """As when a package was changed without a new version."""
    packed = {("read", "a"): ("x", b"no pickle")}
    write_sealed(tmp_path / "memory", pickle.dumps(packed), "program")

    memory = read_memory(tmp_path / "memory", "program")

    assert "found" == memory.recall(("read", "a"), "x", lambda: "found")
