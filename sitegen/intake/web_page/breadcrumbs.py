"""The trail above an article as the page shows it: "Home › Harbour › Ferries"."""

from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from sitegen.intake.web_page.furniture import names_box

_NAMES = frozenset(("breadcrumb", "breadcrumbs", "crumb", "crumbs"))
_MOST_STEPS = 8
_MOST_LINKS = 5_000


def shown_steps(tree: Any) -> tuple[str, ...]:
    """The words of the links in the first breadcrumb trail of a page, an lxml tree, in their order."""
    first = None
    steps: list[str] = []
    for link in islice(tree.iter("a"), _MOST_LINKS):
        trail = _trail_of(link)
        if trail is None:
            continue
        first = trail if first is None else first
        if trail is not first:
            break
        # The front page, whatever it is called there ("Home", "Начало").
        if urlsplit((link.get("href") or "").strip()).path.strip("/"):
            steps.append(" ".join(link.text_content().split()))
    return tuple(steps) if len(steps) <= _MOST_STEPS else ()


def _trail_of(link: Any) -> Any:
    """The outermost box around a link that is called a breadcrumb trail or holds a link called a step."""
    boxes = [it for it in islice(link.iterancestors(), 6) if names_box(it, _NAMES)]
    if boxes:
        return boxes[-1]
    # <a data-event="breadcrumb click" href="/harbour">
    notes = (value for name, value in link.items() if name.startswith("data-"))
    is_step = any("breadcrumb" in note.casefold() for note in notes)
    return link.getparent() if is_step else None
