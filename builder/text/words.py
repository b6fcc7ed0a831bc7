"""How text is compared: folding, words, and the numbers that it holds in digits and in words.

Takes text; gives folded text, tokens and number tokens. Law: what is compared exactly is never
lower-cased and never loses a digit; what is only searched for (copied runs, names) is folded
hard, Turkish letters included.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from itertools import takewhile
from math import prod
from typing import NamedTuple

_QUOTES = str.maketrans({**dict.fromkeys("“”„‟«»″", '"'), **dict.fromkeys("‘’‚‛′`´", "'")})
_WORD = re.compile(r"%|[^\W_]+(?:[.,'’\-‑][^\W_]+)*")
_LOOSE_WORD = re.compile(r"\d+(?:[.,]\d+)*|[a-z]+")
_TURKISH = str.maketrans({"İ": "i", "I": "i", "ı": "i"})


class Token(NamedTuple):
    """A word and where it stands in its text."""

    text: str
    start: int
    end: int


def fold_exact(text: str) -> str:
    """Return *text* with NFC letters, single spaces and plain quotation marks, nothing else."""
    if text.isascii():  # most texts, and much faster
        return " ".join(text.replace("`", "'").split())
    return " ".join(unicodedata.normalize("NFC", text).translate(_QUOTES).split())


def fold_letters(text: str) -> str:
    """Return *text* for searching: lower case, no accents, one i for all four Turkish ones."""
    if text.isascii():
        return text.lower()
    lowered = unicodedata.normalize("NFKD", text.translate(_TURKISH).casefold())
    return "".join(letter for letter in lowered if not unicodedata.combining(letter))


def tokenize(text: str) -> list[Token]:
    """Return the words of *text*; ``50.92``, ``I'm``, ``15million`` and ``%`` are one word each."""
    return [Token(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]


def count_words(text: str) -> int:
    """Return the number of words as an editor counts them: between white space."""
    return len(text.split())


def exact_runs(text: str, length: int = 4) -> list[str]:
    """Return every run of *length* words with the exact text between them, folded exactly."""
    folded = fold_exact(text)
    words = list(_WORD.finditer(folded))
    pairs = zip(words, words[length - 1 :], strict=False)
    return [folded[first.start() : last.end()] for first, last in pairs]


def loose_words(text: str) -> list[str]:
    """Return the words of *text* as they are compared in the search for copied text."""
    plain_text = fold_letters(fold_exact(text)).replace("'", "")
    return _LOOSE_WORD.findall(plain_text)


def loose_runs(text: str, length: int = 4) -> list[str]:
    """Return every run of *length* words without case, accents and punctuation."""
    words = loose_words(text)
    return [" ".join(words[i : i + length]) for i in range(len(words) - length + 1)]


# ---- numbers -------------------------------------------------------------------------------

# fmt: off
_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)
# fmt: on
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SMALL: dict[str, int | Decimal] = {
    **{word: number for number, word in enumerate(_UNITS)},
    **{word: 20 + 10 * number for number, word in enumerate(_TENS)},
    "dozen": 12,
    "half": Decimal("0.5"),
}
_ORDINAL = {word: f"{number}." for number, word in enumerate(_ORDINALS, 1)}
_PLURALS = {f"{word}s": number for word, number in _SCALES.items()}
_BEGINNINGS = frozenset(
    (*_SMALL, *_ORDINAL, *_PLURALS, *(month.lower() for month in MONTHS), "a", "an", "tens")
)
"""Words with which a number can begin."""
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?")
_PARTS = re.compile(rf"{_DIGITS.pattern}|[^\W\d_]+|%")


class Number(NamedTuple):
    """A number in a text: what it is compared by, as it was typed, and where it begins.

    *key* is the plain decimal for a cardinal (``13000``), ``3.`` for an ordinal, ``10000s`` for
    a round plural (tens of thousands), and ``March`` for the name of a month.
    """

    key: str
    typed: str
    start: int


@cache  # several checks and pages ask for those of the same sentence
def find_numbers(text: str) -> tuple[Number, ...]:
    """Return the numbers of *text* in digits and in English words, in order.

    The lone words "one" and "a" are pronouns more often than counts and are left out, except
    before a scale ("a million"). "second" as a unit of time and "May" as a verb read as numbers
    when written like them; a passage that holds the same word satisfies them.
    """
    return tuple(_read_numbers(text))


def _read_numbers(text: str) -> Iterator[Number]:
    parts = list(_PARTS.finditer(text))
    words = [part[0].lower() for part in parts]
    end = 0
    for at, word in enumerate(words):
        if at < end or not (word in _BEGINNINGS or word[0].isdecimal()):
            continue
        length, key = _read_number(parts, words, at)
        end = at + length
        if key:
            start = parts[at].start()
            yield Number(key, text[start : parts[end - 1].end()], start)


Parts = list[re.Match[str]]
"""Where the words and the numbers in digits stand in a text."""


def _read_number(parts: Parts, words: list[str], at: int) -> tuple[int, str]:
    """Return how many parts the number at *at* takes, and its key (empty when there is none)."""
    if parts[at][0] in MONTHS:
        return 1, parts[at][0]
    if words[at] in _ORDINAL:
        return 1, _ORDINAL[words[at]]
    if words[at][0].isdecimal():  # ² is a digit that no number is written with
        return _read_digits(parts, words, at)
    return _read_plural(words, at) or _read_cardinal(words, at)


def _read_plural(words: list[str], at: int) -> tuple[int, str] | None:
    """Read "thousands", "tens of thousands", "hundreds of thousands", "millions"."""
    first, *others = words[at : at + 3]
    factor = {"tens": 10, "hundreds": 100, "thousands": 1_000}.get(first, 0)
    if factor and others[:1] == ["of"] and len(others) == 2 and others[1] in _PLURALS:
        return 3, f"{factor * _PLURALS[others[1]]}s"
    return (1, f"{_PLURALS[first]}s") if first in _PLURALS else None


def _read_cardinal(words: list[str], at: int) -> tuple[int, str]:
    length, value = _read_small(words, at)
    scales, factor = _scales_after(words, at + length - 1) if length else (0, 1)
    if not length or (words[at] in ("a", "an", "one") and not scales):
        return 1, ""
    return length + scales, plain(value * factor)


def _read_small(words: list[str], at: int) -> tuple[int, Decimal]:
    """Return how many words before a scale are a number ("two", "a", "half a"), and its value."""
    word, follower = (*words[at : at + 2], "")[:2]
    if word in ("a", "an"):
        return 1, Decimal(1)
    value = Decimal(_SMALL.get(word, 0))
    if word in _TENS and 1 <= _SMALL.get(follower, 0) <= 9:
        return 2, value + _SMALL[follower]
    is_half_a_scale = word == "half" and follower == "a" and _scales_after(words, at + 1)[0] > 0
    return (1 + is_half_a_scale if word in _SMALL else 0), value


def _read_digits(parts: Parts, words: list[str], at: int) -> tuple[int, str]:
    typed = parts[at][0]
    follower = parts[at + 1] if at + 1 < len(parts) else None
    adjoins = follower is not None and follower.start() == parts[at].end()
    if follower and adjoins and follower[0] in ("st", "nd", "rd", "th"):
        return 2, f"{typed.replace(',', '')}."
    if follower and adjoins and follower[0] == "s":
        return 2, f"{typed.replace(',', '')}s"
    if typed.startswith("0") and typed[1:2].isdigit():
        return 1, typed  # 007 is not 7: digits are never folded
    scales, factor = _scales_after(words, at)
    value = Decimal(typed.replace(",", ""))
    return 1 + scales, plain(value * factor if scales else value)


def _scales_after(words: list[str], at: int) -> tuple[int, int]:
    """Return how many scale words follow position *at* ("hundred thousand"), and their product."""
    follower = words[at + 1 : at + 3]
    if follower[:1] == ["m"]:
        return 1, 1_000_000
    factors = [_SCALES[word] for word in takewhile(_SCALES.__contains__, follower)]
    return len(factors), prod(factors)


def plain(value: Decimal) -> str:
    """Return a decimal without exponent, grouping or trailing zeros: ``50.92``, ``13000``."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


_ROUND_PLURALS = {
    f"{factor * scale}s": f"{of}{word}s"
    for word, scale in _SCALES.items()
    for factor, of in ((1, ""), (10, "tens of "), (100, "hundreds of "))
}


def say_number(key: str) -> str:
    """Return the key of a number as an editor would write it: 13,000, 3rd, millions."""
    if key in _ROUND_PLURALS:
        return _ROUND_PLURALS[key]
    if key.endswith("."):
        ends = {"1": "st", "2": "nd", "3": "rd"}
        is_teen = key[-3:-1] in ("11", "12", "13")
        return key[:-1] + ("th" if is_teen else ends.get(key[-2:-1], "th"))
    whole, point, rest = key.partition(".")
    is_large = whole.isdecimal() and len(whole) > 4
    return f"{int(whole):,}{point}{rest}" if is_large else key


def number_keys(texts: Iterable[str]) -> frozenset[str]:
    """Return the keys of all numbers in *texts*."""
    return frozenset(number.key for text in texts for number in find_numbers(text))
