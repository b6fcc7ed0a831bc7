"""Judges YAML by the project's schemas as an editor does: YAML 1.2, JSON Schema draft 7."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import jsonschema
import yaml
from referencing import Registry, Resource

from builder.editing.schemas import make_schemas, schema_line
from builder.reading.project import read_timeline
from tests.projects import SAMPLE


class Yaml12(yaml.SafeLoader):
    """YAML 1.2 (core schema): a date is a text, `no` is a text, digits are a number."""


Yaml12.yaml_implicit_resolvers = {}
for tag, form, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    Yaml12.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"(?:{form})\Z"), first)
Yaml12.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))


def load(text: str) -> Any:
    """What an editor's YAML 1.2 reader makes of a text."""
    return yaml.load(text, Yaml12)


def make_sample_schemas() -> dict[str, str]:
    """The schemas of the invented town."""
    return make_schemas(read_timeline(SAMPLE)[0])


def yaml_files(root: Path) -> list[str]:
    """Every YAML file of a project that people write."""
    paths = [*root.glob("content/**/*.yaml"), *root.glob("seeds/*.yaml")]
    return sorted(path.relative_to(root).as_posix() for path in paths)


def complaints(schemas: Mapping[str, str], file: str, typed: Any) -> Iterator[str]:
    """What the schema of *file* finds wrong with what was typed there: key and message."""
    loaded = {PurePosixPath(name).name: json.loads(text) for name, text in schemas.items()}
    resources = [(name, Resource.from_contents(schema)) for name, schema in loaded.items()]
    asked = PurePosixPath(schema_line(file).partition("$schema=")[2]).name
    validator = jsonschema.Draft7Validator(
        {"$ref": asked}, registry=Registry[Any]().with_resources(resources)
    )
    for error in validator.iter_errors(typed):
        yield f"{'.'.join(map(str, error.absolute_path))}: {error.message}"
