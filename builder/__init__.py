"""From hand-curated evidence to a published timeline.

    content/ + seeds/ --read--> Timeline --check--> [Diagnostic]
    Timeline --pages--> [Plan] --render--> {path: recipe} --make--> {path: bytes} --write--> _site/
    Timeline --cards--> [Card] ---draw---> {path: recipe}

Each of these imports only from those above it, and each package says so of its modules
(``tests/test_architecture.py``):

    file_bytes    a file -> its bytes, in bounded time and memory
    unchanged     what the last build was made from, so that it need not be made again
    media_types   the media type of every kind of file that the site has
    scale         what an archive does otherwise when it is large
    workers       pieces of work -> their results, by several processes
    sealed        bytes that are written down for the next run, and read only as they were written
    memory        what need not be made again, because nothing it depends on has changed
    reports/      what is wrong, and how it is told
    text/         bytes -> text -> values that know their place; dates, words, sentences
    command_line  what can be asked for on the command line
    models/       what an editor writes: typed, frozen, each part knowing its place
    reading/      folder -> Timeline
    checks/       Timeline -> what breaks a promise
    editing/      what helps an editor: completion, search, scaffolds
    reviewing/    two states of a project -> what changed for readers
    views/        what a page shows: small frozen values with nothing left to decide
    pictures/     Timeline -> the pictures that are shown where a page is shared
    citing/       how the site, an event, a figure is cited, with the articles behind it
    data/         Timeline -> everything that can be taken away, in the forms that people use
    pages/        Timeline -> plans of pages
    searching/    Timeline -> the files of the search of a large archive
    rendering/    plans + templates -> recipes for the files of the site
    site          a project's folder -> the whole site, planned
    hosting/      what a host needs beside the pages, and whether it publishes what was built
    exchange      two folders -> the same two, each with the other's name
    write         {path: bytes} -> the output folder, in one step
    last_site     what the last build made, and from what
    publishing    a project -> its site in the output folder, of which only what changed is made
    previewing/   the editor's live preview
"""
