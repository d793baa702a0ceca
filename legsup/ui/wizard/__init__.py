"""The first run and the questions before a practice: pages that derive from immutable values and keep none."""
