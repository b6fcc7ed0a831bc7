"""Pages + templates -> {path: bytes}, the whole site in memory.

Takes the planned pages and the project's root; gives every file of the site. Law: templates
escape by default and refuse undefined names; a template's mistake is a Diagnostic with the
template's own file and line.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from traceback import extract_tb
from urllib.parse import urlsplit

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)

from builder.cards import SITE_CARD
from builder.diagnostics import Diagnostic, Place
from builder.model import Site
from builder.pages import Page, find_href
from builder.timeline import Timeline
from builder.views import difference_path, person_path, source_path
from builder.wording import Wording

Files = dict[str, bytes]


@dataclass(frozen=True)
class Target:
    """Where the site will be published: its address, or only its path ("/" by default)."""

    base_url: str = "/"

    @property
    def base_path(self) -> str:
        """The path under which the site lies, with a slash at both ends."""
        path = urlsplit(self.base_url).path.strip("/")
        return f"/{path}/" if path else "/"

    def canonical(self, page: Page) -> str:
        """The page's address for search engines, or '' where only a path is known."""
        if not urlsplit(self.base_url).netloc or page.is_anywhere:
            return ""
        return f"{self.base_url.rstrip('/')}/{page.path.removesuffix('index.html')}"

    def card_address(self, page: Page) -> str:
        """The address of the page's card, or of the site's; '' where only a path is known."""
        if not urlsplit(self.base_url).netloc or page.is_anywhere:
            return ""
        return f"{self.base_url.rstrip('/')}/{page.card or SITE_CARD}"


def render_pages(
    pages: list[Page], timeline: Timeline, wording: Wording, root: Path, target: Target
) -> tuple[Files, list[Diagnostic]]:
    """Return the site's pages and assets by path, and what is wrong with the templates."""
    environment = make_environment(root / "templates", wording)
    environment.globals["has_page"] = frozenset(page.path for page in pages).__contains__
    files = read_assets(root / "static")
    # A template's mistake shows on every page that uses it; the first stands for all.
    problems: dict[tuple[Place, str], Diagnostic] = {}
    for page in pages:
        context = make_context(page, timeline, target)
        try:
            html = environment.get_template(page.template).render(context)
        except Exception as error:  # whatever a template raises is its author's to mend
            problem = describe_template_error(error, page, root)
            problems.setdefault((problem.place, problem.message), problem)
        else:
            files[page.path] = tidy(html).encode()
    return files, list(problems.values())


def make_environment(templates: Path, wording: Wording) -> Environment:
    """Return the environment in which the templates run."""
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        say=wording.say,
        has_string=wording.has,
        number=wording.number,
        when=wording.when,
        source_path=source_path,
        person_path=person_path,
        difference_path=difference_path,
    )
    return environment


def make_context(page: Page, timeline: Timeline, target: Target) -> dict[str, object]:
    """Return what a template may use: the page, what it shows, and how to link from it."""
    href: Callable[[str], str] = partial(find_href, page, base_path=target.base_path)
    site: Site | None = timeline.site
    return {
        "page": page,
        "content": page.content,
        "href": href,
        "site": site,
        "sources": timeline.sources,
        "prose": timeline.prose,
        "canonical": target.canonical(page),
        "card_address": target.card_address(page),
    }


def read_assets(static: Path) -> Files:
    """Return the files of static/, each folder of style sheets joined in the order of names.

    What the timeline does not need is a sheet of its own, so that a first visit stays light.
    """
    files = {
        f"static/{path.relative_to(static).as_posix()}": path.read_bytes()
        for path in sorted(static.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }
    for folder, sheet in (("styles", "style.css"), ("page-styles", "pages.css")):
        names = [name for name in files if name.startswith(f"static/{folder}/")]
        if names or sheet == "style.css":
            files[f"static/{sheet}"] = b"\n".join(files.pop(name) for name in names)
    return files


def tidy(html: str) -> str:
    """Return HTML without blank lines and trailing spaces, ending in one newline."""
    lines = (line.rstrip() for line in html.splitlines())
    return "\n".join(line for line in lines if line) + "\n"


def describe_template_error(error: Exception, page: Page, root: Path) -> Diagnostic:
    """Return what a template raised, at the line of the template that raised it."""
    folder = root / "templates"
    place = Place(f"templates/{page.template}")
    if isinstance(error, TemplateSyntaxError):
        place = Place(f"templates/{error.name or page.template}", error.lineno)
    else:
        for frame in extract_tb(error.__traceback__):
            if Path(frame.filename).is_relative_to(folder):
                name = Path(frame.filename).relative_to(root).as_posix()
                place = Place(name, frame.lineno or 1)
    said = str(error) or type(error).__name__
    what = said if isinstance(error, TemplateError) else f"{type(error).__name__}: {said}"
    hint = f"It happened while {page.path} was rendered."
    return Diagnostic(place, "template-error", what.strip().rstrip("."), hint)
