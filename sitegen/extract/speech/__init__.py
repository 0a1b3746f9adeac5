"""Below quotations and speakers: words, quotation marks, reporting clauses and names of one text."""
