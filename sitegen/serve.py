"""Build, serve on this machine alone, watch, build again, reload the browser."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sitegen.building import Options, Report, build, open_project
from sitegen.config import SETTINGS_FILE
from sitegen.errors import SitegenError, UsageError

HOST = "127.0.0.1"
"""Loopback only: drafts and half-finished edits are nobody else's business."""


@dataclass(slots=True, kw_only=True)
class Rebuild:
    """Builds again when asked; what goes wrong is told, and the site stays as it was."""

    root: Path
    options: Options
    tell: Callable[[Report | SitegenError], None]
    """Told of every build that did or found something new."""
    reload: Callable[[], None]
    """Called when the site has changed."""
    said: tuple[str, ...] = ()
    """The errors and warnings told last; a build that only repeats them says nothing."""

    def __call__(self) -> None:
        """Build once."""
        try:
            report = build(self.root, self.options)
        except SitegenError as error:
            self.said = ()
            self.tell(error)
            return
        says = tuple(str(each) for each in (*report.errors, *report.warnings))
        if report.reasons or says != self.said:
            self.tell(report)
        self.said = says
        if report.written or report.unpublished or report.indexed:
            self.reload()


def serve(
    root: Path,
    options: Options,
    *,
    port: int,
    tell: Callable[[Report | SitegenError], None],
    ready: Callable[[str], None],
) -> None:
    """Serve the project in ``root`` until interrupted.

    Args:
        root: the project's folder.
        options: for every build.
        port: on the loopback interface.
        tell: shows the outcome of a build.
        ready: told the site's address once it is served.

    Raises:
        UsageError: the first build cannot be done, or the port is taken.
    """
    from livereload.handlers import LiveReloadHandler  # noqa: PLC0415 - .2 s that no other command needs
    from tornado.ioloop import IOLoop  # noqa: PLC0415 - as above

    folders = open_project(root).folders
    rebuild = Rebuild(
        root=root, options=options, tell=tell, reload=lambda: LiveReloadHandler.reload_waiters("index.html")
    )
    first = build(root, options)
    rebuild.said = tuple(str(each) for each in (*first.errors, *first.warnings))
    tell(first)
    server = _server()
    for watched in (folders.seeds, folders.content, folders.templates, SETTINGS_FILE):
        server.watch(str(root / watched), rebuild.__call__)
    IOLoop.current().add_callback(ready, f"http://{HOST}:{port}/")
    try:
        server.serve(port=port, host=HOST, root=str(root / folders.public))
    except OSError as error:
        raise UsageError(
            f"port {port} cannot be used: {error.strerror or error}", hint="name another with --port"
        ) from error


def _server() -> Any:
    """A livereload server whose script is a file: the pages' own policy forbids the inline one it brings."""
    from livereload import Server, handlers, server  # noqa: PLC0415 - as above
    from tornado.web import Application  # noqa: PLC0415 - as above

    class Injector(server.LiveScriptInjector):  # type: ignore[misc]
        script = b'<script src="/livereload.js" defer></script>'

    class LocalServer(Server):  # type: ignore[misc]
        def application(self, port: int, host: str, **_: object) -> None:
            handlers.LiveReloadHandler.watcher = self.watcher
            handlers.LiveReloadHandler.live_css = True
            routes = [
                ("/livereload", handlers.LiveReloadHandler),
                ("/livereload.js", handlers.LiveReloadJSHandler),
                *self.get_web_handlers(b""),
            ]
            Application(routes, transforms=[Injector]).listen(port, address=host)

    # Its log speaks of tasks and waiters; ours speaks of builds.
    logging.getLogger("livereload").addFilter(lambda record: record.levelno >= logging.WARNING)
    local = LocalServer()
    local.setHeader("Cache-Control", "no-store")
    return local
