"""Puts what was learned of a company into its mapping file, beside what stands there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from converter.datafiles.edited import Edited
from converter.errors import MapError
from converter.terms import Kind

_KINDS = {kind.value for kind in Kind}


def write(captions: dict[str, Any], path: Path) -> None:
    """Adds captions to a mapping file, made if need be; its other entries and its comments stay.

    Args:
        captions: a concept by caption, or a concept by statement. A caption that the file has already gets further
            statements; what it says of a statement stays.

    Raises:
        MapError: the file is there and is not YAML, or is not a mapping file.
        OutputError: it cannot be written; it is as it was then.
    """
    file = Edited(path)
    data = {} if file.data is None else file.data
    if not isinstance(data, dict) or not isinstance(data.get("captions", {}), dict):
        raise MapError(f"{path} is no mapping file.", "See docs/mapping.md.")
    there = data.setdefault("captions", {})
    for caption, said in captions.items():
        there[caption] = _both(there[caption], said) if caption in there else said
    file.save(data)


def _both(before: Any, said: Any) -> Any:
    """What a caption stands for, with what was said before first."""
    by_statement = said if isinstance(said, dict) else {}
    if isinstance(before, dict) and set(before) <= _KINDS:
        before.update({kind: concept for kind, concept in by_statement.items() if kind not in before})
        return before
    if isinstance(before, str):  # for every statement
        return before
    entries = before if isinstance(before, list) else [before]
    entries.extend({"concept": concept, "statement": kind} for kind, concept in by_statement.items())
    return entries
