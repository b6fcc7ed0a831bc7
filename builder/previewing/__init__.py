"""The editor's live preview.

In the order in which they may import from each other:

    edits           two states of a timeline -> what was edited, and where it is shown
    draft_evidence  what the claims of a draft still lack
    layer           what the preview lays over a page
    preview         the editor's live preview: any page, as it is after the last save
    server          serves the preview, tells the browser what was saved
"""
