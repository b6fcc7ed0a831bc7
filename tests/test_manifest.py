"""Anybody can see what was published, and of what it was made."""

import json
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from builder.hosting.manifest import (
    PROGRAM,
    describe_build,
    read_build,
    read_manifest,
    write_manifest,
)
from tests.examples import sample_timeline
from tests.projects import ROOT

EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_a_manifest_names_every_file_in_order():
    """With the SHA-256 of its content."""
    manifest = write_manifest({"b.html": EMPTY, "a.html": EMPTY})

    assert f"{EMPTY}  a.html\n{EMPTY}  b.html\n".encode() == manifest
    assert {"a.html": EMPTY, "b.html": EMPTY} == read_manifest(manifest)


def test_what_is_no_manifest_names_nothing():
    """A host may answer with anything."""
    assert {} == read_manifest(b"<!doctype html>\n\xff\xfe\n")


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not installed")
def test_the_usual_program_reads_the_manifest(site_folder: Path):
    """All files hold, and none is left out."""
    command = ["sha256sum", "--check", "--strict", "--quiet", "manifest.sha256"]
    assert 0 == subprocess.run(command, cwd=site_folder, check=False).returncode
    named = set(read_manifest((site_folder / "manifest.sha256").read_bytes()))
    present = {p.relative_to(site_folder).as_posix() for p in site_folder.rglob("*") if p.is_file()}
    assert {"manifest.sha256"} == present - named


def test_a_build_says_what_it_was_made_of():
    """The revision only if it is given: nothing is asked of the clock or of git."""
    timeline = sample_timeline().without_drafts()
    plain = json.loads(describe_build(timeline, "/", ""))
    named = json.loads(describe_build(timeline, "https://votes.example/", "0f3a"))

    assert len(timeline.events) == plain["counts"]["events"]
    assert "revision" not in plain
    assert ("0f3a", "https://votes.example/") == (named["revision"], named["base_url"])


@pytest.mark.parametrize("content", [None, b"", b"[1]", b"<html>", b"\xff", b'{"revision": 1}'])
def test_what_is_no_description_of_a_build_says_nothing(content: bytes | None):
    """A host may answer with anything."""
    assert {} == read_build(content)


def test_the_program_says_its_version():
    """The one of pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert project["version"] == PROGRAM
