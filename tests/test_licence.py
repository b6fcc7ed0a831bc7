"""What the site says of its licences is what LICENSE says, and CITATION.cff names the same."""

import re
import tomllib

import jsonschema
import yaml

from builder.pages.licence import LicencePage, plan_licence
from builder.views.addresses import NOWHERE, Addresses
from tests.examples import WORDING, sample_timeline
from tests.projects import ROOT

LICENSE = " ".join((ROOT / "LICENSE").read_text(encoding="utf-8").split())
CITATION = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
TEXT = {"type": "string", "minLength": 1}
CFF = {
    "type": "object",
    "required": ["cff-version", "message", "title", "authors"],
    "additionalProperties": False,
    "properties": {
        "cff-version": {"const": "1.2.0"},
        "message": TEXT,
        "title": TEXT,
        "version": TEXT,
        "abstract": TEXT,
        "type": {"enum": ["software", "dataset"]},
        "license": {"enum": ["CC-BY-4.0", "MIT"]},  # of the SPDX list, those that hold here
        "keywords": {"type": "array", "minItems": 1, "uniqueItems": True, "items": TEXT},
        "authors": {
            "type": "array",
            "minItems": 1,
            "items": {"type": "object", "required": ["name"], "properties": {"name": TEXT}},
        },
    },
}
"""What CFF 1.2.0 asks of the keys that we use
(https://github.com/citation-file-format/citation-file-format/blob/1.2.0/schema-guide.md)."""


def content_of(addresses: Addresses) -> LicencePage:
    """What the licence page of the sample shows."""
    content = plan_licence(sample_timeline(), WORDING, addresses).make().content
    assert isinstance(content, LicencePage)
    return content


def test_the_page_says_what_the_licence_says():
    """Of quotations word for word, of the content the conditions, of the code the name."""
    words = " ".join(str(WORDING.say("licence.quotations-text")).replace("’", "'").split())

    assert words in LICENSE
    assert "if you name" in LICENSE
    assert "share and adapt it, also commercially" in WORDING.say("licence.content-text")
    assert content_of(NOWHERE).url in LICENSE
    for key in ("licence.code", "licence.content"):
        name = WORDING.say(key).partition(": ")[2]
        assert name in LICENSE


def test_the_examples_name_the_site_and_the_licence():
    """With the address where it is known, and without any where it is not."""
    known = content_of(Addresses("https://alder.example/counts/")).examples

    assert "Port Alder counts, https://alder.example/counts/, CC BY 4.0" == known[0]
    assert "Port Alder counts, CC BY 4.0" == content_of(NOWHERE).examples[0]
    assert re.fullmatch(r"“.+”, Port Alder counts, https://.+\.html, CC BY 4\.0", known[1])


def test_the_citation_file_is_valid():
    """By what CFF 1.2.0 asks of the keys that we use."""
    jsonschema.validate(CITATION, CFF)


def test_the_citation_file_makes_nothing_up():
    """The authors are those of LICENSE, and the licence is that of the content."""
    assert [{"name": "Istanbul, recounted contributors"}] == CITATION["authors"]
    assert "the Istanbul, recounted contributors" in LICENSE
    assert "CC-BY-4.0" == CITATION["license"]
    assert not {"doi", "identifiers", "date-released"} & set(CITATION)


def test_the_citation_file_names_the_version():
    """The one of pyproject.toml; both change together."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert project["version"] == CITATION["version"]
