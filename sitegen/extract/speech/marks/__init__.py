"""Quotation marks: which stretches of a text stand between a pair of them.

Read ``pairs`` (what a pair is), then ``double`` and ``single`` (one file a kind of mark), then ``stretches``,
which chooses between the kinds and is what the other rooms use.
"""
