"""What is imported when: starting up must cost nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest


def modules_after(statement: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after a statement."""
    program = f"{statement}\nimport sys\nprint(*sys.modules)"
    return set(
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    )


@pytest.mark.parametrize("heavy", ["arelle", "lxml", "numpy", "pydantic", "rich", "jinja2", "pyarrow"])
def test_the_command_line_starts_without(heavy: str) -> None:
    assert heavy not in modules_after("import converter, converter.cli")


def test_importing_the_package_loads_nothing_else_of_it() -> None:
    assert {name for name in modules_after("import converter") if name.startswith("converter")} == {"converter"}


def test_no_module_loads_arelle() -> None:
    walk = "import converter, pkgutil, importlib\n" + (
        "[importlib.import_module(m.name) for m in pkgutil.walk_packages(converter.__path__, 'converter.')"
        " if not m.name.endswith('__main__')]"
    )

    assert "arelle" not in modules_after(walk)


def test_a_text_release_is_converted_without_what_only_html_and_validation_need() -> None:
    loaded = modules_after("from converter import convert; convert('tests/releases/larkfield-8k-20011018.txt')")

    assert not {"arelle", "pyarrow", "rich"} & loaded
