"""The style sheets as they are published: parts joined, without the comments meant for editors.

Takes the files of ``static/``; gives them with whole style sheets in place of their parts. Law:
the first part is the one with the tokens, which declares the order of the layers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

SHEETS = {
    "static/style.css": ("static/styles/",),
    "static/pages.css": ("static/page-styles/",),
    "static/embed.css": (
        "static/styles/1-tokens.css",
        "static/styles/4-components/differ.css",
        "static/styles/4-components/party.css",
        "static/styles/4-components/source_letter.css",
        "static/styles/4-components/stamp.css",
        "static/embed-styles/",
    ),
    "static/archive.css": ("static/archive/styles/",),
}
"""Each style sheet, and how the names of its parts begin.

What the timeline does not need is a sheet of its own, so that a first visit stays light.
"""

_COMMENT = re.compile(rb'("[^"\n]*"|\'[^\'\n]*\')|/\*.*?\*/', re.DOTALL)
_SPACE = re.compile(rb"\s*\n\s*")


def join_sheets(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return *files* with the style sheets of which there are parts, instead of the parts."""
    joined = {sheet: _parts(files, sheet) for sheet in SHEETS}
    parts = {name for names in joined.values() for name in names}
    others = {name: content for name, content in files.items() if name not in parts}
    sheets = {
        sheet: lighten(b"\n".join(files[name] for name in names))
        for sheet, names in joined.items()
        if names or sheet == "static/style.css"
    }
    return {**others, **sheets}


def _parts(names: Iterable[str], sheet: str) -> list[str]:
    return [name for start in SHEETS[sheet] for name in sorted(names) if name.startswith(start)]


def is_part(name: str, sheet: str) -> bool:
    """Return whether the file called *name* is a part of a style sheet."""
    return name.startswith(SHEETS[sheet])


def lighten(css: bytes) -> bytes:
    """Return a style sheet without comments and indentation; strings are left as they are."""
    bare = _COMMENT.sub(lambda found: found[1] or b"", css)
    return _SPACE.sub(b"\n", bare).strip()
