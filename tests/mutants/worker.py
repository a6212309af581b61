"""A process that runs tests over one changed module after another, each in a fork of its own.

    python -P worker.py

It works in the folder it is started in, a copy of the project, and reads jobs as lines of JSON. Everything heavy that
is not the project's own is imported once, before it forks; the project is imported in the fork, as it stands there.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import resource
import signal
import sys
import tempfile
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

SECONDS = 60
"""Of the processor: a change that makes a loop endless ends here, and a busy machine changes nothing."""
MINUTES = 10
"""Of the clock, for one that waits for ever."""
MEMORY = 6 << 30
BROKEN = 77
"""How a fork ends that cannot import the module."""


def main() -> None:
    sys.dont_write_bytecode = True  # a changed module may have the size and the second of the one before
    sys.path.insert(0, os.getcwd())
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.dup2(1, 2)
    for line in sys.stdin:
        job = json.loads(line)
        print(_prepare(job["libraries"]) if "libraries" in job else _forked(job), file=answers, flush=True)


def _prepare(libraries: list[str]) -> int:
    for name in libraries:
        with contextlib.suppress(Exception):  # what a test made up, or took away again
            importlib.import_module(name)
    return 0


def _forked(job: dict[str, Any]) -> int:
    """The exit code of the tests; negative if a signal ended them.

    The program keeps what it compiled for the next time. A cache of its own for each run shows what changed code makes,
    and leaves nothing of that to anybody.
    """
    with tempfile.TemporaryDirectory(prefix="mutants-cache-") as cache:
        child = os.fork()
        if not child:
            status = BROKEN
            try:
                os.environ["RETROXBRL_CACHE"] = cache
                status = _observe(job) if "record" in job else _check(job)
            finally:
                os._exit(status)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _check(job: dict[str, Any]) -> int:
    signal.alarm(MINUTES * 60)
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    importlib.import_module(job["module"])
    files = list(dict.fromkeys(test.partition("::")[0] for test in job["tests"]))
    return _pytest(files, "-x", only=job["tests"]) if files else 0


def _observe(job: dict[str, Any]) -> int:
    """Runs all the tests, and records which functions of the modules each of them calls, and what else got imported."""
    sys.dont_write_bytecode = False
    seen = _Calls({str(Path(path).resolve()): path for path in job["paths"]})
    sys.settrace(seen.called)
    status = _pytest(job["tests"], watch=seen)
    sys.settrace(None)
    libraries = [name for name in sys.modules if name.partition(".")[0] not in ("converter", "tests", "__main__")]
    Path(job["record"]).write_text(json.dumps({"calls": seen.found, "libraries": libraries}), encoding="utf-8")
    return status


def _pytest(files: list[str], *options: str, only: list[str] | None = None, watch: _Calls | None = None) -> int:
    from hypothesis import settings

    settings.register_profile("mutants", derandomize=True, database=None, deadline=None)
    settings.load_profile("mutants")
    plugins = [_Chosen(only)] if only is not None else []
    # Where the copy lies must not matter: a pyproject.toml above it would give the tests other names.
    fixed = ("-q", "--rootdir", os.getcwd(), "-p", "no:cacheprovider", "-p", "no:randomly")
    return int(pytest.main([*fixed, *options, *files], plugins=[*plugins, *([watch] if watch else [])]))


class _Chosen:
    """Runs the tests that are named, in the order they are named in."""

    def __init__(self, tests: list[str]) -> None:
        self._order = {test: at for at, test in enumerate(tests)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted((one for one in items if one.nodeid in self._order), key=lambda one: self._order[one.nodeid])


class _Calls:
    """For each test, the functions it calls as `path:first line`, fixtures and all; for "", those that imports call."""

    def __init__(self, paths: dict[str, str]) -> None:
        self._paths = paths
        self._known: dict[CodeType, str | None] = {}
        self._test = ""
        self.found: dict[str, list[str]] = {"": []}

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        self._test = nodeid
        self.found[nodeid] = []
        # A test may have ended it: whatever is raised while it looks on does, a stack that is too deep among others.
        sys.settrace(self.called)

    def called(self, frame: FrameType, event: str, argument: object) -> None:
        code = frame.f_code
        if code not in self._known:
            path = self._paths.get(code.co_filename)
            self._known[code] = path and f"{path}:{code.co_firstlineno}"
        if (place := self._known[code]) and place not in self.found[self._test]:
            self.found[self._test].append(place)


if __name__ == "__main__":
    main()
