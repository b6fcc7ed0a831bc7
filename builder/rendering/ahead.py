"""Templates that are compiled by another process, while this one reads what they will show.

Takes a project's root; gives a way to ask for what was compiled. Law: it can only save time; what
has changed since, or cannot be compiled, is compiled when a page needs it, and told of then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path, PurePath

from builder.rendering.templates import FOLDER, Compiled, make_environment, read_templates
from builder.views.wording import read_wording
from builder.workers import meanwhile


@contextmanager
def compiled_meanwhile(root: Path, workers: int) -> Iterator[Callable[[], Compiled]]:
    """Have the templates of a project compiled; give what waits for that."""
    if workers < 2:  # then there is nothing to be gained
        yield Compiled
        return
    with meanwhile(partial(compile_templates, root), workers) as finish:
        yield finish


def compile_templates(root: Path) -> Compiled:
    """Return all templates of a project, compiled with its strings.

    None, if these are in several languages: which of them is shown stands in the content.
    """
    templates = read_templates(root)
    strings = [name for name in templates.contents if PurePath(name).match("strings/*.yaml")]
    language = PurePath(strings[0]).stem if len(strings) == 1 else ""
    wording = read_wording(root / FOLDER, language)[0] if language else None
    if wording is None:
        return Compiled()
    compiled = Compiled(wording.version)
    environment = make_environment(templates, wording, (), compiled=lambda: compiled)
    for name in templates.contents:
        if name.endswith(".html"):
            with suppress(Exception):  # a page that needs it will meet it too
                environment.get_template(name)
    return compiled
