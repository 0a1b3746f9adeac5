"""Words that an answer or a shout brings: "“In due course,” came the reply from | the ministry |"."""

from typing import NamedTuple

from sitegen.extract.speech.phrases.mentions import Mention
from sitegen.extract.speech.phrases.rightwards import phrase_from
from sitegen.extract.speech.sentences.sentence import Sentence
from sitegen.extract.speech.words.classes import STOPS
from sitegen.extract.speech.words.vocabulary import vocabulary

_COMES = frozenset(["came", "comes", "went"])
_REACH = 5
"""Words that the noun may have before it, and behind it before "from"."""


class Answer(NamedTuple):
    """What brings the words; all positions are word indices."""

    start: int
    end: int
    """Behind the noun."""
    speaker: Mention | None
    """None: the text does not say who answers."""


def answer_behind(sentence: Sentence, place: int) -> Answer | None:
    """The answer right behind the quotation at word ``place``; None where there is none."""
    words, vocab = sentence.words, vocabulary()
    verb = place + 1
    if verb + 1 >= sentence.end or words.lower[verb] not in _COMES:
        return None
    for noun in range(verb + 1, min(verb + 1 + _REACH, sentence.end)):
        low = words.lower[noun]
        if low in vocab.speech_nouns or low in vocab.shouts:
            behind = words.lower[noun + 1 : noun + 2]
            if behind == ("from",):
                return Answer(verb, noun + 1, phrase_from(words, noun + 2, sentence.end))
            return Answer(verb, noun + 1, None) if not behind or behind[0] in STOPS | {","} else None
        if not words.forms[noun].islower():
            return None
    return None
