"""Clauses: the verbs that report words, and the subject each reports of.

Read ``clause`` (the noun) and ``lookalikes`` (nouns of the same form); then where a subject stands, in
``insertions``, ``shared_subjects``, ``subjects``, ``participles``, ``inversions`` and ``speech_nouns``; then
``finding``, which the other rooms ask.
"""
