"""What an editor writes: typed, frozen, each part knowing its place.

In the order in which they may import from each other:

    fields       what the models are made of: a base that knows its place, field types
    suggestions  what was probably meant by an id or a date that is none
    content      the content: events, people, parties, places, races, the site
    figures      figures, differences, comparison: numbers with status, date and origin
    reference    the reference layer: what is known beside the articles
    corrections  what was published and had to be corrected
    records      the source records: one article each, passage by passage
    validate     plain values -> models; complaints in an editor's words
"""
