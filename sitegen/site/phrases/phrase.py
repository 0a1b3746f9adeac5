"""A key phrase of the corpus: its articles, the forms they write it in, and what it is called."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sitegen import languages
from sitegen.model import Digest, KeyPhrase
from sitegen.site.phrases.places import Place
from sitegen.site.phrases.words import key_words
from sitegen.site.speakers.merging import Speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """An article that has a phrase among its key phrases."""

    digest: Digest
    phrases: tuple[KeyPhrase, ...]
    """The forms it has it in, best first; never empty."""
    places: tuple[Place, ...] = ()
    """Where the digest shows it, in text order; empty for a phrase without a page, which shows none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way in which articles write a phrase."""

    words: str
    count: int
    """How often, as far as the digests say; an occurrence inside a longer form counts for that one."""
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A key phrase and the articles it was found in, however they write it."""

    phrase: str
    """A person's name in full; of other phrases the form that most articles write."""
    slug: str | None
    """None: found in one article only, and so without a page of its own."""
    told_by: str | None
    """What tells this phrase from others that read the same; None: none does."""
    forms: tuple[Form, ...]
    """Those that most articles write first; never empty."""
    uses: tuple[Use, ...]
    """Newest article first; never empty."""
    speaker: Speaker | None
    """Whose name it is, if they have a page."""

    @property
    def label(self) -> str:
        """A name that no other phrase with a page has."""
        return self.phrase if self.told_by is None else f"{self.phrase} ({self.told_by})"

    @property
    def language(self) -> str | None:
        """BCP 47 tag, if all its articles are in one language."""
        return languages.shared(use.digest.language for use in self.uses)

    @property
    def digests(self) -> tuple[Digest, ...]:
        """The articles, newest first."""
        return tuple(use.digest for use in self.uses)


def forms_of(articles: Iterable[Sequence[KeyPhrase]]) -> tuple[Form, ...]:
    """The forms of one phrase, from those that each of its articles has."""
    counts: Counter[str] = Counter()
    holders: dict[str, int] = defaultdict(int)
    for forms in articles:
        for form in {each.phrase: each for each in forms}.values():
            counts[form.phrase] += own_count(form, forms)
            holders[form.phrase] += 1
    found = (Form(words=words, count=counts[words], articles=number) for words, number in holders.items())
    return tuple(sorted(found, key=lambda form: (-form.articles, -form.count, form.words)))


def own_count(form: KeyPhrase, forms: Iterable[KeyPhrase]) -> int:
    """How often an article has ``form`` outside the longer ones of its ``forms``."""
    words = key_words(form.phrase)
    inside = (each.count for each in forms if _is_part(words, key_words(each.phrase)))
    return max(0, form.count - max(inside, default=0))


def _is_part(words: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    starts = range(len(longer) - len(words) + 1)
    return len(words) < len(longer) and any(longer[at : at + len(words)] == words for at in starts)
