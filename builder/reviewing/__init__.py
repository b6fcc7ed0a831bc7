"""Two states of a project -> what changed for readers.

In the order in which they may import from each other:

    revisions          a folder or a revision of git -> a folder with the project as it was
    alignment          which part of an old text became which part of a new one
    facets             an item -> what readers are told by it: values, sentences with their support
    changes            two timelines -> what readers are told differently
    published_changes  the figures and quotations that were published and are no longer so
    report             what has changed -> Markdown for a pull request
    review             two folders -> what changed for readers, told
    since              the promise that nothing published changes in silence
"""
