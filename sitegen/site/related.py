"""Which articles belong together, and why: those that share speakers and key phrases.

Each shared name counts the more, the fewer articles have it (inverse document frequency: Spärck Jones, 1972).
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sitegen.model import Digest
from sitegen.site.phrases.phrase import Phrase
from sitegen.site.speakers.merging import Speaker

MOST = 5
"""Related articles shown beside one article."""

COMMONEST = 100
"""A name found in more articles than this does not tell which belong together, and costs their square."""

SPEAKER_WEIGHT = 1.5
"""A shared speaker says more than a shared phrase; set by eye."""

WORD_WEIGHT = 0.5
"""A word without a capital ("report") says less than a name or a phrase of several; set by eye."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """An article that shares something with another, and what; the rarest first, in that other's words."""

    digest: Digest
    speakers: tuple[str, ...]
    """Quoted in both."""
    named: tuple[str, ...]
    """Quoted in one, and a key phrase of the other."""
    phrases: tuple[str, ...]
    """Key phrases of both; names of those quoted in both left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Feature:
    """Something an article can share."""

    name: str
    quoted: bool = False
    about: bool = False
    weight: float = 1


Features = Mapping[str, _Feature]
"""By a key that speakers and phrases have in common: somebody quoted here may be a key phrase there."""


def relate(
    articles: Sequence[Digest],
    speaker_of: Mapping[tuple[str, str], Speaker],
    phrase_of: Mapping[tuple[str, str], Phrase],
    are_copies: Callable[[str, str], bool] = lambda _one, _other: False,
) -> Mapping[str, tuple[Related, ...]]:
    """For each article's slug the closest others, at most five; of equals the one first in ``articles``.

    ``speaker_of`` and ``phrase_of`` say who and what is meant, by an article's slug and the words there.
    ``are_copies`` says, by their slugs, of which two articles the one is left out of the other's, and stands
    for both where they are related to a third. Time grows with the number of articles, not with its square.
    """
    features = [_features(digest, speaker_of, phrase_of) for digest in articles]
    holders: dict[str, list[int]] = defaultdict(list)
    for number, names in enumerate(features):
        for name in names:
            holders[name].append(number)
    weights = {name: math.log(1 + len(articles) / len(held)) for name, held in holders.items()}
    return {
        digest.slug: tuple(_related(articles, features, holders, weights, number, are_copies))
        for number, digest in enumerate(articles)
    }


def _features(
    digest: Digest,
    speaker_of: Mapping[tuple[str, str], Speaker],
    phrase_of: Mapping[tuple[str, str], Phrase],
) -> Features:
    found: dict[str, _Feature] = {}
    for name in sorted({each.speaker for each in digest.quotations if each.speaker is not None}):
        speaker = speaker_of.get((digest.slug, name))
        if speaker is not None and speaker.slug is not None:
            found.setdefault(f"s:{speaker.slug}", _Feature(name=name, quoted=True))
    for each in digest.key_phrases:
        phrase = phrase_of.get((digest.slug, each.phrase))
        if phrase is None or phrase.slug is None:
            continue
        key = f"p:{phrase.slug}" if phrase.speaker is None else f"s:{phrase.speaker.slug}"
        plain = each.phrase.islower() and not set(each.phrase) & set(" -")
        feature = found.get(key, _Feature(name=each.phrase, weight=WORD_WEIGHT if plain else 1))
        found[key] = replace(feature, about=True)
    return found


def _related(
    articles: Sequence[Digest],
    features: Sequence[Features],
    holders: Mapping[str, Sequence[int]],
    weights: Mapping[str, float],
    number: int,
    are_copies: Callable[[str, str], bool],
) -> Iterator[Related]:
    score: dict[int, float] = defaultdict(float)
    for key, own in features[number].items():
        for other in holders[key] if len(holders[key]) <= COMMONEST else ():
            both = own.quoted and features[other][key].quoted
            score[other] += weights[key] * (SPEAKER_WEIGHT if both else own.weight)
    score.pop(number, None)
    shown = [articles[number].slug]
    for other in sorted(score, key=lambda other: (-round(score[other], 9), other)):
        slug = articles[other].slug
        if not any(are_copies(each, slug) for each in shown):
            shown.append(slug)
            yield _shared(articles[other], features[number], features[other], weights)
            if len(shown) > MOST:
                return


def _shared(digest: Digest, own: Features, others: Features, weights: Mapping[str, float]) -> Related:
    keys = [key for key in own if key in others]
    # Sorting is stable: of those as rare the speakers stand A–Z, and the phrases best first.
    keys.sort(key=lambda key: -round(weights[key] * own[key].weight, 9))
    quoted = [key for key in keys if own[key].quoted and others[key].quoted]
    about = [key for key in keys if own[key].about and others[key].about and key not in quoted]
    named = [key for key in keys if key not in quoted and key not in about]
    speakers, phrases, names = (tuple(own[key].name for key in each) for each in (quoted, about, named))
    return Related(digest=digest, speakers=speakers, phrases=phrases, named=names)
