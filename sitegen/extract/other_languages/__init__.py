"""What can be found in a text of any language, without its grammar.

English articles are read by rules that know English. In others those rules would find nonsense: "may" and
"march" are German and French words too. So there are only words between quotation marks, without a speaker
(``quotations``), dates written out in full (``dates``, by the month names in ``calendars``), and the
sentences they stand in (``sentences``). Nothing in here rests on English.
"""
