"""`import retroxbrl` beside `import converter`: the package by the name that it is installed under.

Both names give the same module objects, whichever is imported first: `retroxbrl.errors.InputError` is
`converter.errors.InputError`, so what one part of a program raises, another catches.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

import converter


class _SameModules(MetaPathFinder, Loader):
    """Finds `retroxbrl.errors` as `converter.errors`."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        return ModuleSpec(fullname, self) if fullname.startswith("retroxbrl.") else None

    def exec_module(self, module: ModuleType) -> None:
        """Put the true module in the place of the empty one that the import system made."""
        sys.modules[module.__name__] = import_module(f"converter.{module.__name__.partition('.')[2]}")


if __name__ == "__main__":
    from converter.cli import main

    main()
else:
    sys.meta_path.insert(0, _SameModules())
    sys.modules[__name__] = converter
