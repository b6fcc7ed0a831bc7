"""Entries -> the three forms that reference managers read: CSL-JSON, BibLaTeX and RIS.

Takes entries; gives text. Law: all letters are kept, in UTF-8; only what is syntax to a form is
escaped; the keys are the ids of the content, so that they never change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pydantic_core import to_json

from builder.citing.bibliography import Entry
from builder.text.machine_dates import biblatex_date, certain_iso, csl_date

_CSL_TYPE = {"article": "article-newspaper", "webpage": "webpage", "document": "document"}
_BIBLATEX_TYPE = {"article": "article", "webpage": "online", "document": "misc"}
_BIBLATEX_CONTAINER = {
    "article": "journaltitle",
    "webpage": "organization",
    "document": "howpublished",
}
_RIS_TYPE = {"article": "NEWS", "webpage": "ELEC", "document": "GEN"}
_LANGUAGE_NAMES = {"en": "english", "tr": "turkish", "de": "german", "fr": "french"}
"""Names by which the package babel of LaTeX knows a language; others are left out."""

BIBLATEX_HEAD = "% BibLaTeX in UTF-8, for biber: dates are EDTF, related entries are linked.\n"

# Characters that mean something to TeX; Turkish letters do not, and biber reads UTF-8.
_TEX = {
    "\\": r"\textbackslash{}",
    # As \{ and \} they would still count when readers look for the end of a field.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{letter: f"\\{letter}" for letter in "#$%&_"},
}
_TEX_SIGN = re.compile(r"[\\{}~^#$%&_]")


@dataclass(frozen=True)
class EntryForms:
    """An entry in the three forms, each as it stands among others."""

    biblatex: str
    ris: str
    csl: str


def make_forms(entry: Entry) -> EntryForms:
    """Return an entry in each form."""
    return EntryForms(_biblatex_entry(entry), _ris_record(entry), _csl_item(entry))


def to_csl(entries: Iterable[EntryForms]) -> str:
    """Return entries as CSL-JSON, https://docs.citationstyles.org/en/stable/specification.html."""
    return "[\n" + ",\n".join([entry.csl for entry in entries]) + "\n]\n"


def _csl_item(entry: Entry) -> str:
    """Return an entry as an object with a key on each line, so that people can read it too."""
    item = {
        "id": entry.key,
        "type": _CSL_TYPE[entry.kind],
        "title": entry.title,
        "container-title": entry.container,
        "issued": csl_date(entry.issued) if entry.issued else None,
        "URL": entry.url,
        "language": entry.language,
        "note": entry.note,
    }
    lines = [f'    "{name}": {_to_json(value)}' for name, value in item.items() if value]
    return "  {\n" + ",\n".join(lines) + "\n  }"


def _to_json(value: object) -> str:
    return to_json(value).decode()


def to_biblatex(entries: Iterable[EntryForms]) -> str:
    """Return entries as BibLaTeX, https://ctan.org/pkg/biblatex."""
    return "\n".join([entry.biblatex for entry in entries])


def _biblatex_entry(entry: Entry) -> str:
    fields = {
        "title": f"{{{escape_tex(entry.title)}}}" if entry.title else "",
        _BIBLATEX_CONTAINER[entry.kind]: escape_tex(entry.container),
        "date": biblatex_date(entry.issued) if entry.issued else "",
        "url": entry.url.replace("{", "%7B").replace("}", "%7D"),
        "langid": _LANGUAGE_NAMES.get(entry.language, ""),
        "note": escape_tex(entry.note),
        "related": ",".join(entry.related),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{_BIBLATEX_TYPE[entry.kind]}{{{entry.key},", *lines, "}\n"])


def escape_tex(text: str) -> str:
    """Return *text* with what TeX would act on escaped, all other letters as they are."""
    return _TEX_SIGN.sub(lambda found: _TEX[found[0]], text)


def to_ris(entries: Iterable[EntryForms]) -> str:
    """Return entries as RIS with LF ends; the format's own are CR LF, as files have them.

    The Reference Manager specification of 2001: six characters of tag, TY first and ER last.
    """
    return "".join([entry.ris for entry in entries])


def _ris_record(entry: Entry) -> str:
    issued = certain_iso(entry.issued) if entry.issued else ""
    year, month, day = (*issued.split("-"), "", "")[:3]
    tags = (
        ("ID", entry.key),
        ("TI", entry.title),
        ("T2", entry.container),
        ("PY", year),
        ("DA", f"{year}/{month}/{day}/" if year else ""),
        ("UR", entry.url),
        ("LA", entry.language),
        ("N1", entry.note),
    )
    lines = [f"TY  - {_RIS_TYPE[entry.kind]}"]
    lines += [f"{tag}  - {' '.join(value.split())}" for tag, value in tags if value]
    return "\n".join([*lines, "ER  - ", ""])


def with_dos_line_ends(text: str) -> str:
    """Return *text* with CR LF, as the RIS specification ends lines."""
    return text.replace("\n", "\r\n")
