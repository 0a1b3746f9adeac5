"""When the event of each clause happened.

``words`` cuts a sentence into words, ``clauses`` the words into clauses, ``tense`` reads the verb of one,
``own`` tells which dates are the clause's own, and ``story`` finds the day that the article is about.
``sitegen/extract/datings.py`` puts them together.
"""
