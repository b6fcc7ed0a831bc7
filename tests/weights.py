"""What a build wrote, weighed kind by kind, to hold two builds of one corpus beside each other.

Takes the folders of two sites; gives files and bytes of each kind of page or file, and a table.
Law: what only one of the two is asked for (`tests/hugo_corpus.py` names it) is not weighed.
"""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path, PurePath

OURS_ALONE = {"pagefind", "cards", "manifest.sha256", "datapackage.json", "build.json"}
"""Folders and files that Hugo is not asked for; others are known by their names' ends."""
HEADING = """\
| kind | files | MB | Hugo's files | Hugo's MB | Hugo's MB to ours |
|---|---:|---:|---:|---:|---:|"""

Weights = dict[str, tuple[int, int]]
"""Files and bytes of each kind."""


def weigh(out: Path) -> Weights:
    """Return what a build wrote of each kind, without what only we make."""
    sizes: dict[str, list[int]] = defaultdict(list)
    for file in out.rglob("*"):
        path = file.relative_to(out)
        if file.is_file() and not is_ours_alone(path):
            sizes[kind_of(path)].append(file.stat().st_size)
    return {kind: (len(found), sum(found)) for kind, found in sizes.items()}


def is_ours_alone(path: PurePath) -> bool:
    """Return whether Hugo is not asked for such a file."""
    aside = path.suffix in {".br", ".gz"} or path.name.endswith(".schema.json")
    return aside or path.name[0] in "_." or not OURS_ALONE.isdisjoint(path.parts)


def kind_of(path: PurePath) -> str:
    """Return the kind of a page, which is its folder, or of a file."""
    if path.suffix in {".css", ".js", ".svg"}:
        return "styles and scripts"
    if path.parent.name == "data":
        return f"data/*{path.suffix}"
    folders = path.parts[:-1]
    if not folders:
        return "other pages"
    return "/".join(folders[:2]) if folders[0] in {"data", "embed"} else folders[0]


def compare(ours: Weights, theirs: Weights) -> Iterator[str]:
    """Yield a table of what both wrote, and the sum."""
    yield HEADING
    for kind in sorted(ours.keys() | theirs.keys()):
        yield _row(kind, ours.get(kind, (0, 0)), theirs.get(kind, (0, 0)))
    yield _row("all", sum_up(ours), sum_up(theirs))


def sum_up(weights: Weights) -> tuple[int, int]:
    """Return all files and bytes."""
    return sum(files for files, _ in weights.values()), sum(size for _, size in weights.values())


def _row(kind: str, ours: tuple[int, int], theirs: tuple[int, int]) -> str:
    ratio = f"{theirs[1] / ours[1]:.2f}" if ours[1] else ""
    cells = (f"{files:,} | {size / 1e6:,.2f}" for files, size in (ours, theirs))
    return f"| {kind} | {' | '.join(cells)} | {ratio} |"
