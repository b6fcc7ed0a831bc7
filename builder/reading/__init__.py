"""Folder -> Timeline.

In the order in which they may import from each other:

    refused       a project's folder -> the files in it that are not read, and why
    fingerprints  what a clone without the articles knows about their passages
    timeline      all content, indexed: what the checks and the pages ask
    last_changes  when something was last changed, as far as the content says
    content_date  the day of the content, which stands where others ask a clock
    choices       what the events can be filtered by
    files         one file -> what it holds
    project       folder -> Timeline
"""
