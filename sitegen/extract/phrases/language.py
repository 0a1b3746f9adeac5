"""What we know of a language beside YAKE's stop words; nothing of most."""

from dataclasses import dataclass
from functools import cache

from sitegen import lexicon
from sitegen.extract.other_languages.calendars import calendar_words

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """Words and endings, in lower case; empty for a language without a list of ours, but for its calendar."""

    has_lists: bool = False
    given_names: frozenset[str] = _NONE
    dull: frozenset[str] = _NONE
    """Disqualify a phrase wherever they stand in it: "Thursday", "said"."""
    dull_alone: frozenset[str] = _NONE
    """Disqualify a phrase of one word without a capital: "people", "told"."""
    dull_names: frozenset[str] = _NONE
    """Disqualify a phrase of one word, capital or not: "May", "Mr."."""
    no_edge: frozenset[str] = _NONE
    """Neither open nor end a phrase: "asked", "million"."""
    titles: frozenset[str] = _NONE
    """What may stand before a name: "Gen.", "president"."""
    articles: frozenset[str] = _NONE
    """Never stand before a surname: "the"."""
    inside_names: frozenset[str] | None = None
    """Small words that a name may hold: "of"; None: any."""
    before_nouns: frozenset[str] = _NONE
    behind_nouns: frozenset[str] = _NONE
    """Tell what the words before them are or do: "is", "who"."""
    before_verbs: frozenset[str] = _NONE
    adverbs: tuple[str, ...] = ()
    """How adverbs end."""
    no_adverbs: frozenset[str] = _NONE
    """End so and are none: "family"."""
    participles: tuple[str, ...] = ()
    """How verbs end that YAKE takes for the last word of a phrase: "bridges clos|ing"."""
    adjectives: tuple[str, ...] = ()
    """How adjectives end, which leave a phrase open: "Velmoran nation|al"."""
    peoples: tuple[str, ...] = ()
    """How the adjectives of countries end, which have a capital: "Ostrin|ian"."""

    def is_adverb(self, word: str) -> bool:
        """True for "quickly", not for "family"."""
        return word.endswith(self.adverbs) and word not in self.no_adverbs


@cache
def language_of(tag: str) -> Language:
    """What we know of the language of this tag, such as ``en``."""
    try:
        words = lexicon.load("key_phrases", tag)
    except FileNotFoundError:  # a language YAKE has stop words for, and we have no list but the calendar's
        return Language(dull=calendar_words(tag))
    calendar, news = frozenset(words["calendar"]), frozenset(words["news"])
    verbs, titles = frozenset(words["verbs"].split()), frozenset(words["titles"].split())
    given = lexicon.load("given_names", tag)
    return Language(
        has_lists=True,
        given_names=frozenset(f"{given['male']} {given['female']}".split()),
        dull=calendar | news,
        dull_alone=verbs | titles | frozenset(f"{words['vague']} {words['numbers']}".split()),
        dull_names=frozenset(words["calendar_alone"]) | titles,
        no_edge=verbs | frozenset(words["numbers"].split()),
        titles=titles,
        articles=frozenset(words["articles"]),
        inside_names=frozenset(words["inside_names"]),
        before_nouns=frozenset(words["before_nouns"].split()),
        before_verbs=frozenset(words["before_verbs"].split()),
        behind_nouns=frozenset(words["behind_nouns"].split()),
        adverbs=tuple(words["endings"]["adverbs"]),
        no_adverbs=frozenset(words["no_adverbs"].split()),
        participles=tuple(words["endings"]["participles"]),
        adjectives=tuple(words["endings"]["adjectives"]),
        peoples=tuple(words["endings"]["peoples"]),
    )
