"""Key phrases, in the order of the flow.

``words`` (the article cut into words), ``engines`` (YAKE: which words may make a phrase, and its score),
``candidates`` (where each of them stands, and what that tells), ``names`` (a surname counts for the full
name), ``weighing`` (how much each tells of the article), ``choosing`` (the best, none inside another).
"""
