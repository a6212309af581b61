"""Which unit tests belong to a module.

To `converter/terms/period.py` belong the tests named `test_period.py` and those that import from
`converter.terms.period`; if there are none, those that import a module of tests/ that does; if there are none of these
either, all tests of `tests/terms/`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

NOT_UNITS = ("accuracy", "bench", "browser", "conformance", "fuzz", "outputs", "releases")
"""Folders of tests/ that measure, look at whole documents, or need a browser."""


def related(root: Path, module: str, *, room: bool = False) -> list[str]:
    """Paths below `root`.

    Args:
        room: all of these.
    """
    path = Path(module)
    name = module.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
    units = [
        test for test in sorted((root / "tests").rglob("test_*.py")) if test.relative_to(root).parts[1] not in NOT_UNITS
    ]
    tiers = [
        [test for test in units if test.stem == f"test_{path.stem}" or _imports(name, test)],
        [test for test in units if any(_imports(name, shared) for shared in _shared(root, test))],
        [test for test in units if test.relative_to(root).parts[1] in path.parts[1:-1]],
    ]
    found = {test for tier in tiers for test in tier} if room else next(filter(None, tiers), [])
    return [str(test.relative_to(root)) for test in sorted(found)]


def _imports(name: str, file: Path) -> bool:
    return any(imported == name or imported.startswith(f"{name}.") for imported in _imported(file))


def _shared(root: Path, test: Path) -> Iterator[Path]:
    files = (root / (name.replace(".", "/") + ".py") for name in _imported(test) if name.startswith("tests."))
    return (file for file in files if file.is_file())


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
