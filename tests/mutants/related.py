"""Which unit tests belong to a module.

To `converter/terms/period.py` belong the tests named `test_period.py` and those that import from
`converter.terms.period`, or import a module of tests/ that does. If there are none, or if the whole room is asked for,
all tests of `tests/terms/` belong to it, too.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

NOT_UNITS = ("accuracy", "bench", "browser", "conformance", "fuzz", "outputs", "releases")
"""Folders of tests/ that measure, look at whole documents, or need a browser."""


def related(root: Path, module: str, *, room: bool = False) -> list[str]:
    """Paths below `root`."""
    path = Path(module)
    name = module.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
    units = [
        test for test in sorted((root / "tests").rglob("test_*.py")) if test.relative_to(root).parts[1] not in NOT_UNITS
    ]
    near = {test for test in units if test.stem == f"test_{path.stem}" or _imports(name, root, test, frozenset())}
    if room or not near:
        near |= {test for test in units if test.relative_to(root).parts[1] in path.parts[1:-1]}
    return [str(test.relative_to(root)) for test in units if test in near]


def _imports(name: str, root: Path, test: Path, seen: frozenset[Path]) -> bool:
    for imported in _imported(test):
        if imported == name or imported.startswith(name + "."):
            return True
        shared = root / (imported.replace(".", "/") + ".py")
        deeper = imported.startswith("tests.") and shared.is_file() and shared not in seen
        if deeper and _imports(name, root, shared, seen | {shared}):
            return True
    return False


@cache
def _imported(path: Path) -> tuple[str, ...]:
    return tuple(_names(ast.parse(path.read_text(encoding="utf-8"))))


def _names(tree: ast.Module) -> Iterator[str]:
    """What import statements name, with the names taken: these may be modules."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
