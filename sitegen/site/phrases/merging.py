"""Key phrases of articles → phrases of the corpus: one phrase however it is written.

A key phrase belongs to

1. the person whose name it is (``people``), however short; or to its article alone, where it could be the
   name of several;
2. everything else that differs from it in case, number or a hyphen only (``spellings``), or is another name
   of the same speaker.

The order of the articles decides nothing but the order in which they are shown.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from sitegen.model import Digest, KeyPhrase
from sitegen.site.apart import Apart
from sitegen.site.phrases.names import bare_name, voice_is_person
from sitegen.site.phrases.people import Named, People
from sitegen.site.phrases.phrase import Form, Phrase, Use, forms_of
from sitegen.site.phrases.places import Excerpts
from sitegen.site.phrases.spellings import Spellings
from sitegen.site.phrases.words import key_words
from sitegen.site.speakers.merging import Speaker
from sitegen.site.speakers.names import az_key, one_word
from sitegen.slugs import unique

Forms = Mapping[str, Sequence[KeyPhrase]]
"""The forms of one phrase, by the slug of the article that has them."""


def phrases(
    articles: Sequence[Digest], speakers: Sequence[Speaker], language: str, apart: Apart
) -> tuple[Phrase, ...]:
    """The phrases of ``articles`` (newest first), A–Z.

    ``language`` is that of articles that state none; ``apart`` has words for phrases that read the same.
    Time grows with the number of key phrases.
    """
    spellings = Spellings(
        (phrase.phrase, (digest.language or language).lower().startswith("en"))
        for digest in articles
        for phrase in digest.key_phrases
    )
    people = People(articles, speakers, spellings)
    owners = _owners(speakers, people, spellings)
    groups: dict[Named, dict[str, list[KeyPhrase]]] = defaultdict(lambda: defaultdict(list))
    for digest in articles:
        for phrase in digest.key_phrases:
            named = people.whose(digest, phrase.phrase) or Named(name=spellings.name(phrase.phrase))
            root = Named(name=spellings.root(named.name), paged=named.paged)
            groups[root][digest.slug].append(phrase)
    owner = {named: _owner(named, forms, owners) for named, forms in groups.items()}
    return tuple(sorted(_phrases(groups, owner, people, articles, apart), key=_az_order))


def _az_order(phrase: Phrase) -> tuple[tuple[str, str], str, str]:
    return az_key(phrase.phrase), phrase.slug or "", phrase.told_by or ""


def _owners(
    speakers: Iterable[Speaker], people: People, spellings: Spellings
) -> Mapping[str, Sequence[Speaker]]:
    """Which speakers bear a name, by what its spellings share. All names of one speaker become one phrase."""
    bearers: list[tuple[str, Speaker]] = []
    for speaker in speakers:
        names = list(_names(speaker, people, spellings))
        for name in names[1:]:
            spellings.join(names[0], name)
        bearers += [(name, speaker) for name in names]
    owners: dict[str, dict[str | None, Speaker]] = defaultdict(dict)
    for name, speaker in bearers:
        owners[spellings.root(name)][speaker.slug] = speaker
    return {name: tuple(sharing.values()) for name, sharing in owners.items()}


def _names(speaker: Speaker, people: People, spellings: Spellings) -> Iterator[str]:
    """What phrases are called that are a name of ``speaker``; a surname alone is none."""
    if speaker.slug is None:
        return
    person = _is_person(speaker)
    for name in dict.fromkeys((speaker.name, *(voice.name for voice in speaker.voices))):
        if not person:
            yield spellings.name(name)
        elif len(words := bare_name(name)) > 1:
            yield people.name_of(words, speaker.slug)


def _is_person(speaker: Speaker) -> bool:
    return any(voice_is_person(voice) for voice in speaker.voices)


def _owner(named: Named, forms: Forms, owners: Mapping[str, Sequence[Speaker]]) -> Speaker | None:
    """Whose name a phrase is; nobody's where several share it, or where it is an ordinary word too."""
    sharing = owners.get(named.name, ())
    if len(sharing) != 1:
        return None
    small = any(form.phrase.islower() for each in forms.values() for form in each)
    return None if small and one_word(sharing[0].name) and not sharing[0].name.islower() else sharing[0]


def _phrases(
    groups: Mapping[Named, Forms],
    owner: Mapping[Named, Speaker | None],
    people: People,
    articles: Iterable[Digest],
    apart: Apart,
) -> Iterator[Phrase]:
    forms = {named: forms_of(each.values()) for named, each in groups.items()}
    titles = {named: _title(forms[named], owner[named], people) for named in groups}
    addresses = {
        named: _address(named, owner[named])
        for named, each in groups.items()
        if named.paged and len(each) > 1
    }
    slugs = unique(addresses.values())
    sharing = Counter(titles[named] for named in addresses)
    uses = _uses(groups, articles, addresses.keys())
    for named, own in uses.items():
        slug = slugs[addresses[named]] if named in addresses else None
        alone = apart.in_article(own[0].digest.title) if not named.paged else None
        shared = _told_by(owner[named], apart) if slug and sharing[titles[named]] > 1 else None
        yield Phrase(
            phrase=titles[named],
            slug=slug,
            told_by=alone or shared,
            forms=forms[named],
            uses=tuple(own),
            speaker=owner[named],
        )


def _uses(
    groups: Mapping[Named, Forms], articles: Iterable[Digest], shown: AbstractSet[Named]
) -> Mapping[Named, Sequence[Use]]:
    """The uses of every phrase, article by article, so that the excerpts of one are at hand at a time."""
    held: dict[str, list[Named]] = defaultdict(list)
    for named, by_article in groups.items():
        for slug in by_article:
            held[slug].append(named)
    uses: dict[Named, list[Use]] = defaultdict(list)
    for digest in articles:
        excerpts = Excerpts(digest)
        for named in held[digest.slug]:
            forms = tuple(groups[named][digest.slug])
            places = excerpts.places(forms) if named in shown else ()
            uses[named].append(Use(digest=digest, phrases=forms, places=places))
    return uses


def _told_by(owner: Speaker | None, apart: Apart) -> str:
    return apart.undecided if owner is None else owner.told_by or owner.label


def _address(named: Named, owner: Speaker | None) -> str:
    """What the address is made of: not the form that is most usual, which the next article may change."""
    return named.name if owner is None or owner.slug is None else owner.slug


def _title(forms: Sequence[Form], owner: Speaker | None, people: People) -> str:
    """A person's name in full, without a title if an article writes it so; else the most usual form."""
    if owner is not None and _is_person(owner):
        return owner.name
    full = [form for form in forms if bare_name(form.words) in people.full_names]
    bare = [form for form in full if key_words(form.words) == bare_name(form.words)]
    return next(iter((*bare, *full, *forms))).words
