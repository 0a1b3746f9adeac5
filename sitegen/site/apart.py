"""What tells two speakers, or two phrases, of one name apart, in the words of the site's language."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """The words. In English without more."""

    described: Callable[[str], str] = "“{}”".format
    """By words of the source that describe one of them."""
    in_article: Callable[[str], str] = "in “{}”".format
    """By the title of an article."""
    undecided: str = "not told which"
    """Of those whom their articles do not tell apart."""


IN_ENGLISH = Apart()
"""Where nothing else is asked for."""
