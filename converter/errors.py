"""What stops a run. Each error names its cause and the remedy, and has an exit code of its own.

Anything less than fatal is a `Finding`.
"""

from __future__ import annotations


class RetroxbrlError(Exception):
    """Base of all errors that reach a person.

    Attributes:
        cause: what is wrong, in one sentence.
        remedy: what to do next, in one sentence.
        exit_code: the process's exit code when nothing handles the error.
    """

    exit_code = 1

    def __init__(self, cause: str, remedy: str) -> None:
        super().__init__(f"{cause} {remedy}".strip())
        self.cause = cause
        self.remedy = remedy

    def __reduce__(self) -> tuple[type[RetroxbrlError], tuple[str, str]]:
        """Errors travel between processes."""
        return type(self), (self.cause, self.remedy)


class UsageError(RetroxbrlError):
    """The call itself is off: an unknown option value, two options that exclude each other."""

    exit_code = 2


class InputError(RetroxbrlError):
    """The input cannot be read: missing, empty, a folder, of a kind that is not read, too large."""

    exit_code = 3


class NoStatementError(RetroxbrlError):
    """The input was read, but it holds no financial statement."""

    exit_code = 4


class InvalidOutputError(RetroxbrlError):
    """Files were written, but validation found errors in them."""

    exit_code = 5


class MapError(RetroxbrlError):
    """A mapping file is broken; the cause names the file, the line and, for an unknown concept, the nearest
    known name.
    """

    exit_code = 6


class OutputError(RetroxbrlError):
    """The output cannot be written."""

    exit_code = 7


class OccupiedError(OutputError):
    """Something stands where the output goes that may not be replaced: a person's file, another document's output."""


class StorageError(OutputError):
    """The output cannot be written for a reason that no document gives: no space, no right to, the disk is gone."""


class TaxonomyError(RetroxbrlError):
    """A taxonomy release is unknown, or its package cannot be read or installed."""

    exit_code = 8


class ClusterError(RetroxbrlError):
    """A Dask cluster cannot be reached, cannot run the program, or was lost."""

    exit_code = 9


class IncompleteError(RetroxbrlError):
    """A batch is done, but some of its documents failed."""

    exit_code = 10


class TimeLimitError(RetroxbrlError):
    """A document takes longer than it may (`--seconds`)."""

    exit_code = 11


class InterruptedRunError(RetroxbrlError):
    """A person stopped the run, which can go on."""

    exit_code = 130
