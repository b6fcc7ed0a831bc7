"""The articles at hand -> the fingerprints by which any clone verifies what is quoted.

Takes a project's root and the folder of the articles; writes a fingerprint for each that has a
record. Law: what the fingerprint was before does not matter.
"""

from __future__ import annotations

from pathlib import Path

from builder.reading.fingerprints import SEALS, seal, to_json
from builder.reading.project import read_timeline
from builder.reports.diagnostics import Diagnostic


def seal_sources(root: Path, texts: Path | None) -> tuple[list[str], list[Diagnostic]]:
    """Write the fingerprint of every article at hand; return their files, and what was wrong."""
    timeline, problems = read_timeline(root, texts)
    # What the old fingerprints look like does not matter: they are about to be replaced.
    problems = [problem for problem in problems if problem.code != "damaged-fingerprint"]
    written = []
    for source in timeline.sources:
        if article := timeline.articles.get(source.id):
            name = f"{SEALS}/{source.id}.json"
            (root / SEALS).mkdir(parents=True, exist_ok=True)
            fingerprint = seal(source.id, article.sha256, article.passages)
            (root / name).write_text(to_json(fingerprint), encoding="utf-8")
            written.append(name)
    return written, problems
