"""Digests → the timeline of the corpus: what is told of each date, by which articles."""
