"""``people:`` in ``sitegen.yml`` → who goes by which names, and in which articles."""

import dataclasses

from sitegen.config.entries import Entries
from sitegen.config.settings import SETTINGS_FILE, PersonSettings
from sitegen.errors import UsageError
from sitegen.slugs import slugify
from sitegen.strict_yaml import Value, YamlMapping

_KEYS = tuple(field.name for field in dataclasses.fields(PersonSettings))
_AS_IN = "write each as in: - {name: Mira Tolland, aliases: [M. Tolland]}"


def read_people(settings: YamlMapping) -> tuple[PersonSettings, ...]:
    """The entries of the list ``people``, in order.

    Raises:
        UsageError: an entry without a name, a value of another type than expected, the address of no article,
            or a name that two entries claim for the same articles; with its line.
        SitegenError: an unknown key.
    """
    given = settings.get("people")
    if given is None:
        return ()
    line = settings.line("people")
    if not isinstance(given, list):
        raise UsageError("people: expected a list of entries", path=SETTINGS_FILE, line=line, hint=_AS_IN)
    entries = [_entry(value, line) for value in given]
    people = tuple(_person(entry) for entry in entries)
    _refuse_claimed_twice(entries, people)
    return people


def _entry(value: Value, line: int) -> Entries:
    if not isinstance(value, YamlMapping):
        what = f"“{value}” is no entry" if isinstance(value, str) else "expected a list of entries"
        raise UsageError(f"people: {what}", path=SETTINGS_FILE, line=line, hint=_AS_IN)
    return Entries(value, "people", _KEYS)


def _person(entry: Entries) -> PersonSettings:
    name = _one_spaced(entry.optional_text("name") or "")
    if not name:
        raise entry.wrong("name", "an entry without a name", _AS_IN)
    articles = entry.texts("articles")
    for slug in articles:
        if slug != slugify(slug):
            raise entry.wrong("articles", f"“{slug}” is no article's address", f"write “{slugify(slug)}”")
    return PersonSettings(
        name=name,
        aliases=tuple(_one_spaced(alias) for alias in entry.texts("aliases")),
        articles=articles,
    )


def _refuse_claimed_twice(entries: list[Entries], people: tuple[PersonSettings, ...]) -> None:
    """Raise where two entries claim one name for the same article, or both for every article.

    An entry for some articles and one for all are no conflict: in those articles the first of them holds.
    """
    lines: dict[tuple[str, str | None], tuple[int, int]] = {}
    for number, (entry, person) in enumerate(zip(entries, people, strict=True)):
        for name in (person.name, *person.aliases):
            key = "name" if name == person.name else "aliases"
            for article in person.articles or (None,):
                first, line = lines.setdefault((name, article), (number, entry.given.line(key)))
                if first != number:
                    place = "every article" if article is None else f"the article {article}"
                    raise entry.wrong(
                        key,
                        f"“{name}” is claimed twice for {place}",
                        f"see line {line}; keep one, or give each its own articles",
                    )


def _one_spaced(name: str) -> str:
    """``name`` as an article would have it: no spaces at its ends, none doubled, no line ends."""
    return " ".join(name.split())
