"""What holds of the speakers whatever the articles and settings say."""

from collections import Counter
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from sitegen.config import PersonSettings, Settings
from sitegen.model import (
    Digest,
    Excerpt,
    Facts,
    Quotation,
    QuotationKind,
    Speaker,
    SpeakerHow,
    SpeakerKind,
)
from sitegen.site.catalogue import Site, gather
from sitegen.site.speakers.names import one_word, same_name
from sitegen.site.speakers.namesakes import gender_of, sides
from sitegen.site.speakers.voices import voices_of

NAMES = ["Yusra Okell", "Yusra\xa0Okell", "Y. Okell", "Okell", "Courier", "an aide", "Okell 2"]
DESCRIPTIONS = ["the minister", "chairman of the port", "a chairwoman", "the judge"]
VOICES = st.tuples(
    st.sampled_from(NAMES),
    st.sampled_from([*SpeakerKind, None]),
    st.lists(st.sampled_from(DESCRIPTIONS), max_size=2, unique=True),
    st.sampled_from([SpeakerHow.NAMED, SpeakerHow.DESCRIPTION, SpeakerHow.INTRODUCED]),
    st.booleans(),
)
PEOPLE = st.builds(
    PersonSettings,
    name=st.sampled_from(NAMES),
    aliases=st.lists(st.sampled_from(NAMES), max_size=2).map(tuple),
    articles=st.lists(st.sampled_from(["n0", "n1"]), max_size=2, unique=True).map(tuple),
)


def site(*digests: Digest, people: tuple[PersonSettings, ...] = ()) -> Site:
    return gather(digests, Settings(people=people))


def article(number: int, quoted: list[tuple[str, SpeakerKind | None, list[str], SpeakerHow, bool]]) -> Digest:
    return Digest(
        slug=f"n{number}",
        title="One title for all",
        facts=Facts(),
        quotations=tuple(
            Quotation(
                words=Excerpt(text="Yes."), kind=QuotationKind.DIRECT, speaker=name, how=how, mention=name
            )
            for name, _, _, how, _ in quoted
        ),
        speakers=tuple(
            Speaker(name=name, kind=kind, descriptions=tuple(Excerpt(text=each) for each in descriptions))
            for name, kind, descriptions, _, listed in quoted
            if listed
        ),
    )


CORPUS = st.lists(st.lists(VOICES, max_size=4), max_size=6).map(
    lambda many: [article(number, quoted) for number, quoted in enumerate(many)]
)


@given(CORPUS, st.lists(PEOPLE, max_size=3).map(tuple), st.randoms(use_true_random=False))
def test_the_catalogue_does_not_depend_on_the_order_of_the_digests(
    digests: list[Digest], people: tuple[PersonSettings, ...], random: Random
) -> None:
    shuffled = list(digests)
    random.shuffle(shuffled)
    assert site(*shuffled, people=people) == site(*digests, people=people)


@given(CORPUS, st.lists(PEOPLE, max_size=3).map(tuple))
def test_every_quotation_of_a_named_speaker_has_one_speaker_and_a_page_unless_one_word_is_all_there_is(
    digests: list[Digest], people: tuple[PersonSettings, ...]
) -> None:
    found = site(*digests, people=people)
    said = Counter((each.digest.slug, each.number) for speaker in found.speakers for each in speaker.said)
    named = [each for digest in digests for voice in voices_of(digest) for each in voice.said]
    assert said == Counter((each.digest.slug, each.number) for each in named)
    for speaker in found.speakers:
        if speaker.slug is None:
            (voice,) = speaker.voices
            assert one_word(voice.name)
            assert voice.kind is not SpeakerKind.BODY
    for digest in digests:
        listed = {speaker.name for speaker in digest.speakers}
        quoted = {quotation.speaker for quotation in digest.quotations}
        assert listed & quoted <= {name for slug, name in found.speaker_of if slug == digest.slug}


@given(CORPUS, st.lists(PEOPLE, max_size=3).map(tuple))
def test_no_two_speakers_share_an_address_or_a_label(
    digests: list[Digest], people: tuple[PersonSettings, ...]
) -> None:
    paged = [speaker for speaker in site(*digests, people=people).speakers if speaker.slug is not None]
    assert len({speaker.slug for speaker in paged}) == len(paged)
    assert len({speaker.label for speaker in paged}) == len(paged)


@given(CORPUS)
def test_no_page_holds_a_contradiction_and_no_name_but_its_own(digests: list[Digest]) -> None:
    for speaker in site(*digests).speakers:
        assert len({same_name(voice.name) for voice in speaker.voices}) == 1
        assert len({gender_of(voice) for voice in speaker.voices} - {None}) < 2
        assert set(SpeakerKind) - {voice.kind for voice in speaker.voices}


@given(CORPUS)
def test_sides_are_symmetric(digests: list[Digest]) -> None:
    voices = [voice for digest in digests for voice in voices_of(digest)]
    assert sides(voices) == sides(voices[::-1])[::-1]
