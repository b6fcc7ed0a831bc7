"""The corpus that Hugo builds is ours: the same things, and as much published of each."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from builder.publishing import build
from tests.bench_build import hugo
from tests.corpus import write_corpus
from tests.hugo_corpus import write_hugo_corpus
from tests.projects import copy_templates
from tests.weights import weigh

SAME = {"title": "title", "shore": "shore", "race": "races", "kind": "kinds"}
LISTS = ("people", "parties", "places")
DIFFERENT = {"data/*.html"}
"""Our page of data also says what each column means."""


def read_ours(folder: Path) -> dict[str, Any]:
    """Every event of the project, as its files say it."""
    files = write_corpus(folder, 40).glob("content/events/*.yaml")
    return {event["id"]: event for file in files for event in yaml.safe_load(file.read_text())}


def read_hugos(folder: Path) -> dict[str, Any]:
    """Every event of the site for Hugo, as its front matter says it."""
    files = write_hugo_corpus(folder, 40).glob("content/events/day-*.md")
    return {file.stem: json.loads(file.read_text()) for file in files}


def test_hugo_is_given_the_same_events(tmp_path: Path):
    """Titles, texts, days, citations and what an event belongs to are those of our project."""
    ours, hugos = read_ours(tmp_path / "ours"), read_hugos(tmp_path / "hugo")

    assert ours.keys() == hugos.keys()
    for name, event in ours.items():
        other = hugos[name]
        assert [event[key] for key in SAME] == [other[key] for key in SAME.values()]
        assert [event[key] for key in LISTS] == [other[key] for key in LISTS]
        assert str(event["date"]) == other["date"]
        assert re.sub(r"\[@\w+\]", "", event["body"]) == other["text"]
        assert event["citations"] == [claim["citation"] for claim in other["claims"]]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """What we and Hugo publish of the same large archive."""
    folder = tmp_path_factory.mktemp("corpus")
    copy_templates(write_corpus(folder / "project", 600))
    build(folder / "project", folder / "site")
    hugo("hugo", folder / "hugo", 600)
    return folder / "site", folder / "hugo/public"


@pytest.mark.extra("hugo")
def test_hugo_publishes_as_much(sites: tuple[Path, Path]):
    """Of a large archive, Hugo writes as many bytes of each kind as we do, within a tenth."""
    ours, theirs = (weigh(site) for site in sites)

    assert ours.keys() == theirs.keys()
    ratios = {kind: theirs[kind][1] / ours[kind][1] for kind in ours.keys() - DIFFERENT}
    assert {kind: ratio for kind, ratio in ratios.items() if not 0.9 < ratio < 1.1} == {}


@pytest.mark.extra("hugo")
def test_hugo_publishes_the_same_data(sites: tuple[Path, Path]):
    """The file of everything says the same, but for the addresses of lists of figures."""
    ours, theirs = (read_timeline(site) for site in sites)

    del ours["$schema"]
    assert ours == theirs


def read_timeline(site: Path) -> dict[str, Any]:
    """The file of everything, each list in the order of its ids."""
    text = (site / "data/timeline.json").read_text().replace("figures/race-", "figures/races/")
    data: dict[str, Any] = json.loads(text)
    lists = {name: things for name, things in data.items() if isinstance(things, list)}
    return data | {name: sorted(lists[name], key=lambda thing: thing["id"]) for name in lists}
