"""Which words are written as parts of names are: with a capital."""

from sitegen.extract.speech.vocabulary import vocabulary
from sitegen.extract.speech.words import Words


def is_capital(words: Words, at: int) -> bool:
    """True for "Torvel", and for a small particle joined to a capital: "al-Torvel"."""
    form = words.forms[at]
    if form[0].isupper():
        return True
    particle, hyphen, rest = form.partition("-")
    return hyphen != "" and rest[:1].isupper() and particle in vocabulary().particles
