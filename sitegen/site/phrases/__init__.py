"""Key phrases across the corpus: one phrase however it is written, and the lines it stands in.

``words`` cuts phrases and excerpts into comparable words, ``spellings`` says which phrases are one but for
case, plural and hyphens, ``places`` finds where a phrase stands in a digest, and ``lines`` cuts a line around
it. ``names`` and ``people`` say whom a bare surname names, and ``merging`` makes the catalogue of it all.
"""
