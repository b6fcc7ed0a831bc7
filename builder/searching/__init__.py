"""The search of a large archive: what is looked through, and the files in which Pagefind looks.

In the order in which they may import from each other:

    records  timeline -> what the search knows of each event
    index    records -> the files of the search
"""
