"""What only a part of the program needs and a plain install leaves out, and how a person gets it."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

from converter.errors import UsageError


def here(module: str) -> bool:
    """Whether a module can be imported; it is not loaded."""
    return find_spec(module) is not None


def lacking(what: str, needs: str, *, extra: str | None = None) -> UsageError:
    """The error of something that needs what is not installed.

    Args:
        what: the option or format, as the person named it.
        needs: the package.
        extra: of ours, which brings it; None: it is installed by its name.
    """
    return UsageError(f"{what} needs {needs}.", f"Install it: {how(needs, extra)}")


def how(needs: str, extra: str | None) -> str:
    """The command that installs a package, or the extra that brings it, for the Python that runs this."""
    pip = f"{_python()} -m pip install"
    if extra is None:
        return f"{pip} {needs}"
    return f"{pip} 'retroxbrl[{extra}]', or in a checkout {pip} '.[{extra}]'"


def _python() -> str:
    """`python3` where that is this Python; in an environment that is not on the path, its file."""
    first = shutil.which("python3")
    mine = Path(os.path.abspath(sys.executable))
    return "python3" if first and Path(first).parent == mine.parent else shlex.quote(str(mine))
