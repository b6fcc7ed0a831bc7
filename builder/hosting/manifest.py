"""What was built: the hash of each file, and of what it was made.

Takes the hashes of a site's files and its timeline; gives ``manifest.sha256``, which
``sha256sum -c`` reads, and ``build.json``. Law: no clock; the same content built in the same way
gives the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from builder.data.documents import to_json
from builder.reading.content_date import find_content_date
from builder.reading.timeline import Timeline

MANIFEST, BUILD = "manifest.sha256", "build.json"
PROGRAM = "0.5.0"
"""The version of this program, as in pyproject.toml."""

_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")


def write_manifest(hashes: Mapping[str, str]) -> bytes:
    """Return the SHA-256 of all files, as hexadecimals, sorted by their paths."""
    lines = (f"{hashes[path]}  {path}\n" for path in sorted(hashes))
    return "".join(lines).encode()


def read_manifest(content: bytes) -> dict[str, str]:
    """Return the hash of each file; a line that is none of a manifest is passed over."""
    lines = content.decode(errors="replace").splitlines()
    return {found[2]: found[1] for line in lines if (found := _LINE.fullmatch(line))}


def describe_build(timeline: Timeline, base_url: str, revision: str) -> bytes:
    """Return what the site was made of; *revision* is given from outside, or nothing is said."""
    described = {
        "program": PROGRAM,
        "base_url": base_url,
        "content_date": find_content_date(timeline).isoformat(),
        "counts": {
            "events": len(timeline.events),
            "races": len(timeline.races),
            "people": len(timeline.people),
            "sources": len(timeline.sources),
            "citations": sum(1 for _ in timeline.citations()),
            "figures": len(timeline.figures),
            "differences": len(timeline.differences),
        },
    }
    if revision:
        described["revision"] = revision
    return to_json(described)


def read_build(content: bytes | None) -> dict[str, str]:
    """Return the texts of a ``build.json``; nothing if it is none."""
    try:
        described = json.loads(content or b"")
    except ValueError:
        return {}
    items = described.items() if isinstance(described, dict) else ()
    return {name: value for name, value in items if isinstance(value, str)}
