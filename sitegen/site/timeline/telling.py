"""Events that several articles tell, brought together: only within one date, never two of one article."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sitegen import dates
from sitegen.site.timeline.dated import Dated, Told
from sitegen.site.timeline.same_event import Wording, same_event, wording


@dataclass(slots=True, kw_only=True)
class _Group:
    """Tellings of one event that are being collected."""

    wordings: dict[Wording, None] = field(default_factory=dict)
    members: list[int] = field(default_factory=list)
    """Places in the list of all events."""
    articles: set[str] = field(default_factory=set)


def tell(events: Sequence[Dated]) -> tuple[Told, ...]:
    """The events, told by one article or several, in the order they first have.

    ``events`` stand in the order of the catalogue, so the answer does not depend on that of the files. Each
    sentence of a group agrees with each other one of it.
    """
    by_value: dict[str | None, list[int]] = defaultdict(list)
    for place, dated in enumerate(events):
        by_value[dated.event.when.value].append(place)
    groups: list[list[int]] = []
    for value, places in by_value.items():
        # A date known in part, such as 7 October of some year, is not known to be the same in two articles.
        apart = dates.bounds(value) is None or len({events[place].digest.slug for place in places}) == 1
        groups += [[place] for place in places] if apart else _groups(places, events)
    return tuple(_told([events[place] for place in group]) for group in sorted(groups))


def _told(tellings: list[Dated]) -> Told:
    fullest = sorted(tellings, key=lambda dated: -len(dated.event.sentence.text))  # stable: newest first
    return Told(tellings=tuple(fullest))


def _groups(places: Iterable[int], events: Sequence[Dated]) -> list[list[int]]:
    """The events of one date in groups of one or more, each a sorted list of places.

    Every sentence that agrees with a shorter one holds all its words. So only groups have to be looked at
    whose rarest word the sentence has: the many sentences of a busy day are not compared each with each.
    """
    worded = [(place, wording(events[place].event)) for place in places]
    frequency = Counter(word for _, each in worded for word in set(each.words))
    groups: list[_Group] = []
    by_rarest: dict[str, list[_Group]] = defaultdict(list)
    for place, each in sorted(worded, key=lambda pair: (len(pair[1].words), pair[0])):
        slug = events[place].digest.slug
        group = next(_agreeing(each, slug, by_rarest), None)
        if group is None:
            group = _Group()
            groups.append(group)
            if each.tells:
                by_rarest[min(each.words, key=lambda word: (frequency[word], word))].append(group)
        group.wordings[each] = None
        group.members.append(place)
        group.articles.add(slug)
    return [sorted(group.members) for group in groups]


def _agreeing(each: Wording, slug: str, by_rarest: dict[str, list[_Group]]) -> Iterator[_Group]:
    """Groups of other articles with whose every sentence ``each`` agrees."""
    for word in dict.fromkeys(each.words):
        for group in by_rarest.get(word, ()):
            if slug not in group.articles and all(same_event(each, other) for other in group.wordings):
                yield group
