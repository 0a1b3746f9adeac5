"""Quotation marks: which stretches of a text stand between a pair of them.

Read ``pairs`` (what a pair is), ``signs`` (what a mark is), ``double`` and ``single``, then ``stretches``,
which chooses between the kinds and is what the other rooms use.
"""
