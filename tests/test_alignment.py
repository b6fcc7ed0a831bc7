"""Which part of an old text became which part of a new one."""

from builder.reviewing.alignment import SAME, align, likeness, split_changes


def pairs(old: list[str], new: list[str]) -> list[tuple[int | None, int | None]]:
    """Indexes of texts and of what they became, by their words."""
    return list(align(old, new, lambda at, to: likeness(old[at], new[to]) >= SAME))


def test_equal_texts_are_paired():
    """What stays is paired with itself, whatever is added before it."""
    assert [(None, 0), (0, 1), (1, 2)] == pairs(["a b", "c d"], ["x y", "a b", "c d"])


def test_a_text_is_paired_with_what_it_became():
    """One word in four changed, and another text before it is new."""
    assert [(None, 0), (0, 1)] == pairs(["the lamps are lit"], ["no one", "the lamps are out"])


def test_what_has_nothing_in_common_was_removed_and_added():
    """Two sentences are not one that was changed because they stand in the same place."""
    assert [(0, None), (None, 0)] == pairs(["the lamps are lit"], ["nobody votes"])


def test_likeness_counts_words():
    """Texts of the same words are the same; what is surely too little counts as nothing."""
    assert likeness("a  b c", "a b\nc") == 1
    assert likeness("a b c d", "a b c x") == 0.75
    assert likeness("a b c d", "a b c x", 0.8) == 0


def test_runs_of_words_are_told_apart():
    """What stays is the same twice; a digit is enough to make a word another."""
    found = list(split_changes("a lead of 1,204 votes", "a lead of 1,205 votes now"))

    assert [
        ("a lead of", "a lead of"),
        ("1,204", "1,205"),
        ("votes", "votes"),
        ("", "now"),
    ] == found


def test_texts_with_little_in_common_are_not_cut_up():
    """Nobody can read the scraps of two sentences."""
    assert [("one two three", "four two five")] == list(
        split_changes("one two three", "four two five")
    )
