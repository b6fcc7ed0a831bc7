"""The words of the interface: one strings file per language; dates and numbers as it writes them.

Takes ``templates/strings/<language>.yaml``; gives a ``Wording`` that says a string by its key,
picks its plural form, and shows dates, numbers and shares. Law: no sentence of the interface
stands in code or templates, and nothing is shown more exactly than it is known.
"""

from __future__ import annotations

from collections.abc import Hashable
from collections.abc import Mapping as Strings
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import parse_pattern

from builder.file_bytes import read_bytes
from builder.reports.diagnostics import Diagnostic, Place, has_errors
from builder.text.dates import Moment, PartialDate
from builder.text.located_yaml import Mapping, parse_yaml


class UnknownStringError(LookupError):
    """Raised when a string is said that the strings file does not hold, or not so."""


@dataclass(frozen=True)
class ShownTime:
    """A stretch of a date as it is read, and its machine form for ``<time datetime>`` or ''."""

    text: str
    iso: str


@dataclass(frozen=True)
class When:
    """A date as it is read: one or two times in a phrase, and how exact it is."""

    before: str
    times: tuple[ShownTime, ...]
    between: str
    exactness: str

    @cached_property
    def text(self) -> str:
        """The whole date as plain text."""
        return self.before + self.between.join(time.text for time in self.times)


@dataclass(frozen=True)
class Wording:
    """The strings of one language."""

    language: str
    locale: Locale
    strings: Strings[str, str | Strings[str, str]]
    version: str = ""
    """A hash of the file that holds them."""
    _shown: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)
    """Numbers and dates as they were shown before: pages show the same ones again and again."""

    def say(self, key: str, **values: object) -> str:
        """Return the string called *key* with its values; ``count`` picks the plural form."""
        string = self.strings.get(key)
        if not isinstance(string, str):
            string = self._plural(key, values.get("count"))
        if not values and "{" not in string and "}" not in string:
            return string
        shown = {
            name: value if isinstance(value, str) else self._value(value)
            for name, value in values.items()
        }
        try:
            return string.format_map(shown)
        except (LookupError, ValueError, AttributeError) as error:
            raise UnknownStringError(f"the string {key!r} asks for a value: {error}") from error

    def _plural(self, key: str, count: object) -> str:
        """Return the form of a string that *count* asks for."""
        forms = self.strings.get(key)
        string = None
        if isinstance(forms, Strings):
            form = self.locale.plural_form(count if isinstance(count, int) else 0)
            string = forms.get(form, forms.get("other"))
        if string is None:
            raise UnknownStringError(f"the strings file has no {key!r}")
        return string

    def _value(self, value: object) -> object:
        return self.number(value) if isinstance(value, int | Decimal) else value

    def measure(self, unit: str, value: Decimal) -> str:
        """Return a value with its unit in the right number: 1 vote, 2 votes, 1.5 points."""
        key = (unit, value.as_tuple())
        if key not in self._shown:
            self._shown[key] = self._measure(unit, value)
        shown: str = self._shown[key]
        return shown

    def _measure(self, unit: str, value: Decimal) -> str:
        is_whole = value == value.to_integral_value()
        # What is no whole number takes the form that no whole number above one differs from.
        return self.say(f"unit.{unit}", value=value, count=int(value) if is_whole else 2)

    def has(self, key: str) -> bool:
        """Whether there is a string called *key*."""
        return key in self.strings

    def number(self, value: int | Decimal) -> str:
        """Return a number with the language's grouping and decimal mark, every digit kept."""
        key = value.as_tuple() if isinstance(value, Decimal) else value
        if key not in self._shown:
            self._shown[key] = self._number(Decimal(value))
        shown: str = self._shown[key]
        return shown

    def _number(self, value: Decimal) -> str:
        places = max(0, -int(value.as_tuple().exponent))
        pattern = "#,##0" + ("." + "0" * places if places else "")
        return str(parse_pattern(pattern).apply(value, self.locale))

    def when(self, date: PartialDate, time: str | None = None) -> When:
        """Return *date* as it is read, exactly as precisely as it is known."""
        key = (date.text, time)
        if key not in self._shown:
            self._shown[key] = self._when(date, time)
        shown: When = self._shown[key]
        return shown

    def _when(self, date: PartialDate, time: str | None) -> When:
        moments = (date.start,) if date.extent == "moment" else (date.start, date.end)
        same_year = len(moments) == 2 and date.first.year == date.last.year
        times = tuple(
            ShownTime(self._moment(moment, with_year=number > 0 or not same_year), moment.iso)
            for number, moment in enumerate(moments)
        )
        phrase = {"moment": "", "lasting": "", "within": self.say("date.between")}[date.extent]
        joint = {"moment": "", "lasting": "–", "within": self.say("date.and")}[date.extent]
        if date.extent == "lasting" and any(" " in shown.text for shown in times):
            joint = " – "
        return When(phrase, times, joint, self._exactness(date, time))

    def distance(self, here: PartialDate, there: PartialDate) -> str:
        """Return how long it is between two dates, in days or in years, as exactly as is known."""
        years = there.first.year - here.first.year
        if not (here.is_exact_day and there.is_exact_day):
            return self.say("sounding.years", count=years)
        months = 12 * years + there.first.month - here.first.month
        years, months = divmod(months - (there.first.day < here.first.day), 12)
        if not years:
            return self.say("sounding.days", count=(there.first - here.first).days)
        said = self.say("sounding.years", count=years)
        months_said = self.say("sounding.months", count=months)
        return self.say("sounding.joint", years=said, months=months_said) if months else said

    def _moment(self, moment: Moment, *, with_year: bool) -> str:
        if moment.precision == "decade":
            text = self.say("date.decade", decade=str(moment.first.year))
        else:
            pattern = {"day": "d MMMM y", "month": "MMMM y", "year": "y"}[moment.precision]
            pattern = pattern if with_year else pattern.removesuffix(" y")
            text = str(format_date(moment.first, pattern, locale=self.locale))
        if moment.approximate:
            return self.say("date.about", date=text)
        return self.say("date.possibly", date=text) if moment.uncertain else text

    def _exactness(self, date: PartialDate, time: str | None) -> str:
        if time:
            return time
        if date.extent == "within":
            return self.say("date.day-not-given")
        precision = date.start.precision
        return "" if precision == "day" else self.say(f"date.{precision}-only")


def read_wording(folder: Path, language: str) -> tuple[Wording | None, list[Diagnostic]]:
    """Return the strings of *language* from the templates' folder, and what is wrong with them."""
    path = folder / "strings" / f"{language}.yaml"
    file = f"{folder.name}/strings/{language}.yaml"
    try:
        data = read_bytes(path)
    except OSError:
        hint = "Restore it, or change 'language' in content/site.yaml."
        return None, [
            Diagnostic(Place(file), "unreadable-file", "no strings for this language", hint)
        ]
    value, problems = parse_yaml(file, data)
    if has_errors(problems) or not isinstance(value, Mapping):
        return None, problems or [
            Diagnostic(
                Place(file), "bad-value", "this file holds keys and strings", "Write 'key: text'."
            )
        ]
    return _make_wording(file, language, value, blake2b(data, digest_size=16).hexdigest())


def _make_wording(
    file: str, language: str, strings: Mapping, version: str
) -> tuple[Wording | None, list[Diagnostic]]:
    try:
        named = strings.get("locale", language)
        locale = Locale.parse(named if isinstance(named, str) else "")
    except (UnknownLocaleError, ValueError):
        place = strings.values_at.get("locale", strings.span).place
        return None, [Diagnostic(place, "unknown-value", "no such locale", "Write one like en_GB.")]
    return Wording(language, locale, strings, version), []
