"""The tables are a valid data package: types, units, primary and foreign keys, nothing lost."""

import csv
import hashlib
import io
from pathlib import Path

import frictionless
import pytest

from tests.published import Files, published, read_json, real_files, sample_files


def write(files: Files, folder: Path) -> Path:
    """The data package, where its reader finds it."""
    for name, content in files.items():
        if name.endswith((".csv", "datapackage.json")):
            (folder / Path(name).name).write_bytes(content)
    return folder / "datapackage.json"


def complaints(files: Files, folder: Path) -> list[str]:
    """What Frictionless has against a data package."""
    report = frictionless.validate(str(write(files, folder)))
    return [str(line) for line in report.flatten(["title", "rowNumber", "fieldName", "note"])]


def rows(files: Files, name: str) -> list[dict[str, str]]:
    """The rows of a table."""
    return list(csv.DictReader(io.StringIO(files[f"data/{name}"].decode(), newline="")))


@pytest.mark.parametrize("name", ["sample", "real"])
def test_the_package_is_valid(name: str, tmp_path: Path):
    """Frictionless agrees with every type, constraint and key."""
    assert [] == complaints(published(name)[2], tmp_path)


def test_a_broken_key_is_found(tmp_path: Path):
    """The foreign keys are really looked at: an article that is not there is missed."""
    files = dict(sample_files())
    files["data/figures.csv"] = files["data/figures.csv"].replace(
        b"alder-gazette", b"alder-gazelle"
    )

    assert any("Foreign" in line or "foreign" in line for line in complaints(files, tmp_path))


def test_every_id_that_stands_alone_is_a_key():
    """A column that is called as a thing is leads to the table of that thing."""
    package = read_json(sample_files(), "datapackage.json")
    named = {"race", "person", "party", "place", "source", "event", "claim", "said_by", "office_of"}
    for resource in package["resources"]:
        columns = {field["name"] for field in resource["schema"]["fields"]}
        keys = resource["schema"].get("foreignKeys", [])
        keyed = {key["fields"][0] for key in keys if len(key["fields"]) == 1}
        assert columns & named <= keyed


def test_lists_name_things_that_are_there():
    """What the package cannot say of lists in cells holds too."""
    files = real_files()
    ids = {name: {row["id"] for row in rows(files, f"{name}.csv")} for name in
           ("people", "parties", "places", "sources", "claims", "citations")}  # fmt: skip
    for row in rows(files, "events.csv"):
        for name, known in ids.items():
            assert set(filter(None, row[name].split(";"))) <= known


def test_every_column_is_explained_and_numbers_have_units():
    """A reader of the package needs no other document."""
    package = read_json(sample_files(), "datapackage.json")
    fields = [f for resource in package["resources"] for f in resource["schema"]["fields"]]
    with_unit_of_their_own = {"value", "of", "number", "passage", "sentence"}

    assert all(field["description"] for field in fields)
    assert [] == [
        field["name"]
        for field in fields
        if field["type"] in ("number", "integer")
        and "unit" not in field
        and field["name"] not in with_unit_of_their_own
    ]
    assert "unit" in set(rows(sample_files(), "figures.csv")[0])


def test_a_figure_is_complete():
    """Value, unit, exactness, state, day, origin and passage stand in its row."""
    row = next(r for r in rows(sample_files(), "figures.csv") if r["measure"] == "lead-in-votes")

    assert ("1204", "votes", "exactly") == (row["value"], row["unit"], row["qualifier"])
    assert ("1991-05-12", "alder-gazette-1991-05-13") == (row["as_of"], row["source"])
    assert row["status"]
    assert row["origin_name"]


def test_csv_is_as_rfc_4180_has_it():
    """UTF-8 without a byte order mark, lines that end in CRLF, a header in the first."""
    for name, content in real_files().items():
        if name.endswith(".csv"):
            assert content.endswith(b"\r\n")
            assert content.count(b"\n") >= content.count(b"\r\n") > 0
            assert not content.startswith(b"\xef\xbb\xbf")
            assert rows(real_files(), name.removeprefix("data/"))[:1] != [{}]


def test_the_package_knows_its_files():
    """Size and hash of each table are those of the file."""
    files = sample_files()
    for resource in read_json(files, "datapackage.json")["resources"]:
        content = files[f"data/{resource['path']}"]
        assert len(content) == resource["bytes"]
        assert f"sha256:{hashlib.sha256(content).hexdigest()}" == resource["hash"]


def test_the_package_has_no_clock():
    """It is dated by its version, which ends in the day of the content."""
    package = read_json(sample_files(), "datapackage.json")

    assert "created" not in package
    assert "1.0.0+19910520" == package["version"]
    assert "CC-BY-4.0" == package["licenses"][0]["name"]


def test_a_number_that_is_missing_says_why():
    """In the tables of the reference layer 'unknown' is a missing number, not a text."""
    package = read_json(real_files(), "datapackage.json")
    schemas = {resource["name"]: resource["schema"] for resource in package["resources"]}

    assert "unknown" in schemas["reference-races"]["missingValues"]
    assert "unknown" in {row["turnout"] for row in rows(real_files(), "reference-races.csv")}
