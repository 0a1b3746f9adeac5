"""Names: everybody an article names, what it says beside each name, and who is meant by a part of it.

Read ``runs`` (capitals that may be names) and ``bearer`` (somebody with a name); ``description_words``,
``before_name``, ``behind_name``, ``beside`` (what is said of them); ``paragraphs``, ``letters``, ``register``
(who goes by which name), ``callings`` (who "the senator" is); then ``roster``, which the other rooms ask.
"""
