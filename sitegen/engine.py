"""Map a function over many tasks: in this process, in a pool of processes, on any other Executor.

The work is a plain function of bytes and values that a worker can import by name; reading and writing files
stays with the caller. Tasks travel in chunks, because an Executor's cost is per call and not per byte.
"""

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from typing import Any, ParamSpec, TypeVar, cast

from sitegen.errors import UsageError

Task = TypeVar("Task")
Result = TypeVar("Result")
P = ParamSpec("P")

_PATIENCE = 5.0
"""Seconds to wait for a process that was killed."""


class InProcess(Executor):
    """An Executor that does the work at once, in the calling process."""

    def submit(self, fn: Callable[P, Result], /, *args: P.args, **kwargs: P.kwargs) -> Future[Result]:
        """Run ``fn`` now; what it raises is raised by the future's ``result``."""
        future: Future[Result] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - an Executor hands every exception to whoever asks for the result
            future.set_exception(error)
        return future


def cores() -> int:
    """How many processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def open_executor(jobs: int) -> Iterator[Executor]:
    """An Executor of ``jobs`` processes; with one job, the work is done in the calling process."""
    if jobs <= 1:
        yield InProcess()
        return
    # Never "fork": a copy of a process with threads (numpy starts some) may hang on a lock nobody holds.
    method = "spawn" if sys.platform in {"win32", "darwin"} else "forkserver"
    others = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(
        jobs, mp_context=multiprocessing.get_context(method), initializer=_begin_worker
    )
    try:
        yield pool
        pool.shutdown(wait=True, cancel_futures=True)
    except BaseException:
        _abandon(pool, others)
        raise


def ordered(
    executor: Executor, work: Callable[[Task], Result], tasks: Iterable[Task], *, chunk: int, ahead: int
) -> Iterator[Result]:
    """The results of ``work`` for each of ``tasks``, in the order of the tasks.

    At most ``ahead`` chunks of ``chunk`` tasks are taken from ``tasks`` before the first result is handed
    out, so that a stream of any length needs a bounded amount of memory.

    Raises:
        UsageError: a worker process died.
    """
    waiting: deque[Future[list[Result]]] = deque()
    remaining = iter(tasks)
    try:
        for bundle in iter(lambda: list(islice(remaining, chunk)), []):
            waiting.append(executor.submit(_each, work, bundle))
            if len(waiting) >= ahead:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise UsageError(
            "a worker process ended before its work was done (killed, or out of memory)",
            hint="what was finished is kept; run again with --jobs 1 to see which article is the cause",
        ) from error


def _abandon(pool: ProcessPoolExecutor, others: set[BaseProcess]) -> None:
    """End the workers of ``pool`` now, whatever they are at; ``others`` are children that are not its own.

    The pool cannot be trusted to do it: where Ctrl-C came while a worker was being started, the pool does not
    know of that worker, which waits for work while the interpreter, at its end, waits for the worker.
    """
    results = pool._result_queue
    pool.shutdown(wait=False, cancel_futures=True)
    workers = [child for child in multiprocessing.active_children() if child not in others]
    for worker in workers:
        worker.kill()
    for worker in workers:
        worker.join(_PATIENCE)
    if results is not None:
        # A worker may have been killed in the middle of a result. The pool's thread would wait for the rest
        # of it for ever, because this process itself holds the last writing end of the pipe.
        cast("Any", results)._writer.close()


def chunk_for(tasks: int, jobs: int) -> int:
    """A chunk size that gives every process several turns, and no turn more than 64 tasks."""
    return max(1, min(64, tasks // (jobs * 4)))


def _each(work: Callable[[Task], Result], tasks: list[Task]) -> list[Result]:
    return [work(task) for task in tasks]


def _begin_worker() -> None:
    """In a new worker: leave Ctrl-C to the parent, and end when the parent ends.

    A pool's workers wait for work on a pipe whose other end they hold themselves; when the parent is killed
    they would wait for ever.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    sentinel = parent.sentinel

    def watch() -> None:
        wait([sentinel])
        os._exit(1)

    threading.Thread(target=watch, name="end-with-parent", daemon=True).start()
