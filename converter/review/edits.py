"""One change of one YAML file: a value at a place in it, comments and all else left as they are, and how to take it
back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from converter.datafiles.edited import Edited
from converter.errors import MapError, UsageError
from converter.terms import Kind

Keys = tuple[str, ...]
Entry = dict[str, Any]
_KINDS = {kind.value for kind in Kind}
_SAME = ("statement", "under", "place", "aspect")
"""What tells the entries of one caption or row apart."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A value that is to stand in a file.

    Attributes:
        file: relative to the folder of maps: `document/release.yaml`.
        keys: the way to it: `rows`, `57:3`.
        value: plain data; of an entry that stands beside others (`beside`), that entry alone.
        beside: the value is an entry for a caption or row, which may have others for other statements.
    """

    file: str
    keys: Keys
    value: Any
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """An edit that was made: what stood there before (None: nothing), and what stands there now."""

    file: str
    keys: Keys
    was: Any
    now: Any


def planned(folder: Path, edit: Edit) -> Done:
    """What an edit would do; nothing is written.

    Raises:
        MapError: the file is there and holds something else than a mapping file does.
    """
    was = standing(folder, edit.file, edit.keys)
    return Done(edit.file, edit.keys, was, _beside(was, edit.value) if edit.beside else edit.value)


def standing(folder: Path, file: str, keys: Keys) -> Any:
    """What stands at a place of a file, as plain data; None for nothing.

    Raises:
        MapError: as `planned`.
    """
    at = Edited(folder / file).data
    for key in keys:
        if not isinstance(at, dict):
            return None
        at = at.get(_known(at, key))
    return _plain(at)


def make(folder: Path, edit: Edit) -> Done:
    """Make an edit; the file is made if need be.

    Raises:
        MapError: as `planned`.
        OutputError: it cannot be written; it is as it was then.
    """
    done = planned(folder, edit)
    _change(folder / edit.file, edit.keys, lambda before: done.now)
    return done


def take_back(folder: Path, done: Done) -> None:
    """Put back what stood there before; a file that holds nothing then goes.

    Raises:
        UsageError: what stands there is no longer what the edit wrote.
        MapError, OutputError: as `make`.
    """

    def change(now: Any) -> Any:
        if _plain(now) != done.now:
            raise UsageError(
                f"{done.file} was edited since: {' / '.join(done.keys)} is no longer what was decided.",
                "Edit the file by hand.",
            )
        return done.was

    _change(folder / done.file, done.keys, change)


def as_written(done: Done) -> str:
    """What stands there now, on one line: `rows: 57:3: {concept: Assets, statement: BS}`."""
    return f"{': '.join(done.keys)}: {_flow(done.now)}"


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_flow(member)}' for key, member in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _change(path: Path, keys: Keys, change: Callable[[Any], Any]) -> None:
    file = Edited(path)
    data = {} if file.data is None else file.data
    above: list[tuple[Any, Any]] = []
    at = data
    for key in keys[:-1]:
        if not isinstance(at, dict):
            break
        known = _known(at, key)
        above.append((at, known))
        at = at.setdefault(known, {})
    if not isinstance(at, dict):
        raise MapError(f"{path}: {' / '.join(keys)} cannot stand there.", "Correct the file.")
    last = _known(at, keys[-1])
    value = change(at.get(last))
    if value is None:
        at.pop(last, None)
        for holder, key in reversed(above):
            if not holder[key]:
                del holder[key]
    else:
        at[last] = value
    if not data:
        path.unlink(missing_ok=True)
        return
    file.save(data)


def _known(at: dict[Any, Any], key: str) -> Any:
    """The key as the file has it, or as a person would write it: `57` stands there as a number."""
    return next((known for known in at if str(known) == key), int(key) if key.isdecimal() else key)


def _plain(value: Any) -> Any:
    """The value without what the YAML library remembers of its print."""
    if isinstance(value, dict):
        return {str(key): _plain(member) for key, member in value.items()}
    if isinstance(value, list):
        return [_plain(member) for member in value]
    if isinstance(value, bool) or value is None:
        return value
    return int(value) if isinstance(value, int) else str(value)


def _beside(before: Any, entry: Entry) -> Any:
    """The entries of a caption or row with this one first, for of two alike the first decides."""
    others = [each for each in entries(before) if any(each.get(key) != entry.get(key) for key in _SAME)]
    return [entry, *others] if others else entry


def entries(said: Any) -> list[Entry]:
    """What a file says of a caption or row, an entry each: it may be a concept, an entry, one by statement, a list."""
    if said is None:
        return []
    if isinstance(said, list):
        return [dict(each) for each in said]
    if isinstance(said, dict):
        if set(said) <= _KINDS:
            return [{"concept": concept, "statement": kind} for kind, concept in said.items()]
        return [dict(said)]
    return [{"concept": str(said)}]
