"""`make` on a machine that is not as it should be says so, and `make clean` takes what make made and nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with the Makefile, and beside it `bin` with the few programs that it needs, but no Python."""
    (tmp_path / "bin").mkdir()
    for program in ("make", "sh", "rm", "find", "grep", "sed", "expand", "touch"):
        found = shutil.which(program)
        assert found, program
        (tmp_path / "bin" / program).symlink_to(found)
    (tmp_path / "checkout").mkdir()
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path / "checkout")
    return tmp_path / "checkout"


def python(checkout: Path, name: str, version: str, *, venv: bool = True) -> None:
    """Puts a program on the path that answers as a Python does that the Makefile asks for its version."""
    new_enough = tuple(map(int, version.split("."))) >= (3, 11)
    path = checkout.parent / "bin" / name
    path.write_text(
        f"""#!/bin/sh
case "$*" in
  --version) echo "Python {version}" ;;
  "-m venv .venv") exit {0 if venv else 1} ;;
  *) exit {0 if new_enough else 1} ;;
esac
"""
    )
    path.chmod(0o755)


def make(checkout: Path, *arguments: str) -> tuple[int, str]:
    """The exit code, and all that is printed."""
    environment = {"PATH": str(checkout.parent / "bin"), "HOME": str(checkout.parent / "home")}
    command = [str(checkout.parent / "bin" / "make"), *arguments]
    done = subprocess.run(
        command, cwd=checkout, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    return done.returncode, done.stdout


def test_a_python_that_is_too_old_is_told(checkout: Path) -> None:
    python(checkout, "python3", "3.9.2")
    code, said = make(checkout, "demo")
    assert code == 2
    assert "Python 3.11 or newer is needed; there is Python 3.9.2." in said
    assert "make demo PYTHON=" in said
    code, said = make(checkout, "demo", "PYTHON=python3")
    assert code == 2
    assert "Python 3.11 or newer is needed; python3 is Python 3.9.2." in said
    assert sorted(path.name for path in checkout.iterdir()) == ["Makefile", "pyproject.toml"]


def test_no_python_at_all_is_told(checkout: Path) -> None:
    code, said = make(checkout, "demo")
    assert code == 2
    assert "Python 3.11 or newer is needed; there is none." in said


def test_a_newer_python_is_found_beside_an_old_one(checkout: Path) -> None:
    python(checkout, "python3", "3.9.2")
    python(checkout, "python3.12", "3.12.1")
    assert "== An environment in .venv, with Python 3.12.1" in make(checkout, "demo")[1]


def test_a_python_without_venv_is_told(checkout: Path) -> None:
    python(checkout, "python3", "3.11.2", venv=False)
    code, said = make(checkout, "demo")
    assert code == 2
    assert "apt-get install python3-venv" in said


def test_help_lists_every_target(checkout: Path) -> None:
    code, said = make(checkout, "help")
    assert code == 0
    assert {"demo", "test", "lint", "clean", "install"} <= {line.split()[0] for line in said.splitlines()}


def test_clean_takes_what_make_made_and_leaves_conversions_of_ones_own(checkout: Path) -> None:
    made = [".venv/bin/x", ".cache/pip/x", "out/larkfield-8k-20011018/x", ".mypy_cache/x", "converter/a/__pycache__/x"]
    kept = ["out/mine/report.json", "out/.gitkeep", "converter/a/b.py"]
    for name in (*made, *kept):
        (checkout / name).parent.mkdir(parents=True, exist_ok=True)
        (checkout / name).touch()

    assert make(checkout, "clean")[0] == 0

    left = {path.relative_to(checkout).as_posix() for path in checkout.rglob("*") if path.is_file()}
    assert left == {*kept, "Makefile", "pyproject.toml"}


def test_all_that_it_runs_writes_below_the_checkout(checkout: Path) -> None:
    with (checkout / "Makefile").open("a") as file:
        file.write("\nshow:\n\t@env\n")
    (checkout.parent / "bin" / "env").symlink_to(str(shutil.which("env")))
    told = dict(line.split("=", 1) for line in make(checkout, "show")[1].splitlines() if "=" in line)
    for name in ("PIP_CACHE_DIR", "RETROXBRL_CACHE", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "DASK_TEMPORARY_DIRECTORY"):
        assert told[name].startswith(f"{checkout}{os.sep}.cache")
