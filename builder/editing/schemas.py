"""Timeline -> JSON Schemas, by which editors complete, explain and judge what is typed.

Takes the models and all content; gives a schema for each kind of YAML file that people write, as
the YAML language server reads them (JSON Schema draft 7). Law: the models stay the only
description of the content; a schema accepts what they accept, as YAML 1.2 reads it (but wants the
number of a passage without quotation marks).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from fnmatch import fnmatch
from inspect import get_annotations
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from builder.editing.enumerations import Schema, define_names
from builder.models.content import Event, Site
from builder.models.fields import Located
from builder.models.records import Source
from builder.reading.project import EVENTS, LISTS, SITE
from builder.reading.timeline import Timeline

LISTED: dict[str, type[Located]] = {f"{EVENTS}/*.yaml": Event, **dict(LISTS)}
"""The files that hold a list, with the model of its items."""

SINGLE: dict[str, type[Located]] = {SITE: Site, "seeds/*.yaml": Source}
"""The files that hold one thing, with its model."""

FOLDER = ".schemas"
NAMES = "names.json"
"""Every name that content refers to: the one schema that changes with the content."""

HEAD = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "$comment": "Made by 'python build.py schema' from the models and the content.",
}


class _Generator(GenerateJsonSchema):
    """The models as an editor types them: nothing is null, and digits are text to us."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """A key that is not known is left out, never null."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """What need not be typed is not proposed."""
        return self.generate_inner(schema["schema"])

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Keys in the order in which they are typed: the id, what is its own, what it shares."""
        shown = super().model_schema(schema)
        own = get_annotations(schema["cls"])
        fields = schema["cls"].model_fields.items()
        inherited = {field.alias or name for name, field in fields if name not in own}
        keys = sorted(shown["properties"], key=lambda key: (key != "id", key in inherited))
        shown["properties"] = {key: shown["properties"][key] for key in keys}
        return shown

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        """A number may stand in quotation marks, as any value may."""
        return super().int_schema(schema) | {"type": ["string", "integer"], "pattern": "^[0-9]+$"}

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """A text of digits is a number to YAML."""
        shown = super().str_schema(schema)
        if re.search(shown.get("pattern", ""), "0"):
            shown["type"] = ["string", "number"]
        return shown

    def field_title_should_be_set(self, schema: Any) -> bool:
        """A key is its own title."""
        return False


def make_schemas(timeline: Timeline) -> dict[str, str]:
    """Return the schema of each kind of file, as the text of a JSON file, by its own path."""
    schemas = {
        **{schema_file(file): _list_of(model) for file, model in LISTED.items()},
        **{schema_file(file): _schema_of(model) for file, model in SINGLE.items()},
        f"{FOLDER}/{NAMES}": {"$defs": define_names(timeline)},
    }
    return {file: _to_text(schema) for file, schema in schemas.items()}


def schema_file(pattern: str) -> str:
    """Return where the schema of a kind of file lies, such as ``.schemas/events.json``."""
    name = pattern.removeprefix("content/").removesuffix(".yaml").removesuffix("/*")
    return f"{FOLDER}/{name.replace('/', '-')}.json"


def schema_line(file: str) -> str:
    """Return the comment that begins *file* and tells every editor its schema."""
    pattern = next(p for p in (*LISTED, *SINGLE) if fnmatch(file, p))
    up = "../" * (len(PurePosixPath(file).parts) - 1)
    return f"# yaml-language-server: $schema={up}{schema_file(pattern)}"


def write_changed(root: Path, files: Mapping[str, str]) -> list[str]:
    """Write those of *files* whose text is not what is there already; return their names."""
    written = []
    for name, text in files.items():
        path = root / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            written.append(name)
    return written


def _schema_of(model: type[Located]) -> Schema:
    return model.model_json_schema(schema_generator=_Generator)


def _list_of(model: type[Located]) -> Schema:
    item = _schema_of(model)
    return {"$defs": item.pop("$defs", {}), "type": "array", "items": item}


def _to_text(schema: Schema) -> str:
    """Return *schema* as a JSON file that points to the names it asks for."""
    pointed = json.loads(json.dumps(schema), object_hook=_point_to_names)
    return json.dumps({**HEAD, **pointed}, ensure_ascii=False, indent=2) + "\n"


def _point_to_names(schema: Schema) -> Schema:
    """Turn the mark of ``NameOf`` into a reference to the names of that kind."""
    if "nameOf" not in schema:
        return schema
    described = {key: schema[key] for key in ("description",) if key in schema}
    return {"$ref": f"{NAMES}#/$defs/{schema['nameOf']}", **described}
