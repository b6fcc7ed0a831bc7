"""Plain values -> models; the model's complaints become diagnostics in an editor's words.

Takes a value from ``located_yaml`` and a model; gives the item, or what is wrong with it, each
complaint at the key or value that it is about. Law: no word of the validation library is shown.
"""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from builder.diagnostics import Diagnostic, Place, did_you_mean
from builder.fields import Located
from builder.located_yaml import Mapping, Sequence, Span, Value

Item = TypeVar("Item", bound=Located)


def validate_item(
    model: type[Item], value: Value, start: Place
) -> tuple[Item | None, list[Diagnostic]]:
    """Return *value* as a *model*, or None and everything that is wrong with it."""
    if not isinstance(value, Mapping):
        hint = f"Write keys and values, beginning with {next(iter(model.model_fields))!r}."
        return None, [Diagnostic(start, "bad-value", "here belongs a mapping", hint)]
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        details = (detail for detail in error.errors() if not _is_follow_on(detail))
        return None, [describe(model, value, detail) for detail in details]


def _is_follow_on(detail: ErrorDetails) -> bool:
    """Whether a list is called too short only because its items are wrong, which they say."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def describe(model: type[Located], value: Mapping, detail: ErrorDetails) -> Diagnostic:
    """Return one complaint of the validation library as a diagnostic."""
    keys = detail["loc"]
    parent, span = _locate(value, keys)
    key = next((key for key in reversed(keys) if isinstance(key, str)), "this")
    is_empty = detail["input"] is None and detail["type"] != "extra_forbidden"
    write = _describe_value if is_empty else _WRITERS.get(detail["type"], _describe_value)
    code, message, hint = write(key, detail, _fields_at(model, keys[:-1]))
    at = parent.keys_at[key] if code == "unknown-key" and isinstance(parent, Mapping) else span
    return Diagnostic(at.place, code, message, hint)


def _locate(value: Mapping, keys: tuple[int | str, ...]) -> tuple[Mapping | Sequence, Span]:
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


def _fields_at(model: type[Located], keys: tuple[int | str, ...]) -> list[str]:
    """Return the keys that the model along *keys* knows."""
    schema: Any = model
    for key in keys:
        if isinstance(key, str) and key in schema.model_fields:
            schema = _inner_model(schema.model_fields[key].annotation) or schema
    return [field.alias or name for name, field in schema.model_fields.items()]


def _inner_model(annotation: Any) -> type[Located] | None:
    if isinstance(annotation, type) and issubclass(annotation, Located):
        return annotation
    parts = getattr(annotation, "__args__", ())
    return next((found for part in parts if (found := _inner_model(part))), None)


Words = tuple[str, str, str]


def _describe_missing(key: str, _detail: ErrorDetails, _known: list[str]) -> Words:
    return "missing-key", f"the key {key!r} is missing here", f"Add a line '{key}: …'."


def _describe_extra(key: str, _detail: ErrorDetails, known: list[str]) -> Words:
    hint = did_you_mean(key, known) or f"Known keys: {', '.join(known)}."
    return "unknown-key", f"no key is called {key!r} here", hint


def _describe_choice(key: str, detail: ErrorDetails, _known: list[str]) -> Words:
    choices = detail["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
    typed = detail["input"]
    hint = did_you_mean(str(typed), choices)
    if "Did" in hint:
        hint += f" Known are: {', '.join(choices)}."
    return (
        "unknown-value",
        f"{key!r} cannot be {typed!r}",
        hint or f"Known are: {', '.join(choices)}.",
    )


def _describe_own(key: str, detail: ErrorDetails, _known: list[str]) -> Words:
    message = detail["msg"].removeprefix("Value error, ")
    if "date" in message or "calendar" in message or "before it begins" in message:
        hint = "Write it like 2019, 2019-05 or 2019-05-06, with ~ for about; A/B for from A to B."
        return "bad-date", message, hint
    return "bad-value", message, "CONTRIBUTING.md explains every key."


def _describe_number(key: str, detail: ErrorDetails, _known: list[str]) -> Words:
    return "bad-value", f"{key!r} is no whole number: {detail['input']!r}", "Write digits only."


def _describe_pattern(key: str, detail: ErrorDetails, _known: list[str]) -> Words:
    typed = detail["input"]
    if "a-z0-9" in detail["ctx"]["pattern"]:
        hint = "Use the small letters a to z, digits and single hyphens, such as 'board-annuls'."
        return "bad-id", f"{typed!r} is not an id", hint
    return "bad-value", f"{key!r} cannot be {typed!r}", "CONTRIBUTING.md says how it is written."


def _describe_short(key: str, detail: ErrorDetails, _known: list[str]) -> Words:
    least = detail["ctx"]["min_length"]
    if detail["type"] == "too_short" and not detail["input"]:
        return "missing-key", f"{key!r} holds nothing", "Give at least one."
    if detail["type"] == "too_short":
        return "bad-value", f"{key!r} holds too few", f"Give at least {least}."
    return "bad-value", f"{key!r} is too short", f"Write at least {least} characters."


def _describe_long(key: str, detail: ErrorDetails, _known: list[str]) -> Words:
    most = detail["ctx"]["max_length"]
    return "bad-value", f"{key!r} is too long", f"At most {most} are shown well."


def _describe_value(key: str, detail: ErrorDetails, _known: list[str]) -> Words:
    if detail["input"] is None:
        return "missing-key", f"{key!r} has no value", "Fill it in, or remove the line."
    wanted = {"tuple_type": "a list", "string_type": "a text", "model_type": "keys and values"}
    needed = wanted.get(detail["type"], "another value")
    return "bad-value", f"{key!r} needs {needed} here", "CONTRIBUTING.md shows an example."


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
