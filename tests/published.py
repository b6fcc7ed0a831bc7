"""The data files of the invented town and of the real content, made once; and their ids."""

import json
from functools import cache
from typing import Any

from builder.data.documents import TimelineDocument, timeline_document
from builder.data.statements import Publisher
from builder.reading.project import read_timeline
from builder.reading.timeline import Timeline
from builder.rendering.exports import make_data
from builder.views.addresses import Addresses
from builder.views.wording import Wording, read_wording
from tests.examples import WORDING, sample_timeline
from tests.projects import ROOT

BASE = "https://votes.example/town/"

Files = dict[str, bytes]


@cache
def sample_publisher(base: str = BASE) -> Publisher:
    """What makes the records of the invented town."""
    return Publisher(sample_timeline().without_drafts(), WORDING, Addresses(base))


@cache
def sample_document(base: str = BASE) -> TimelineDocument:
    """Everything that is published of the invented town."""
    return timeline_document(sample_publisher(base))


@cache
def sample_files(base: str = BASE) -> Files:
    """The data files of the invented town, under an address or under a path alone."""
    return make_data(sample_timeline().without_drafts(), WORDING, Addresses(base))


@cache
def real_content() -> tuple[Timeline, Wording]:
    """The real content, as it is published, and the real words."""
    timeline, _ = read_timeline(ROOT, None)
    wording, _ = read_wording(ROOT / "templates", "en")
    assert wording is not None
    return timeline.without_drafts(), wording


@cache
def real_files(base: str = BASE) -> Files:
    """The data files of the real content."""
    return make_data(*real_content(), Addresses(base))


def published(name: str) -> tuple[Timeline, Wording, Files]:
    """The content called "sample" or "real", its words and its data files."""
    if name == "real":
        return *real_content(), real_files()
    return sample_timeline().without_drafts(), WORDING, sample_files()


def read_json(files: Files, name: str) -> Any:
    """A JSON file below ``data/``."""
    return json.loads(files[f"data/{name}"])
