"""Records become rows: typed columns, lists in a cell, dates in several, no formulas."""

import pytest
from pydantic import Field

from builder.data.columns import columns_of, rows_of, to_cell
from builder.data.fields import AmountRecord, Record, date_record
from builder.data.models import EventRecord, FigureRecord
from builder.text.dates import parse_date
from tests.examples import WORDING


class Lamp(Record):
    """A lamp, for these tests."""

    id: str = Field(description="Its name.")
    colour: str | None = Field(description="Its colour.")
    hours: AmountRecord = Field(description="How long.", json_schema_extra={"unit": "hours"})


def test_columns_are_typed_and_described():
    """Types, units and descriptions are those of the fields."""
    assert [
        {
            "name": "id",
            "type": "string",
            "constraints": {"required": True},
            "description": "Its name.",
        },
        {"name": "colour", "type": "string", "description": "Its colour."},
        {"name": "hours", "type": "number", "description": "How long.", "unit": "hours"},
    ] == [column.field for column in columns_of(Lamp)]


def test_an_event_begins_with_what_a_reader_looks_for():
    """Id, title and date come before the text and the lists of evidence."""
    names = [column.name for column in columns_of(EventRecord)]

    assert ["id", "title", "date", "date_earliest", "date_latest"] == names[:5]
    assert ["text", "body", "claims", "citations"] == names[-4:]


def test_a_date_fills_columns_of_its_own():
    """The date as typed, its days, its exactness and its words; all empty where there is none."""
    names = {column.name for column in columns_of(FigureRecord)}

    assert {"as_of", "as_of_earliest", "as_of_latest", "as_of_precision", "as_of_text"} <= names


def test_what_is_not_known_is_an_empty_cell():
    """A missing number of the reference layer says why it is missing."""
    lamp = Lamp(id="north", colour=None, hours=AmountRecord(value=None, absence="unknown"))

    assert [["north", "", "unknown"]] == list(rows_of(Lamp, [lamp]))


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (True, "true"),
        (13000, "13000"),
        (-1, "-1"),
        (50.92, "50.92"),
        (("a", "b"), "a;b"),
        ((), ""),
        (parse_date("2019").first, "2019-01-01"),
        (date_record(parse_date("2019"), WORDING).edtf, "2019"),
        ("'Quoted' words", "'Quoted' words"),
    ],
)
def test_cells(value: object, cell: str):
    """A cell holds what a program reads back."""
    assert cell == to_cell(value)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "＝1", "'=1"])
def test_no_text_is_a_formula(text: str):
    """An apostrophe stands before it, and to take one away gives the text back."""
    assert f"'{text}" == to_cell(text)
