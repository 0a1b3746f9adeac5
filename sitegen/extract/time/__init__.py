"""Time expressions: words → tokens → rules → readings.

``tokens`` turns a text into one character per word (its *code*), with the words of the lexicon as
``vocabulary`` numbers them. The rules are regular expressions over classes of words rather than over letters:
short, readable, and linear on hostile input. They stand in ``stated`` (days and months), ``ranges``,
``years``, ``weekdays``, ``relative``, ``counted`` (two weeks ago), ``occasions`` (seasons, feasts),
``periods`` (quarters), ``clock``, ``lengths`` and ``vague``; ``rules`` compiles them. ``moments`` holds the
calendar arithmetic, ``numbers`` reads numbers,
``context`` is what is known at a place in the text, ``tense`` the tense around it.
"""
