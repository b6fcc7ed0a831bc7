"""Plans + templates -> recipes for the files of the site.

In the order in which they may import from each other:

    templates       the folder of templates -> an environment in which they run
    render          plans of pages + templates -> recipes for the files of the site
    exports         timeline -> recipes for everything that can be taken away as data
    citing_exports  recipes for the files by which the timeline is cited and annotated
"""
