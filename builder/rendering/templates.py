"""The folder of templates -> an environment in which they run.

Takes the project's root and the wording; gives templates that escape by default and refuse
undefined names. Law: all are read at once, so that no page mixes two states of them; a
template's mistake is a Diagnostic with the template's own file and line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from traceback import extract_tb

from jinja2 import (
    BytecodeCache,
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket

from builder.file_bytes import read_bytes
from builder.memory import Memory
from builder.rendering.compiling import PlainEnvironment
from builder.reports.diagnostics import Diagnostic, Place
from builder.text.decoding import decode
from builder.views.paths import difference_path, person_path, source_path
from builder.views.wording import Wording

FOLDER = "templates"


class FileMistakeError(Exception):
    """Raised where a file of the site cannot be made; its diagnostic says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


@dataclass(frozen=True)
class Templates:
    """The templates of a project as they were read, and the folder they are from."""

    folder: Path
    contents: dict[str, bytes]

    @property
    def version(self) -> str:
        """A hash of all of them."""
        parts = (part for name, data in self.contents.items() for part in (name.encode(), data))
        return blake2b(b"\0".join(parts), digest_size=16).hexdigest()

    def load(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        """Return a template for jinja2: its text, its file, and that it is up to date."""
        if name not in self.contents:
            return None
        text, problems = decode(f"{FOLDER}/{name}", self.contents[name])
        if problems:
            raise FileMistakeError(problems[0])
        return text, str(self.folder / name), lambda: True


def read_templates(root: Path) -> Templates:
    """Return the templates under *root*; what begins with a dot is an editor's, not one of them."""
    folder = root / FOLDER
    found = (path for path in sorted(folder.rglob("*")) if not path.name.startswith("."))
    files = (path for path in found if path.is_file())
    return Templates(folder, {p.relative_to(folder).as_posix(): read_bytes(p) for p in files})


class Compiled(BytecodeCache):
    """Compiled templates, kept from one environment to the next with the same strings."""

    def __init__(self, strings: str = "") -> None:
        self.strings = strings
        """The version of the strings that stand in them."""
        self._codes: dict[str, tuple[str, bytes]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket if the template has not changed since it was compiled."""
        checksum, code = self._codes.get(bucket.key, ("", b""))
        if checksum == bucket.checksum:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._codes[bucket.key] = (bucket.checksum, bucket.bytecode_to_string())


def make_environment(
    templates: Templates,
    wording: Wording,
    paths: Iterable[str],
    memory: Memory | None = None,
    compiled: Callable[[], Compiled] = Compiled,
) -> Environment:
    """Return the environment in which the templates run; *paths* are the pages of the site.

    What *compiled* gives need not be compiled again, if it holds the same strings.
    """
    memory, paths = memory or Memory(), frozenset(paths)

    def find_compiled() -> Compiled:
        found = compiled()
        return found if found.strings == wording.version else Compiled(wording.version)

    def make() -> Environment:
        kept = memory.recall("compiled templates", wording.version, find_compiled)
        return _make_environment(templates, wording, paths, kept)

    return memory.recall("environment", (templates.version, wording.version, paths), make)


def _make_environment(
    templates: Templates, wording: Wording, paths: frozenset[str], compiled: Compiled
) -> Environment:
    environment = PlainEnvironment(
        loader=FunctionLoader(templates.load),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,  # all were read at once
        cache_size=-1,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=compiled,
    )
    environment.globals.update(
        say=wording.say,
        has_string=wording.has,
        number=wording.number,
        when=wording.when,
        source_path=source_path,
        person_path=person_path,
        difference_path=difference_path,
        has_page=paths.__contains__,
    )
    return environment


def describe_template_error(error: Exception, template: str, path: str, root: Path) -> Diagnostic:
    """Return what *template* raised while the page *path* was made, at the line that raised it."""
    if isinstance(error, FileMistakeError):
        return error.diagnostic
    folder = root / FOLDER
    place = Place(f"{FOLDER}/{template}")
    if isinstance(error, TemplateSyntaxError):
        place = Place(f"{FOLDER}/{error.name or template}", error.lineno)
    else:
        for frame in extract_tb(error.__traceback__):
            if Path(frame.filename).is_relative_to(folder):
                name = Path(frame.filename).relative_to(root).as_posix()
                place = Place(name, frame.lineno or 1)
    said = str(error) or type(error).__name__
    if isinstance(error, TemplateNotFound):
        said = f"there is no template {error.name!r}"
    speaks_for_itself = isinstance(error, TemplateError | AttributeError)
    what = said if speaks_for_itself else f"{type(error).__name__}: {said}"
    hint = f"It happened while {path} was rendered."
    return Diagnostic(place, "template-error", what.strip().rstrip("."), hint)
