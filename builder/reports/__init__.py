"""What is wrong, and how it is told.

In the order in which they may import from each other:

    diagnostics  what is wrong, where, and what to do about it; the report for editors
    formats      the report as text, as JSON, as annotations of a pull request
"""
