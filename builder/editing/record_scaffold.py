"""An article's text -> its record to fill in, and its fingerprint.

Takes the bytes of the file and what the editor knows of it; gives the files to make. Law: none
of the article's words but its numbers, which the fingerprint holds too, and never over a file
that is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256
from itertools import product
from string import ascii_uppercase

from builder.editing.answers import Answers, Question, not_a_date
from builder.editing.drafts import first
from builder.editing.proposals import is_id, propose_id
from builder.editing.save import Change, Refusal
from builder.editing.scaffold import ReadBytes, Written, refuse_as_text
from builder.editing.schemas import schema_line
from builder.reading.fingerprints import (
    SEALS,
    Fingerprint,
    PassagePrint,
    seal,
    split_passages,
    to_json,
)
from builder.reading.refused import TEXTS
from builder.reading.timeline import Timeline
from builder.text.decoding import decode
from builder.text.yaml_text import comment, one_line, scalar

QUESTIONS = (
    Question("publisher", "Who published it"),
    Question("date", "When it appeared, such as 2019-05-06 or 2019-05-06~", not_a_date),
)

_RECORD = """\
{schema}
# One article: where it comes from, and what each of its passages says in our own words.
# Fill in what has no value; 'python build.py check' names what is left.
id: {name}
letter: {letter}
name: {publisher}
publisher: {publisher}
# Optional: its title as printed, and where that stands.
# title: …
# title_basis: …
document:
  file: {file}
  sha256: {digest}
  words: {words}
address:
  # How sure we are: exact, mirror, inferred or none. With all but none goes 'url: https://…'.
  certainty:
  # What that rests on.
  note:
published:
  date: {date}
  # stated or inferred
  basis:
  # Stated where, or inferred from what.
  from:
# Two letters, such as en or tr. A translated text also gets 'translation', see CONTRIBUTING.md.
language:
# One or two sentences on what the article reports.
summary:
# Each passage: what it reports, in your own words, with its numbers as printed. If it reports
# nothing (an advertisement, a caption), write 'furniture:' instead of 'gist:', and the reason.
passages:
"""


_NEXT = """\
Its text is in {text}, which git ignores; never commit it.
Fill in the record: 'python build.py check' names every line that waits for you."""


def new_source(
    file: str, data: bytes, answers: Answers, timeline: Timeline, read: ReadBytes
) -> Written:
    """Return the record, the fingerprint and the copy of the article in *file*."""
    name = _name(answers)
    refusals = (*_refuse_article(file, data, timeline), *_refuse_answers(answers, name, read))
    if refusals:
        return Written(refusals=refusals)
    text, _ = decode(file, data, is_ours=False)
    base = re.split(r"[\\/]", file)[-1]
    base = base if re.fullmatch(r"[\w.-]+\.txt", base) else f"{name}.txt"
    fingerprint = seal(name, sha256(data).hexdigest(), split_passages(text))
    record = _write_record(answers, timeline, base, fingerprint)
    changes = [
        Change(f"seeds/{name}.yaml", None, record.encode()),
        Change(f"{SEALS}/{name}.json", None, to_json(fingerprint).encode()),
    ]
    if read(f"{TEXTS}/{base}") != data:
        changes.append(Change(f"{TEXTS}/{base}", None, data))
    count = len(fingerprint.passages)
    message = f"Wrote seeds/{name}.yaml, with {count} passage{'s' * (count != 1)}, and its "
    message += f"fingerprint.\n{_NEXT.format(text=f'{TEXTS}/{base}')}"
    return Written(tuple(changes), (), message)


def _name(answers: Answers) -> str:
    """Return the id of the record: the publisher and the date."""
    day = re.sub(r"[^0-9-]+", "-", first(answers, "date"))
    return first(answers, "id") or propose_id(f"{first(answers, 'publisher')} {day}", (), "source")


def _refuse_article(file: str, data: bytes, timeline: Timeline) -> tuple[Refusal, ...]:
    """Return why no record can be made of a document."""
    text, problems = decode(file, data, is_ours=False)
    if problems:
        return tuple(Refusal(str(p.place), p.message, p.hint) for p in problems)
    if not split_passages(text):
        return (Refusal(file, "this file is empty", "Save the article's text in it."),)
    digest = sha256(data).hexdigest()
    same = sorted(name for name, f in timeline.fingerprints.items() if f.sha256 == digest)
    hint = "One article has one record."
    return tuple(Refusal(file, f"the record of this text is {name!r}", hint) for name in same)


def _refuse_answers(answers: Answers, name: str, read: ReadBytes) -> tuple[Refusal, ...]:
    """Return what is wrong with the answers."""
    refusals = [
        refusal
        for flag, texts in answers.items()
        for text in texts
        for refusal in refuse_as_text(flag, text)
    ]
    if complaint := not_a_date(first(answers, "date")):
        hint = "Write it like 2019, 2019-05 or 2019-05-06, with ~ for about."
        refusals.append(Refusal("--date", complaint.rstrip("."), hint))
    if not is_id(name):
        hint = "Use up to 60 small letters a to z, digits and single hyphens."
        refusals.append(Refusal("--id", f"{name!r} is not an id", hint))
    if read(f"seeds/{name}.yaml") is not None:
        hint = "Work on that record, or choose another id for this one."
        refusals.append(Refusal("--id", f"there is a record {name!r} already", hint))
    return tuple(refusals)


def _write_record(answers: Answers, timeline: Timeline, file: str, fingerprint: Fingerprint) -> str:
    head = _RECORD.format(
        schema=schema_line("seeds/new.yaml"),
        name=scalar(fingerprint.source),
        letter=next_letter(source.letter for source in timeline.sources),
        publisher=scalar(one_line(first(answers, "publisher"))),
        file=scalar(file),
        digest=fingerprint.sha256,
        words=sum(passage.words for passage in fingerprint.passages),
        date=scalar(first(answers, "date")),
    )
    return head + "".join(map(_write_passage, fingerprint.passages))


def _write_passage(passage: PassagePrint) -> str:
    """Return a passage to fill in; nothing of it is told but what its fingerprint tells."""
    words = f"{passage.words} word{'s' * (passage.words != 1)}"
    numbers = f"; numbers: {', '.join(passage.numbers)}" if passage.numbers else ""
    return comment(words + numbers, 2) + f"  - number: {passage.number}\n    gist:\n"


def next_letter(taken: Iterable[str]) -> str:
    """Return the letter after the last one that a source has; after Z comes AA."""
    letters: list[str] = [*ascii_uppercase, *map("".join, product(ascii_uppercase, repeat=2))]
    last = max((letters.index(letter) for letter in taken), default=-1)
    return letters[min(last + 1, len(letters) - 1)]
