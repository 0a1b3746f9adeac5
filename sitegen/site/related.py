"""Which articles belong together, and why: those that share speakers and key phrases.

Each shared name counts the more, the fewer articles have it (inverse document frequency: Spärck Jones, 1972).
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import islice
from unicodedata import normalize

from sitegen.model import Digest
from sitegen.site.speakers.merging import Speaker

MOST = 5
"""Related articles shown beside one article."""

COMMONEST = 100
"""A name found in more articles than this does not tell which belong together, and costs their square."""

SPEAKER_WEIGHT = 1.5
"""A shared speaker says more than a shared phrase; set by eye."""


NO_COPIES: Mapping[str, AbstractSet[str]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """An article that shares something with another, and what."""

    digest: Digest
    speakers: tuple[str, ...]
    """Quoted in both, as the article that is being read names them, A–Z."""
    phrases: tuple[str, ...]
    """Key phrases of both, best first, as that article writes them."""


def fold(phrase: str) -> str:
    """The form in which two spellings of a phrase are the same: case and spaces do not count."""
    return " ".join(normalize("NFC", phrase).casefold().split())


def relate(
    articles: Sequence[Digest],
    speaker_of: Mapping[tuple[str, str], Speaker],
    copies: Mapping[str, AbstractSet[str]] = NO_COPIES,
) -> Mapping[str, tuple[Related, ...]]:
    """For each article's slug the closest others, at most five; of equals the one first in ``articles``.

    ``speaker_of`` says who is meant, by an article's slug and the name it quotes them under; ``copies``, by
    slug, the slugs of the articles that are not its relatives, but share its text.
    Time grows with the number of articles, not with its square.
    """
    features = [_features(digest, speaker_of) for digest in articles]
    holders: dict[str, list[int]] = defaultdict(list)
    for number, names in enumerate(features):
        for name in names:
            holders[name].append(number)
    return {
        digest.slug: tuple(islice(_related(articles, features, holders, number, copies), MOST))
        for number, digest in enumerate(articles)
    }


def _features(digest: Digest, speaker_of: Mapping[tuple[str, str], Speaker]) -> dict[str, str]:
    """What an article can share, each under a key that tells speakers (``s:``) from phrases (``p:``)."""
    speakers: dict[str, str] = {}
    for name in sorted({each.speaker for each in digest.quotations if each.speaker is not None}):
        speaker = speaker_of.get((digest.slug, name))
        if speaker is not None and speaker.slug is not None:
            speakers.setdefault(f"s:{speaker.slug}", name)
    phrases = {f"p:{fold(phrase.phrase)}": phrase.phrase for phrase in digest.key_phrases}
    return speakers | phrases


def _related(
    articles: Sequence[Digest],
    features: Sequence[Mapping[str, str]],
    holders: Mapping[str, Sequence[int]],
    number: int,
    copies: Mapping[str, AbstractSet[str]],
) -> Iterator[Related]:
    score: dict[int, float] = defaultdict(float)
    for name in features[number]:
        if len(holders[name]) > COMMONEST:
            continue
        weight = math.log(1 + len(articles) / len(holders[name]))
        for other in holders[name]:
            score[other] += weight * (SPEAKER_WEIGHT if name.startswith("s:") else 1)
    score.pop(number, None)
    for other in sorted(score, key=lambda other: (-round(score[other], 9), other)):
        if articles[other].slug in copies.get(articles[number].slug, ()):
            continue
        shared = [(key, name) for key, name in features[number].items() if key in features[other]]
        yield Related(
            digest=articles[other],
            speakers=tuple(name for key, name in shared if key.startswith("s:")),
            phrases=tuple(name for key, name in shared if key.startswith("p:")),
        )
