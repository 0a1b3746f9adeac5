"""How often the extractors were right when they were last measured; for the method page and the README.

The figures are of this version on the development halves of human-annotated news, printed by
``benchmarks/accuracy.py``. Whoever changes an extractor measures again and writes the new figures here.
"""

from dataclasses import dataclass

MEASURED = "2026-11-23"
"""The ISO date of the last measurement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One figure."""

    what: str
    """What was counted."""
    figure: str
    """As printed, rounded."""
    compared: str | None = None
    """What others reach on data of the same kind; None: nothing to compare with."""


SPEAKING = (
    Measure(what="direct quotations found whole (F1)", figure=".983", compared="sayswho on spaCy .913"),
    Measure(
        what="quotation and speaker both right (F1), “he” left open not counted as wrong",
        figure=".924",
        compared="sayswho on spaCy .863",
    ),
    Measure(
        what="quotation and speaker both right (F1), “he” has to be a name",
        figure=".885",
        compared="sayswho on spaCy .615",
    ),
    Measure(what="speakers named that are the annotated ones", figure=".945"),
)
"""Of 519 whole articles of US political news of 2015 and 2016, annotated by people."""

DATING = (
    Measure(what="dates with the right value (F1)", figure=".872", compared="HeidelTime .792"),
    Measure(
        what="events given exactly the right date",
        figure=".727",
        compared="the nearest time expression in the sentence .610",
    ),
)
"""Of 181 news articles with annotated time expressions, and of Wikinews articles with dated events."""

FINDING = (
    Measure(what="key phrases (stemmed F1@10), KPCrowd", figure=".168", compared="YAKE as it comes .069"),
    Measure(what="key phrases (stemmed F1@10), DUC-2001", figure=".214", compared="YAKE as it comes .117"),
    Measure(what="body of saved web pages (F1)", figure=".983", compared="trafilatura alone .959"),
    Measure(what="plain texts freed of unseen page furniture, every line right", figure=".850"),
)
"""Of two sets of news with people's key phrases, of 92 saved news pages, and of 60 articles wrapped in lines
of page furniture, written by somebody who knew none of the rules (no line of an article was lost)."""
