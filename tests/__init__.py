"""The tests: one file per module of builder/, and the pieces they share."""
