"""Names that an editor gave: what the program finds stands in the article, this may not."""

import re

from sitegen.model import Digest, Quotation, SpeakerHow
from sitegen.proof import excerpts

_WORD = re.compile(r"\w{1,200}")


def named_by_editor(digest: Digest, quotation: Quotation) -> bool:
    """True where nothing of a speaker's name stands where the article is said to name them.

    Told only where it is certain: in an edited digest, no word of the name stands in the mention, neither is
    short for the other ("IAEA"), and no excerpt of the digest has the name. "Pieter Vorm" where the article
    has "Piet Vorm" is not told: it could be the article's own longer form.
    """
    name, mention = quotation.speaker, quotation.mention
    if not digest.edited or quotation.how is not SpeakerHow.NAMED or name is None or mention is None:
        return False
    of_name, of_mention = _WORD.findall(name.casefold()), _WORD.findall(mention.casefold())
    if not of_name or not set(of_name).isdisjoint(of_mention):
        return False
    initials = "".join(word[0] for word in of_name)
    abbreviated = "".join(of_mention) in initials or "".join(of_name) in "".join(
        word[0] for word in of_mention
    )
    return not abbreviated and not any(name in excerpt.text for excerpt in excerpts(digest))
