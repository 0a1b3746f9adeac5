"""What the site half is told of the sources: what came of comparing, and whole texts to be shown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sitegen.model import Digest, Span
from sitegen.proof import Proof, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class FullText:
    """The text of an article, whole."""

    text: str
    """What the spans of its digest count the characters of."""
    paragraphs: tuple[Span, ...]
    """The body, in order; what lies between and around them is not shown."""


def _no_text(_: str) -> FullText | None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Asked by slug. Without any source, as by default, nothing was compared and no text is at hand."""

    proofs: Mapping[str, Proof] = field(default_factory=dict)
    text_of: Callable[[str], FullText | None] = field(default=_no_text, repr=False)
    """Reads a text when a page is about to show it, so that no more than one is in memory.

    None: not to be shown, or not the one that the digest was made from.
    """

    def proof_of(self, digest: Digest) -> Proof:
        """What came of comparing ``digest`` with its source."""
        known = self.proofs.get(digest.slug)
        if known is not None:
            return known
        return Proof(standing=Standing.GONE if digest.source else Standing.UNSOURCED)
