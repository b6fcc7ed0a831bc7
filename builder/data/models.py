"""The published data, described once: its JSON, its JSON Schema and its tables are made of this.

Each class is an object in ``timeline.json``; its fields' descriptions are those of the schema and
of the columns of the tables. Law: no key is left out, none is added without being described here.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from builder.data.fields import (
    PERCENT_OF_BOXES,
    WORDS,
    Amount,
    DateRecord,
    IsoDay,
    ItemKind,
    Record,
)
from builder.models.corrections import Corrected
from builder.models.fields import Kind, Shore, Weight
from builder.models.figures import DifferenceKind, FigureStatus, Measure, Qualifier
from builder.models.records import Oddness

VERSION = "1.0.0"
"""Version of the format, https://semver.org: the first part changes when a reader must change."""

Certainty = Literal["exact", "mirror", "inferred", "none"]
PAGE = Field(description="Its page: an address, or a path below the site's root if that is all.")


class CitationRecord(Record):
    """A passage of an article that carries a claim or a position, and the words taken from it."""

    id: str = Field(description="The thing that cites, a slash, and the citation's own name.")
    event: str | None = Field(description="Id of the event that cites it, if one does.")
    claim: str | None = Field(description="Id of the claim that it carries, if it carries one.")
    position: str | None = Field(description="Id of the position it carries (see differences).")
    source: str = Field(description="Id of the article.")
    passage: int = Field(description="Number of the passage in the article, from 1.")
    gist: str | None = Field(description="What the passage reports, in our words.")
    quotation: str | None = Field(description="Words of the article; they are its publisher's.")
    said_by: str | None = Field(description="Id of the person whose words are quoted.")
    page: str = PAGE
    original: str | None = Field(description="Address of these words, if it is exactly known.")
    address: str | None = Field(description="Address of the article or of a copy, as far as known.")
    certainty: Certainty = Field(
        description="How sure the address is: seen, a copy, inferred, or none."
    )


class ClaimRecord(Record):
    """One sentence and the evidence that carries it."""

    id: str = Field(description="The thing that says it, a hash sign, and the sentence's number.")
    item_kind: ItemKind = Field(description="What kind of thing says it.")
    item: str = Field(description="Id of the event, person, race or site that says it.")
    event: str | None = Field(description="Id of the event that says it, if one does.")
    sentence: int = Field(description="Number of the sentence in its text, from 1.")
    text: str = Field(description="The sentence, without Markdown.")
    citations: tuple[str, ...] = Field(description="Ids of the citations that carry it.")
    figures: tuple[str, ...] = Field(description="Ids of the figures whose numbers it states.")


class OwnNumberRecord(Record):
    """A number of ours that no passage holds."""

    number: str = Field(description="The number as it is written in the text.")
    reason: str = Field(description="Where it comes from.")


class StatementRecord(Record):
    """Anything whose text rests on citations."""

    id: str = Field(description="Its id, which never changes.")
    text: str = Field(description="The text, without Markdown and markers.")
    body: str = Field(description="The text in Markdown; [@a1] marks the citation called a1.")
    claims: tuple[ClaimRecord, ...] = Field(description="The sentences of the text, in order.")
    citations: tuple[CitationRecord, ...] = Field(description="What carries them, in order.")
    own_numbers: tuple[OwnNumberRecord, ...] = Field(description="Our own numbers in the text.")


class EventRecord(StatementRecord):
    """One thing that happened or was said, as the articles report it."""

    title: str = Field(description="What happened, in a few words.")
    date: DateRecord = Field(description="When.")
    date_basis: str | None = Field(description="Where the date comes from, if no passage gives it.")
    time: str | None = Field(description="Part of the day.")
    kind: Kind = Field(description="What kind of event.")
    shore: Shore = Field(description="Does it happen in the city, or in the country?")
    weight: Weight = Field(description="How large it is shown.")
    race: str | None = Field(description="Id of the race that it belongs to.")
    people: tuple[str, ...] = Field(description="Ids of the people in it.")
    parties: tuple[str, ...] = Field(description="Ids of the parties in it.")
    places: tuple[str, ...] = Field(description="Ids of the places in it.")
    office_of: str | None = Field(description="Id of the person whose office it is about.")
    sources: tuple[str, ...] = Field(description="Ids of the articles it is cited to.")
    differences: tuple[str, ...] = Field(description="Ids of the differences that concern it.")
    changed: IsoDay | None = Field(description="The day of its last change or correction, if any.")
    page: str = PAGE


class VariantRecord(Record):
    """A form of a name."""

    form: str = Field(description="The form, as articles print it.")
    sources: tuple[str, ...] = Field(description="Ids of the articles that use it.")


class PersonRecord(StatementRecord):
    """Somebody whom the articles name."""

    name: str = Field(description="The canonical spelling.")
    sort_name: str = Field(description="Family name first.")
    variants: tuple[VariantRecord, ...] = Field(description="Other forms of the name.")
    page: str = PAGE


class PartyRecord(Record):
    """A party."""

    id: str = Field(description="Its id, which never changes.")
    short_name: str = Field(description="The short name.")
    name: str = Field(description="The name in the language of the site.")
    native_name: str | None = Field(description="The name in its own language.")
    variants: tuple[VariantRecord, ...] = Field(description="Other forms of the name.")
    page: str = PAGE


class PlaceRecord(Record):
    """A place that events happen in."""

    id: str = Field(description="Its id, which never changes.")
    name: str = Field(description="The canonical spelling.")
    variants: tuple[VariantRecord, ...] = Field(description="Other forms of the name.")


class RaceRecord(StatementRecord):
    """An election, and what the articles give of its result."""

    title: str = Field(description="What the race is called.")
    caption: str = Field(description="What became of it, in two or three words.")
    date: DateRecord = Field(description="The day of the vote.")
    date_basis: str | None = Field(description="Where the date comes from, if no passage gives it.")
    state: Literal["valid", "annulled", "unreported"] = Field(
        description="Does its result stand, was it annulled, or do the articles give none?"
    )
    shares: tuple[str, ...] = Field(description="Ids of the figures with the shares, leader first.")
    lead: str | None = Field(description="Id of the figure with the lead in votes.")
    rerun_of: str | None = Field(description="Id of the annulled race that it repeats.")
    page: str = PAGE


class PassageRecord(Record):
    """A passage of an article: what it reports in our words, or why it reports nothing."""

    source: str = Field(description="Id of the article.")
    number: int = Field(description="Number of the passage in the article, from 1.")
    gist: str | None = Field(description="What it reports, in our words.")
    furniture: str | None = Field(description="Why it reports nothing.")


class OddityRecord(Record):
    """Something that a reader of a passage should know."""

    passage: int = Field(description="Number of the passage.")
    kind: Oddness = Field(description="What is odd.")
    note: str = Field(description="In which way.")


class TranslationRecord(Record):
    """The languages that an article's text has been through."""

    chain: tuple[str, ...] = Field(description="Languages, first to last (ISO 639-1).")
    basis: Literal["stated", "inferred"] = Field(description="Is the chain stated or inferred?")
    note: str = Field(description="How it is known.")


class SourceRecord(Record):
    """The record of an article. Its text belongs to its publisher and is not here."""

    id: str = Field(description="Its id, which never changes.")
    letter: str = Field(description="The letter by which the site calls it.")
    name: str = Field(description="The name by which the site calls it.")
    publisher: str = Field(description="Who published it.")
    title: str | None = Field(description="Its headline, if known.")
    title_basis: str | None = Field(description="How the headline is known.")
    published: DateRecord = Field(description="When it appeared.")
    published_basis: Literal["stated", "inferred"] = Field(description="Is that stated?")
    published_from: str = Field(description="Stated where, or inferred from what.")
    language: str = Field(description="The language of its text (ISO 639-1).")
    address: str | None = Field(description="Where it can be read.")
    certainty: Certainty = Field(description="How sure the address is.")
    address_note: str = Field(description="What the certainty rests on.")
    summary: str = Field(description="What it reports, in our words.")
    words: int = Field(description="Its length.", json_schema_extra=WORDS)
    sha256: str = Field(description="SHA-256 of the document from which the record was made.")
    translation: TranslationRecord | None = Field(description="Null unless it is translated.")
    oddities: tuple[OddityRecord, ...] = Field(description="What a reader should know.")
    passages: tuple[PassageRecord, ...] = Field(description="Its passages, in order.")
    page: str = PAGE


class FigureRecord(Record):
    """One number in one passage."""

    id: str = Field(description="Its id, which never changes.")
    measure: Measure = Field(description="What is measured.")
    value: Amount = Field(description="The number; its unit is in 'unit'.")
    unit: str = Field(description="The unit of 'value' and 'of'.")
    of: Amount | None = Field(description="The whole, where the figure is a part: 25 of 39.")
    qualifier: Qualifier = Field(
        description="How exact the article is; 'order-of' is a round plural: thousands."
    )
    text: str = Field(description="The number in words, with unit and qualifier.")
    status: FigureStatus = Field(
        description="State of the count; 'reported' is for what is not counted in a vote."
    )
    as_of: DateRecord = Field(description="The day for which it holds.")
    time: str | None = Field(description="Part of the day for which it holds.")
    counted: Amount | None = Field(
        description="Percent of ballot boxes counted by then.", json_schema_extra=PERCENT_OF_BOXES
    )
    race: str | None = Field(description="Id of the race that it is about.")
    person: str | None = Field(description="Id of the person that it is about.")
    party: str | None = Field(description="Id of the party that it is about.")
    place: str | None = Field(description="Id of the place that it is about.")
    origin: str = Field(description="Id of who counted or said it: an origin, person or article.")
    origin_name: str = Field(description="The name of the origin.")
    source: str = Field(description="Id of the article that gives it.")
    passage: int = Field(description="Number of the passage that gives it, from 1.")
    quotation: str | None = Field(description="Words of the article; they are its publisher's.")
    said_by: str | None = Field(description="Id of the person whose words are quoted.")
    page: str = PAGE


class OriginRecord(Record):
    """Who counted or said what articles repeat."""

    id: str = Field(description="Its id, which never changes.")
    name: str = Field(description="The name.")
    about: str = Field(description="Who that is.")


class PositionRecord(Record):
    """What one or more articles say on a question."""

    id: str = Field(description="The difference, a slash, and the position's number.")
    says: str = Field(description="The position, in our words.")
    sources: tuple[str, ...] = Field(description="Ids of the articles that take it.")
    citations: tuple[CitationRecord, ...] = Field(description="The passages that take it.")
    figures: tuple[str, ...] = Field(description="Ids of its figures.")


class DifferenceRecord(Record):
    """A question on which the articles differ, and how we deal with it."""

    id: str = Field(description="Its id, which never changes.")
    question: str = Field(description="The question.")
    kind: DifferenceKind = Field(description="What kind of difference it is.")
    positions: tuple[PositionRecord, ...] = Field(description="Who says what.")
    resolution: str = Field(description="How it is resolved, or why it cannot be.")
    references: tuple[str, ...] = Field(description="Ids of reference works that this uses.")
    events: tuple[str, ...] = Field(description="Ids of the events that it concerns.")
    page: str = PAGE


class CellRecord(Record):
    """What one article says on a topic."""

    topic: str = Field(description="Id of the topic.")
    source: str = Field(description="Id of the article.")
    passage: int = Field(description="Number of the passage, from 1.")
    says: str = Field(description="What it says, in our words.")
    quotation: str | None = Field(description="Words of the article; they are its publisher's.")
    said_by: str | None = Field(description="Id of the person whose words are quoted.")


class TopicRecord(Record):
    """A topic on which articles are set side by side."""

    id: str = Field(description="Its id, which never changes.")
    title: str = Field(description="The topic.")
    difference: str | None = Field(description="Id of the difference, if there is one.")
    cells: tuple[CellRecord, ...] = Field(description="What the articles say.")


class CorrectionRecord(Record):
    """Something that was published and had to be corrected."""

    id: str = Field(description="Its id, which never changes.")
    date: DateRecord = Field(description="The day of the correction.")
    kind: Corrected = Field(description="What kind of thing was corrected.")
    about: str = Field(description="Id of the thing that was corrected.")
    old: str = Field(description="What stood there.")
    new: str = Field(description="What stands there now.")
    why: str = Field(description="What was wrong.")
