"""Digest → what reference managers read: CSL-JSON, BibTeX and RIS, of an article and of each quotation.

What the source does not state is left out of every form; none says when somebody looked (no access date).
"""
