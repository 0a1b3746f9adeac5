"""Phrases: the names, pronouns and noun phrases that stand for somebody, as ranges of word indices.

Read ``mentions`` (the noun, and what kind a phrase is), then ``rightwards`` and ``leftwards`` (the phrase
that begins or ends at a word), then ``openings`` (the subject a sentence opens with).
"""
