"""Content is data: whatever is typed into it is shown as text, or refused."""
