"""Page furniture in plain text: which lines belong to the page an article stood on, and not to the article.

``words_of_pages``, ``line_shapes`` and ``labels`` tell what a line is made of, ``vocabulary`` what it shares
with the article, and ``weighing`` adds the signs up. On these rest ``head`` (with ``headlines`` and
``opening``) above the body, ``boilerplate`` between its paragraphs, and ``tail`` (with ``tail_lines``) below.
"""
