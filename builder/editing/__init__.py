"""What helps an editor: completion, search, scaffolds.

In the order in which they may import from each other:

    seal             the articles at hand -> their fingerprints, written
    enumerations     what an editor can choose from: names and passages, with what they mean
    schemas          models and content -> the JSON Schemas that editors complete from
    find_passages    words or a number -> the passages that hold them, ready to cite
    save             changes of an editor's files -> the disk, never over what was not read
    answers          what is answered when something new is wanted, by flags or when asked
    insertion        an item, as text, into a file that holds a list
    proposals        what is typed in short -> ids, citations, markers
    drafts           answers -> the text of a new event or person, which explains its keys
    scaffold         a new event or person: written, judged, and put in its place
    record_scaffold  an article's text -> its record to fill in, and its fingerprint
    new              what `new` is asked for -> what it writes
"""
