"""From hand-curated evidence to a published timeline.

    content/ + seeds/ --read--> Timeline --check--> [Diagnostic]
    Timeline --pages--> [Page] --render--> {path: bytes} --write--> _site/
    Timeline --cards--> [Card] ----draw--> {path: bytes}

Each module imports only from those above it in this list (``tests/test_architecture.py``):

    command_line      what can be asked for on the command line
    diagnostics       what is wrong, where, and what to do about it; the printed report
    decoding          bytes of a file -> text
    located_yaml      YAML text -> plain values that know their line and column
    dates             EDTF dates, ordered, as precise as they are known
    words             how text is compared: folding, words, the numbers in digits and words
    fields            what the models are made of: a base that knows its place, field types
    model             the content: events, people, parties, places, races, the site
    figures           figures, differences, comparison: numbers with status, date and origin
    reference         the reference layer: what is known beside the articles
    records           the source records: one article each, passage by passage
    validate          plain values -> models; complaints in an editor's words
    markup            Markdown bodies -> sentences bound to citations, and safe HTML
    fingerprints      what a clone without the articles knows about their passages
    timeline          all content, indexed: what the checks and the pages ask
    choices           what the events can be filtered by
    read              folder -> Timeline
    evidence          what the articles hold: quotations, numbers, shared runs of words
    check_references  promises about ids and the names by which things refer to each other
    check_dates       promises about dates: real, in order, resting on something
    check_seals       promises about records, fingerprints and the documents behind them
    check_quotations  promises about quotations: in their passage, never put in a mouth
    check_sentences   promises about sentences: bound to citations that hold their numbers
    check_figures     promises about figures: used by the prose, never contradicted in silence
    check_reference   promises about the reference layer: used works, right sums
    check_copying     promises about whose words we print, and that nothing is left out
    check             all promises in one tuple, and the function that runs them
    wording           the words of the interface; dates and numbers as a language writes them
    drawings          the shapes of the pictures: numbers in, SVG path data out
    held_figures      which number of a sentence is which figure
    lettering         the words of a picture: set in the serif of the cards, kerned, in lines
    scenery           what lies behind the words of a card: the strait, a bridge
    cards             Timeline -> the pictures that are shown where a page is shared
    views             texts bound to numbered notes, dates in words, links
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
    pages             Timeline -> pages: everything that the site consists of, planned
    render            pages + templates -> {path: bytes}
    write             {path: bytes} -> the output folder, all or nothing
    preview           the editor's live preview
"""
