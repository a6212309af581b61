"""What runs the documents of a batch: the pool of this machine, or a Dask cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from converter import extras
from converter.batch import pool
from converter.batch.output import Output
from converter.batch.plan import Job
from converter.batch.row import Row
from converter.batch.settings import Settings
from converter.batch.worker import Work
from converter.errors import UsageError

Engine = Callable[[Sequence[Job], Output, Settings, Work], Iterator[Row]]
"""Gives the rows of all jobs, as they are done."""


def engine(name: str, scheduler: str | None = None) -> Engine:
    """The engine of a name.

    Args:
        name: `local` or `dask`.
        scheduler: address of a Dask scheduler; None: a cluster on this machine, for the time of the run.

    Raises:
        UsageError: Dask is not installed, or a scheduler is named without it.
    """
    if name == "local":
        if scheduler is not None:
            raise UsageError("--scheduler is for a Dask cluster.", "Add --engine dask.")
        return pool.rows
    try:
        from converter.batch import cluster
    except ImportError as error:
        raise extras.lacking("--engine dask", str(error.name), extra="cluster") from error
    return partial(cluster.rows, scheduler=scheduler)
