"""What a clone without the articles knows about their passages.

Takes an article's text; gives, per passage, its word count, its numbers and salted hashes of
every run of four words: enough to say whether a quotation or a number is there and whether our
own words follow the article too closely, too little to read it. Law: the same text gives the
same bytes.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Any

from builder.text.words import count_words, exact_runs, find_numbers, loose_runs

SEALS = "seeds/fingerprints"
"""The folder of the fingerprints, from the project's root."""
FORMAT = 1
SALT = "recounted-1"
"""One salt for all articles, so that a run of our words is hashed and looked up only once."""
RUN = 4
"""Words in a hashed run; a quotation is at least as long."""


@dataclass(frozen=True)
class PassagePrint:
    """The fingerprint of one passage.

    *exact* holds hashes of runs as printed, repeated ones repeated; *loose* of runs without
    case, accents and punctuation.
    """

    number: int
    words: int
    numbers: tuple[str, ...]
    exact: tuple[str, ...]
    loose: tuple[str, ...]

    @cached_property
    def exact_counts(self) -> Counter[str]:
        """How often each exact run occurs."""
        return Counter(self.exact)


@dataclass(frozen=True)
class Fingerprint:
    """The fingerprint of an article: the SHA-256 of its file, the salt, and its passages."""

    source: str
    sha256: str
    salt: str
    passages: tuple[PassagePrint, ...]

    def __hash__(self) -> int:
        return hash((self.source, self.sha256, self.salt))  # the passages follow from these

    @cached_property
    def by_number(self) -> dict[int, PassagePrint]:
        """The passages by their number."""
        return {passage.number: passage for passage in self.passages}


class DamagedFingerprintError(ValueError):
    """Raised when a fingerprint file does not hold a fingerprint."""


# What reading a file raises that is JSON of another shape, or none.
_DAMAGE = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError)


def split_passages(text: str) -> tuple[str, ...]:
    """Return the passages of an article: its non-empty lines, in order."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def hash_run(run: str, salt: str) -> str:
    """Return 48 bits of a keyed BLAKE2b hash of a run of words, in hexadecimal."""
    return hash_runs((run,), salt)[0]


def hash_runs(runs: Iterable[str], salt: str) -> list[str]:
    """Return the same for each of several runs."""
    keyed, hashes = blake2b(digest_size=6, key=salt.encode()), []
    for run in runs:
        hashed = keyed.copy()
        hashed.update(run.encode())
        hashes.append(hashed.hexdigest())
    return hashes


def seal(source: str, digest: str, passages: tuple[str, ...]) -> Fingerprint:
    """Return the fingerprint of an article; *digest* is the SHA-256 of its file."""
    sealed = tuple(_seal(number, text, SALT) for number, text in enumerate(passages, 1))
    return Fingerprint(source, digest, SALT, sealed)


def _seal(number: int, passage: str, salt: str) -> PassagePrint:
    return PassagePrint(
        number,
        count_words(passage),
        tuple(sorted({found.key for found in find_numbers(passage)})),
        # Sorted, so that the file does not hold the order of the article's words.
        tuple(sorted(hash_runs(exact_runs(passage, RUN), salt))),
        tuple(sorted(hash_runs(set(loose_runs(passage, RUN)), salt))),
    )


def to_json(fingerprint: Fingerprint) -> str:
    """Return the fingerprint as the text of its file, one passage a line."""
    passages = ",\n".join(
        "    "
        + json.dumps(
            {
                "number": p.number,
                "words": p.words,
                "numbers": p.numbers,
                "exact": " ".join(p.exact),
                "loose": " ".join(p.loose),
            }
        )
        for p in fingerprint.passages
    )
    return (
        f'{{\n  "format": {FORMAT},\n  "source": "{fingerprint.source}",\n'
        f'  "sha256": "{fingerprint.sha256}",\n  "salt": "{fingerprint.salt}",\n'
        f'  "passages": [\n{passages}\n  ]\n}}\n'
    )


def from_json(text: str) -> Fingerprint:
    """Return the fingerprint that a file holds; raise DamagedFingerprintError if it holds none."""
    try:
        data = json.loads(text)
        if data["format"] != FORMAT:
            raise DamagedFingerprintError(f"it has format {data['format']}, not {FORMAT}")
        passages = tuple(_read_passage(item) for item in data["passages"])
        hash_run("", data["salt"])  # raises unless runs can be hashed with it
        return Fingerprint(str(data["source"]), str(data["sha256"]), data["salt"], passages)
    except _DAMAGE as error:
        raise DamagedFingerprintError(_say_damage(error)) from error


def _say_damage(error: Exception) -> str:
    """Return in plain words why a file holds no fingerprint."""
    if isinstance(error, json.JSONDecodeError):
        return f"line {error.lineno} is not JSON"
    if isinstance(error, KeyError):
        return f"{error} is missing"
    if isinstance(error, DamagedFingerprintError):
        return str(error)
    return "a value is of another kind than 'seal' writes"


def _read_passage(item: dict[str, Any]) -> PassagePrint:
    exact, loose = item["exact"].split(), item["loose"].split()
    numbers = tuple(str(number) for number in item["numbers"])
    return PassagePrint(int(item["number"]), int(item["words"]), numbers, (*exact,), (*loose,))
