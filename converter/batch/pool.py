"""The pool: some worker processes, each minded by a thread."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator, Sequence

from converter.batch.output import Output
from converter.batch.plan import Job
from converter.batch.row import Row
from converter.batch.settings import Settings
from converter.batch.waiting import Waiting
from converter.batch.worker import Stopped, Work, Worker


def rows(jobs: Sequence[Job], out: Output, settings: Settings, work: Work) -> Iterator[Row]:
    """The rows of all jobs, as they are done."""
    todo: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
    done: queue.SimpleQueue[Row | BaseException] = queue.SimpleQueue()
    waiting = Waiting(jobs)
    for job in waiting.take():
        todo.put(job)
    workers = [Worker(work, out, settings) for _ in range(min(settings.jobs, len(jobs)))]
    minders = [threading.Thread(target=_mind, args=(worker, todo, done), daemon=True) for worker in workers]
    for minder in minders:
        minder.start()
    try:
        for _ in jobs:
            row = done.get()
            if isinstance(row, BaseException):
                raise row
            waiting.ended(row.name)
            for job in waiting.take():
                todo.put(job)
            yield row
    finally:
        for _ in workers:
            todo.put(None)
        for worker in workers:
            worker.stop()
        for minder in minders:
            minder.join()


def _mind(worker: Worker, todo: queue.SimpleQueue[Job | None], done: queue.SimpleQueue[Row | BaseException]) -> None:
    while (job := todo.get()) is not None:
        try:
            done.put(worker.run(job))
        except Stopped:
            return
        except BaseException as error:
            done.put(error)
            return
