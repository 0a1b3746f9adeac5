"""Why something was made anew: every rebuild has a reason, and a reason is a sentence.

After nanoc's outdatedness reasons. ``sitegen build --explain`` prints them.
"""

from dataclasses import dataclass
from enum import StrEnum


class Because(StrEnum):
    """The reasons there are; each value completes "… is made anew because …"."""

    SEED_NEW = "the seed is new"
    SEED_CHANGED = "the seed has changed"
    FACTS_CHANGED = "the facts beside the seed have changed"
    DIGEST_SETTINGS_CHANGED = "a setting that digests depend on has changed"
    PROGRAM_CHANGED = "sitegen or a library it uses is another version"
    NOT_KEPT = "its digest is not in the cache (.sitegen/cache)"

    CONTENT_MISSING = "there is no content file yet"
    CONTENT_STALE = "its digest has changed and nobody has edited the file"
    SEED_GONE = "its seed is gone and nobody has edited the file"
    SEED_MOVED = "its seed now has another address and nobody has edited the file"

    SITE_NEW = "nothing is known of a build before this one"
    ARTICLE_NEW = "the article is new"
    ARTICLE_CHANGED = "its content file has changed"
    ARTICLE_GONE = "its content file is gone"
    SOURCE_CHANGED = "the comparison with its source comes out otherwise, or the source's text does"
    SITE_SETTINGS_CHANGED = "a setting, the base URL or the choice of drafts has changed"
    THEME_CHANGED = "a template or a static file has changed"
    PUBLIC_CHANGED = "somebody else has changed the public folder"

    PAGE_DIFFERS = "it is new or its bytes differ"
    PAGE_GONE = "nothing on the site leads to it any more"
    INDEX_OUTDATED = "the pages it searches have changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One thing that was made anew, or removed, and why."""

    subject: str
    """A path from the project's folder, or the name of a stage."""
    because: Because

    def __str__(self) -> str:
        return f"{self.subject}: {self.because}"
