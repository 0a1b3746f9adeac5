"""The grammar of a content file, one part of it a module, each in both directions.

``head`` is the front matter, ``body`` cuts the rest at its headings, ``sections`` holds the eight sections
the program writes. Inside them, ``attribution`` is the line under a quotation, ``speakers`` a line about one
of the speakers, ``events`` a line of the timeline, ``places`` an excerpt and its ¶ link, and ``escape`` and
``pieces`` are text ⇄ inline Markdown. ``wording`` has the fixed words.
:mod:`sitegen.content_file.digest_markdown` puts them together.
"""
