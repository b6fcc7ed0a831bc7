"""What readers are told differently by two timelines.

Takes the old and the new timeline; gives every item that was added, removed, renamed or changed,
with each value, sentence and citation old and new. Law: ids are identity; what readers do not
see (markers, order of keys, files) is no change, and what could not be read is not compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Literal

from builder.reading.timeline import Timeline
from builder.reports.diagnostics import Place
from builder.reviewing.alignment import SAME, align, likeness
from builder.reviewing.facets import (
    Claim,
    Facet,
    Item,
    Support,
    date_item,
    find_aliases,
    find_claims,
    find_facets,
    identify,
    name_item,
)
from builder.text.dates import PartialDate

Verb = Literal["added", "removed", "renamed", "changed"]
RENAMED = 0.75
"""From which likeness on an item that vanished and one that appeared count as the same."""


@dataclass(frozen=True)
class Change:
    """One thing that is told differently: *old* or *new* is '' where there was or is nothing."""

    label: str
    """The name of a value; ``sentence``, ``citation`` or ``quotation``."""
    old: str
    new: str
    place: Place | None
    """Where the new stands; None if there is nothing any more."""
    about: str = ""
    """Of a citation: the sentence that it carries. Of a quotation: the passage, too."""


@dataclass(frozen=True)
class ItemChange:
    """What has become of one item."""

    verb: Verb
    kind: str
    """As ``Timeline.collections`` names it; also ``draft``, ``site`` and ``page``."""
    id: str
    name: str
    date: PartialDate | None
    """When it happened, or the day from which it counts."""
    place: Place
    """Where it stands now; for what was removed, where it stood."""
    changes: tuple[Change, ...]
    """All of it for what was added or removed."""
    old_id: str = ""
    """Of an item that was renamed."""
    note: str = ""
    """``was a draft`` or ``is a draft now``."""


def compare_timelines(old: Timeline, new: Timeline) -> tuple[ItemChange, ...]:
    """Return what has changed for readers, by kind, then time, then id."""
    before, after = _groups(old), _groups(new)
    kinds = list(before | after)
    found = (
        change
        for kind in kinds
        for change in _compare_items(kind, before.get(kind, {}), after.get(kind, {}))
        if not _is_unknown(change, old, new)
    )
    order = sorted(found, key=lambda c: (kinds.index(c.kind), _first_day(c.date), c.id))
    return tuple(_note_drafts(order))


def _first_day(date: PartialDate | None) -> str:
    return date.first.isoformat() if date else ""


def _groups(timeline: Timeline) -> dict[str, dict[str, Item]]:
    """Return all items by kind and id, published events apart from drafts."""
    drafts = tuple(event for event in timeline.events if event.status == "draft")
    groups: dict[str, tuple[Item, ...]] = {**dict(timeline.without_drafts().collections())}
    groups["site"] = (timeline.site,) if timeline.site else ()
    groups |= {"page": timeline.prose, "draft": drafts}
    # The first of two with the same id counts; the checks complain of the second.
    return {
        kind: {identify(item): item for item in reversed(items)} for kind, items in groups.items()
    }


def _is_unknown(change: ItemChange, old: Timeline, new: Timeline) -> bool:
    """Whether something seems added or removed only because one side could not be read."""
    other = {"added": old, "removed": new}.get(change.verb)
    return other is not None and (change.id in other.left_out or change.place.file in other.unread)


def _compare_items(kind: str, old: dict[str, Item], new: dict[str, Item]) -> Iterator[ItemChange]:
    renamed = find_renamed(old, new)
    for name, item in old.items():
        if name not in new and name not in renamed:
            yield _describe("removed", kind, item, _changes(item, None))
    was = {new_id: old_id for old_id, new_id in renamed.items()}
    for name, item in new.items():
        before = old.get(was.get(name, name))
        changes = tuple(_changes(before, item))
        if name in was:
            yield replace(_describe("renamed", kind, item, changes), old_id=was[name])
        elif before is None:
            yield _describe("added", kind, item, changes)
        elif changes:
            yield _describe("changed", kind, item, changes)


def _describe(verb: Verb, kind: str, item: Item, changes: Iterable[Change]) -> ItemChange:
    name, date = name_item(item), date_item(item)
    return ItemChange(verb, kind, identify(item), name, date, item.place, tuple(changes))


def find_renamed(old: dict[str, Item], new: dict[str, Item]) -> dict[str, str]:
    """Return old id -> new id of items that say so, or seem to be the same under another id.

    Texts have to be alike, mere values equal: two figures differ by a single number.
    """
    found = {
        alias: name for name in sorted(new) for alias in find_aliases(new[name]) if alias in old
    }
    found = {alias: name for alias, name in found.items() if alias not in new and name not in old}
    come = [name for name in new if name not in old and name not in found.values()]
    for name in sorted(name for name in old if name not in new and name not in found):
        before = _whole_text(old[name])
        enough = RENAMED if find_claims(old[name]) else 1
        ranked = [(likeness(before, _whole_text(new[n]), enough), n) for n in sorted(come)]
        best, candidate = max(ranked, key=lambda pair: pair[0], default=(0.0, ""))
        if best >= enough:
            found[name] = candidate
            come.remove(candidate)
    return found


def _whole_text(item: Item) -> str:
    parts = [facet.text for facet in find_facets(item)]
    return " ".join([*parts, *(claim.text for claim in find_claims(item))])


def _changes(old: Item | None, new: Item | None) -> Iterator[Change]:
    """Yield every value, sentence and citation in which two states of one item differ."""
    facets = [{f.label: f for f in find_facets(item)} if item else {} for item in (old, new)]
    yield from _compare_facets(*facets)
    claims = [find_claims(item) if item else () for item in (old, new)]
    yield from _compare_claims(*claims)


def _compare_facets(old: dict[str, Facet], new: dict[str, Facet]) -> Iterator[Change]:
    for label in new | old:
        before, after = old.get(label), new.get(label)
        texts = before.text if before else "", after.text if after else ""
        if texts[0] != texts[1]:
            yield Change(label, *texts, after.place if after else None)


def _compare_claims(old: tuple[Claim, ...], new: tuple[Claim, ...]) -> Iterator[Change]:
    def is_same(at: int, to: int) -> bool:
        # A sentence that is said quite differently is the same while it rests on the same words.
        rests_on_same = bool(set(old[at].supports) & set(new[to].supports))
        return rests_on_same or likeness(old[at].text, new[to].text, SAME) >= SAME

    for here, there in align([c.text for c in old], [c.text for c in new], is_same):
        before = old[here] if here is not None else None
        after = new[there] if there is not None else None
        texts = before.text if before else "", after.text if after else ""
        if texts[0] != texts[1]:
            yield Change("sentence", *texts, after.place if after else None)
        supports = [claim.supports if claim else () for claim in (before, after)]
        for pair in _pair_supports(*supports):
            yield _compare_support(*pair, about=texts[1] or texts[0])


_ALIKE: tuple[Callable[[Support], object], ...] = (
    lambda support: (support.source, support.passage),
    lambda support: support.quotation,
    lambda support: support.source,
)
"""What two supports of a sentence have in common if one was put for the other, best first."""


def _pair_supports(
    old: tuple[Support, ...], new: tuple[Support, ...]
) -> Iterator[tuple[Support | None, Support | None]]:
    """Pair what is cited differently: by passage if it can be, then by source, then by nothing."""
    gone = [support for support in old if support not in new]
    come = [support for support in new if support not in old]
    for key in _ALIKE:
        for before in gone.copy():
            after = next((s for s in come if key(before) and key(s) == key(before)), None)
            if after:
                yield before, after
                gone.remove(before)
                come.remove(after)
    yield from zip_longest(gone, ())
    yield from ((None, after) for after in come)


def _compare_support(old: Support | None, new: Support | None, about: str) -> Change:
    place = new.place if new else None
    if old and new and replace(old, quotation="") == replace(new, quotation=""):
        passage = f"{new.source}/{new.passage}"
        return Change("quotation", old.quotation, new.quotation, place, passage)
    return Change("citation", old.text if old else "", new.text if new else "", place, about)


def _note_drafts(changes: list[ItemChange]) -> Iterator[ItemChange]:
    """Yield *changes*, an event that was published or withdrawn being told once."""
    drafts = {c.id: c.verb for c in changes if c.kind == "draft"}
    events = {c.id: c.verb for c in changes if c.kind == "event"}
    for change in changes:
        pair = (events.get(change.id), drafts.get(change.id))
        if pair == ("added", "removed"):
            change = replace(change, note="was a draft")
        elif pair == ("removed", "added"):
            change = replace(change, note="is a draft now")
        if change.kind != "draft" or not change.note:
            yield change
