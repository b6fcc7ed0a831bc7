"""Dates as the formats of other programs write them, never more exact than they are known.

Takes a ``PartialDate``; gives ISO 8601, CSL-JSON and BibLaTeX dates. Law: where a format cannot
say "about" or "between", only the part that is certain is written; if no part is, nothing.
"""

from __future__ import annotations

from datetime import date, timedelta

from builder.text.dates import PartialDate

_DOUBT = {
    "day": timedelta(days=1),
    "month": timedelta(days=31),
    "year": timedelta(days=366),
    "decade": timedelta(days=3653),
}
"""How far from what was typed an approximate or uncertain date may lie."""


def certain_iso(when: PartialDate) -> str:
    """Return the year, month or day (ISO 8601) that is certain of *when*, or ''.

    What lasts has a beginning and an end: see ``certain_span``.
    """
    first, last = when.first, when.last
    for moment in (when.start, when.end):
        if moment.approximate or moment.uncertain:
            margin = _DOUBT[moment.precision]
            first, last = min(first, moment.first - margin), max(last, moment.last + margin)
    return _common(first, last)


def certain_span(when: PartialDate) -> tuple[str, str]:
    """Return the certain beginning and end of what lasts; of all else one date and ''."""
    if when.extent != "lasting":
        return certain_iso(when), ""
    moments = (when.start, when.end)
    spans = (PartialDate(when.text, moment, moment, "moment") for moment in moments)
    start, end = (certain_iso(span) for span in spans)
    return start, end


def _common(first: date, last: date) -> str:
    """Return the day, month or year that two days have in common, or ''."""
    for length in (10, 7, 4):
        if first.isoformat()[:length] == last.isoformat()[:length]:
            return first.isoformat()[:length]
    return ""


def csl_date(when: PartialDate) -> dict[str, object] | None:
    """Return *when* as CSL-JSON has dates (``date-parts``, ``circa``), or None if it cannot.

    https://docs.citationstyles.org/en/stable/specification.html#date-variables.
    """
    moments = (when.start, when.end) if when.extent == "lasting" else (when.start,)
    texts = [moment.iso for moment in moments]
    if when.extent == "within":
        texts = [certain_iso(when)]
    if not all(texts):
        return None
    parts = [[int(part) for part in text.split("-")] for text in texts]
    is_doubtful = any(moment.approximate or moment.uncertain for moment in moments)
    return {"date-parts": parts} | ({"circa": True} if is_doubtful else {})


def biblatex_date(when: PartialDate) -> str:
    """Return *when* as BibLaTeX reads dates: EDTF of the levels 0 and 1; '' if it cannot."""
    return certain_iso(when) if when.extent == "within" else when.text
