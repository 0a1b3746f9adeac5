"""Articles about Velmora's key phrases: digests whose phrases have their true places in the text."""

import re
from collections.abc import Sequence

from sitegen.model import Digest, Facts, KeyPhrase, Span, Speaker, SpeakerKind
from tests.site.velmora import Story


def spans(text: str, phrase: str) -> tuple[Span, ...]:
    """Where ``phrase`` stands in ``text``, upper and lower case alike, as an extractor tells."""
    found = re.finditer(rf"\b{re.escape(phrase)}\b", text, re.IGNORECASE)
    return tuple(Span(start=match.start(), end=match.end()) for match in found if phrase)


def about(
    slug: str,
    *phrases: str,
    text: str | None = None,
    quoting: Sequence[tuple[str, str | None]] = (),
    kind: SpeakerKind | None = SpeakerKind.PERSON,
    publisher: str | None = "The Ostrin Courier",
    language: str | None = "en",
    spanned: bool = True,
) -> Digest:
    """An article of whose text the digest shows every sentence; ``quoting``: words and whose they are."""
    story = Story(text or " ".join(f"More of {phrase} was asked on the quay." for phrase in phrases))
    quotations = tuple(story.quote(words, speaker, mention=speaker) for words, speaker in quoting)
    return Digest(
        slug=slug,
        title=f"Report on {slug}",
        facts=Facts(publisher=publisher, language=language),
        key_phrases=tuple(
            KeyPhrase(
                phrase=phrase,
                score=0.1,
                count=len(spans(story.text, phrase)),
                spans=spans(story.text, phrase) if spanned else (),
            )
            for phrase in phrases
        ),
        quotations=quotations,
        context=tuple(story.sentences()),
        speakers=tuple(
            Speaker(name=speaker, kind=kind) for speaker in dict.fromkeys(s for _, s in quoting if s)
        ),
    )


def named(slug: str, name: str, *phrases: str, kind: SpeakerKind | None = SpeakerKind.PERSON) -> Digest:
    """An article that quotes ``name``, and has ``phrases``."""
    more = " ".join(f"Much was made of {phrase}." for phrase in phrases)
    text = f"“We shall see,” {name} said. {more}"
    return about(slug, *phrases, text=text, quoting=[("We shall see,", name)], kind=kind)
