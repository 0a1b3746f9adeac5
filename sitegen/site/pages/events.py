"""Dated sentences as pages show them: the date in words and for machines, the time expression marked."""

import re
from dataclasses import dataclass

from sitegen.model import Event, Span
from sitegen.site.pages.marking import Piece, anchor, pieces
from sitegen.site.pages.wording import Certainty, date_words, time_certainty
from sitegen.site.strings import Strings

HTML_DATE = re.compile(
    r"""
    \d{4}                             # a year, as in 2023
    (?: -\d{2} (?: -\d{2} )? )?       # its month, its day
    (?: T\d{2}:\d{2} (?: :\d{2} )? )? # a time of day
    """,
    re.ASCII | re.VERBOSE,
)
"""Values that an HTML ``datetime`` attribute can carry; TIMEX3 has more (``XXXX-10-07``, ``2009-Q3``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """A dated sentence as it is shown."""

    event: Event
    date: str
    """The date in words."""
    datetime: str | None
    """For machines; None where HTML has no form for the value."""
    certainty: Certainty
    pieces: tuple[Piece, ...]
    """The sentence, the time expression marked."""
    anchor: str | None = None
    """The id of the entry on its article's page; None where another has it, or the span is unknown."""
    context: str | None = None
    """The id there of the sentence in context; None: the digest does not have it."""

    @property
    def place(self) -> str | None:
        """The id on the article's page at which the words stand; None where their span is unknown."""
        return self.context or event_anchor(self.event)


def event_view(t: Strings, event: Event, named: str | None = None, context: str | None = None) -> EventView:
    """One event, its time expression marked in its sentence."""
    when, value = event.when, event.when.value
    marks: tuple[tuple[int, Span], ...] = () if when.words.span is None else ((1, when.words.span),)
    return EventView(
        event=event,
        date=date_words(t, value),
        datetime=value if value is not None and HTML_DATE.fullmatch(value) else None,
        certainty=time_certainty(t, when),
        pieces=tuple(pieces(event.sentence, marks)),
        anchor=named,
        context=context,
    )


def event_anchor(event: Event) -> str | None:
    """The id of an event: its time expression's place in the text."""
    return None if event.when.words.span is None else anchor(event.when.words.span)
