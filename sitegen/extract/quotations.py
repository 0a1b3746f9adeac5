"""Find the quotations of a text, and tell them from words in quotation marks that quote nobody."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sitegen.extract.speakers import attribute
from sitegen.extract.speech.clauses.wordings import wording_forms
from sitegen.extract.speech.marks.stretches import Stretch, pair
from sitegen.extract.speech.reading.attribution import Attribution, Step
from sitegen.extract.speech.words.vocabulary import vocabulary
from sitegen.model import Dispute, Evidence, Excerpt, Quotation, QuotationKind, Span, Speaker, SpeakerHow

_LONGEST_TERM = 6  # words
_BY_LINE = re.compile(
    r"""
    [ \u00a0,]{1,3} by [ \u00a0]
    (?: (?: the | [A-Z][\w.&’'-]{0,40} ) [ \u00a0] ){0,5}   # the Star's Ada
    [A-Z][\w.’'-]{0,40} \s? (?: [:.,;)] | $ )               # Torvel:
    """,
    re.VERBOSE | re.MULTILINE,
)
_PLACES_OF_TITLES = frozenset(
    ["of", "on", "in", "with", "for", "told", "the", "a", "his", "her", "their", "its", "and"]
)
"""Words right before the title of a work, a programme or a thing: "author of “Nine Winters,”"."""
_SHORTEST_TITLE = 2  # words
_TOLD = (" told ", " tell ", " tells ", " telling ")
_GOES_ON_WITH_AS = re.compile(r" (?:[a-z][\w’'-]{0,30} ){1,3}as ")
_LONGEST_LABEL = 2  # words
_SENTENCE_MARKS = ".?!,;:…—"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The words in quotation marks of a text, in text order."""

    quotations: tuple[Quotation, ...]
    terms: tuple[Excerpt, ...]
    """Words in quotation marks that quote nobody."""
    speakers: tuple[Speaker, ...]
    """Those of the quotations' speakers that have a name, in the order they are first quoted."""
    indirect: tuple[Quotation, ...]
    """Statements reported without marks; empty unless asked for."""
    disputes: tuple[Dispute, ...]
    """Who disputes whose words; empty unless asked for."""
    why: Mapping[Span, tuple[Step, ...]]
    """For the words of each quotation and term, the rules that fired, in order."""


def find(
    text: str,
    paragraphs: Sequence[Span],
    *,
    evidence: Evidence = Evidence.LIKELY,
    indirect: bool = False,
    disputes: bool = False,
) -> Found:
    """Every quotation of ``text`` with its speaker, and the terms in quotation marks.

    A quotation that runs over several paragraphs is one, from its first word to its last. No speaker is named
    on less than ``evidence``. ``indirect``: collect statements without quotation marks, too;
    ``disputes``: who disputes whose words.
    """
    stretches = pair(text, paragraphs)
    attributed = attribute(text, paragraphs, stretches, evidence, indirect=indirect, disputes=disputes)
    quotations: list[tuple[Quotation, Attribution]] = []
    terms: list[Excerpt] = []
    why: dict[Span, tuple[Step, ...]] = {}
    for chain in _chains(stretches, attributed.given):
        first = chain[0][0]
        span = Span(start=first.start, end=chain[-1][0].end)
        words = Excerpt(text=span.of(text), span=span, paragraph=first.paragraph + 1)
        given = _named_of(chain)
        term = _why_term(text, first, given) if len(chain) == 1 else None
        if term is None:
            kind = QuotationKind.PARTIAL if given.partial else QuotationKind.DIRECT
            quotations.append((_quotation(words, kind, given), given))
            why[span] = given.steps
        else:
            terms.append(words)
            why[span] = (*given.steps, Step(rule=f"a term: {term}", start=span.start, end=span.end))
    return Found(
        quotations=tuple(quotation for quotation, _ in quotations),
        terms=tuple(terms),
        speakers=tuple(_speakers(text, paragraphs, quotations)),
        indirect=tuple(_indirect(text, paragraphs, said) for said in attributed.statements),
        disputes=tuple(
            Dispute(
                statement=_indirect(text, paragraphs, heard.statement),
                disputed=heard.disputed and _indirect(text, paragraphs, heard.disputed),
            )
            for heard in attributed.disputes
        ),
        why=why,
    )


def _quotation(words: Excerpt, kind: QuotationKind, given: Attribution) -> Quotation:
    return Quotation(
        words=words,
        kind=kind,
        speaker=given.speaker,
        how=given.how,
        mention=given.mention,
        cue=given.cue,
        relayed_by=given.relayed_by,
    )


def _indirect(text: str, paragraphs: Sequence[Span], said: tuple[Span, Attribution]) -> Quotation:
    span, given = said
    return _quotation(_excerpt(text, paragraphs, span), QuotationKind.INDIRECT, given)


def _excerpt(text: str, paragraphs: Sequence[Span], span: Span) -> Excerpt:
    number = bisect_right(paragraphs, span.start, key=lambda paragraph: paragraph.start)
    return Excerpt(text=span.of(text), span=span, paragraph=number)


def _speakers(
    text: str, paragraphs: Sequence[Span], quotations: Sequence[tuple[Quotation, Attribution]]
) -> Iterator[Speaker]:
    """The speakers known by name, with what the article says of them."""
    seen: set[str] = set()
    for quotation, given in quotations:
        name, bearer = quotation.speaker, given.bearer
        described = bearer is None and quotation.how is not SpeakerHow.NAMED
        if name is None or name in seen or described:
            continue
        seen.add(name)
        yield Speaker(
            name=name,
            kind=None if bearer is None else bearer.kind,
            descriptions=tuple(
                _excerpt(text, paragraphs, span) for span in (bearer.descriptions if bearer else ())
            ),
        )


def _chains(
    stretches: Sequence[Stretch], given: Sequence[Attribution]
) -> list[list[tuple[Stretch, Attribution]]]:
    """Stretches that make one quotation, together."""
    chains: list[list[tuple[Stretch, Attribution]]] = []
    for stretch, attribution in zip(stretches, given, strict=True):
        if stretch.continues and chains:
            chains[-1].append((stretch, attribution))
        else:
            chains.append([(stretch, attribution)])
    return chains


def _named_of(chain: Sequence[tuple[Stretch, Attribution]]) -> Attribution:
    """The attribution of a quotation over several paragraphs: of the first part with a clause of its own."""
    return next((given for _, given in chain if given.cue is not None), chain[0][1])


def _why_term(text: str, stretch: Stretch, given: Attribution) -> str | None:
    """Why the words quote nobody (“Axis of Resistance”; so-called “dark pools”); None: they are quoted."""
    words = text[stretch.start : stretch.end]
    before = _word_before(text, stretch.opening)
    opened = before in vocabulary().term_openers or before.endswith(("'s", "’s"))
    opened = opened and not _worded(text, stretch, given)
    title = (
        _why_title(words, before, given, opened=opened)
        or _why_by_line(text, stretch, given)
        or _why_named(text, stretch, given)
    )
    title = title or _why_part_of_object(text, stretch, given, before)
    if title is not None or not stretch.closed or given.beside:
        return title
    short = len(words.split()) <= _LONGEST_TERM
    return _why_short(words, given, opened=opened, short=short)


def _worded(text: str, stretch: Stretch, given: Attribution) -> bool:
    """True for words that somebody used: "used the phrase “wet money”", "her “wet money” comment"."""
    cue = (given.cue or "").lower()
    behind = text[stretch.closing : stretch.closing + 40].lstrip().lower()
    return cue in wording_forms() or (cue in vocabulary().remark_nouns and behind.startswith(cue))


def _why_title(words: str, before: str, given: Attribution, *, opened: bool) -> str | None:
    """Of words that are a title or name by where they stand: author of “Nine Winters,”."""
    if opened and _title_case(words):
        return "a title or name behind a word such as “called”"
    named = _title_case(words.rstrip(",")) and (len(words.split()) > 1 or words[-1] != ",")
    placed = named and given.partial and before in _PLACES_OF_TITLES
    return "a title or name behind a preposition" if placed else None


def _why_by_line(text: str, stretch: Stretch, given: Attribution) -> str | None:
    """Of a title before its author: “Nine Winters,” by the Star's Ada Torvel."""
    named = _BY_LINE.match(text, stretch.closing)
    return "a title before its author's name" if named and given.cue is None else None


def _why_named(text: str, stretch: Stretch, given: Attribution) -> str | None:
    """Of a name with a verb beside it: told “Dawn and Dusk”, the new rival: “Harbour Lights” has lost …"""
    words = text[stretch.start : stretch.end]
    if words.endswith(":") and given.cue is None and len(words.split()) < _SHORTEST_TITLE:
        return "a label"
    ahead = text[max(0, stretch.opening - 10) : stretch.opening]
    told = ahead.endswith(_TOLD)
    runs_on = text[stretch.closing : stretch.closing + 2]
    goes_on = ahead.endswith(": ") and given.cue is None and runs_on[:1] == " " and runs_on[1:].islower()
    if not (told or goes_on) or len(words.split()) < _SHORTEST_TITLE or not _title_case(words.rstrip(",")):
        return None
    return "a programme that was told something" if told else "a title or name that a sentence goes on from"


def _why_part_of_object(text: str, stretch: Stretch, given: Attribution, before: str) -> str | None:
    """Of a word of what is described, not of the description: "portrayed “illegal” mines as dangerous"."""
    words = text[stretch.start : stretch.end].split()
    described = given.partial and before == (given.cue or "").lower() and len(words) <= _LONGEST_LABEL
    goes_on = _GOES_ON_WITH_AS.match(text, stretch.closing)
    return "a word of what is described as something else" if described and goes_on else None


def _why_short(words: str, given: Attribution, *, opened: bool, short: bool) -> str | None:
    """Of words that no clause stands beside: a short term, or a name within a sentence somebody says."""
    if not given.attributed and opened:
        return "behind a word such as “called”, and no clause says whose words they are"
    if not short:
        return None
    if not given.attributed:
        return None if given.whole else "short, and no clause says whose words they are"
    if words[-1] not in _SENTENCE_MARKS and _title_case(words):
        return "short, with a capital on every word" if given.partial or len(words.split()) > 1 else None
    return "short, behind a word such as “called”" if given.partial and opened else None


def _title_case(words: str) -> bool:
    """True where every word but the small ones has a capital: a name or title."""
    tokens = words.split()
    if not tokens or not tokens[0][:1].isupper():
        return False
    small = _small_words()
    return all(t[:1].isupper() or t[:1].isdigit() or t.lower() in small for t in tokens)


@cache
def _small_words() -> frozenset[str]:
    """Words that titles write small."""
    vocab = vocabulary()
    return vocab.prepositions | vocab.determiners | vocab.clause_openers


def _word_before(text: str, opening: int) -> str:
    return text[max(0, opening - 24) : opening].rstrip(" ,").rpartition(" ")[2].lower()
