"""How much each candidate tells of the article: evidence added up, in points.

YAKE's score is one piece of evidence among others, since two things it does not look at tell more: whether
the article uses the phrase as a whole ("the Karsa dam was", never "Karsa" alone), and where it first says it.

The points are rounded from a search over two sets of articles at once: the readers of one marked mostly
single words, those of the other mostly phrases of two.
"""

from dataclasses import dataclass
from math import log

from sitegen.extract.phrases.candidates import NAME, Candidate
from sitegen.extract.phrases.language import Language
from sitegen.extract.phrases.words import Words

_STRIDE = 25
"""Words, about a sentence: the unit in which a late first mention is counted."""

_LONG = 8
"""Letters beyond which a longer word is no better."""

_LEAST = 1e-9
"""Below this all of YAKE's scores are as good; it keeps the logarithm finite."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """What each piece of evidence is worth."""

    score: float = 0.25
    """For each e-fold that YAKE's score is lower."""
    rarest: float = 0.6
    """For each e-fold that the rarest of its words occurs oftener."""
    once: float = -0.8
    """For a phrase of several words that occurs only once."""
    late: float = -0.29
    """For each e-fold of words before the first mention; a mention in the headline counts as the first."""
    headline_only: float = -0.9
    """For what the body never says: headlines run words together."""
    headline_name: float = 0.6
    """For a name that stands in the headline and in the body."""
    two_words: float = -0.85
    three_words: float = -1.9
    """For three or more. Against a single word, whose other evidence is weaker."""
    whole: float = 1.7
    """For a phrase of several words with every end closed; half of the ends, half of it."""
    whole_word: float = 0.8
    """The same for a single word."""
    like_noun: float = 0.4
    """Where it always stands behind "of", "their" …"""
    subject: float = 0.6
    """Where it always stands before "is", "has", "will" …"""
    like_verb: float = -0.5
    """Where a phrase of several words always stands behind "they", "to" …"""
    participle: float = -1.2
    """For a phrase of several words that ends like one: "bridges closing"."""
    adjective: float = -0.4
    """For one that ends like an adjective, and so is part of a longer one: "Velmoran national"."""
    letter: float = 0.28
    """For each letter of its words, on average."""

    once_word: float = -0.12
    """For a single word that occurs only once."""
    vague: float = -0.5
    """For a single word that tells little, such as "decision"."""
    name: float = 0.0
    """For several words with capitals: "Yusra Okell"."""
    name_again: float = 0.4
    """More for one that occurs again."""


POINTS = Points()

WITHOUT_LISTS = Points(once=-1.8, once_word=-1.5, name=2.5)
"""Where we have no list of verbs, said twice is the best sign of no verb; set by eye in five languages."""


def weigh(candidate: Candidate, words: Words, language: Language, points: Points | None = None) -> float:
    """The candidate's points, rounded so that no platform's last digit decides; more is better.

    ``points`` are, unless given, those for a language with or without word lists of ours.
    """
    points = points or (POINTS if language.has_lists else WITHOUT_LISTS)
    first, end = candidate.places[0]
    letters = sum(stop - start for start, stop in words.spans[first:end]) / candidate.size
    total = (
        -points.score * log(candidate.score + _LEAST)
        + points.rarest * log(candidate.rarest)
        + points.late * log(1 + max(0, first - words.body) / _STRIDE)
        + points.headline_only * (candidate.places[-1][0] < words.body)
        + points.like_noun * candidate.like_noun
        + points.subject * candidate.subject
        + points.headline_name * _is_name_of_the_headline(candidate, words)
        + points.letter * min(letters, _LONG)
    )
    as_word = total + points.whole_word * (candidate.closed_left + candidate.closed_right) / 2
    if candidate.size == 1:
        as_word += points.vague * (words.keys[first] in language.vague)
        return round(as_word + points.once_word * (len(candidate.places) == 1), 6)
    whole = total + _of_several_words(candidate, words.keys[end - 1], language, points)
    # A full name is worth no less than the surname that it stands for.
    has_surname = any(stop - start < candidate.size for start, stop in candidate.places)
    return round(max(whole, as_word) if has_surname else whole, 6)


def _is_name_of_the_headline(candidate: Candidate, words: Words) -> bool:
    """True for a name that stands in the headline and in the body."""
    return candidate.capitals >= NAME and candidate.places[0][0] < words.body <= candidate.places[-1][0]


def _of_several_words(candidate: Candidate, last: str, language: Language, points: Points) -> float:
    total = points.two_words if candidate.size == 2 else points.three_words
    total += (
        points.whole * (candidate.closed_left + candidate.closed_right) / 2
        + points.like_verb * candidate.like_verb
    )
    total += points.once * (len(candidate.places) == 1)
    if candidate.capitals >= NAME:
        total += points.name + points.name_again * (len(candidate.places) > 1)
    else:
        total += points.participle * last.endswith(language.participles)
        total += points.adjective * last.endswith(language.adjectives)
    return total
