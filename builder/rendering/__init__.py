"""Plans + templates -> recipes for the files of the site.

In the order in which they may import from each other:

    compiling        how templates are compiled: what every page says alike is worked out once
    templates        the folder of templates -> an environment in which they run
    ahead            templates that another process compiles while this one reads the content
    style_sheets     the style sheets as they are published: joined, without comments
    assets           static/ -> files, at addresses that change with their content
    content_policy   a page -> what a browser may load and run on it
    render           plans of pages + templates -> recipes for the files of the site
    make             recipes -> files, in several processes where that pays
    exports          timeline -> recipes for everything that can be taken away as data
    citing_exports   recipes for the files by which the timeline is cited and annotated
    finding_exports  recipes for the sitemap, robots.txt and what oEmbed asks
"""
