"""Articles that share their text: one story published twice, shortened, corrected, or with more around it.

They are linked with each other, and never merged: each has its page, and what was found in it stays there.
Read ``pairs`` (which are worth a comparison), then ``likeness`` (what a comparison says), then ``finding``.
"""
