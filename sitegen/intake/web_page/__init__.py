"""What a saved web page says: its article, and what it states about itself.

``tree`` parses it, ``blocks`` cuts it into what a reader sees as paragraphs, ``body`` chooses those of the
article, as trafilatura does, and ``furniture`` those among them that belong to the page. ``metadata`` reads
the facts from meta elements, :mod:`json_ld <sitegen.intake.web_page.json_ld>` and ``header``, the lines
between headline and article; ``authors`` and ``dates`` tell what in them is a name and a day.
"""
