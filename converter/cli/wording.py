"""The library speaks of its own parameters, `cik` or `force`; on the command line these are options."""

from __future__ import annotations

import re
from dataclasses import fields

from converter.options import Options

_OPTIONS = {
    **{field.name: f"--{field.name.replace('_', '-')}" for field in fields(Options)},
    "folder": "-o",
    "force": "--force",
    "plugins": "--plugin",
    "seconds": "--seconds",
}
_PARAMETER = re.compile(r"`(\w+)`")


def told(text: str) -> str:
    """A message of the library with its parameters as options: "Give it with `cik`." as "Give it with --cik."."""
    return _PARAMETER.sub(lambda match: _OPTIONS.get(match[1], match[0]), text)
