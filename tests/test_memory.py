"""What was made is made again only when what it depends on has changed."""

from builder.memory import Memory


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
