"""Who is known by name: two articles' "a ministry spokesman" are not one person."""

from collections.abc import Mapping

from sitegen.model import Digest, SpeakerHow


def by_name(digest: Digest) -> frozenset[str]:
    """The speakers of an article that it names, those it only describes left out.

    Names are what speakers are found by across articles; a description stands for nobody outside its own.
    """
    described = {
        quotation.speaker
        for quotation in digest.quotations
        if quotation.how is SpeakerHow.DESCRIPTION and quotation.speaker == quotation.mention
    }
    return frozenset(q.speaker for q in digest.quotations if q.speaker is not None) - described


def page_of(slugs: Mapping[str, str], named: frozenset[str], speaker: str | None) -> str | None:
    """Where the page of an article's ``speaker`` stands; None for one unknown, or not ``named``."""
    return f"speakers/{slugs[speaker]}.html" if speaker in named else None
