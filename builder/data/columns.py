"""Records as rows of a table: which columns a record has, and what stands in each cell.

Takes the classes of the published data; gives columns with type, unit and description, and cells
for CSV. Law: the columns come from the fields, so that tables and JSON cannot say different things.
A list stands in one cell, its items separated by SEPARATOR; a date fills several columns.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from operator import attrgetter
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from builder.data.fields import AmountRecord, DateRecord, Record

SEPARATOR = ";"
"""Between the items of a list: no id holds it."""

MISSING = ("", "unknown", "not-yet", "not-applicable")
"""What stands where there is no number; only the reference layer says why there is none."""

# A spreadsheet takes such a cell for a formula: https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")

_TYPES = {str: "string", int: "integer", bool: "boolean", date: "date"}


@dataclass(frozen=True)
class Column:
    """A column: how it is described (a Table Schema field), and how a record fills it."""

    field: dict[str, Any]
    read: Callable[[Record], object]

    @property
    def name(self) -> str:
        """The name in the header."""
        return str(self.field["name"])


def columns_of(model: type[Record]) -> list[Column]:
    """Return the columns of a record: its id first, its own fields, then those it shares."""
    fields = model.model_fields
    own = [name for name in fields if name in model.__annotations__]
    names = sorted(fields, key=lambda name: (name != "id", name not in own))
    return [column for name in names for column in _columns(name, fields[name])]


def rows_of(model: type[Record], records: Iterable[Record]) -> Iterator[list[str]]:
    """Yield for each of *records* what stands in its columns."""
    reads = [column.read for column in columns_of(model)]
    for record in records:
        yield [_CELLS[type(value)](value) for value in [read(record) for read in reads]]


def to_cell(value: object) -> str:
    """Return a value as a cell; what a spreadsheet would run is kept from it by an apostrophe."""
    return _CELLS[type(value)](value)


def _text_cell(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text


def _list_cell(items: tuple[Any, ...]) -> str:
    names = [item if isinstance(item, str) else item.id for item in items]
    return _text_cell(SEPARATOR.join(names))


def _amount_cell(amount: AmountRecord) -> str:
    return to_cell(amount.value if amount.absence is None else amount.absence)


_CELLS: dict[type, Callable[[Any], str]] = {
    str: _text_cell,
    NoneType: lambda _: "",
    tuple: _list_cell,
    int: str,
    float: str,
    bool: lambda value: "true" if value else "false",
    date: str,
    AmountRecord: _amount_cell,
}
"""How a value of each type that a field may have becomes a cell."""


def _columns(name: str, info: FieldInfo) -> list[Column]:
    bare, is_optional = _without_none(info.annotation)
    if bare is DateRecord:
        return _date_columns(name, info, is_optional)
    if get_origin(bare) is tuple:
        item = get_args(bare)[0]
        return [] if _has_no_id(item) else [_column(name, info, {"type": "string"}, is_list=True)]
    if isinstance(bare, type) and issubclass(bare, Record) and bare is not AmountRecord:
        return []
    return [_column(name, info, _type_of(bare, is_required=not is_optional))]


def _without_none(annotation: Any) -> tuple[Any, bool]:
    if get_origin(annotation) not in (Union, UnionType):
        return annotation, False
    kinds = [kind for kind in get_args(annotation) if kind is not NoneType]
    is_optional = len(kinds) < len(get_args(annotation))
    bare = kinds[0] if len(kinds) == 1 else float  # a whole or a broken number
    return (get_args(bare)[0] if get_origin(bare) is Annotated else bare), is_optional


def _has_no_id(item: Any) -> bool:
    return isinstance(item, type) and issubclass(item, Record) and "id" not in item.model_fields


def _type_of(bare: Any, *, is_required: bool) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if is_required else {}
    if bare is AmountRecord:
        return {"type": "number"}
    if get_origin(bare) is Literal:
        return {"type": "string", "constraints": {**constraints, "enum": list(get_args(bare))}}
    shape: dict[str, Any] = {"type": _TYPES.get(bare, "number")}
    return shape | ({"constraints": constraints} if constraints else {})


def _column(name: str, info: FieldInfo, shape: dict[str, Any], *, is_list: bool = False) -> Column:
    description = info.description or ""
    if is_list:
        description = f"{description} Separated by '{SEPARATOR}'."
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    field = {"name": name, **shape, "description": description, **extra}
    return Column(field, attrgetter(name))


def _date_columns(name: str, info: FieldInfo, is_optional: bool) -> list[Column]:
    columns = []
    for part, part_info in DateRecord.model_fields.items():
        shape = _type_of(_without_none(part_info.annotation)[0], is_required=not is_optional)
        description = part_info.description or ""
        if part == "edtf":
            description = f"{info.description} {description}"
        full = name if part == "edtf" else f"{name}_{part}"
        field = {"name": full, **shape, "description": description}
        read = partial(_read_date, name, part) if is_optional else attrgetter(f"{name}.{part}")
        columns.append(Column(field, read))
    return columns


def _read_date(name: str, part: str, record: Record) -> object:
    value = getattr(record, name)
    return None if value is None else getattr(value, part)
