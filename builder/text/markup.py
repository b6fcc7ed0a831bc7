"""Markdown bodies: split into sentences bound to citations, and turned into safe HTML.

Takes the body as typed, with markers such as ``[@a]``; gives sentences with the citations they
name, and pieces of HTML between which the markers stand. Law: what leaves here is HTML from a
short allow-list (Markdown lets ``<script>`` and ``javascript:`` through), so templates print it
as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from html import escape, unescape

import markdown
import nh3
from markupsafe import Markup

MARKER = re.compile(r"\[@([^\]\s]*)\]")
_MARKERS = r"(?:\s*\[@[^\]\s]*\])*"
_SENTENCE_END = re.compile(rf"[.!?…][\"'”’)*_]*{_MARKERS}(?=\s|$)")
_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|vs|[A-Z])\.$")
_BLOCK = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+]|\d+\.)[ \t])")
_QUOTED = re.compile(r"“([^”]*)”|\"([^\"]*)\"")
# Private-use characters cannot be typed (``decode`` refuses them), so they can stand for markers.
_HOLDER = re.compile("((?:\ue000[^\ue001]*\ue001)+)")
_REFERENCE = re.compile(r"&#(?:\d+|[xX][\da-fA-F]+);?")
_PLAIN = re.compile("(?!\\d|.*_)\\w[\\w .,:;!?%'’‘“”\"()\ue000-\ue005–-]*(?<! )")
"""Text in which no sign means anything to Markdown or HTML, as most is."""
_LAST_WORD = re.compile(r"[^\s<>]+$")

MOST_NESTED = 20
"""How deep brackets, quotations and lists may lie in each other."""
_QUOTED_LINE = re.compile(
    rf"^(?:[ \t]*(?:>|[-*+]|\d+\.)){{{MOST_NESTED}}}|^[ \t]{{{4 * MOST_NESTED}}}", re.M
)

_TAGS = {"p", "em", "strong", "ul", "ol", "li", "a", "h2", "h3", "code", "pre", "blockquote", "br",
         "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td"}  # fmt: skip


@dataclass(frozen=True)
class Sentence:
    """A sentence as it was typed, its text without markers, and the citations that it names."""

    typed: str
    text: str
    citations: tuple[str, ...]

    @cached_property
    def blanked(self) -> str:
        """The sentence as typed, with spaces for markers: places in it are places in *typed*."""
        return MARKER.sub(lambda marker: " " * len(marker[0]), self.typed)


@dataclass(frozen=True)
class Piece:
    """A stretch of HTML and the citations whose markers follow it.

    *last_word* is kept together with the markers, so that none begins a line.
    """

    html: Markup
    last_word: Markup
    citations: tuple[str, ...]


@cache
def split_sentences(body: str) -> tuple[Sentence, ...]:
    """Return the sentences of a Markdown body, each with the citations bound to it."""
    return tuple(s for block in _BLOCK.split(body) for s in _split_block(block))


def _split_block(block: str) -> list[Sentence]:
    sentences, start = [], 0
    for end in _SENTENCE_END.finditer(block):
        before = block[start : end.start() + 1]
        if _ABBREVIATION.search(before) and not MARKER.search(end[0]):
            continue
        sentences.append(_read_sentence(block[start : end.end()]))
        start = end.end()
    sentences.append(_read_sentence(block[start:]))
    return [sentence for sentence in sentences if sentence.typed]


def _read_sentence(typed: str) -> Sentence:
    typed = re.sub(r"^\s*(?:[-*+]|\d+\.)\s+", "", typed).strip()
    return Sentence(typed, MARKER.sub("", typed).strip(), tuple(MARKER.findall(typed)))


def is_tangled(text: str) -> bool:
    """Say whether brackets, quotations or lists lie in each other deeper than anybody writes.

    Of ten thousand levels the converter makes minutes of work, or an error of its own.
    """
    is_deep = any(text.count(sign) > MOST_NESTED and _is_deep(text, *pair) for sign, pair in _PAIRS)
    return is_deep or bool(_QUOTED_LINE.search(text))


_PAIRS = (("[", "[]"), ("(", "()"))


def _is_deep(text: str, opening: str, closing: str) -> bool:
    depth = 0
    for sign in text:
        depth += (sign == opening) - (sign == closing and depth > 0)
        if depth > MOST_NESTED:
            return True
    return False


def quoted_words(text: str) -> list[str]:
    """Return what stands between double quotation marks in *text*."""
    return [first or second for first, second in _QUOTED.findall(text)]


def without_quotations(text: str) -> list[str]:
    """Return the parts of *text* outside double quotation marks and markers."""
    return [part for part in _QUOTED.split(MARKER.sub(" ", text))[::3] if part]


@cache
def render_pieces(body: str) -> tuple[Piece, ...]:
    """Return a body as pieces of safe HTML with the markers between them."""
    held = MARKER.sub("\ue000\\1\ue001", re.sub(r"\s+(?=\[@)", "", body))
    parts = _HOLDER.split(to_html(held))
    holders = [tuple(re.findall("\ue000([^\ue001]*)\ue001", part)) for part in parts[1::2]]
    return tuple(
        _make_piece(html, citations)
        for html, citations in zip(parts[::2], [*holders, ()], strict=True)
        if html or citations
    )


def _make_piece(html: str, citations: tuple[str, ...]) -> Piece:
    last = _LAST_WORD.search(html) if citations else None
    cut = last.start() if last else len(html)
    return Piece(Markup(html[:cut]), Markup(html[cut:]), citations)


@cache
def _converter() -> markdown.Markdown:
    return markdown.Markdown(extensions=["tables", "def_list"], output_format="html")


@cache
def to_html(text: str) -> Markup:
    """Return Markdown as HTML that holds nothing but an allow-list of tags and web links."""
    if _PLAIN.fullmatch(text):
        return Markup(f"<p>{text}</p>")
    try:
        converted = _converter().reset().convert(text)
    except RecursionError:  # thousands of terms in one list: shown as it was typed
        converted = f"<p>{escape(text)}</p>"
    html = _REFERENCE.sub(_hide_holder, converted)
    return Markup(
        nh3.clean(
            html,
            tags=_TAGS,
            attributes={"a": {"href"}},
            url_schemes={"http", "https", "mailto"},
            link_rel=None,
        )
    )


def _hide_holder(reference: re.Match[str]) -> str:
    """Return a character reference as it is, unless it would be taken for a marker's holder."""
    return "\ufffd" if unescape(reference[0]) in ("\ue000", "\ue001") else reference[0]
