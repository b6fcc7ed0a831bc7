"""Compares a published site with the one that is built here.

Takes the files that a build makes and a published site; gives which files differ, are missing or
are too many. Law: every file is compared by its content; the manifest only adds what a host does
not list; what follows from a difference is not told as another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from builder.hosting.complete_site import make_site
from builder.hosting.compressed import PACKED
from builder.hosting.host_files import HOST_FILES
from builder.hosting.manifest import BUILD, MANIFEST, read_build, read_manifest
from builder.hosting.published import Answer, Published, UnreadableError
from builder.pages.moved import find_redirects, find_removed
from builder.reports.diagnostics import Diagnostic
from builder.site import Options

AT_ONCE = 8
"""Requests that a host is asked at the same time."""
AT_MOST = 40
"""Findings that are listed one by one."""
NO_PAGE = "there-is-no-such-page.html"
"""An address at which a host has to show the page for what is missing."""


@dataclass(frozen=True, order=True)
class Finding:
    """One file that is not as built: how, which, and what is known about it."""

    kind: str
    path: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.kind:9} {self.path}" + (f"  ({self.detail})" if self.detail else "")


@dataclass(frozen=True)
class Moves:
    """Former paths with the present ones, and paths that are gone."""

    redirects: Mapping[str, str]
    removed: frozenset[str]


@dataclass(frozen=True)
class Verdict:
    """How a published site differs from what is built here, if anything could be built."""

    problems: list[Diagnostic]
    """What is wrong with the project itself."""
    findings: list[Finding]
    count: int
    """Files that were compared."""
    built_for: str
    """The address for which the published site says it was built, if that is another."""


def verify(published: Published, root: Path, options: Options) -> Verdict:
    """Return how a published site differs from what *options* make of the project in *root*.

    The revision, which is a name and nothing that could be built, is taken from the published
    site unless it is given. Raises UnreadableError if nothing answers at all.
    """
    origin = read_build(_content(published.read(BUILD)))
    options = replace(options, revision=options.revision or origin.get("revision", ""))
    files, timeline, problems = make_site(root, options)
    moves = Moves(dict(find_redirects(timeline)), frozenset(find_removed(timeline)))
    findings = compare(files, published, moves) if files else []
    built_for = origin.get("base_url", "")
    is_other = built_for != options.base_url
    return Verdict(problems, findings, len(files), built_for if is_other else "")


def compare(files: Mapping[str, bytes], published: Published, moves: Moves) -> list[Finding]:
    """Return how a published site differs from *files*, sorted; nothing if it does not."""
    paths = [path for path in files if not (published.is_on_the_web and path.endswith(PACKED))]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        judge = partial(_judge, files, published, moves)
        found = [finding for finding in pool.map(judge, paths) if finding]
    found += _too_many(files, published)
    return sorted(_without_consequences(found))


def tell(verdict: Verdict, place: str) -> str:
    """Return what was found, as lines of plain words."""
    lines = [str(finding) for finding in verdict.findings]
    if not lines:
        return f"{place} is what is built here: {verdict.count} files were compared."
    told, more = lines[:AT_MOST], lines[AT_MOST:]
    if more:
        told.append(f"… and {len(more)} more")
    number = "1 file is" if len(lines) == 1 else f"{len(lines)} files are"
    told.append(f"{number} not as built here; {verdict.count} were compared.")
    if verdict.built_for:
        told.append(f"It was built for {verdict.built_for}: name that with --base-url.")
    return "\n".join(told)


def _judge(
    files: Mapping[str, bytes], published: Published, moves: Moves, path: str
) -> Finding | None:
    is_probe = path == "404.html" and published.is_on_the_web
    try:
        answer = published.read(NO_PAGE if is_probe else path)
    except UnreadableError as error:
        return Finding("unread", path, str(error))
    if is_probe:
        return _judge_missing_page(answer, files[path])
    if _is_moved(answer, files, moves, path) or answer == Answer(200, files[path]):
        return None
    if answer.status == 404:
        is_kept = published.is_on_the_web and path in HOST_FILES
        return None if is_kept else Finding("missing", path)
    detail = f"status {answer.status}" if answer.status != 200 else ""
    return Finding("differs", path, detail)


def _judge_missing_page(answer: Answer, content: bytes) -> Finding | None:
    if answer.status != 404:
        detail = f"what is missing is answered with status {answer.status}, not 404"
        return Finding("differs", "404.html", detail)
    if answer.content != content:
        return Finding("differs", "404.html", "the host shows a page of its own")
    return None


def _is_moved(answer: Answer, files: Mapping[str, bytes], moves: Moves, path: str) -> bool:
    """Return whether a host redirected, or said that the page is gone, as it was told."""
    if path in moves.removed and answer.status == 410:
        return True
    return path in moves.redirects and answer == Answer(200, files[moves.redirects[path]])


def _too_many(files: Mapping[str, bytes], published: Published) -> Iterator[Finding]:
    try:
        listed = read_manifest(_content(published.read(MANIFEST)) or b"")
    except UnreadableError:  # told already, as a file
        listed = {}
    for path in sorted({*listed, *published.paths()} - files.keys()):
        yield Finding("too many", path)


def _without_consequences(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Leave out the compressed forms of what is told, and a manifest that says no more."""
    findings = list(findings)
    told = {finding.path for finding in findings}
    for finding in findings:
        original = finding.path.removesuffix(".gz").removesuffix(".br")
        is_packed = original != finding.path and original in told
        follows = finding.path == MANIFEST and finding.kind == "differs" and len(told) > 1
        if not (is_packed or follows):
            yield finding


def _content(answer: Answer) -> bytes | None:
    return answer.content if answer.status == 200 else None
