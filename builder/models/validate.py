"""Plain values -> models; the model's complaints become diagnostics in an editor's words.

Takes a value from ``located_yaml`` and a model; gives the item, or what is wrong with it, each
complaint at the key or value that it is about. Law: no word of the validation library is shown.
"""

from __future__ import annotations

import re
from typing import Any, Literal, TypeVar, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from builder.models.fields import SWITCHES, Located
from builder.models.suggestions import NOTHING, say_length_of_month, suggest_date, suggest_id
from builder.reports.diagnostics import Diagnostic, Place, did_you_mean, nearest, shorten
from builder.text.located_yaml import Mapping, Sequence, Value
from builder.text.spans import Span

Item = TypeVar("Item", bound=Located)


def validate_item(
    model: type[Item], value: Value, start: Place
) -> tuple[Item | None, list[Diagnostic]]:
    """Return *value* as a *model*, or None and everything that is wrong with it."""
    if not isinstance(value, Mapping):
        hint = _how_to_begin(value, next(iter(model.model_fields)))
        return None, [Diagnostic(start, "bad-value", "here belong keys and their values", hint)]
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        details = error.errors()
        misspelt = {_meant(model, d["loc"]) for d in details if d["type"] == "extra_forbidden"}
        told = (detail for detail in details if not _is_follow_on(detail, misspelt))
        return None, [describe(model, value, detail) for detail in told]


Path = tuple[int | str, ...]
"""The keys and positions that lead to a value."""


def _meant(model: type[Located], path: Path) -> Path:
    """Return the path to the key that an unknown key is probably meant to be."""
    return (*path[:-1], nearest(str(path[-1]), _fields_at(model, path[:-1])))


def _is_follow_on(detail: ErrorDetails, misspelt: set[Path]) -> bool:
    """Whether something else that is told explains a complaint.

    A list is called too short because its items are wrong; a key that is misspelt is missing.
    """
    if detail["type"] == "missing":
        return detail["loc"] in misspelt
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def describe(model: type[Located], value: Mapping, detail: ErrorDetails) -> Diagnostic:
    """Return one complaint of the validation library as a diagnostic."""
    keys = detail["loc"]
    parent, span = _locate(value, keys)
    key = next((key for key in reversed(keys) if isinstance(key, str)), "this")
    is_empty = detail["input"] is None and detail["type"] != "extra_forbidden"
    write = _describe_value if is_empty else _WRITERS.get(detail["type"], _describe_value)
    code, message, hint = write(key, detail, _fields_at(model, keys[:-1]))
    if code == "missing-key" and (choices := _choices_at(model, keys)):
        hint += f" It is one of: {', '.join(choices)}."
    at = parent.keys_at[key] if code == "unknown-key" and isinstance(parent, Mapping) else span
    return Diagnostic(at.place, code, message, hint)


def _locate(value: Mapping, keys: Path) -> tuple[Mapping | Sequence, Span]:
    """Return the innermost list or mapping along *keys*, and the span of what they lead to."""
    parent: Mapping | Sequence = value
    here: Any = value
    span = value.span
    for key in keys:
        if isinstance(here, Mapping) and isinstance(key, str) and key in here:
            parent, span, here = here, here.values_at[key], here[key]
        elif isinstance(here, Sequence) and isinstance(key, int) and key < len(here):
            parent, span, here = here, here.items_at[key], here[key]
    return parent, span


def _fields_at(model: type[Located], keys: Path) -> list[str]:
    """Return the keys that the model along *keys* knows."""
    return [field.alias or name for name, field in _model_at(model, keys).model_fields.items()]


def _choices_at(model: type[Located], keys: Path) -> tuple[str, ...]:
    """Return the values that the key at the end of *keys* can have, if they are few and fixed."""
    field = _model_at(model, keys[:-1]).model_fields.get(str(keys[-1]))
    is_choice = field is not None and get_origin(field.annotation) is Literal
    return get_args(field.annotation) if field and is_choice else ()


def _model_at(model: type[Located], keys: Path) -> type[Located]:
    """Return the model of the innermost item along *keys*."""
    schema = model
    for key in keys:
        if isinstance(key, str) and key in schema.model_fields:
            schema = _inner_model(schema.model_fields[key].annotation) or schema
    return schema


def _inner_model(annotation: Any) -> type[Located] | None:
    if isinstance(annotation, type) and issubclass(annotation, Located):
        return annotation
    parts = getattr(annotation, "__args__", ())
    return next((found for part in parts if (found := _inner_model(part))), None)


Words = tuple[str, str, str]


def _how_to_begin(value: Value, first: str) -> str:
    """Return how to write keys and values where there are none."""
    if isinstance(value, str) and (tight := re.match(r"([a-z_]+):(\S[^\n]*)", value)):
        return f"Type a space after the colon: '{shorten(f'{tight[1]}: {tight[2]}')}'."
    return f"Write '{first}: …' and its other keys, each on a line of its own."


def _describe_missing(key: str, _detail: ErrorDetails, _known: list[str]) -> Words:
    return "missing-key", f"the key {key!r} is missing here", f"Add a line '{key}: …'."


def _describe_extra(key: str, _detail: ErrorDetails, known: list[str]) -> Words:
    hint = did_you_mean(key, known) or f"Known keys: {', '.join(known)}."
    return "unknown-key", f"no key is called {key!r} here", hint


def _describe_choice(key: str, detail: ErrorDetails, _known: list[str]) -> Words:
    choices = detail["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
    typed = detail["input"]
    hint = did_you_mean(typed, choices) if isinstance(typed, str) else ""
    if isinstance(typed, str) and typed.casefold() in SWITCHES:
        hint = f"No key asks for yes or no. Known are: {', '.join(choices)}."
    elif "Did" in hint:
        hint += f" Known are: {', '.join(choices)}."
    shown = repr(typed) if isinstance(typed, str) else "a list or keys and values"
    return (
        "unknown-value",
        f"{key!r} cannot be {shown}",
        hint or f"Known are: {', '.join(choices)}.",
    )


_DATE_HINT = "Write it like 2019, 2019-05 or 2019-05-06, with ~ for about; A/B for from A to B."
_OWN_HINTS = {
    "asks for yes or no": "Write it out in words, or leave the line out.",
    "not one day": "Write the year, the month and the day, like 2019-05-06.",
    "before it begins": "Write the earlier date first, then the slash and the later one.",
    "is not a number": "Write digits, such as 775000 or 50.92; a comma groups thousands.",
    "a number nor": "Write digits; where there is no number: unknown, not-yet or not-applicable.",
    "percentage": "Check the number, and 'measure', which says what is counted.",
    "certainty": "Give the 'url', or write 'certainty: none'.",
    "waits for its gist": "Write after 'gist:', in your own words, what it reports; if it reports "
    "nothing, write 'furniture:' instead, and why.",
    "gist or a reason": "Keep the gist if the passage reports something; else only 'furniture'.",
    "index": "Choose another one.",
    "nested": "Close what stays open, or write it more simply.",
    "for a device": "Choose another one: a page is called so, and every system has to hold it.",
}
"""What to do about the complaints of our own models."""


def _describe_own(key: str, detail: ErrorDetails, _known: list[str]) -> Words:
    message = detail["msg"].removeprefix("Value error, ")
    hint = next((hint for words, hint in _OWN_HINTS.items() if words in message), "")
    if "calendar" in message:
        return "bad-date", message, say_length_of_month(message.strip("'")) or _DATE_HINT
    if "is not a date" in message:
        return "bad-date", message, f"{suggest_date(str(detail['input']))} {_DATE_HINT}".strip()
    if "not one day" in message or "before it begins" in message:
        return "bad-date", message, hint
    if "for a device" in message:
        return "bad-id", message, hint
    if message.endswith("is not an id"):
        return "bad-id", message, "If there is none, leave the line out."
    return "bad-value", message, hint or f"The guide (CONTRIBUTING.md) explains {key!r}."


def _describe_number(key: str, detail: ErrorDetails, _known: list[str]) -> Words:
    least = detail.get("ctx", {}).get("ge", "")
    hint = (
        f"Write digits only, for a number from {least} on." if least != "" else "Write digits only."
    )
    return "bad-value", f"{key!r} is no whole number: {detail['input']!r}", hint


_FORMS = {
    "language": "Write the two letters of the language, such as en or tr.",
    "chain": "Write the two letters of each language, such as en or tr.",
    "letter": "Write one to three capital letters, such as A.",
    "url": "Copy the whole address, from https:// on.",
    "repository": "Copy the whole address, from https:// on.",
    "file": "Write the name of a text file, such as article.txt.",
    "sha256": "It has 64 digits and letters a to f: copy it whole from the output of sha256sum.",
}
"""How values look that have to have a certain form."""


def _describe_pattern(key: str, detail: ErrorDetails, _known: list[str]) -> Words:
    typed = detail["input"]
    if "a-z0-9" not in detail["ctx"]["pattern"]:
        hint = _FORMS.get(key, f"The guide (CONTRIBUTING.md) says how {key!r} is written.")
        return "bad-value", f"{key!r} cannot be {shorten(typed)!r}", hint
    hint = "An id has small letters a to z, digits and single hyphens."
    if typed.strip().casefold() in NOTHING:
        hint = "If there is none, leave the line out."
    return "bad-id", f"{shorten(typed)!r} is not an id", f"{suggest_id(typed)} {hint}".strip()


def _describe_short(key: str, detail: ErrorDetails, _known: list[str]) -> Words:
    least = detail["ctx"]["min_length"]
    if detail["type"] == "too_short" and not detail["input"]:
        return "missing-key", f"{key!r} holds nothing", "Give at least one."
    if detail["type"] == "too_short":
        return "bad-value", f"{key!r} holds too few", f"Give at least {least}."
    if not detail["input"]:
        return "missing-key", f"{key!r} is empty", "Fill it in, or remove the line."
    return "bad-value", f"{key!r} is too short", f"Write at least {least} characters."


def _describe_long(key: str, detail: ErrorDetails, _known: list[str]) -> Words:
    most, length = detail["ctx"]["max_length"], len(detail["input"])
    unit = "characters" if detail["type"] == "string_too_long" else "items"
    return "bad-value", f"{key!r} has {length} {unit}", f"At most {most} are allowed: shorten it."


def _describe_value(key: str, detail: ErrorDetails, _known: list[str]) -> Words:
    typed, wanted = detail["input"], detail["type"]
    if typed is None:
        return "missing-key", f"{key!r} has no value", "Fill it in, or remove the line."
    if wanted == "tuple_type":
        return "bad-value", f"{key!r} needs a list here", _as_list(typed)
    if wanted == "string_type":
        hint = "Write one text; one that begins with [ or { needs quotation marks around it."
        return "bad-value", f"{key!r} needs a text here", hint
    if wanted in ("model_type", "model_attributes_type", "dict_type"):
        hint = "Write its keys and values below it, each on its own line, two spaces further in."
        return "bad-value", f"{key!r} needs keys and values here", hint
    hint = f"The guide (CONTRIBUTING.md) shows an example of {key!r}."
    return "bad-value", f"{key!r} needs another value here", hint


def _as_list(typed: object) -> str:
    """Return how *typed* is written as a list."""
    if not isinstance(typed, str):
        return "Begin each item on a line of its own, with '- '."
    if typed.strip().casefold() in NOTHING:
        return "If there is nothing to list, leave the line out."
    return f"Put it in brackets: [{shorten(typed)}]. Between several belong commas."


_WRITERS = {
    "missing": _describe_missing,
    "extra_forbidden": _describe_extra,
    "literal_error": _describe_choice,
    "value_error": _describe_own,
    "int_parsing": _describe_number,
    "greater_than_equal": _describe_number,
    "string_pattern_mismatch": _describe_pattern,
    "string_too_short": _describe_short,
    "too_short": _describe_short,
    "string_too_long": _describe_long,
    "too_long": _describe_long,
}
