"""How much address space a process of a batch has: what the run allows, or the system, whichever is less."""

from __future__ import annotations

try:
    import resource
except ImportError:  # Windows has no such limit
    resource = None  # type: ignore[assignment]

_MEGABYTE = 1024 * 1024


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
