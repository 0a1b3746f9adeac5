"""What we know of a language beside YAKE's stop words; nothing of most."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from sitegen import lexicon
from sitegen.extract.other_languages.calendars import calendar_words

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """Words and endings, in lower case; empty for a language without a list of ours, but for its calendar."""

    has_lists: bool = False
    has_small_nouns: bool = True
    """False where every noun has a capital, and no phrase ends without one: "Unterlagen | mitgebracht"."""
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

    no_adjectives: frozenset[str] = _NONE
    """End so and are none: "hospital"."""
    no_participles: frozenset[str] = _NONE
    """The same: "building"."""
    vague: frozenset[str] = _NONE
    """Nouns that tell little by themselves: "decision"."""
    verb_forms: frozenset[str] = _NONE
    """Common verbs in each form: "tosses"."""
    agencies: frozenset[str] = _NONE
    """Put their name on other papers' articles: "Reuters"."""
    no_last: frozenset[str] = _NONE
    """Do not end a phrase: "Karsa | sells", "workers' | dollars"."""

    superlatives: tuple[str, ...] = ()
    """How superlatives end: "low|est"."""

    def is_vague(self, word: str) -> bool:
        """True for a word that tells little by itself: "decision", "level"."""
        return word in self.vague or word in self.dull_alone

    def is_adverb(self, word: str) -> bool:
        """True for "quickly", not for "family"."""
        return word.endswith(self.adverbs) and word not in self.no_adverbs


@cache
def language_of(tag: str) -> Language:
    """What we know of the language of this tag, such as ``en``."""
    try:
        words = lexicon.load("key_phrases", tag)
    except FileNotFoundError:  # a language YAKE has stop words for, and we have no list but the calendar's
        capital_nouns = lexicon.load("nouns", "mul")["capital"]
        return Language(dull=calendar_words(tag), has_small_nouns=tag not in capital_nouns)
    calendar, news = frozenset(words["calendar"]), frozenset(words["news"])
    verbs, titles = frozenset(words["verbs"].split()), frozenset(words["titles"].split())
    given = lexicon.load("given_names", tag)
    common = lexicon.load("common_words", tag)
    forms = inflected(common["common_verbs"].split())
    vague = frozenset(f"{words['vague']} {words['numbers']}".split())
    nouns = frozenset(common["vague_nouns"].split())
    nouns |= {f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s" for noun in nouns | vague}
    return Language(
        has_lists=True,
        given_names=frozenset(f"{given['male']} {given['female']}".split()),
        dull=calendar | news,
        dull_alone=verbs | titles | vague | frozenset(common["adjectives"].split()),
        vague=nouns,
        dull_names=frozenset(words["calendar_alone"]) | titles,
        no_edge=verbs | frozenset(words["numbers"].split()),
        titles=titles | frozenset(words["callings"].split()),
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
        no_adjectives=frozenset(words["no_adjectives"].split()),
        no_participles=frozenset(words["no_participles"].split()),
        verb_forms=forms,
        superlatives=tuple(words["endings"]["superlatives"]),
        agencies=frozenset(words["agencies"]),
        no_last=frozenset(words["measures"]) | frozenset(form for form in forms if form.endswith("ed")),
    )


_VOWELS = "aeiou"


def inflected(verbs: Iterable[str]) -> frozenset[str]:
    """English verbs in each regular form: stop, stops, stopped, stopping. A form too many does no harm."""
    forms: set[str] = set()
    for verb in verbs:
        stem = verb.removesuffix("e")
        if verb.endswith("y") and verb[-2] not in _VOWELS:
            past = [f"{verb[:-1]}ies", f"{verb[:-1]}ied"]
        else:
            past = [f"{verb}s", f"{verb}es", f"{stem}ed"]
        forms.update((verb, f"{stem}ing", f"{verb}ing", *past))
        if len(verb) > 2 and verb[-1] not in "aeiouwxy" and verb[-2] in _VOWELS and verb[-3] not in _VOWELS:
            forms.update((f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"))  # stop, admit; visit: harmless
    return frozenset(forms)
