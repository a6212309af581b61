"""How much address space a process of a batch has: what the run allows, or the system, whichever is less."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

try:
    import resource
except ImportError:  # Windows has no such limit
    resource = None  # type: ignore[assignment]

_MEGABYTE = 1024 * 1024
_LARGEST = 128
"""Megabytes of address space that a process may ask for at once: allocators reserve as much for a thread."""
_PEAK = re.compile(r"^VmPeak:\s*(\d+) kB$", re.MULTILINE)


def allowed(megabytes: int) -> int:
    """The megabytes that a document may have of those that the run allows: the system may allow less (`ulimit -v`)."""
    if resource is None:
        return megabytes
    system = (limit for limit in resource.getrlimit(resource.RLIMIT_AS) if limit != resource.RLIM_INFINITY)
    return min([megabytes, *(limit // _MEGABYTE for limit in system)])


def limit(megabytes: int) -> None:
    """Hold this process to as many, or to what the system allows."""
    if resource is None:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (allowed(megabytes) * _MEGABYTE, hard))


def lift() -> None:
    """Let this process have what the system allows, so that it can say what it had no memory for."""
    if resource is not None:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


def is_short(megabytes: int, process: int | str = "self") -> bool:
    """Whether a process has been so near its limit that something may have been refused to it.

    False where the system does not tell (it is Linux that does), and of a process that has ended.
    """
    with suppress(OSError):
        if found := _PEAK.search(Path(f"/proc/{process}/status").read_text()):
            return int(found[1]) // 1024 + _LARGEST > allowed(megabytes)
    return False
