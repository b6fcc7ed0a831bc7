"""What a page shows: small frozen values with nothing left to decide.

In the order in which they may import from each other:

    wording       the words of the interface; dates and numbers as a language writes them
    drawings      the shapes of the pictures: numbers in, SVG path data out
    held_figures  which number of a sentence is which figure
    paths         where each thing stands on the site, and the way from page to page
    places        where something stands among many: on one page, or on one of several
    views         texts bound to numbered notes, dates in words, links
    addresses     absolute links where the site's address is known, else relative
"""
