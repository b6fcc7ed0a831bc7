"""Timeline -> everything that can be taken away, in the forms that people use.

In the order in which they may import from each other:

    fields       names of claims and citations; dates and numbers as data
    reference    the reference layer as published data
    models       the published data, described once: of this JSON, schema and tables are made
    statements   claims and citations as published data
    records      timeline -> records of everything that the articles give
    documents    the JSON files and their schemas
    columns      records as rows of a table
    tables       the CSV files, and the data package that describes them
    evidence     an event's sentences and evidence as text
    calendar     the events as iCalendar
    atom         Atom, as far as our feeds need it
    feed         the events as an Atom feed
    slides       the events as TimelineJS shows them
    annotations  citations -> W3C Web Annotations
"""
