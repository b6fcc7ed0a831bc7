"""From hand-curated evidence to a published timeline.

    content/ + seeds/ --read--> Timeline --check--> [Diagnostic]
    Timeline --pages--> [Plan] --render--> {path: recipe} --make--> {path: bytes} --write--> _site/
    Timeline --cards--> [Card] ---draw---> {path: recipe}

Each module imports only from those above it in this list (``tests/test_architecture.py``):

    diagnostics       what is wrong, where, and what to do about it; the report for editors
    report_formats    the report as text, as JSON, as annotations of a pull request
    command_line      what can be asked for on the command line
    media_types       the media type of every kind of file that the site has
    memory            what need not be made again, because nothing it depends on has changed
    decoding          bytes of a file -> text
    typed_lines       the line at which a YAML parser stopped, taken apart as it was typed
    yaml_slips        where the parser stopped -> the slip of the hand that stopped it
    located_yaml      YAML text -> plain values that know their line and column
    dates             EDTF dates, ordered, as precise as they are known
    machine_dates     dates as the formats of other programs write them
    words             how text is compared: folding, words, the numbers in digits and words
    fields            what the models are made of: a base that knows its place, field types
    suggestions       what was probably meant by an id or a date that is none
    model             the content: events, people, parties, places, races, the site
    figures           figures, differences, comparison: numbers with status, date and origin
    reference         the reference layer: what is known beside the articles
    corrections       what was published and had to be corrected
    records           the source records: one article each, passage by passage
    validate          plain values -> models; complaints in an editor's words
    markup            Markdown bodies -> sentences bound to citations, and safe HTML
    fingerprints      what a clone without the articles knows about their passages
    timeline          all content, indexed: what the checks and the pages ask
    last_changes      when something was last changed, as far as the content says
    content_date      the day of the content, which stands where others ask a clock
    choices           what the events can be filtered by
    read_files        one file -> what it holds
    read              folder -> Timeline
    enumerations      what an editor can choose from: names and passages, with what they mean
    schemas           models and content -> the JSON Schemas that editors complete from
    evidence          what the articles hold: quotations, numbers, shared runs of words
    check_references  promises about ids and the names by which things refer to each other
    check_dates       promises about dates: real, in order, resting on something
    check_seals       promises about records, fingerprints and the documents behind them
    check_quotations  promises about quotations: in their passage, never put in a mouth
    check_drafts      a promise about drafts: nothing of the scaffold is left in them
    check_sentences   promises about sentences: bound to citations that hold their numbers
    check_figures     promises about figures: used by the prose, never contradicted in silence
    check_reference   promises about the reference layer: used works, right sums
    check_copying     promises about whose words we print, and that nothing is left out
    check_corrections  promises about corrections, and about addresses that moved
    check             all promises in one tuple, and the function that runs them
    yaml_text         values -> YAML as an editor would type it
    find_passages     words or a number -> the passages that hold them, ready to cite
    save              changes of an editor's files -> the disk, never over what was not read
    answers           what is answered when something new is wanted, by flags or when asked
    insertion         an item, as text, into a file that holds a list
    proposals         what is typed in short -> ids, citations, markers
    drafts            answers -> the text of a new event or person, which explains its keys
    scaffold          a new event or person: written, judged, and put in its place
    record_scaffold   an article's text -> its record to fill in, and its fingerprint
    new               what `new` is asked for -> what it writes
    revisions         a folder or a revision of git -> a folder with the project as it was
    alignment         which part of an old text became which part of a new one
    facets            an item -> what readers are told by it: values, sentences with their support
    changes           two timelines -> what readers are told differently
    published_changes  the figures and quotations that were published and are no longer so
    change_report     what has changed -> Markdown for a pull request
    check_since       the promise that nothing published changes in silence
    wording           the words of the interface; dates and numbers as a language writes them
    data_fields       names of claims and citations; dates and numbers as data
    drawings          the shapes of the pictures: numbers in, SVG path data out
    held_figures      which number of a sentence is which figure
    lettering         the words of a picture: set in the serif of the cards, kerned, in lines
    scenery           what lies behind the words of a card: the strait, a bridge
    cards             Timeline -> the pictures that are shown where a page is shared
    views             texts bound to numbered notes, dates in words, links
    addresses         absolute links where the site's address is known, else relative
    data_reference    the reference layer as published data
    data_models       the published data, described once: of this JSON, schema and tables are made
    data_statements   claims and citations as published data
    data_records      timeline -> records of everything that the articles give
    data_documents    the JSON files and their schemas
    data_columns      records as rows of a table
    data_tables       the CSV files, and the data package that describes them
    data_evidence     an event's sentences and evidence as text
    data_calendar     the events as iCalendar
    data_feed         the events as an Atom feed
    data_slides       the events as TimelineJS shows them
    bibliography      what is cited, as neutral values: articles, and entries of ours
    bibliography_forms  entries -> CSL-JSON, BibLaTeX, RIS
    cite              how the site, an event, a figure is cited, with the articles behind it
    provenance        where an event comes from, and how to report a mistake in it
    shores            which shore an event is shown on, so that neither runs empty
    contents          what each kind of page shows
    figure_contents   what the pages of figures, differences and reference show
    reference_views   how the reference layer is read: numbers or why there are none, sums
    page              a page of the site, and how one page links to another
    home_page         the timeline, race after race
    event_pages       a page for each event, with its neighbours
    figure_pages      all figures, the differences, the comparison
    source_pages      a page for each article: its record, its passages, what cites them
    people_pages      a page for each person
    race_pages        a page for each race: figures, official result, events
    reference_pages   the reference layer; what was known at the end of a day
    listing_pages     pages that gather events: by kind and party
    data_pages        the page that lists the data
    cite_pages        how the site and each figure are cited; the articles as files
    correction_pages  the page of corrections, and their feed
    moved_pages       pages at former addresses: where to, or why it is gone
    annotations       citations -> W3C Web Annotations
    linked_data       page -> schema.org JSON-LD
    pages             Timeline -> pages: everything that the site consists of, planned
    templates         the folder of templates -> an environment in which they run
    render            plans of pages + templates -> recipes for the files of the site
    exports           timeline -> recipes for everything that can be taken away as data
    citing_data       recipes for the files by which the timeline is cited and annotated
    site              a project's folder -> the whole site, planned
    write             {path: bytes} -> the output folder, all or nothing
    edits             two states of a timeline -> what was edited, and where it is shown
    draft_evidence    what the claims of a draft still lack
    preview_layer     what the preview lays over a page
    preview           the editor's live preview: any page, as it is after the last save
    preview_server    serves the preview, tells the browser what was saved
"""
