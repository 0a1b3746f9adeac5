"""Words: a text cut into words and marks, and what each of them may be, by the lexicon.

Read ``vocabulary`` and ``name_words`` (the word lists), ``abbreviations`` and ``cutting`` (text → ``Words``),
then ``classes``, ``verbs`` and ``nouns`` (what a word is where it stands).
"""
