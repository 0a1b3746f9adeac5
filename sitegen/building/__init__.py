"""A build: seeds → content → public, each stage a module, each rebuild with a reason.

Promises: an edited content file is never overwritten; one bad input never stops the others; the public
folder is wholly old or wholly new; a build that finds nothing to do writes nothing; what was built before
decides how long a build takes, never what it gives.
"""

import time
from dataclasses import replace
from pathlib import Path

from sitegen.building import content, fingerprint, seeds, texts, trace, verbatim, website
from sitegen.building.content import ContentFile
from sitegen.building.lock import only_build
from sitegen.building.report import ContentChanges, Options, Progress, Report, silent
from sitegen.building.run import Run, workspace_of
from sitegen.building.store import Store
from sitegen.building.trace import Trace
from sitegen.config import SETTINGS_FILE, Settings, load_settings
from sitegen.errors import SitegenError, UsageError

__all__ = [
    "ContentChanges",
    "Options",
    "Progress",
    "Report",
    "build",
    "open_project",
    "open_run",
    "silent",
]


def build(root: Path, options: Options | None = None, *, progress: Progress = silent) -> Report:
    """Build the project in the folder ``root``.

    Raises:
        UsageError: nothing can be built: no project, wrong settings or templates, another build running, a
            folder that cannot be written to. The public folder is as it was.
    """
    begin = time.monotonic()
    open_project(root)  # before anything is written beside a folder that is no project
    with only_build(workspace_of(root)):
        try:
            report = _stages(open_run(root, options, progress))
        except UsageError:
            raise
        except (
            SitegenError
        ) as error:  # of a template, or the search index: nothing that one article is to blame for
            raise UsageError(error.message, path=error.path, line=error.line, hint=error.hint) from error
    return replace(report, seconds=time.monotonic() - begin)


def open_run(root: Path, options: Options | None = None, progress: Progress = silent) -> Run:
    """Everything the stages of a build are given.

    Raises:
        UsageError: there is no project, or its settings are wrong.
    """
    options = options or Options()
    settings = open_project(root)
    if options.base_url is not None:
        settings = settings.with_base_url(options.base_url)
    return Run(
        root=root,
        settings=settings,
        options=options,
        store=Store(workspace_of(root) / "cache"),
        before=trace.read(workspace_of(root)) or Trace(),
        progress=progress,
    )


def _stages(run: Run) -> Report:
    """The three stages, in order, and what they report together."""
    harvest = seeds.harvest(run)
    stock = content.reconcile(run, harvest)
    proved = verbatim.prove(run, harvest, stock)
    published = [each for each in stock.files.values() if _is_published(each, drafts=run.options.drafts)]
    whole = texts.wanted(run, harvest.plans, published, proved.proofs)
    issue = website.issue(run, published, proved.proofs, whole)
    now = Trace(
        seeds=harvest.traces,
        digest_settings=seeds.settings_key(run.settings),
        program=fingerprint.program(),
        site=issue.trace,
        public=trace.stamps(run.public),
    )
    if now != run.before:
        trace.write(run.workspace, now)
    run.store.prune()
    return Report(
        content=stock.summary_of_changes(),
        articles=sum(not each.summary.withdrawn for each in published),
        quotations=sum(each.summary.quotations for each in published),
        dates=sum(each.summary.dates for each in published),
        written=issue.outcome.written,
        unpublished=issue.outcome.removed,
        indexed=issue.outcome.indexed,
        reasons=(*harvest.reasons, *stock.reasons, *issue.reasons),
        left_out=harvest.left_out,
        warnings=(*harvest.warnings, *stock.warnings, *proved.altered, *issue.warnings),
        errors=(*harvest.errors, *stock.errors),
        public=run.public,
        seconds=0.0,
    )


def _is_published(file: ContentFile, *, drafts: bool) -> bool:
    return not file.summary.hidden and (drafts or not file.summary.draft)


def open_project(root: Path) -> Settings:
    """The settings of the project in ``root``.

    Raises:
        UsageError: there is no project, or its settings are wrong.
    """
    settings = load_settings(root)
    folders = (settings.folders.seeds, settings.folders.content)
    if not (root / SETTINGS_FILE).is_file() and not any((root / name).is_dir() for name in folders):
        raise UsageError(
            f"not a sitegen project: there is no {SETTINGS_FILE} and no {folders[0]}/ or {folders[1]}/",
            path=str(root),
            hint="go to the project's folder, name it with --project, or begin one with: sitegen init",
        )
    return settings
