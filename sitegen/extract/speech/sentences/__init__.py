"""Sentences: a sentence with its quotations and its clauses, and which clause reports what.

Read ``sentence`` (cutting a paragraph), ``governing`` and ``standing`` (which clause a quotation hangs on,
and how), ``relays`` (through whom words come), ``statements`` (what is reported without marks).
"""
