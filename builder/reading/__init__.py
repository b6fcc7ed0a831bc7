"""Folder -> Timeline.

In the order in which they may import from each other:

    refused       a project's folder -> the files in it that are not read, and why
    fingerprints  what a clone without the articles knows about their passages
    relations     what belongs to what: the events of a race, the corrections of a figure
    timeline      all content, indexed: what the checks and the pages ask
    last_changes  when something was last changed, as far as the content says
    content_date  the day of the content, which stands where others ask a clock
    chapters      how a long timeline is cut: by race, then by time
    figure_lists  how all figures are listed, by race, then by time
    choices       what the events can be filtered by
    files         one file -> what it holds
    project       folder -> Timeline
"""
