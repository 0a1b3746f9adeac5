"""The schema.org description of an article that a page carries as JSON-LD."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping

_ARTICLE_TYPES = frozenset(
    (
        "Article",
        "NewsArticle",
        "AnalysisNewsArticle",
        "BackgroundNewsArticle",
        "OpinionNewsArticle",
        "ReportageNewsArticle",
        "ReviewNewsArticle",
        "BlogPosting",
        "LiveBlogPosting",
        "Report",
    )
)
_PAGE_TYPES = frozenset(("WebPage", "MedicalWebPage", "ClaimReview"))
"""What describes the article where nothing is called one."""
_LARGEST_SCRIPT = 1_000_000
_MOST_NODES = 2_000


class JsonLdArticle:
    """An article's properties, asked for by name; what is absent or of an unexpected shape gives nothing."""

    def __init__(self, node: Mapping[str, object], by_id: Mapping[str, Mapping[str, object]]) -> None:
        self._node = node
        self._by_id = by_id

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts a property holds, one or a list."""
        return tuple(value for value in _listed(self._node.get(key)) if isinstance(value, str))

    def names(self, key: str) -> tuple[str, ...]:
        """The names of the persons, bodies or languages a property holds, given as text or as nodes."""
        found = (self._name(value) for value in _listed(self._node.get(key)))
        return tuple(name for name in found if name)

    def addresses(self, key: str) -> tuple[str, ...]:
        """The addresses a property holds, given as text or as a node's ``@id``."""
        values = (
            value.get("@id") if isinstance(value, dict) else value for value in _listed(self._node.get(key))
        )
        return tuple(value for value in values if isinstance(value, str))

    def _name(self, value: object) -> str | None:
        if isinstance(value, dict):
            # A node without a name may point to one elsewhere in the same page.
            target = value if "name" in value else self._by_id.get(str(value.get("@id")), {})
            value = next(iter(_listed(target.get("name"))), None)
        return value if isinstance(value, str) else None


def find_article(
    scripts: Iterable[str], *, about: Callable[[JsonLdArticle], bool] | None = None
) -> JsonLdArticle:
    """The article that the ``application/ld+json`` scripts describe; empty when there is none.

    A script that is not valid JSON is passed over, as browsers and search engines do.

    Args:
        scripts: the texts of the scripts.
        about: tells of several articles which is the page's own; where none is, or no telling, the first is.
    """
    nodes = _all_nodes(scripts)
    by_id = {str(node["@id"]): node for node in nodes if "name" in node and "@id" in node}
    for types in (_ARTICLE_TYPES, _PAGE_TYPES):
        found = [JsonLdArticle(node, by_id) for node in nodes if types.intersection(_types(node))]
        if found:
            return next(filter(about, found), found[0]) if about is not None else found[0]
    return JsonLdArticle({}, by_id)


def find_breadcrumbs(scripts: Iterable[str]) -> tuple[str, ...]:
    """The names of the first breadcrumb trail that the scripts describe, in its order."""
    trails = (node for node in _all_nodes(scripts) if "BreadcrumbList" in _types(node))
    steps = [step for step in _listed(next(trails, {}).get("itemListElement")) if isinstance(step, dict)]
    steps.sort(key=_position)
    items = (step.get("item") if "name" not in step else step for step in steps)
    names = (item.get("name") for item in items if isinstance(item, dict))
    return tuple(name for name in names if isinstance(name, str))


def _position(step: Mapping[str, object]) -> float:
    try:
        return float(str(step.get("position")))
    except ValueError:
        return 0.0


def _all_nodes(scripts: Iterable[str]) -> list[Mapping[str, object]]:
    return [node for script in scripts for node in _nodes(_parsed(script))]


def _types(node: Mapping[str, object]) -> list[str]:
    return list(map(str, _listed(node.get("@type"))))


def _parsed(script: str) -> object:
    if len(script) > _LARGEST_SCRIPT:
        return None
    try:
        # Not strict: pages often hold raw line ends inside the texts.
        return json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: object) -> Iterator[Mapping[str, object]]:
    """The nodes at the top of a script or in its ``@graph``; not nested ones, such as related articles."""
    waiting = [value]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        here = waiting.pop(0)
        if isinstance(here, list):
            waiting[:0] = here
        elif isinstance(here, dict):
            yield here
            waiting[:0] = _listed(here.get("@graph"))


def _listed(value: object) -> list[object]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
