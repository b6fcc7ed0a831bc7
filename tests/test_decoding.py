"""Bytes become text, or a reason why they are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.decoding import MAX_BYTES, decode
from builder.diagnostics import Place


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
    assert [("not-utf-8", Place("town.yaml", 2))] == [(p.code, p.place) for p in problems]


def test_utf_16_is_refused():
    """A file saved as "Unicode" on Windows is told how to save it."""
    assert ["not-utf-8"] == codes_of("name".encode("utf-16"))


@pytest.mark.parametrize(
    "character", ["\0", "\a", "\x1b", "\x7f", "\x9f", "\ue000", "\uf8ff", "\uffff"]
)
def test_what_no_reader_can_see_is_refused_at_its_place(character: str):
    """Controls and private-use characters are a problem at their line and column."""
    text, problems = decode("town.yaml", f"one\r\nab{character}".encode())

    assert "" == text
    assert [("not-text", Place("town.yaml", 2, 3))] == [(p.code, p.place) for p in problems]
    assert f"U+{ord(character):04X}" in problems[0].message


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
