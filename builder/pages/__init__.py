"""Timeline -> plans of pages.

In the order in which they may import from each other:

    embedding        how the timeline, a race or an event is shown inside somebody else's page
    shores           which shore an event is shown on, so that neither runs empty
    contents         what each kind of page shows
    figure_contents  what the pages of figures, differences and reference show
    reference_views  how the reference layer is read: numbers or why there are none, sums
    page             a page of the site, and how one page links to another
    parts            events that are too many for a page, shared out among several
    home             the timeline, race after race
    chapters         the timeline of a large archive: its home page, its chapters, its search
    events           a page for each event, with its neighbours
    figures          all figures, the differences, the comparison
    sources          a page for each article: its record, its passages, what cites them
    people           a page for each person
    races            a page for each race: figures, official result, events
    reference        the reference layer; what was known at the end of a day
    listings         pages that gather events: by kind and party
    data             the page that lists the data
    cite             how the site and each figure are cited; the articles as files
    corrections      the page of corrections, and their feed
    embeds           the light pages for frames, and the page that says how to embed them
    licence          whose the code, our texts, the data and the quotations are
    moved            pages at former addresses: where to, or why it is gone
    linked_data      page -> schema.org JSON-LD
    sitemap          what search engines are told: the pages and when they changed
    all_pages        Timeline -> pages: everything that the site consists of, planned
"""
