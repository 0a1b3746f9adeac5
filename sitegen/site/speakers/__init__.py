"""Who speaks, across the whole corpus: one person or body under one or more names.

``names`` compares names, ``voices`` reads who one article quotes, ``namesakes`` keeps two of one name apart,
and ``merging`` makes the catalogue of it.
"""
