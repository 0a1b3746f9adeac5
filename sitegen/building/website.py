"""Stage three: content files → pages → the public folder."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from pathlib import Path

from sitegen import languages
from sitegen.building import fingerprint, publish, trace
from sitegen.building.content import ContentFile
from sitegen.building.publish import Bundle, Content, Indexing, Outcome
from sitegen.building.reasons import Because, Reason
from sitegen.building.run import Run
from sitegen.building.store import key_of
from sitegen.building.texts import Texts
from sitegen.building.trace import SiteTrace, Trace
from sitegen.config import SETTINGS_FILE
from sitegen.errors import SitegenError
from sitegen.proof import Proof
from sitegen.site.page import OFFLINE_COPY, Page
from sitegen.site.sources import Sources
from sitegen.site.theme import Theme, open_theme
from sitegen.slugs import slugify


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """What stage three did."""

    outcome: Outcome
    trace: SiteTrace
    reasons: tuple[Reason, ...]
    warnings: tuple[SitegenError, ...]


def issue(run: Run, files: list[ContentFile], proofs: Mapping[str, Proof], texts: Texts) -> Issue:
    """Publish ``files``; nothing is even rendered when nothing the pages depend on has changed.

    ``proofs``, by slug, say how they stand to their seeds, and ``texts`` has what may be shown whole.

    Raises:
        UsageError: a template is wrong, or the public folder cannot be written to.
    """
    settings, options = run.settings, run.options
    theme = open_theme(run.root / settings.folders.templates, shown_as=settings.folders.templates)
    now = SiteTrace(
        content={each.file: sha256(each.raw).hexdigest() for each in files},
        sources=dict(_sources(files, proofs, texts)),
        settings=key_of("site", repr(settings), repr((options.drafts, options.search))),
        theme=theme.fingerprint,
        program=fingerprint.program(),
    )
    causes = _causes(now, run.before, run.public)
    warnings = tuple(_without_texts(theme, settings.site.language))
    if not causes:
        texts.keep()
        unchanged = Outcome(unchanged=len(run.before.public))
        return Issue(outcome=unchanged, trace=now, reasons=(), warnings=warnings)
    texts.prepare()
    outcome = publish.publish(
        _pages(run, files, theme, Sources(proofs=proofs, text_of=texts)),
        run.public,
        run.workspace,
        indexing=_indexing(run) if options.search else None,
        bundle=_bundle(run),
    )
    reasons = (*causes, *_effects(outcome, settings.folders.public))
    return Issue(outcome=outcome, trace=now, reasons=reasons, warnings=(*warnings, *outcome.warnings))


def _without_texts(theme: Theme, language: str) -> Iterator[SitegenError]:
    """That the interface is in English, where it is so for want of texts in the site's language."""
    if not any(languages.primary(each.language) == languages.primary(language) for each in theme.words):
        yield SitegenError(
            f"language: no texts for {language}: the interface is in English",
            path=SETTINGS_FILE,
            hint="how to write them: docs/templates.md",
        )


def _sources(
    files: list[ContentFile], proofs: Mapping[str, Proof], texts: Texts
) -> Iterator[tuple[str, str]]:
    """What the pages depend on beside the content files; nothing for one that matches its seed in full."""
    for each in files:
        known, key = proofs[each.slug], texts.key(each.slug)
        if key is not None or not known.whole:
            yield each.file, key_of("source", repr(known), key or "")


def _pages(
    run: Run, files: list[ContentFile], theme: Theme, sources: Sources
) -> Iterator[tuple[str, Content]]:
    """Every file of the site, one at a time: path and content."""
    # Imported here, because an unchanged build needs none of it.
    from sitegen.site import catalogue, exports, feeds, pages  # noqa: PLC0415
    from sitegen.site.pages import wording  # noqa: PLC0415

    settings = run.settings
    t = theme.strings(settings.site.language)
    digests = (each.digest() for each in files)
    site = catalogue.gather(digests, settings, wording.apart(t), sources=sources)
    with run.progress("Pages", 0) as advance:
        rendered = (
            pages.render(site, settings, theme),
            feeds.render(site, settings, t),
            exports.render(site, settings, {each.slug: each.raw for each in files}),
            theme.static,
        )
        for page in chain.from_iterable(rendered):
            advance(1)
            yield page.path, page.body if isinstance(page, Page) else page.pieces


def _bundle(run: Run) -> Bundle | None:
    about = run.settings.site
    return Bundle(path=OFFLINE_COPY, folder=slugify(about.title)) if about.offline_zip else None


def _indexing(run: Run) -> Indexing:
    from sitegen.site import search  # noqa: PLC0415 - an unchanged build does without

    def index(folder: Path) -> None:
        with run.progress("Search index", 1) as advance:
            search.index(folder)
            advance(1)

    searched = search.ARTICLES.partition("*")[0]
    version = fingerprint.version("pagefind")
    return Indexing(run=index, version=version, covers=lambda path: path.startswith(searched))


def _effects(outcome: Outcome, public: str) -> Iterator[Reason]:
    for path in outcome.written:
        yield Reason(subject=f"{public}/{path}", because=Because.PAGE_DIFFERS)
    for path in outcome.removed:
        yield Reason(subject=f"{public}/{path}", because=Because.PAGE_GONE)
    if outcome.indexed:
        yield Reason(subject="search index", because=Because.INDEX_OUTDATED)


def _causes(now: SiteTrace, before: Trace, public: Path) -> list[Reason]:
    """Why the site must be rendered; nothing when the folder is as the build before left it."""
    was = before.site
    if was is None:
        return [Reason(subject="site", because=Because.SITE_NEW)]
    causes: list[Reason] = []
    for file, checksum in now.content.items():
        if file not in was.content:
            causes.append(Reason(subject=file, because=Because.ARTICLE_NEW))
        elif was.content[file] != checksum:
            causes.append(Reason(subject=file, because=Because.ARTICLE_CHANGED))
    gone = sorted(was.content.keys() - now.content.keys())
    causes += [Reason(subject=file, because=Because.ARTICLE_GONE) for file in gone]
    causes += [
        Reason(subject=file, because=Because.SOURCE_CHANGED)
        for file, checksum in now.content.items()
        if was.content.get(file) == checksum and was.sources.get(file) != now.sources.get(file)
    ]
    for same, because in (
        (was.settings == now.settings, Because.SITE_SETTINGS_CHANGED),
        (was.theme == now.theme, Because.THEME_CHANGED),
        (was.program == now.program, Because.PROGRAM_CHANGED),
        (before.public == trace.stamps(public), Because.PUBLIC_CHANGED),
    ):
        if not same:
            causes.append(Reason(subject="site", because=because))
    return causes
