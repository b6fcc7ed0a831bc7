"""The page of the data lists every file, with its size and what its columns mean."""

from functools import partial

import pytest

from builder.pages.data import DataFile, DataPage, plan_data
from builder.rendering.exports import FILES
from tests.published import published


def page_of(name: str) -> DataPage:
    """What the page shows."""
    timeline, wording, files = published(name)
    recipes = {path: partial(bytes, content) for path, content in files.items()}
    content = plan_data(timeline, wording, recipes).make().content
    assert isinstance(content, DataPage)
    return content


def listed(page: DataPage) -> list[DataFile]:
    """All files of the page."""
    files = [file for group in page.groups for file in group.files]
    return [*files, page.schema, *page.events]


@pytest.mark.parametrize("name", ["sample", "real"])
def test_every_file_is_listed_once(name: str):
    """Nothing that can be taken away is hidden, and nothing is offered that is not there."""
    paths = [file.path for file in listed(page_of(name))]

    assert sorted(published(name)[2]) == sorted(paths)
    assert len(FILES) + len(published(name)[0].events) == len(paths)


def test_a_file_says_how_large_it_is():
    """In thousands of bytes; a small file is not of size nothing."""
    sizes = {file.name: file.size for file in listed(page_of("sample"))}
    exact = len(published("sample")[2]["data/timeline.json"])

    assert f"{round(exact / 1000)} kB" == sizes["timeline.json"]
    assert "1 kB" == sizes["places.csv"]


def test_a_table_explains_its_columns():
    """As the data package does."""
    figures = next(file for file in listed(page_of("sample")) if file.name == "figures.csv")
    counted = next(column for column in figures.columns if column.name == "counted")

    assert ("number", "percent-of-boxes") == (counted.type, counted.unit)
    assert counted.about
