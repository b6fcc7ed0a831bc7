"""A new record says what is to be filled in, and holds none of the article's words."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

import pytest

from builder.checks.all_checks import check_timeline
from builder.editing.record_scaffold import new_source, next_letter
from builder.editing.save import read_file, save_changes
from builder.editing.scaffold import Written
from builder.reading.project import read_timeline
from tests.examples import sample_timeline, told
from tests.projects import ARTICLES, ROOT, SAMPLE, copy_sample

ANSWERS = {"publisher": ("The Skell: Herald",), "date": ("1991-05-21~",)}
ARTICLE = b"Herald of Skell\n\nThe ferry sails again, 300 metres from the pier.\n"
NAME = "the-skell-herald-1991-05-21"


def written(
    data: bytes = ARTICLE,
    file: str = "ferry.txt",
    changes: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
) -> Written:
    """What becomes of an article, with some answers changed."""
    answers = {**ANSWERS, **changes}
    return new_source(file, data, answers, sample_timeline(), partial(read_file, SAMPLE))


def test_a_record_a_fingerprint_and_a_copy_are_made():
    """The copy keeps the file's name where a record can give it."""
    files = [change.file for change in written().changes]
    other = [change.file for change in written(file="C:\\my ferry.doc").changes]

    assert [
        f"seeds/{NAME}.yaml",
        f"seeds/fingerprints/{NAME}.json",
        "seeds/texts/ferry.txt",
    ] == files
    assert f"seeds/texts/{NAME}.txt" == other[-1]


def test_the_record_holds_no_word_of_the_article():
    """Of a passage it tells how many words it has, and its numbers."""
    record = written().changes[0].after.decode()

    assert "  # 9 words; numbers: 300\n  - number: 2\n    gist:\n" in record
    assert "letter: C\n" in record
    assert "ferry sails" not in record
    assert "metres" not in record


def test_the_check_names_what_is_left_to_fill_in(tmp_path: Path):
    """One complaint for each empty line, and none that follows from them."""
    project = copy_sample(tmp_path)
    assert [] == save_changes(project, written().changes)

    timeline, problems = read_timeline(project)
    problems += [p for p in check_timeline(timeline) if p.severity == "error"]

    assert [
        "'certainty' has no value",
        "'note' has no value",
        "'basis' has no value",
        "'from' has no value",
        "'language' has no value",
        "'summary' has no value",
        "passage 1 waits for its gist",
        "passage 2 waits for its gist",
    ] == [message for _, _, _, message in told(sorted(problems))]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "ferry.txt: this file is empty"),
        (b" \n\n", "ferry.txt: this file is empty"),
        ("Ömer".encode("cp1254"), "ferry.txt:1:1: this file is not UTF-8"),
        (b"x" * 5_000_000, "ferry.txt:1:1: 5,000,000 bytes is more than a file may have here"),
        (b"\0\1", "ferry.txt:1:1: the character U+0000 is not text"),
        (
            (ARTICLES / "gazette.txt").read_bytes(),
            "ferry.txt: the record of this text is 'alder-gazette-1991-05-13'",
        ),
    ],
)
def test_a_file_that_is_no_new_article_is_refused(data: bytes, message: str):
    """The reason is told at the file, and nothing is written."""
    made = written(data)

    assert () == made.changes
    assert str(made.refusals[0]).startswith(message)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"date": ("soon",)}, "--date: 'soon' is not a date"),
        ({"id": ("No id",)}, "--id: 'No id' is not an id"),
        ({"id": ("../up",)}, "--id: '../up' is not an id"),
        ({"id": ("retold-1991-05-14",)}, "--id: there is a record 'retold-1991-05-14' already"),
        ({"publisher": ("A \x07 bell",)}, "--publisher: the character U+0007 is not text"),
    ],
)
def test_a_bad_answer_is_refused_at_its_flag(changes: dict[str, tuple[str, ...]], message: str):
    """Nothing is written outside seeds/, and nothing over what is there."""
    made = written(changes=changes)

    assert () == made.changes
    assert str(made.refusals[0]).startswith(message)


@pytest.mark.parametrize(
    ("taken", "letter"), [([], "A"), (["A", "C"], "D"), (["Z"], "AA"), (["AZ", "B"], "BA")]
)
def test_the_next_letter_is_one_that_no_source_ever_had(taken: list[str], letter: str):
    """Gaps are not filled: C8 never becomes a passage of another article."""
    assert letter == next_letter(taken)


def test_the_record_names_its_schema():
    """Editors complete from the schema that the first line leads to."""
    first = written().changes[0].after.decode().split("\n", 1)[0]

    assert (ROOT / "seeds" / first.split("$schema=")[1]).is_file()
