"""Where a YAML parser stopped -> the slip of the hand that stopped it, in plain words.

Takes a stop; gives the character to point at, what is wrong with it and what to type instead.
Law: the place is where the slip was made, not where the parser noticed it. The first recogniser
of ``_RECOGNISERS`` that knows the slip tells it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from builder.text.typed_lines import Slip, Stop, put_in_quotes, split_entry


def find_slip(stop: Stop) -> Slip:
    """Return the slip that stopped the parser, as far as it can be told."""
    found = (recognise(stop) for recognise in _RECOGNISERS)
    return next((slip for slip in found if slip), None) or Slip(
        stop.index,
        "from here on this file cannot be read",
        "Compare this line and the one above with an item that is right: indentation, dashes, "
        "colons, quotation marks.",
    )


def _tab(stop: Stop) -> Slip | None:
    """A tab stands before the first word of the line."""
    for start in stop.suspects[:2]:
        if tab := re.match(r"[ -]*(\t)", stop.line_from(start)):
            return Slip(
                start + tab.start(1),
                "a tab stands where spaces belong",
                "Replace it by spaces, two for each level; editors can do that for every tab.",
            )
    return None


def _odd_space(stop: Stop) -> Slip | None:
    """A space that only looks like one indents the line, or follows its colon or dash."""
    for start in stop.suspects:
        if odd := re.match(r"(?:[ -]*|[ ]*(?:- +)?[\w-]+:)([^\S\n\t ])", stop.line_from(start)):
            return Slip(
                start + odd.start(1),
                f"the space here is not a plain one (U+{ord(odd[1]):04X})",
                "Delete it and type it anew with the space bar.",
            )
    return None


def _percent(stop: Stop) -> Slip | None:
    """A line begins with %, which YAML keeps for directives, or follows the dots of an end."""
    if stop.line.startswith("%"):
        return Slip(stop.start, "a line cannot begin with '%'", "Put its text in quotation marks.")
    if "<document start>" in stop.problem:
        return Slip(
            stop.index, "the file has ended above, at '...'", "Delete the line with the dots."
        )
    return None


def _open_quotes(stop: Stop) -> Slip | None:
    """Quotation marks are opened and never closed, or closed lines later by others."""
    opened = None
    if "quoted scalar" in stop.problem and "escape" not in stop.problem:
        opened = stop.began
    elif stop.quoted and "\n" in stop.text[slice(*stop.quoted)] and _ends_here(stop):
        opened = stop.quoted[0]
    if opened is None:
        return None
    mark = stop.text[opened]
    return Slip(
        opened,
        f"the quotation mark {mark} that is opened here is not closed on this line",
        f"Close it with {mark} at the end of the text, or delete it.",
    )


def _ends_here(stop: Stop) -> bool:
    """Whether the text in quotation marks ends right before the parser stopped."""
    end = stop.quoted[1] if stop.quoted else 0
    return end <= stop.index and not stop.text[end : stop.index].strip()


def _goes_on_after_quotes(stop: Stop) -> Slip | None:
    """The text goes on after its closing quotation mark."""
    if not stop.quoted or not _ends_here(stop) or stop.index - stop.start >= len(stop.line):
        return None
    if "',' or " in stop.problem and stop.text[stop.index] in "\"'":
        return None  # a comma is missing between two texts
    mark = stop.text[stop.quoted[0]]
    key, value, column = split_entry(stop.line)
    if stop.start + column != stop.quoted[0]:
        key, value = "", ""
    elif mark == "'" and value.endswith("'") and len(value) > 2:
        value = value[1:-1]
    return Slip(
        stop.index,
        f"the text goes on after the {mark} that closes it",
        put_in_quotes(key, value),
    )


def _escape(stop: Stop) -> Slip | None:
    """A backslash between double quotation marks means something else."""
    if "escape" not in stop.problem and "hexdecimal" not in stop.problem:
        return None
    at = stop.text.rfind("\\", 0, stop.index + 1)
    return Slip(
        at if at >= 0 else stop.index,
        "a backslash between double quotation marks is not read as a backslash",
        "Use single quotation marks around the text, or double the backslash.",
    )


def _open_list(stop: Stop) -> Slip | None:
    """A bracket is opened and never closed, or no comma stands between two items."""
    if "',' or " not in stop.problem or stop.began is None:
        return None
    closing = "]" if "']'" in stop.problem else "}"
    if "\n" not in stop.text[stop.began : stop.index]:
        return Slip(
            stop.index,
            f"a comma or {closing} is missing before this",
            "Between two items belongs a comma; a text with a colon, a comma, quotation marks or "
            "brackets needs quotation marks around it.",
        )
    return Slip(
        stop.began,
        f"the bracket {stop.text[stop.began]} that is opened here is not closed on this line",
        f"Close it with {closing}; a text that begins with a bracket needs quotation marks.",
    )


_STARTS = {
    "*": "takes it for an alias",
    "&": "takes it for an anchor",
    "[": "takes it for a list",
    "{": "takes it for keys and values",
    "]": "takes it for the end of a list",
    "}": "takes it for the end of keys and values",
    ",": "takes it for the end of an item",
    "|": "takes it for the sign of a text over several lines",
    ">": "takes it for the sign of a text over several lines",
    "- ": "takes it for an item of a list",
    "? ": "takes it for the sign of a key",
    "!": "takes it for a tag",
}
"""What YAML does with the first character of a text (YAML 1.2.2, 5.3 Indicator Characters)."""
_KEPT = ("%", "@", "`")
"""What YAML does nothing with yet and keeps for itself."""


def _closes_nothing(stop: Stop) -> Slip | None:
    """One bracket too many stands at the end of a line."""
    rest = stop.text[stop.index : stop.start + len(stop.line)].strip()
    if not rest or rest.strip("]}"):
        return None
    return Slip(stop.index, f"this {rest[0]} closes nothing", "Delete it.")


def _special_start(stop: Stop) -> Slip | None:
    """A text begins with a character that YAML keeps for itself."""
    _, value, column = split_entry(stop.line)
    is_special = value.startswith((*_STARTS, *_KEPT)) and stop.index >= stop.start + column
    return slip_at_sign(stop.text, stop.start + column) if is_special else None


def slip_at_sign(text: str, index: int) -> Slip:
    """Return what is wrong with a text that begins, at *index*, with a character of YAML's own."""
    stop = Stop(text, index, "")
    key, value, column = split_entry(stop.line)
    sign = next((sign for sign in _STARTS if text.startswith(sign, index)), text[index])
    hint = put_in_quotes(key, value)
    if sign in ("|", ">"):
        hint = "Begin the text on the next line, two spaces further in than its key."
    elif sign == "- ":
        hint = (
            "Begin a list on the next line, one '- ' for each item; put a text in quotation marks."
        )
    elif index != stop.start + column:
        hint = "Put the text in quotation marks."
    taken = _STARTS.get(sign, "keeps it for itself")
    return Slip(index, f"a text cannot begin with {sign.strip()!r}: YAML {taken}", hint)


def _no_space(stop: Stop) -> Slip | None:
    """No space follows a key's colon, or the dash of an item."""
    for start in stop.suspects:
        line = stop.line_from(start)
        if found := re.match(r"[ ]*(?:- +)?([A-Za-z_]+):(?!//)([^\s:].*)", line):
            typed = f"{found[1]}: {found[2]}"
            hint = f"Write '{typed}'." if len(typed) <= 70 else "Type one."
            return Slip(start + found.start(2), "no space follows the colon", hint)
        if found := re.match(r"[ ]*-([A-Za-z_]+: .*)", line):
            return Slip(start + found.start(1), "no space follows the dash", "Type one after '-'.")
    return None


def _colon(stop: Stop) -> Slip | None:
    """A colon and a space in a text that has no quotation marks."""
    if "mapping values" not in stop.problem:
        return None
    key, value, column = split_entry(stop.line)
    is_in_brackets = value.startswith(("[", "{"))
    if not (key or is_in_brackets) or stop.index < stop.start + column:
        return None
    if value[0] in "“”„‘’«»":
        hint = f"YAML knows only straight ones. {put_in_quotes(key, value)}"
        return Slip(stop.start + column, f"{value[0]} is no quotation mark around a text", hint)
    return Slip(
        stop.index,
        "a colon with a space after it cannot stand in a text without quotation marks",
        "Put the text in quotation marks." if is_in_brackets else put_in_quotes(key, value),
    )


def _comment(stop: Stop) -> Slip | None:
    """A ``#`` in the middle of a text has made a comment of its rest."""
    for start in stop.suspects:
        if cut := re.match(r"[^\"'\n]*\S (#)[^\s#]", stop.line_from(start)):
            return Slip(start + cut.start(1), *CUT_BY_A_COMMENT)
    return None


CUT_BY_A_COMMENT = (
    "the text ends before this '#': the rest of the line is a comment",
    "Put the whole text in quotation marks; if a comment is meant, type a space after '#'.",
)
"""Message and hint about a ``#`` that may have cut a text short."""


def _no_colon(stop: Stop) -> Slip | None:
    """A line that should begin with a key has no colon."""
    if "expected ':'" not in stop.problem or stop.began is None:
        return None
    return Slip(
        stop.began,
        "this line has no colon after its key",
        "Write 'key: value'; if it goes on with the text above, indent it more than that key.",
    )


def _indentation(stop: Stop) -> Slip | None:
    """A line begins further left or right than the lines it belongs to."""
    spaces = len(stop.line) - len(stop.line.lstrip(" "))
    above = stop.above()
    if above is None:
        return None
    if "mapping values" in stop.problem:
        return Slip(
            stop.start + spaces,
            "this line is indented more than the key above it",
            f"Begin it below the key of line {stop.number(above[0])}; if it goes on with the text "
            "there, put that text in quotation marks.",
        )
    if stop.began is None or stop.index > stop.start + spaces:
        return None
    column = stop.began - stop.start_of(stop.began)
    is_list = "'-'" in stop.problem
    wanted = column + 2 if is_list else column
    begin = f"Begin it with {wanted} spaces" if wanted else "Begin it without a space"
    return Slip(
        stop.start + spaces,
        "this line is not indented like the lines that it follows",
        f"{begin}, like the keys above"
        + (", or with '- ' if it begins a new item." if is_list else "."),
    )


_RECOGNISERS: tuple[Callable[[Stop], Slip | None], ...] = (
    _tab,
    _odd_space,
    _comment,
    _percent,
    _escape,
    _open_quotes,
    _goes_on_after_quotes,
    _open_list,
    _colon,
    _closes_nothing,
    _special_start,
    _no_space,
    _no_colon,
    _indentation,
)
