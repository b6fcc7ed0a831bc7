"""Dates and numbers are read as a language writes them, and as exactly as they are known."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from babel import Locale
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.reports.diagnostics import Place
from builder.text.dates import parse_date
from builder.views.wording import UnknownStringError, Wording, read_wording
from tests.examples import WORDING, make_wording


@pytest.mark.parametrize(
    ("date", "text", "exactness"),
    [
        ("1991-05-12", "12 May 1991", ""),
        ("1991-05", "May 1991", "month only"),
        ("1991", "1991", "year only"),
        ("199X", "the 1990s", "decade only"),
        ("1991-05-12~", "about 12 May 1991", ""),
        ("1991-05?", "possibly May 1991", "month only"),
        ("1991~", "about 1991", "year only"),
        ("199X?", "possibly the 1990s", "decade only"),
        ("1991/1993", "1991–1993", "year only"),
        ("1991-05/1992-06", "May 1991 – June 1992", "month only"),
        ("1991-05/1991-06", "May – June 1991", "month only"),
        ("1991-05-12/1991-05-14", "12 May – 14 May 1991", ""),
        ("198X/1991", "the 1980s – 1991", "decade only"),
        ("1991~/1993?", "about 1991 – possibly 1993", "year only"),
        ("[1991-05-12..1991-05-14]", "between 12 May and 14 May 1991", "day not given"),
        ("[1991-05-31..1992-01-02]", "between 31 May 1991 and 2 January 1992", "day not given"),
        ("[1991..1993]", "between 1991 and 1993", "day not given"),
    ],
)  # fmt: skip
def test_a_date_is_read_as_exactly_as_it_is_known(date: str, text: str, exactness: str):
    """Each precision and each extent has its words, and no more than was typed."""
    when = WORDING.when(parse_date(date))

    assert (text, exactness) == (when.text, when.exactness)


@pytest.mark.parametrize(
    ("date", "machine"),
    [
        ("1991-05-12", ["1991-05-12"]),
        ("1991-05~", ["1991-05"]),
        ("199X", [""]),
        ("1991/1991-06", ["1991", "1991-06"]),
        ("[1991-05-12..1991-05-14]", ["1991-05-12", "1991-05-14"]),
    ],
)
def test_each_time_of_a_date_has_its_machine_form(date: str, machine: list[str]):
    """The two ends of an interval are two times."""
    assert machine == [time.iso for time in WORDING.when(parse_date(date)).times]


def test_a_part_of_the_day_says_how_exact_a_date_is():
    """The night of a day is more than the day."""
    assert "night" == WORDING.when(parse_date("1991-05-12"), "night").exactness


def test_dates_are_written_as_the_language_writes_them():
    """The months are those of the locale."""
    turkish = Wording("tr", Locale.parse("tr"), make_wording().strings)

    assert "12 Mayıs 1991" == turkish.when(parse_date("1991-05-12")).text


@settings(max_examples=15)
@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from([4, 7, 10]))
def test_no_words_are_more_exact_than_the_date(day: date, length: int):
    """Neither a day nor a month appears that was not typed."""
    typed = day.isoformat()[:length]

    text = WORDING.when(parse_date(typed)).text

    assert {4: 1, 7: 2, 10: 3}[length] == len(text.split())
    assert str(day.year) == text.split()[-1]


# ---- numbers


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (1204, "1,204"),
        (Decimal("4741868"), "4,741,868"),
        (Decimal("52.40"), "52.40"),
        (Decimal("0.5"), "0.5"),
        (Decimal("1E+3"), "1,000"),
    ],
)
def test_a_number_keeps_all_its_digits(value: int | Decimal, text: str):
    """Thousands are grouped, and a zero at the end of a decimal stays."""
    assert text == WORDING.number(value)


def test_numbers_are_grouped_as_the_language_does():
    """A Turkish reader reads points for commas."""
    turkish = Wording("tr", Locale.parse("tr"), {})

    assert ["1.204", "52,40"] == [turkish.number(1204), turkish.number(Decimal("52.40"))]


@given(st.decimals(min_value=0, max_value=10**12, places=2))
def test_english_and_turkish_numbers_have_the_same_digits(value: Decimal):
    """4,741,868.54 and 4.741.868,54: only the marks change places."""
    turkish = Wording("tr", Locale.parse("tr"), {})

    swapped = turkish.number(value).translate(str.maketrans(".,", ",."))

    assert WORDING.number(value) == swapped
    assert value == Decimal(swapped.replace(",", ""))


@given(st.decimals(min_value=0, max_value=10**12, places=3))
def test_a_shown_number_reads_as_the_number(value: Decimal):
    """Nothing is rounded."""
    assert value == Decimal(WORDING.number(value).replace(",", ""))


# ---- strings


def test_a_string_is_said_with_its_values():
    """Numbers among them are grouped, texts are taken as they are."""
    wording = make_wording(told="{name} has {votes} votes")

    assert "Venn has 1,204 votes" == wording.say("told", name="Venn", votes=1204)


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0 days"), (1, "1 day"), (2, "2 days"), (1000, "1,000 days")]
)
def test_a_count_picks_the_plural_form(count: int, text: str):
    """One day is not one days."""
    assert text == WORDING.say("sounding.days", count=count)


def test_a_language_has_the_plural_forms_that_it_has():
    """Where a form is missing, the general one is used."""
    polish = Wording("pl", Locale.parse("pl"), {"n": {"one": "{count} x", "other": "{count} y"}})

    assert ["1 x", "3 y"] == [polish.say("n", count=1), polish.say("n", count=3)]


@pytest.mark.parametrize(
    ("key", "string"), [("gone", None), ("gone", {"one": "x"}), ("gone", {})]
)  # fmt: skip
def test_a_string_that_is_not_there_is_named(key: str, string: dict[str, str] | None):
    """Whoever wrote the template reads which one is missing."""
    wording = make_wording(**({key: string} if string is not None else {}))

    with pytest.raises(UnknownStringError, match="has no 'gone'"):
        wording.say(key, count=5)


@pytest.mark.parametrize("string", ["{nam}", "{}", "{name", "{name.x}", "{name!z}"])
def test_a_string_that_asks_for_what_it_is_not_given_is_named(string: str):
    """A slip in the braces of a strings file is not a riddle."""
    with pytest.raises(UnknownStringError, match="the string 'odd' asks for a value"):
        make_wording(odd=string).say("odd", name="Venn")


def test_it_is_known_whether_there_is_a_string():
    """Some are said only if they exist."""
    assert WORDING.has("lamp")
    assert not WORDING.has("no-lamp")


# ---- distances


@pytest.mark.parametrize(
    ("here", "there", "text"),
    [
        ("1991-05-12", "1991-05-12", "0 days"),
        ("1991-05-12", "1991-05-13", "1 day"),
        ("1991-05-12", "1992-05-11", "365 days"),
        ("1991-05-12", "1992-05-12", "1 year"),
        ("1991-05-12", "1992-06-11", "1 year"),
        ("1991-05-12", "1992-06-12", "1 year, 1 month"),
        ("1991-05-12", "1996-05-11", "4 years, 11 months"),
        ("1992-02-29", "1993-02-28", "365 days"),
    ],
)
def test_between_two_days_it_is_days_or_years_and_months(here: str, there: str, text: str):
    """Less than a year is counted in days, more in full years and months."""
    assert text == WORDING.distance(parse_date(here), parse_date(there))


@pytest.mark.parametrize(
    ("here", "there", "text"),
    [
        ("1991", "1996-05-12", "5 years"),
        ("1991-05-12", "1996", "5 years"),
        ("1991-05-12~", "1992-05-12", "1 year"),
        ("1991-05", "1996-01", "5 years"),
    ],
)
def test_between_dates_that_are_not_exact_it_is_years(here: str, there: str, text: str):
    """Nobody counts days from a year."""
    assert text == WORDING.distance(parse_date(here), parse_date(there))


# ---- the strings file


def write_strings(folder: Path, data: bytes) -> Path:
    """A folder of templates with the strings of one language."""
    (folder / "strings").mkdir()
    (folder / "strings/en.yaml").write_bytes(data)
    return folder


def test_the_strings_of_a_language_are_read(tmp_path: Path):
    """The locale may be a land's."""
    folder = write_strings(tmp_path, b"locale: en_GB\nhello: Hello, {name}\n")

    wording, problems = read_wording(folder, "en")

    assert [] == problems
    assert wording is not None
    assert ("en", "en_GB", "Hello, Venn") == (
        wording.language,
        str(wording.locale),
        wording.say("hello", name="Venn"),
    )


def test_without_a_locale_the_language_is_one(tmp_path: Path):
    """English is English."""
    wording, _ = read_wording(write_strings(tmp_path, b"hello: Hello\n"), "en")

    assert wording is not None
    assert "en" == str(wording.locale)


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"a: 'x\n", "yaml-syntax", 1),
        (b"a: 1\na: 2\n", "repeated-key", 2),
        (b"- a\n", "bad-value", 1),
        (b"", "bad-value", 1),
        (b"\xff", "not-utf-8", 1),
        (b"a: 1\nlocale: zz_ZZ\n", "unknown-value", 2),
        (b"locale: '?'\n", "unknown-value", 1),
        (b"a: 1\nlocale:\n", "unknown-value", 2),
        (b"locale: [en]\n", "unknown-value", 1),
    ],
)
def test_a_mistake_in_the_strings_is_told(tmp_path: Path, data: bytes, code: str, line: int):
    """A translator reads the file and the line."""
    folder = write_strings(tmp_path, data)

    wording, problems = read_wording(folder, "en")

    place = Place(f"{tmp_path.name}/strings/en.yaml", line)
    assert wording is None
    assert [(code, place.file, place.line)] == [
        (problem.code, problem.place.file, problem.place.line) for problem in problems
    ]


def test_a_language_without_strings_is_told(tmp_path: Path):
    """Nothing raises when the file is not there."""
    wording, problems = read_wording(tmp_path, "xx")

    assert wording is None
    assert ["unreadable-file"] == [problem.code for problem in problems]
