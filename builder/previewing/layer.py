"""What the preview lays over a page: the report, what drafts lack, and its own script.

Takes a page as it would be published; gives it with one element more, ``<preview-layer>``. Law:
without that element the page is, byte for byte, what a build makes of the same content.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from builder.previewing.draft_evidence import DraftEvidence
from builder.previewing.edits import Edit
from builder.reports.diagnostics import Diagnostic, Files

FOLDER = Path(__file__).parent / "files"
BLANK = b"<!doctype html>\n<html lang=en>\n<title>Preview</title>\n<body>\n</body>\n</html>\n"
"""What the report lies over before there is any good page."""


@dataclass(frozen=True)
class Layer:
    """What lies over the pages in one state of the preview."""

    root: Path
    run: str = ""
    save: int = 0
    errors: tuple[Diagnostic, ...] = ()
    drafts: tuple[DraftEvidence, ...] = ()
    edits: tuple[tuple[int, Edit], ...] = ()
    """What was edited, and in which save; the newest first."""

    def lay_over(self, path: str, page: bytes) -> bytes:
        """Return the page at *path* with this over it."""
        html = self._html(path, self._drafts_on(path, page)).encode()
        body, end, rest = page.rpartition(b"</body>")
        return body + html + end + rest if end else page + html

    def _html(self, path: str, drafts: Iterable[DraftEvidence]) -> str:
        files = Files(self.root)
        edits = [{"save": save, **asdict(edit)} for save, edit in self.edits]
        return _template().render(
            state={"run": self.run, "save": self.save, "path": path, "edits": edits},
            root=self.root.resolve().as_posix(),
            problems=[(item, _quote(item, files)) for item in self.errors],
            drafts=list(drafts),
        )

    def _drafts_on(self, path: str, page: bytes) -> Iterable[DraftEvidence]:
        """Yield the drafts that the page shows in full."""
        for draft in self.drafts:
            name = draft.event.id
            if path == f"events/{name}.html" or f'id="event-{name}"'.encode() in page:
                yield draft


def _quote(problem: Diagnostic, files: Files) -> str:
    """Return the line that is wrong with a caret below it, or ''."""
    excerpt = files.excerpt(problem.place)
    return f"{excerpt[0]}\n{' ' * (excerpt[1] - 1)}^" if excerpt else ""


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    return environment.get_template("layer.html")
