"""What was probably meant by something that is no id, no date, no number.

Takes what was typed; gives a sentence that begins "Did you mean", or ''. Law: a suggestion is only
shown to an editor; nothing is ever mended in silence.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange

from builder.text.dates import BadDateError, parse_date
from builder.text.words import MONTHS

# Letters that have no accent to drop.
_PLAIN = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "đ": "d", "’": ""})
_NUMERIC = re.compile(r"(\d{1,4})[-./ ](\d{1,2})[-./ ](\d{1,4})")
_WRITTEN = re.compile(r"(?:(\d{1,2})\.? )?([a-z]{3,9})\.?(?: (\d{1,2})(?:st|nd|rd|th)?,?)? (\d{4})")
_RANGE = re.compile(r"(\S+?) *(?:–|—|--|\bto\b|\.\.) *(\S+)")

NOTHING = ("", "no", "none", "nobody", "nothing", "n/a", "na", "-", "false", "off")
"""What people write where there is nothing to write."""


def suggest_id(typed: str) -> str:
    """Return the id that *typed* becomes in small letters, digits and hyphens, as a question."""
    bare = unicodedata.normalize("NFD", typed.casefold().translate(_PLAIN))
    bare = "".join(c for c in bare if not unicodedata.combining(c))
    name = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:60].strip("-")
    return _ask(name) if name and name != typed else ""


def suggest_date(typed: str) -> str:
    """Return the date that *typed* is likely to be, as a question; '' if it may be two."""
    if between := _RANGE.fullmatch(typed.strip()):
        first, last = (_as_date(part) for part in between.groups())
        return _ask(f"{first}/{last}") if first and last and _is_date(f"{first}/{last}") else ""
    date = _as_date(typed)
    return _ask(date) if date and date != typed else ""


def _as_date(typed: str) -> str:
    """Return *typed* in EDTF, or '' if it is no date."""
    bare = " ".join(typed.split()).casefold()
    if _is_date(bare.upper()):
        return bare.upper()
    if numeric := _NUMERIC.fullmatch(bare):
        first, month, last = numeric.groups()
        year, day = (first, last) if len(first) == 4 else (last, first)
        # 5/6/2019 is the 5th of June to some and the 6th of May to others.
        is_clear = "/" not in bare or len(first) == 4 or int(day) > 12
        date = f"{year}-{int(month):02}-{int(day):02}"
        return date if is_clear and _is_date(date) else ""
    if written := _WRITTEN.fullmatch(bare):
        before, name, after, year = written.groups()
        months = [at for at, month in enumerate(MONTHS, 1) if month.casefold().startswith(name)]
        day = f"-{int(before or after):02}" if before or after else ""
        date = f"{year}-{months[0]:02}{day}" if len(months) == 1 else ""
        return date if date and _is_date(date) else ""
    return ""


def _is_date(text: str) -> bool:
    try:
        parse_date(text)
    except BadDateError:
        return False
    return True


def say_length_of_month(typed: str) -> str:
    """Return how long the month is in which *typed* wants a day that it has not, or ''."""
    parts = re.match(r"(\d{4})-(\d\d)(?:-\d\d)?", typed)
    if parts is None or not int(parts[1]):
        return ""
    year, month = int(parts[1]), int(parts[2])
    if not 1 <= month <= 12:
        return "Months are numbered from 01 to 12; the month comes before the day."
    return f"{MONTHS[month - 1].capitalize()} {year} has {monthrange(year, month)[1]} days."


def _ask(name: str) -> str:
    return f"Did you mean {name!r}?"
