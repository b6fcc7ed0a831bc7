"""Timeline -> records of everything that the articles give: events, people, figures, differences.

Takes a publisher of a timeline; gives one record for each thing, in the timeline's order. Law:
what is published here is what the pages show, and no word of an article but its quotations.
"""

from __future__ import annotations

from datetime import date

from builder.data.fields import amount, date_record
from builder.data.models import (
    CellRecord,
    CorrectionRecord,
    DifferenceRecord,
    EventRecord,
    FigureRecord,
    OddityRecord,
    PartyRecord,
    PassageRecord,
    PersonRecord,
    PlaceRecord,
    RaceRecord,
    SourceRecord,
    TopicRecord,
    TranslationRecord,
    VariantRecord,
)
from builder.data.statements import Publisher
from builder.models.content import Event, Party, Person, Race, Spot, Variant
from builder.models.corrections import Correction
from builder.models.figures import Difference, Figure, Topic
from builder.models.records import Passage, Source
from builder.reading.last_changes import last_change_of_event
from builder.views.paths import (
    difference_path,
    event_path,
    party_path,
    person_path,
    race_path,
    source_path,
)
from builder.views.places import figure_place


def event_record(publisher: Publisher, event: Event) -> EventRecord:
    """Return an event with its evidence."""
    differences = publisher.timeline.related.differences_of_event
    return EventRecord(
        **publisher.statement(event),
        title=event.title,
        date=date_record(event.date, publisher.wording),
        date_basis=event.date_basis,
        time=event.time,
        kind=event.kind,
        shore=event.shore,
        weight=event.weight,
        race=event.race,
        people=event.people,
        parties=event.parties,
        places=event.places,
        office_of=event.office_of,
        sources=tuple(dict.fromkeys(citation.source for citation in event.citations)),
        differences=tuple(d.id for d in differences.get(event.id, ())),
        changed=_changed(publisher, event),
        page=publisher.page(event_path(event.id)),
    )


def _changed(publisher: Publisher, event: Event) -> date | None:
    changed = last_change_of_event(publisher.timeline, event)
    return changed.last if changed else None


def _variants(variants: tuple[Variant, ...]) -> tuple[VariantRecord, ...]:
    return tuple(VariantRecord(form=v.form, sources=v.sources) for v in variants)


def person_record(publisher: Publisher, person: Person) -> PersonRecord:
    """Return a person."""
    return PersonRecord(
        **publisher.statement(person),
        name=person.name,
        sort_name=person.sort_name,
        variants=_variants(person.variants),
        page=publisher.page(person_path(person.id)),
    )


def party_record(publisher: Publisher, party: Party) -> PartyRecord:
    """Return a party."""
    return PartyRecord(
        id=party.id,
        short_name=party.short_name,
        name=party.name,
        native_name=party.native_name,
        variants=_variants(party.variants),
        page=publisher.page(party_path(party.id)),
    )


def place_record(place: Spot) -> PlaceRecord:
    """Return a place."""
    return PlaceRecord(id=place.id, name=place.name, variants=_variants(place.variants))


def race_record(publisher: Publisher, race: Race) -> RaceRecord:
    """Return a race."""
    return RaceRecord(
        **publisher.statement(race),
        title=race.title,
        caption=race.caption,
        date=date_record(race.date, publisher.wording),
        date_basis=race.date_basis,
        state=race.state,
        shares=race.shares,
        lead=race.lead,
        rerun_of=race.rerun_of,
        page=publisher.page(race_path(race.id)),
    )


def source_record(publisher: Publisher, source: Source) -> SourceRecord:
    """Return the record of an article, without its text."""
    return SourceRecord(
        id=source.id,
        letter=source.letter,
        name=source.name,
        publisher=source.publisher,
        title=source.title,
        title_basis=source.title_basis,
        published=date_record(source.published.date, publisher.wording),
        published_basis=source.published.basis,
        published_from=source.published.source,
        language=source.language,
        address=source.address.url,
        certainty=source.address.certainty,
        address_note=source.address.note,
        summary=source.summary,
        words=source.document.words,
        sha256=source.document.sha256,
        translation=_translation(source),
        oddities=tuple(
            OddityRecord(passage=odd.passage, kind=odd.kind, note=odd.note)
            for odd in source.oddities
        ),
        passages=tuple(_passage(source, passage) for passage in source.passages),
        page=publisher.page(source_path(source.id)),
    )


def _translation(source: Source) -> TranslationRecord | None:
    if (made := source.translation) is None:
        return None
    return TranslationRecord(chain=made.chain, basis=made.basis, note=made.note)


def _passage(source: Source, passage: Passage) -> PassageRecord:
    return PassageRecord(
        source=source.id, number=passage.number, gist=passage.gist, furniture=passage.furniture
    )


def figure_record(publisher: Publisher, figure: Figure) -> FigureRecord:
    """Return a figure with its unit, state, hour, origin and evidence."""
    return FigureRecord(
        id=figure.id,
        measure=figure.measure,
        value=amount(figure.value),
        unit=figure.unit,
        of=None if figure.of is None else amount(figure.of),
        qualifier=figure.qualifier,
        text=publisher.value(figure),
        status=figure.status,
        as_of=date_record(figure.as_of, publisher.wording),
        time=figure.time,
        counted=None if figure.counted is None else amount(figure.counted),
        race=figure.race,
        person=figure.person,
        party=figure.party,
        place=figure.spot,
        origin=figure.origin,
        origin_name=publisher.timeline.origin[figure.origin],
        source=figure.source,
        passage=figure.passage,
        quotation=figure.quotation,
        said_by=figure.said_by,
        page=publisher.page(figure_place(publisher.timeline, figure.id)),
    )


def difference_record(publisher: Publisher, difference: Difference) -> DifferenceRecord:
    """Return a question with all its positions."""
    published = publisher.timeline.event
    return DifferenceRecord(
        id=difference.id,
        question=difference.question,
        kind=difference.kind,
        positions=publisher.positions(difference),
        resolution=difference.resolution,
        references=difference.references,
        events=tuple(name for name in difference.events if name in published),
        page=publisher.page(difference_path(difference.id)),
    )


def correction_record(publisher: Publisher, correction: Correction) -> CorrectionRecord:
    """Return a correction."""
    return CorrectionRecord(
        id=correction.id,
        date=date_record(correction.date, publisher.wording),
        kind=correction.kind,
        about=correction.about,
        old=correction.old,
        new=correction.new,
        why=correction.why,
    )


def topic_record(topic: Topic) -> TopicRecord:
    """Return a row of the comparison."""
    cells = tuple(
        CellRecord(
            topic=topic.id,
            source=cell.source,
            passage=cell.passage,
            says=cell.says,
            quotation=cell.quotation,
            said_by=cell.said_by,
        )
        for cell in topic.cells
    )
    return TopicRecord(id=topic.id, title=topic.title, difference=topic.difference, cells=cells)
