"""The whole texts of articles, for the setting ``source_text: full``: made from seeds, kept in the store."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sitegen.building.content import ContentFile
from sitegen.building.digests import FEW, Seed, article_of
from sitegen.building.gathering import Plan, load
from sitegen.building.origins import Origin
from sitegen.building.run import Run
from sitegen.building.store import key_of
from sitegen.engine import chunk_for, open_executor, ordered
from sitegen.model import SourceText, Span
from sitegen.proof import Proof, Standing
from sitegen.site.sources import FullText


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """The texts that the pages of one build may show; each is read when its page is rendered."""

    run: Run
    plans: Mapping[str, Plan] = field(default_factory=dict, repr=False)
    """By slug: the articles whose whole text is wanted, and is the one their digest was made from."""

    def key(self, slug: str) -> str | None:
        """A name for what the whole text of an article is made from; None: it is not to be shown."""
        plan = self.plans.get(slug)
        return None if plan is None else key_of("text", plan.key)

    def keep(self) -> None:
        """Hold on to what the store has, though no page is rendered."""
        for slug in self.plans:
            self.run.store.holds(self.key(slug) or "")

    def prepare(self) -> None:
        """Make what the store does not have: each collection read once, few texts in memory at a time."""
        store = self.run.store
        self._make([plan for slug, plan in self.plans.items() if not store.holds(self.key(slug) or "")])

    def __call__(self, slug: str) -> FullText | None:
        """The text of one article; None: it is not to be shown."""
        key = self.key(slug)
        if key is None:
            return None
        found = _understood(self.run.store.read(key))
        if found is None:  # damaged since ``prepare``
            self._make([self.plans[slug]])
            found = _understood(self.run.store.read(key))
        return found

    def _make(self, plans: list[Plan]) -> None:
        if not plans:
            return
        jobs = 1 if len(plans) <= FEW else min(self.run.jobs, len(plans))
        chunk, ahead = chunk_for(len(plans), jobs), 1 if jobs == 1 else jobs * 3
        with self.run.progress("Texts", len(plans)) as advance, open_executor(jobs) as executor:
            for key, text in ordered(executor, text_of, load(self.run, plans), chunk=chunk, ahead=ahead):
                if text is not None:
                    spans = [[each.start, each.end] for each in text.paragraphs]
                    self.run.store.write(key, {"text": text.text, "paragraphs": spans})
                advance(1)


def wanted(
    run: Run, plans: Iterable[Plan], files: Iterable[ContentFile], proofs: Mapping[str, Proof]
) -> Texts:
    """The texts that the pages of ``files`` are to show: none, unless the settings ask for them.

    Never that of a draft, and never one that is not known to be what the digest was made from.
    """
    if run.settings.site.source_text is not SourceText.FULL:
        return Texts(run=run)
    slugs: defaultdict[Origin | None, list[str]] = defaultdict(list)
    for file in files:
        if not file.summary.draft and proofs[file.slug].standing is Standing.COMPARED:
            slugs[file.summary.origin].append(file.slug)
    # In the order of the plans, in which a collection is read once.
    return Texts(run=run, plans={slug: plan for plan in plans for slug in slugs.get(plan.origin, ())})


def text_of(seed: Seed) -> tuple[str, FullText | None]:
    """The work of one task: the text's key in the store, and the text; None: it cannot be read."""
    key = key_of("text", seed.key())
    try:
        article = article_of(seed)
    except Exception:  # noqa: BLE001 - whatever it is, the harvest has met it too, and reported it
        return key, None
    return key, FullText(text=article.text, paragraphs=article.paragraphs)


def _understood(record: Mapping[str, object] | None) -> FullText | None:
    match record:
        case {"text": str(text), "paragraphs": list(spans)}:
            return FullText(text=text, paragraphs=tuple(Span(start=start, end=end) for start, end in spans))
    return None
