"""How the site, an event, a figure is cited, with the articles behind it.

In the order in which they may import from each other:

    bibliography  what is cited, as neutral values: articles, and entries of ours
    forms         entries -> CSL-JSON, BibLaTeX, RIS
    entries       how the site, an event, a figure is cited, with the articles behind it
    provenance    where an event comes from, and how to report a mistake in it
"""
