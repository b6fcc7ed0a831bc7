"""The editor's live preview: the site as it would be published, page by page, and what is wrong.

Takes a project's folder; gives any file of its site, drafts included, as it is after the last
save. Law: a mistake never stops it: the last good pages stay, with the report over them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from builder.media_types import media_type
from builder.memory import Memory
from builder.previewing.draft_evidence import find_drafts
from builder.previewing.edits import Edit, find_edits
from builder.previewing.layer import BLANK, Layer
from builder.reading.timeline import Timeline
from builder.rendering.render import Files
from builder.rendering.style_sheets import SHEETS, is_part
from builder.rendering.templates import FileMistakeError
from builder.reports.diagnostics import Diagnostic, Place, has_errors
from builder.site import Options, Site, plan_site

KEPT_EDITS = 50
"""So many of the last edits are told to the pages, for those that missed a save."""
RELOAD = "page"
"""What a browser is told when more than style sheets has changed."""


@dataclass(frozen=True)
class Answer:
    """A file as it is served."""

    status: int
    content_type: str
    content: bytes


@dataclass
class Preview:
    """The last good site, what is wrong now, and the number of the save."""

    root: Path
    options: Options
    run: str = ""
    """Tells the pages of this preview from those of an earlier one."""
    save: int = 0
    site: Site = field(default_factory=lambda: Site(Timeline(), []))
    layer: Layer = field(init=False)
    is_verified: bool = False
    """Whether every page was made since the templates were last saved."""
    _memory: Memory = field(default_factory=Memory)
    _kept: Files = field(default_factory=dict)
    """The last good version of every page that was made."""
    _mistakes: dict[tuple[Place, str], Diagnostic] = field(default_factory=dict)
    """What is wrong with the templates; on however many pages, it is one mistake."""
    _edits: dict[Edit, int] = field(default_factory=dict)
    """What was edited, and in which save."""

    def __post_init__(self) -> None:
        self.layer = Layer(self.root, self.run)

    @property
    def version(self) -> str:
        """The version of the pages: what is shown with another is out of date."""
        return f"{self.run}{self.save}"

    def refresh(self) -> list[Diagnostic]:
        """Read what was saved; return what is wrong with it."""
        before, site = self.site, plan_site(self.root, self.options, self._memory)
        self.save += 1
        self._mistakes.clear()
        if has_errors(site.problems):
            self._cover(site.problems)
            return site.problems
        self.site = site
        drafts = find_drafts(site.timeline, site.problems)
        edits = find_edits(before.timeline, site.timeline) if before.recipes else ()
        self._edits |= dict.fromkeys(edits, self.save)
        self.layer = Layer(self.root, self.run, self.save, (), drafts, self._last_edits())
        return site.problems

    def _last_edits(self) -> tuple[tuple[int, Edit], ...]:
        """Return what was edited last and is still there."""
        there = [edit for edit in self._edits if edit.path.partition("#")[0] in self.site.recipes]
        there.sort(key=self._edits.__getitem__, reverse=True)
        return tuple((self._edits[edit], edit) for edit in there[:KEPT_EDITS])

    def _cover(self, problems: Iterable[Diagnostic]) -> None:
        errors = tuple(sorted({item for item in problems if item.severity == "error"}))
        self.layer = replace(self.layer, save=self.save, errors=errors)

    def verify(self) -> Iterator[None]:
        """Make every page in turn, to see that the templates hold; pause after each.

        What is found then lies over all pages. So a template's mistake is told on pages that do
        not use it; what only a page's content brings to light is told when that page is made.
        """
        pages = [path for path in self.site.recipes if path.endswith(".html")]
        for path in sorted(pages, key=_is_long):
            self._make(path)
            yield
        self.is_verified = not self._mistakes  # else the next save, of whatever, may mend it
        if self._mistakes and not self.layer.errors:
            self.save += 1
            self._cover(self.mistakes)

    @property
    def mistakes(self) -> list[Diagnostic]:
        """What is wrong with the templates, as far as pages were made."""
        return sorted(self._mistakes.values())

    def answer(self, path: str) -> Answer:
        """Return the file at *path* of the site, or its page for what is missing."""
        if not path or path.endswith("/"):
            path += "index.html"
        if path in self.site.recipes:
            return self._answer(200, path)
        is_page = path.endswith(".html") or "." not in path.rpartition("/")[2]
        return self._answer(404, "404.html" if is_page else path)

    def _answer(self, status: int, path: str) -> Answer:
        content_type = media_type(path)
        content = self._make(path)
        if not path.endswith(".html"):
            return Answer(status, content_type, content)
        layer = self.layer
        if self._mistakes and not layer.errors:
            layer = replace(layer, errors=tuple(self.mistakes))
        return Answer(status, f"{content_type}; charset=utf-8", layer.lay_over(path, content))

    def _make(self, path: str) -> bytes:
        """Return a file, or its last good version if it cannot be made now."""
        make = self.site.recipes.get(path)
        fallback = BLANK if path.endswith(".html") else b""
        try:
            content = make() if make else fallback
        except FileMistakeError as error:
            problem = error.diagnostic
            self._mistakes.setdefault((problem.place, problem.message), problem)
            return self._kept.get(path, fallback)
        if path.endswith(".html"):
            self._kept[path] = content
        return content


def _is_long(path: str) -> bool:
    """Whether a page may hold everything: such pages are made last, so that no save waits."""
    return not path.startswith("events/")


def what_to_reload(root: Path, saved: Iterable[Path]) -> list[str]:
    """Return the style sheets to be swapped in, if nothing else was saved, or else the page."""
    names = [name_in(root, path) for path in saved]
    sheets = [
        sheet
        for name in names
        for sheet in [sheet for sheet in SHEETS if is_part(name, sheet)] or [RELOAD]
    ]
    return [RELOAD] if RELOAD in sheets else sorted(set(sheets))


def name_in(root: Path, path: Path) -> str:
    """Return how a project calls a file; '' if it lies elsewhere, as what a link leads to does."""
    real, folder = path.resolve(), root.resolve()
    return real.relative_to(folder).as_posix() if real.is_relative_to(folder) else ""
