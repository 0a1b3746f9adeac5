"""Stage three: content files → pages → the public folder."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from pathlib import Path

from sitegen.building import fingerprint, publish, trace
from sitegen.building.content import ContentFile
from sitegen.building.publish import Indexing, Outcome
from sitegen.building.reasons import Because, Reason
from sitegen.building.run import Run
from sitegen.building.store import key_of
from sitegen.building.trace import SiteTrace, Trace
from sitegen.site.theme import Theme, open_theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """What stage three did."""

    outcome: Outcome
    trace: SiteTrace
    reasons: tuple[Reason, ...]


def issue(run: Run, files: list[ContentFile]) -> Issue:
    """Publish ``files``; nothing is even rendered when nothing the pages depend on has changed.

    Raises:
        UsageError: a template is wrong, or the public folder cannot be written to.
    """
    settings, options = run.settings, run.options
    theme = open_theme(run.root / settings.folders.templates, shown_as=settings.folders.templates)
    now = SiteTrace(
        content={each.file: sha256(each.raw).hexdigest() for each in files},
        settings=key_of("site", repr(settings), repr((options.drafts, options.search))),
        theme=theme.fingerprint,
        program=fingerprint.program(),
    )
    causes = _causes(now, run.before, run.public)
    if not causes:
        return Issue(outcome=Outcome(unchanged=len(run.before.public)), trace=now, reasons=())
    outcome = publish.publish(
        _pages(run, files, theme),
        run.public,
        run.workspace,
        indexing=_indexing(run) if options.search else None,
    )
    reasons = (*causes, *_effects(outcome, settings.folders.public))
    return Issue(outcome=outcome, trace=now, reasons=reasons)


def _pages(run: Run, files: list[ContentFile], theme: Theme) -> Iterator[tuple[str, bytes]]:
    """Every file of the site, one at a time: path and bytes."""
    # Imported here, because an unchanged build needs none of it.
    from sitegen.site import catalogue, exports, feeds, pages  # noqa: PLC0415
    from sitegen.site.pages import wording  # noqa: PLC0415

    settings = run.settings
    t = theme.strings(settings.site.language)
    site = catalogue.gather((each.digest() for each in files), settings, wording.apart(t))
    with run.progress("Pages", 0) as advance:
        rendered = (
            pages.render(site, settings, theme),
            feeds.render(site, settings, t),
            exports.render(site, settings),
            theme.static,
        )
        for page in chain.from_iterable(rendered):
            advance(1)
            yield page.path, page.body


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
    for same, because in (
        (was.settings == now.settings, Because.SITE_SETTINGS_CHANGED),
        (was.theme == now.theme, Because.THEME_CHANGED),
        (was.program == now.program, Because.PROGRAM_CHANGED),
        (before.public == trace.stamps(public), Because.PUBLIC_CHANGED),
    ):
        if not same:
            causes.append(Reason(subject="site", because=because))
    return causes
