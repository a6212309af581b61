"""Changed modules against the tests that belong to them, in copies of the project: the working tree stays as it is."""

from __future__ import annotations

import ast
import json
import os
import random
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from queue import SimpleQueue
from typing import Any, Self

from tests.mutants import worker
from tests.mutants.changes import Change, changes_of
from tests.mutants.related import related

_LONG_AGO = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of one module; `module` is its path below the root of the project."""

    module: str
    source: str
    change: Change

    @property
    def text(self) -> str:
        return self.change.apply(self.source)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether a test noticed; `tests` is how many could have."""

    mutant: Mutant
    killed: bool
    tests: int


class Failing(Exception):
    """The tests fail before anything is changed."""


def drawn(root: Path, modules: Sequence[str], lines: dict[str, set[int]] | None, seed: int) -> Iterator[Mutant]:
    """Mutants in an order that the seed decides: a line is drawn, then a change of it; each line once before any twice.

    Args:
        lines: for a module, the lines that may be changed; all of them without it.
    """
    of_line: dict[tuple[str, int], list[Mutant]] = defaultdict(list)
    for module in sorted(modules):
        source = (root / module).read_text(encoding="utf-8")
        for change in changes_of(source):
            if lines is None or change.line in lines[module]:
                of_line[module, change.line].append(Mutant(module, source, change))
    chance = random.Random(seed)
    while of_line:
        for place in chance.sample(sorted(of_line), len(of_line)):
            mutants = of_line[place]
            yield mutants.pop(chance.randrange(len(mutants)))
            if not mutants:
                del of_line[place]


class Runner:
    """Worker processes, each with a copy of the project below `scratch`; close it by leaving its `with`.

    Args:
        tests: paths of tests to run in place of those that belong to the modules.
        room: with all tests of the modules' rooms.

    Raises:
        Failing: tests fail in the unchanged copy.
    """

    def __init__(
        self, root: Path, scratch: Path, modules: Sequence[str], tests: Sequence[str], *, room: bool, jobs: int
    ) -> None:
        self._files = {module: tuple(tests or related(root, module, room=room)) for module in modules}
        self._pool = ThreadPoolExecutor(jobs)
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        self._workers = [_Worker(_copied(root, scratch / "copy-0"))]
        seen = self._observed(scratch / "calls.json")
        self._calls: dict[str, list[str]] = seen["calls"]
        for at in range(1, jobs):
            shutil.copytree(scratch / "copy-0", copy := scratch / f"copy-{at}")
            self._workers.append(_Worker(copy))
        for each in self._workers:
            each.ask(libraries=seen["libraries"])
            self._idle.put(each)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self._pool.shutdown(cancel_futures=True)
        for each in self._workers:
            each.close()

    def outcomes(self, mutants: Iterator[Mutant], number: int) -> Iterator[Outcome]:
        """Those of the first `number` mutants that are Python and can be imported, in the order of the mutants."""
        left = number
        while batch := list(islice(mutants, left)):
            for outcome in self._pool.map(self._outcome, batch):
                if outcome is not None:
                    left -= 1
                    yield outcome

    def _observed(self, record: Path) -> dict[str, Any]:
        files = sorted({file for files in self._files.values() for file in files})
        if status := self._workers[0].ask(paths=list(self._files), tests=files, record=str(record)):
            self._workers[0].close()
            raise Failing(f"pytest ends with {status} before anything is changed: {' '.join(files)}")
        return dict(json.loads(record.read_text(encoding="utf-8")))

    def _outcome(self, mutant: Mutant) -> Outcome | None:
        if not _compiles(mutant.text):
            return None
        tests = self._nearest_first(mutant)
        idle = self._idle.get()
        try:
            status = idle.check(mutant, tests)
        finally:
            self._idle.put(idle)
        return None if status == worker.BROKEN else Outcome(mutant, status != 0, len(tests))

    def _nearest_first(self, mutant: Mutant) -> list[str]:
        """The tests that call the changed function; all that belong to the module where imports run what is changed."""
        own = [test for test in self._calls if test.startswith(self._files[mutant.module])]
        place = _function(mutant)
        if place is not None and place not in self._calls[""]:
            own = [test for test in own if place in self._calls[test]]
        return sorted(own, key=lambda test: (not self._calls[test], len(self._calls[test]), test))


class _Worker:
    def __init__(self, copy: Path) -> None:
        self._copy = copy
        self._process = subprocess.Popen(
            [sys.executable, "-P", worker.__file__],
            cwd=copy,
            env={**os.environ, "PYTHONPATH": str(copy)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def check(self, mutant: Mutant, tests: list[str]) -> int:
        """The exit code of pytest over the changed copy; 0 without tests."""
        path = self._copy / mutant.module
        path.write_text(mutant.text, encoding="utf-8")
        try:
            return self.ask(module=mutant.module.removesuffix(".py").replace("/", "."), tests=tests)
        finally:
            path.write_text(mutant.source, encoding="utf-8")
            os.utime(path, (_LONG_AGO, _LONG_AGO))

    def ask(self, **job: Any) -> int:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps(job), file=self._process.stdin, flush=True)
        return int(self._process.stdout.readline())

    def close(self) -> None:
        self._process.communicate()


def _copied(root: Path, copy: Path) -> Path:
    """What git knows of or would take in, compiled; as old as no change of it can be, for Python to tell them apart."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in listed.stdout.splitlines():
        if (root / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / name, copy / name)
            os.utime(copy / name, (_LONG_AGO, _LONG_AGO))
    subprocess.run([sys.executable, "-m", "compileall", "-q", "converter", "tests"], cwd=copy, check=False)
    return copy


def _compiles(source: str) -> bool:
    try:
        compile(source, "changed", "exec")
    except (SyntaxError, ValueError):
        return False
    return True


def _function(mutant: Mutant) -> str | None:
    """The innermost function whose body is changed, as `path:first line`; None for what runs at the import."""
    inside = [
        node
        for node in ast.walk(ast.parse(mutant.source))
        if isinstance(node, ast.FunctionDef)
        and node.body[0].lineno <= mutant.change.line <= (node.end_lineno or 0)
        and node.lineno != mutant.change.line
    ]
    if not inside:
        return None
    node = max(inside, key=lambda one: one.lineno)
    return f"{mutant.module}:{min([node.lineno, *(one.lineno for one in node.decorator_list)])}"
