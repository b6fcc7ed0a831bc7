"""One file -> what it holds: its items, and a Diagnostic for everything that cannot be read.

Takes the name of a file, its bytes and a model; gives what was found. Law: the same bytes give
the same; a broken item is left out and the rest goes on; nothing raises.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Generic, TypeVar

from builder.models.fields import ID, Located
from builder.models.validate import validate_item
from builder.reading.fingerprints import (
    DamagedFingerprintError,
    Fingerprint,
    from_json,
    split_passages,
)
from builder.reading.timeline import Article, Prose
from builder.reports.diagnostics import Diagnostic, Place, has_errors
from builder.text.decoding import decode
from builder.text.located_yaml import Mapping, Sequence, Value, parse_yaml
from builder.text.markup import is_tangled
from builder.text.words import count_words

Item = TypeVar("Item", bound=Located)
Thing = TypeVar("Thing")

TAKEN = (
    "404", "compare", "corrections", "differences", "embedding", "figures", "index", "licence",
    "reference",
)  # fmt: skip
"""Pages of the site that no page of content/pages may replace."""

MAX_PAGE = 40_000
"""Characters of a page of content/pages: more than anybody reads, and shown in no time."""


@dataclass
class Found(Generic[Thing]):
    """What a file holds, and what is wrong with it."""

    items: list[Thing] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)
    left_out: set[str] = field(default_factory=set)
    """Ids of items that could not be read."""
    is_read: bool = True
    """Whether it is known which names the file holds."""

    def report(self, place: Place, code: str, message: str, hint: str) -> None:
        """Add what is wrong."""
        self.problems.append(Diagnostic(place, code, message, hint))


def find_items(model: type[Item], file: str, data: bytes) -> Found[Item]:
    """Return the items of a file that holds a list."""
    found: Found[Item] = Found()
    value = _read_value(found, file, data)
    if isinstance(value, Sequence):
        for at, item in enumerate(value):
            start = Place(file) if isinstance(item, Mapping) else value.span_of(at).place
            _take(found, model, item, start)
    elif value is not None:
        found.is_read = False
        hint = "Begin each item with '- ' and indent its keys by two spaces."
        found.report(Place(file), "bad-value", "here belongs a list", hint)
    return found


def find_item(model: type[Item], file: str, data: bytes) -> Found[Item]:
    """Return the one item of a file that holds no list."""
    found: Found[Item] = Found()
    value = _read_value(found, file, data)
    if value is not None:
        _take(found, model, value, Place(file))
    return found


def _read_value(found: Found[Item], file: str, data: bytes) -> Value:
    value, problems = parse_yaml(file, data)
    found.problems += problems
    found.is_read = value is not None
    if value is None and not has_errors(problems):
        found.report(Place(file), "missing-key", "this file is empty", "Fill it in or delete it.")
    return value


def _take(found: Found[Item], model: type[Item], value: Value, start: Place) -> None:
    item, problems = validate_item(model, value, start)
    found.problems += problems
    name = value.get("id") if isinstance(value, Mapping) else None
    if item is not None:
        found.items.append(item)
    elif isinstance(name, str):
        found.left_out.add(name)
    else:
        found.is_read = False


def find_page(file: str, data: bytes) -> Found[Prose]:
    """Return the page that a Markdown file holds; its first line is its title."""
    text, problems = decode(file, data)
    found: Found[Prose] = Found(problems=problems, is_read=not problems)
    name = Path(file).stem
    first, _, body = text.partition("\n")
    if problems:
        return found
    if not re.fullmatch(ID, name) or name in TAKEN:
        hint = f"Use small letters, digits and single hyphens; taken are: {', '.join(TAKEN)}."
        found.report(Place(file), "bad-id", f"no page of ours can be called {name!r}", hint)
    elif not first.startswith("# "):
        hint = "Begin its first line with '# ' and the title."
        found.report(Place(file), "missing-key", "this page has no title", hint)
    elif len(text) > MAX_PAGE:
        message = f"{len(text):,} characters are more than a page may have ({MAX_PAGE:,})"
        found.report(Place(file), "too-large", message, "Split it into several pages.")
    elif is_tangled(text):
        message = "brackets, quotations or lists are nested too deep here"
        hint = "Close what stays open, or write it more simply."
        found.report(Place(file), "bad-value", message, hint)
    else:
        found.items.append(Prose(name, first[2:].strip(), body.strip(), Place(file)))
    return found


def find_fingerprint(file: str, data: bytes) -> Found[Fingerprint]:
    """Return the fingerprint that a file holds."""
    text, problems = decode(file, data)
    found: Found[Fingerprint] = Found(problems=problems, is_read=not problems)
    try:
        if not problems:
            found.items.append(from_json(text))
    except DamagedFingerprintError as error:
        hint = "Run 'python build.py seal' on a machine that has the articles, to write it anew."
        message = f"this fingerprint is damaged: {error}"
        found.report(Place(file), "damaged-fingerprint", message, hint)
        found.left_out.add(file.removesuffix(".json"))
    return found


def find_article(file: str, data: bytes) -> Found[Article]:
    """Return the article whose text a file holds."""
    text, problems = decode(file, data, is_ours=False)
    if problems:
        return Found(problems=problems)
    return Found([Article(sha256(data).hexdigest(), count_words(text), split_passages(text))])
