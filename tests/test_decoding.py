"""Bytes become text, or a reason why they are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.file_bytes import MAX_BYTES
from builder.reports.diagnostics import Place
from builder.text.decoding import decode


def codes_of(data: bytes) -> list[str]:
    """What is wrong with the bytes of a file."""
    return [problem.code for problem in decode("town.yaml", data)[1]]


def test_utf_8_is_read():
    """Letters of every alphabet arrive as they were typed."""
    text = "Şemşî ığüşöç Ñandú ☃ 😀\n\tend"

    assert (text, []) == decode("town.yaml", text.encode())


def test_a_byte_order_mark_is_not_text():
    """The invisible mark that some editors write is dropped."""
    assert ("name", []) == decode("town.yaml", b"\xef\xbb\xbfname")


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_every_kind_of_line_end_is_one(end: bytes):
    """Lines count alike, whichever machine they were typed on."""
    assert ("one\ntwo\n", []) == decode("town.yaml", b"one" + end + b"two" + end)


def test_an_empty_file_is_an_empty_text():
    """No bytes are no mistake here."""
    assert ("", []) == decode("town.yaml", b"")


def test_other_encodings_are_refused_at_their_line():
    """Bytes that are not UTF-8 are a problem on the line that holds the first of them."""
    text, problems = decode("town.yaml", "name: Port\nclerk: Ünlü\n".encode("latin-1"))

    assert "" == text
    assert [("not-utf-8", Place("town.yaml", 2, 8))] == [(p.code, p.place) for p in problems]


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("utf-16", "UTF-16"), ("utf-32", "UTF-32")],
)
def test_other_unicodes_are_told_by_their_mark(encoding: str, name: str):
    """A file saved as "Unicode" on Windows is told what it is and how to save it."""
    _, problems = decode("town.yaml", "name".encode(encoding))

    assert [("not-utf-8", f"this file is saved as {name}, not as UTF-8")] == [
        (problem.code, problem.message) for problem in problems
    ]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_no_text(encoding: str):
    """Zeros between the letters are no text in UTF-8."""
    assert ["not-text"] == codes_of("name".encode(encoding))


@pytest.mark.parametrize(
    ("text", "encoding", "told"),
    [
        ("name: Ünlü", "cp1252", ": it looks like Windows-1252, in which a word here is 'Ünlü'"),
        ("name: Şişe,", "cp1254", ": it looks like Windows-1254, in which a word here is 'Şişe,'"),
        ("name: pıRıl", "cp1254", ": it looks like Windows-1254, in which a word here is 'pıRıl'"),
        ("name: \x81", "latin-1", ""),
        ("name: 12 ¼", "latin-1", ""),
    ],
)
def test_the_encoding_is_guessed_and_shown_by_a_word(text: str, encoding: str, told: str):
    """An editor recognises the word; where none can be shown nothing is guessed."""
    _, problems = decode("town.yaml", text.encode(encoding))

    assert f"this file is not UTF-8{told}" == problems[0].message


@pytest.mark.parametrize(
    "character",
    ["\u200b", "\u200d", "\u200c", "\u00ad", "\u2060", "\ufeff", "\u202e", "\u2066", "\u2028",
     "\u200e", "\u0085"],
)  # fmt: skip
def test_an_invisible_character_is_refused_at_its_place(character: str):
    """What hides a word from every search is named, with its line and column."""
    text, problems = decode("town.yaml", f"one\nab{character}c\n".encode())

    assert "" == text
    assert [("invisible-character", Place("town.yaml", 2, 3))] == [
        (p.code, p.place) for p in problems
    ]
    assert f"U+{ord(character):04X}" in problems[0].message


@pytest.mark.parametrize("text", ["می‌خواهم", "👩‍🚒", "10 000", "a\u202f%", "e\u0301"])
def test_what_scripts_and_typography_need_is_text(text: str):
    """Joiners in Persian and in emoji, no-break spaces and accents are typed on purpose."""
    assert (text, []) == decode("town.yaml", text.encode())


def test_an_article_is_as_it_was_printed():
    """What a newspaper left in its text is not ours to mend; a control is no text there either."""
    assert ("soft\u00adly\u200b", []) == decode(
        "a.txt", "soft\u00adly\u200b".encode(), is_ours=False
    )
    assert ["not-text"] == [p.code for p in decode("a.txt", b"a\0", is_ours=False)[1]]


def test_a_second_byte_order_mark_is_invisible():
    """Only the first one is the file's; further ones stand in its text."""
    assert ["invisible-character"] == codes_of(b"\xef\xbb\xbf\xef\xbb\xbfname")


@pytest.mark.parametrize(
    "character", ["\0", "\a", "\x1b", "\x7f", "\x9f", "\ue000", "\uf8ff", "\uffff"]
)
def test_what_no_reader_can_see_is_refused_at_its_place(character: str):
    """Controls and private-use characters are a problem at their line and column."""
    text, problems = decode("town.yaml", f"one\r\nab{character}".encode())

    assert "" == text
    assert [("not-text", Place("town.yaml", 2, 3))] == [(p.code, p.place) for p in problems]
    assert f"U+{ord(character):04X}" in problems[0].message


@pytest.mark.parametrize(
    "line", ["<<<<<<< HEAD", "||||||| 1f2e3d4", "=======", ">>>>>>> other", ">>>>>>>"]
)
def test_a_merge_that_is_not_settled_is_told_at_its_line(line: str):
    """Any of the lines by which git parts two versions, also if it was left alone."""
    text, problems = decode("town.yaml", f"a: 1\r\n{line}\r\nb: 2\r\n".encode())

    assert "" == text
    assert [("merge-conflict", Place("town.yaml", 2, 1))] == [(p.code, p.place) for p in problems]


def test_a_whole_conflict_is_one_mistake():
    """Told where it begins."""
    lines = "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> other\n"
    _, problems = decode("town.yaml", lines.encode())

    assert [Place("town.yaml", 2, 1)] == [problem.place for problem in problems]


@pytest.mark.parametrize(
    ("file", "line"),
    [("a.yaml", "========"), ("a.yaml", "# ======="), ("a.yaml", "  ======="), ("a.md", "=======")],
)
def test_a_line_of_signs_is_no_conflict(file: str, line: str):
    """Seven of them, at the beginning of a line; in Markdown, a heading is underlined so."""
    assert (f"a\n{line}\n", []) == decode(file, f"a\n{line}\n".encode())


def test_tabs_and_line_ends_are_text():
    """What an editor types on purpose is no control character."""
    assert [] == codes_of(b"a\tb\r\nc\n")


def test_a_file_may_be_as_large_as_the_limit_and_no_larger():
    """A file of the allowed size is read; one byte more is refused, with both sizes."""
    assert [] == codes_of(b"x" * MAX_BYTES)

    _, problems = decode("town.yaml", b"x" * (MAX_BYTES + 1))
    assert ["too-large"] == [problem.code for problem in problems]
    assert "4,000,001 bytes" in problems[0].message
    assert "(4,000,000)" in problems[0].message


@given(st.binary(max_size=60))
def test_any_bytes_are_text_or_a_problem(data: bytes):
    """No file raises, and none is read halfway."""
    text, problems = decode("town.yaml", data)

    assert not (text and problems)
    assert len(problems) <= 1
