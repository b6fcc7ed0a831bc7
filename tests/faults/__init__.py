"""Whatever happens to a build, the last good site stands and the next build is clean."""
