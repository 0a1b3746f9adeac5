"""Below quotations and speakers: who says what in one text, read from its words alone.

The folders stand in the order of the flow, each on those before it: ``words`` (cut, and classed by the
lexicon), ``marks`` (what stands between quotation marks), ``phrases`` (what may stand for somebody),
``names`` (who is who), ``clauses`` (who reports), ``sentences`` (which clause reports what),
``reading`` (an article).
"""
