"""The corpus that Hugo builds is ours: the same things, and as much published of each."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from builder.publishing import build
from tests.bench_build import find_hugo, hugo
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


@pytest.mark.extra("hugo")
def test_hugo_publishes_as_much(tmp_path: Path):
    """Of a large archive, Hugo writes as many bytes of each kind as we do, within a tenth."""
    project = write_corpus(tmp_path / "project", 600)
    copy_templates(project)
    build(project, tmp_path / "site")
    ours = weigh(tmp_path / "site")

    _, theirs = hugo(find_hugo() or "hugo", tmp_path / "hugo", 600)

    assert ours.keys() == theirs.keys()
    ratios = {kind: theirs[kind][1] / ours[kind][1] for kind in ours.keys() - DIFFERENT}
    assert {kind: ratio for kind, ratio in ratios.items() if not 0.9 < ratio < 1.1} == {}
