"""The schemas by which editors complete: current, complete, and of one mind with the models."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from build import main
from builder.editing.schemas import (
    LISTED,
    SINGLE,
    make_schemas,
    schema_file,
    schema_line,
    write_changed,
)
from builder.reading.project import read_timeline
from tests.examples import event_text, figure_text
from tests.projects import ROOT, SAMPLE, apply_changes, copy_sample
from tests.schemas import complaints, load, make_sample_schemas, yaml_files

EVENTS, FIGURES = "content/events/1991.yaml", "content/figures.yaml"

REFUSED = (
    "bad-id", "bad-value", "bad-value--no-list", "furniture-cited", "missing-key",
    "missing-key--no-value", "unknown-difference", "unknown-event", "unknown-figure",
    "unknown-key", "unknown-key--in-a-citation", "unknown-origin", "unknown-party",
    "unknown-passage", "unknown-person", "unknown-place", "unknown-race", "unknown-source",
    "unknown-value", "unknown-work",
)  # fmt: skip
"""The golden mistakes that an editor sees while typing; the others need the build."""


def parts_of(schema: Any) -> Iterator[dict[str, Any]]:
    """Every schema inside a schema, itself included."""
    inner = schema.values() if isinstance(schema, dict) else schema
    if isinstance(schema, dict):
        yield schema
    if isinstance(schema, dict | list):
        for part in inner:
            yield from parts_of(part)


def judge(file: str, text: str) -> list[str]:
    """What the sample's schemas find wrong with one item of a list."""
    return list(complaints(make_sample_schemas(), file, [load(text)]))


def test_the_schemas_are_current():
    """What is committed is what the models and the content give today."""
    timeline, _ = read_timeline(ROOT)
    stale = [
        name
        for name, text in make_schemas(timeline).items()
        if not (ROOT / name).is_file() or (ROOT / name).read_text(encoding="utf-8") != text
    ]

    assert [] == stale, "run 'python build.py schema' and commit what it writes"


def test_no_schema_is_left_over():
    """Every file in .schemas is one that the command writes."""
    made = make_schemas(read_timeline(ROOT)[0])

    assert sorted(made) == sorted(f".schemas/{p.name}" for p in (ROOT / ".schemas").iterdir())


def test_every_schema_is_valid():
    """Each is a JSON Schema of draft 7."""
    for text in make_sample_schemas().values():
        jsonschema.Draft7Validator.check_schema(json.loads(text))


def test_every_key_is_described():
    """An editor learns from hovering what each key is for."""
    bare = [
        f"{name}: {key}"
        for name, text in make_sample_schemas().items()
        if not name.endswith("/names.json")
        for part in parts_of(json.loads(text))
        for key, schema in part.get("properties", {}).items()
        if "description" not in schema
    ]

    assert [] == bare


def test_every_value_is_described():
    """Whoever chooses from a list reads what each value means."""
    lists = [
        part
        for text in make_sample_schemas().values()
        for part in parts_of(json.loads(text))
        if "enum" in part
    ]

    assert lists
    assert all(len(part["enum"]) == len(part["enumDescriptions"]) for part in lists)


@pytest.mark.parametrize("root", [ROOT, SAMPLE], ids=["real", "sample"])
def test_what_holds_is_accepted(root: Path):
    """Content and records that can be published are not complained about while typed."""
    schemas = make_schemas(read_timeline(root)[0])
    told = [
        f"{file}: {complaint}"
        for file in yaml_files(root)
        for complaint in complaints(schemas, file, load((root / file).read_text("utf-8")))
    ]

    assert [] == told


@pytest.mark.parametrize("mistake", REFUSED)
def test_a_mistake_is_seen_while_typing(mistake: str, tmp_path: Path):
    """The file that a golden mistake changes is refused by its schema."""
    setting = yaml.safe_load((ROOT / f"tests/mistakes/{mistake}/change.yaml").read_text("utf-8"))
    project = copy_sample(tmp_path)

    apply_changes(project, setting["changes"])
    changed = {change["file"] for change in setting["changes"]}
    told = [
        complaint
        for file in changed
        for complaint in complaints(
            make_sample_schemas(), file, load((project / file).read_text("utf-8"))
        )
    ]

    assert told


@pytest.mark.parametrize(
    "date",
    ["1991", "'1991'", "1991-05", "1991-05-12", "199X", "1991~", "1991-05-12?", "1989/1991",
     '"[1991-05-12..1991-05-14]"'],
)  # fmt: skip
def test_a_date_may_be_as_exact_as_it_is_known(date: str):
    """Every form of CONTRIBUTING.md is accepted, also those that YAML takes for a number."""
    assert [] == judge(EVENTS, event_text(date=date))


@pytest.mark.parametrize("date", ["12 May 1991", "1991-5-12", "1991.05.12", "spring", "1991.5"])
def test_what_is_no_date_is_refused(date: str):
    """A date that the build will not read is marked at once."""
    assert judge(EVENTS, event_text(date=date))


def test_digits_are_text():
    """A title, an id and a value may look like a number to YAML, with or without quotation."""
    assert [] == judge(EVENTS, event_text(title="1991", race="1991"))
    assert [] == judge(FIGURES, figure_text(value="1204", id="1991"))
    assert [] == judge(FIGURES, figure_text(value="1,204", counted="92.5"))
    assert judge(FIGURES, figure_text(value="54,21"))


def test_a_passage_is_offered_with_its_gist():
    """Each source offers its own passages, described, and no furniture."""
    names = json.loads(make_sample_schemas()[".schemas/names.json"])["$defs"]
    first = names["passage"]["allOf"][0]
    offered = first["then"]["properties"]["passage"]["defaultSnippets"]

    assert "alder-gazette-1991-05-13" == first["if"]["properties"]["source"]["const"]
    assert [1, 2, 3, 4, 6] == [item["body"] for item in offered]
    assert "4: Reeve concedes late in the evening." == offered[3]["label"]


def test_a_passage_of_another_source_is_refused():
    """The passages depend on the source that is typed."""
    citation = "[{id: a1, source: SOURCE, passage: 6}]"

    assert [] == judge(
        EVENTS, event_text(citations=citation.replace("SOURCE", "alder-gazette-1991-05-13"))
    )
    assert judge(EVENTS, event_text(citations=citation.replace("SOURCE", "retold-1991-05-14")))


def test_each_project_offers_its_own_names():
    """What is offered comes from the content, not from the engine."""
    names = json.loads(make_sample_schemas()[".schemas/names.json"])["$defs"]
    people = dict(zip(names["person"]["enum"], names["person"]["enumDescriptions"], strict=True))

    assert "Tobias Reeve" == people["tobias-reeve"]
    assert {person.id for person in read_timeline(SAMPLE)[0].people} == set(people)


def test_making_twice_gives_the_same():
    """Same content, same schemas."""
    assert make_sample_schemas() == make_sample_schemas()


def test_every_yaml_file_names_its_schema():
    """The first line tells every editor which schema holds."""
    for file in yaml_files(ROOT):
        first = (ROOT / file).read_text("utf-8").partition("\n")[0]

        assert schema_line(file) == first, file
        named = first.partition("$schema=")[2]
        assert (ROOT / file).parent.joinpath(named).is_file()


def test_vs_code_knows_every_kind_of_file():
    """A file that does not yet name its schema is known by where it lies; tests are left alone."""
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    expected = {f"./{schema_file(p)}": [p, "!tests/**"] for p in (*LISTED, *SINGLE)}

    assert expected == settings["yaml.schemas"]


def test_only_what_changed_is_written(tmp_path: Path):
    """A second run writes nothing, one after a change that file alone."""
    files = {".schemas/a.json": "{}\n", ".schemas/b.json": "{}\n"}

    assert [*files] == write_changed(tmp_path, files)
    assert [] == write_changed(tmp_path, files)
    assert [".schemas/b.json"] == write_changed(tmp_path, {**files, ".schemas/b.json": "[]\n"})


def test_the_command_writes_the_schemas(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """`python build.py schema` says what it wrote."""
    project = copy_sample(tmp_path)

    assert 0 == main(["schema", "--root", str(project)])
    assert "Wrote .schemas/events.json." in capsys.readouterr().out
    assert make_sample_schemas()[".schemas/names.json"] == (
        project / ".schemas/names.json"
    ).read_text("utf-8")


def test_names_are_not_lost_to_a_mistake(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """While a file cannot be read, the schemas stay as they are."""
    project = copy_sample(tmp_path)
    (project / "content/people.yaml").write_text("- id: [", encoding="utf-8")

    assert 1 == main(["schema", "--root", str(project)])
    assert "content/people.yaml:1" in capsys.readouterr().err
    assert not (project / ".schemas").exists()
