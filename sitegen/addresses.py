"""Which article's page an old address leads to, and which of them two articles claim."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from unicodedata import normalize


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """An alias that cannot lead anywhere, because its address is taken."""

    alias: str
    slug: str
    """Of the article that asks for the alias."""
    other: str
    """Slug of the article that has the address; it may be the same."""
    is_page: bool
    """True: the address is the other's own; False: one of its aliases."""


def folded(slug: str) -> str:
    """``slug`` as a disk that ignores case and accents' encoding knows it: two such names are one file."""
    return normalize("NFC", slug.casefold())


def settle(claims: Iterable[tuple[str, Sequence[str]]]) -> tuple[Mapping[str, str], list[Clash]]:
    """Give each alias to one article: a page goes before an alias, and the earlier claim before the later.

    Args:
        claims: slug and aliases of each article, the first first.

    Returns:
        The slug that each alias leads to, and the aliases that lead nowhere.
    """
    claims = list(claims)
    taken = {folded(slug): (slug, True) for slug, _ in claims}
    settled: dict[str, str] = {}
    clashes: list[Clash] = []
    for slug, aliases in claims:
        for alias in dict.fromkeys(aliases):
            other, is_page = taken.setdefault(folded(alias), (slug, False))
            if is_page or other != slug:
                clashes.append(Clash(alias=alias, slug=slug, other=other, is_page=is_page))
            else:
                settled[alias] = slug
    return settled, clashes
