"""Reading: an article sentence by sentence, with a memory of who spoke.

Read ``attribution`` (what is found out), ``focus`` and ``memory`` (whom "he", "the agency" and "Okell" mean),
``grounds`` (a clause, a colon, a signature), ``thread`` (whose words go on), then ``reader``.
"""
