"""What an editor reads: every problem once, at its place, with the line and a remedy."""

import re
from pathlib import Path

import pytest

from builder.reports.diagnostics import (
    EXCERPT_WIDTH,
    Diagnostic,
    Files,
    Place,
    as_errors,
    did_you_mean,
    format_report,
    has_errors,
    shorten,
)

FILE = "content/town.yaml"


def report_on(folder: Path, text: str, place: Place) -> list[str]:
    """The lines of a report on one problem at *place* in a file that holds *text*."""
    path = folder / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return format_report([Diagnostic(place, "bad-value", "the pier is missing")], folder).split(
        "\n"
    )


def pointed_at(lines: list[str]) -> str:
    """The character above the caret, or '' if the caret stands behind the line."""
    column = lines[2].index("^")
    return lines[1][column : column + 1]


def test_a_problem_is_told_with_its_place_its_line_and_its_remedy(tmp_path: Path):
    """The report has what is wrong, the line with a caret under the column, and a hint."""
    (tmp_path / "town.yaml").write_text("name: Port Alder\nkind: harbor\n", encoding="utf-8")
    problem = Diagnostic(
        Place("town.yaml", 2, 7), "unknown-value", "no such kind", "Did you mean 'harbour'?"
    )

    report = format_report([problem], tmp_path)

    expected = """\
town.yaml:2:7: error: no such kind [unknown-value]
  2 | kind: harbor
    |       ^
  hint: Did you mean 'harbour'?"""
    assert expected == report


def test_the_gutter_grows_with_the_number_of_the_line(tmp_path: Path):
    """On line 100 the caret stands as true as on line 1."""
    lines = report_on(tmp_path, "\n" * 99 + "name: Port", Place(FILE, 100, 7))

    assert ["  100 | name: Port", "      |       ^"] == lines[1:]


def test_a_warning_is_called_one(tmp_path: Path):
    """The severity stands in the first line."""
    problem = Diagnostic(Place("x.yaml"), "bad-value", "odd", severity="warning")

    assert "x.yaml:1:1: warning: odd [bad-value]" == format_report([problem], tmp_path)


def test_problems_are_sorted_by_file_and_line_and_told_once(tmp_path: Path):
    """Line 9 comes before line 10, file a before file b, and a repeated problem is one problem."""
    places = [Place("b", 1), Place("a", 10), Place("a", 9, 2), Place("a", 9, 1), Place("b", 1)]

    report = format_report((Diagnostic(at, "bad-value", "odd") for at in places), tmp_path)

    told = [line.split(": ")[0] for line in report.split("\n\n")]
    assert ["a:9:1", "a:9:2", "a:10:1", "b:1:1"] == told


def test_a_short_line_is_shown_whole(tmp_path: Path):
    """A line of the excerpt's width is not cut."""
    line = "x" * EXCERPT_WIDTH

    lines = report_on(tmp_path, line, Place(FILE, 1, 5))

    assert f"  1 | {line}" == lines[1]


@pytest.mark.parametrize("column", [1, 2, 47, 48, 49, 150, 298, 299, 300])
def test_a_long_line_is_cut_around_the_column(tmp_path: Path, column: int):
    """Of a long line the part around the column is shown, and the caret points at the same."""
    text = "".join(chr(0x4E00 + at) for at in range(300))

    lines = report_on(tmp_path, text, Place(FILE, 1, column))

    shown = lines[1].removeprefix("  1 | ")
    assert text[column - 1] == pointed_at(lines)
    assert EXCERPT_WIDTH == len(shown.strip("…"))
    assert shown.strip("…") in text


def test_the_cut_is_marked_on_the_side_that_is_cut(tmp_path: Path):
    """An ellipsis stands where something was left out, and nowhere else."""
    shown = [
        report_on(tmp_path, "x" * 300, Place(FILE, 1, column))[1].removeprefix("  1 | ")
        for column in (1, 150, 300)
    ]

    assert [("x", "…"), ("…", "…"), ("…", "x")] == [(line[0], line[-1]) for line in shown]


def test_a_column_behind_the_line_points_behind_its_end(tmp_path: Path):
    """What is missing at the end of a line is shown there, not in the middle of nowhere."""
    lines = report_on(tmp_path, "name: Port", Place(FILE, 1, 99))

    assert "    |           ^" == lines[2]


def test_a_tab_takes_one_column(tmp_path: Path):
    """A caret stays under its character when tabs stand before it."""
    lines = report_on(tmp_path, "\t\tname", Place(FILE, 1, 3))

    assert "  1 |   name" == lines[1]
    assert "n" == pointed_at(lines)


def test_control_characters_do_not_reach_the_terminal(tmp_path: Path):
    """A file cannot colour, clear or ring the editor's terminal."""
    lines = report_on(tmp_path, "a\x1b[31mb\x07\u202ec", Place(FILE, 1, 6))

    assert "  1 | a [31mb  c" == lines[1]


def test_a_byte_order_mark_takes_no_column(tmp_path: Path):
    """The caret is right in a file that begins with an invisible mark."""
    lines = report_on(tmp_path, "\ufeffname", Place(FILE, 1, 1))

    assert "  1 | name" == lines[1]


@pytest.mark.parametrize("line", [2, 3, 99])
def test_a_line_with_nothing_on_it_is_not_quoted(tmp_path: Path, line: int):
    """A blank line, or one behind the end of the file, shows nothing."""
    lines = report_on(tmp_path, "name: Port\n   \n", Place(FILE, line))

    assert 1 == len(lines)


@pytest.mark.parametrize("data", [None, b"\xff\xfen\0a\0m\0e\0"])
def test_a_file_that_cannot_be_read_is_not_quoted(tmp_path: Path, data: bytes | None):
    """A missing file, or one that is not text, still has its complaint and its hint."""
    if data is not None:
        (tmp_path / "x.yaml").write_bytes(data)
    problem = Diagnostic(Place("x.yaml", 1, 3), "not-utf-8", "not text", "Save it again.")

    report = format_report([problem], tmp_path)

    assert "x.yaml:1:3: error: not text [not-utf-8]\n  hint: Save it again." == report


def test_a_line_in_another_encoding_is_shown_as_far_as_it_can_be(tmp_path: Path):
    """The letter that is not UTF-8 is replaced, so that its line can be found."""
    (tmp_path / "x.yaml").write_bytes("name: Ünlü\n".encode("latin-1"))

    report = format_report([Diagnostic(Place("x.yaml", 1, 7), "not-utf-8", "odd")], tmp_path)

    assert ["  1 | name: \ufffdnl\ufffd", "    |       ^"] == report.split("\n")[1:]


def test_words_that_quote_anything_stay_on_one_line_and_can_be_shown(tmp_path: Path):
    """What an editor typed cannot break the report, colour it or make it endless."""
    problem = Diagnostic(Place("x.yaml"), "bad-value", "a\nb \x1b[31m \U00018cd6", "x" * 5_000)

    first, second = format_report([problem], tmp_path).split("\n")

    assert "x.yaml:1:1: error: a b \ufffd[31m \ufffd [bad-value]" == first
    assert len(second) < 700


def test_colours_mark_the_severity_and_the_caret_and_change_no_word(tmp_path: Path):
    """On a terminal errors are red and warnings yellow; without the colours the words are equal."""
    (tmp_path / "x.yaml").write_text("name: Port\n", encoding="utf-8")
    problems = [
        Diagnostic(Place("x.yaml", 1, 7), "bad-value", "odd", severity=severity)
        for severity in ("error", "warning")
    ]

    coloured = format_report(problems, tmp_path, is_coloured=True)

    assert "\x1b[1;31merror\x1b[0m" in coloured
    assert "\x1b[1;33mwarning\x1b[0m" in coloured
    assert coloured.count("^\x1b[0m") == 2
    assert format_report(problems, tmp_path) == re.sub(r"\x1b\[[\d;]*m", "", coloured)


def test_a_file_is_read_once_for_a_thousand_problems(tmp_path: Path):
    """Every line is quoted although the file is gone after the first."""
    (tmp_path / "x.yaml").write_text("name\n" * 1_000, encoding="utf-8")
    files = Files(tmp_path)

    first = files.excerpt(Place("x.yaml", 1))
    (tmp_path / "x.yaml").unlink()

    assert {("name", 1)} == {first, files.excerpt(Place("x.yaml", 1_000))}


def test_a_folder_is_not_quoted(tmp_path: Path):
    """A complaint about a folder has no line to show."""
    problem = Diagnostic(Place("."), "foreign-folder", "not ours")

    assert ".:1:1: error: not ours [foreign-folder]" == format_report([problem], tmp_path)


def test_the_nearest_name_is_suggested():
    """A slip of the finger is met with the name that was meant."""
    assert "Did you mean 'tobias-reeve'?" == did_you_mean("tobias-reev", ["venn", "tobias-reeve"])


def test_capital_letters_do_not_hide_what_was_meant():
    """A name in capitals is the same name, and is suggested as it is written."""
    assert "Did you mean 'weight'?" == did_you_mean("WEIGHT", ["weight", "kind"])
    assert "Did you mean 'Türkçe'?" == did_you_mean("türkce", ["Türkçe", "English"])


def test_all_names_are_listed_when_none_is_near_and_they_are_few():
    """Who is far off is told what there is, in alphabetical order."""
    assert "Known are: a, b, c." == did_you_mean("zzz", ["c", "a", "b"])


@pytest.mark.parametrize("known", [[], [f"name-{number}" for number in range(13)]])
def test_no_list_is_shown_that_nobody_would_read(known: list[str]):
    """Nothing is suggested from an empty list or a long one."""
    assert "" == did_you_mean("zzz", known)


def test_a_long_text_is_shortened_at_a_word():
    """A message quotes the beginning of a long text, and short ones whole."""
    assert "a pier" == shorten("a pier")
    assert "one two three four five six seven eight nine ten eleven …" == shorten(
        "one two three four five six seven eight nine ten eleven twelve thirteen"
    )


def test_only_errors_stand_in_the_way():
    """A warning alone does not stop publishing."""
    warning = Diagnostic(Place("x"), "bad-value", "odd", severity="warning")
    error = Diagnostic(Place("x"), "bad-value", "wrong")

    assert not has_errors([])
    assert not has_errors([warning])
    assert has_errors([warning, error])


def test_strictness_makes_errors_of_warnings_and_changes_nothing_else():
    """Under --strict every problem is an error with the same place, words and hint."""
    warning = Diagnostic(Place("x", 2, 3), "bad-value", "odd", "Mend it.", "warning")

    strict = as_errors([warning])

    assert [Diagnostic(Place("x", 2, 3), "bad-value", "odd", "Mend it.", "error")] == strict
