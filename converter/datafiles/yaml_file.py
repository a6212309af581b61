"""YAML with line numbers: a file becomes plain data plus the line of every key and item."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import CollectionEndEvent, CollectionStartEvent
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from converter.errors import MapError

Path_ = tuple[str | int, ...]
Lines = dict[Path_, int]

_TRUTHS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_SCALARS: dict[str, Callable[[str], Any]] = {
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:float": float,
    "tag:yaml.org,2002:bool": lambda text: _TRUTHS[text.lower()],
    "tag:yaml.org,2002:null": lambda text: None,
}
_DEEPEST = 20
"""Levels of lists and entries in each other; a mapping file has six."""
_DEEPEST_BRACKETS = 100
"""Brackets open at one place, be it in quotes, where they nest nothing."""
_TOO_DEEP = "lists and entries are nested too deep"


def read(path: Path, text: str) -> tuple[Any, Lines]:
    """The data of a YAML text, and the 1-based line of each key and item by its path.

    Raises MapError, with the line, for a text that is not YAML, an alias (hostile files nest them), entries nested
    without end, a value that is none of its kind, and a key given twice.
    """
    if line := _brackets_too_deep(text):  # before YAML, which takes a time that grows with the square of the depth
        raise _broken(path, line, _TOO_DEEP)
    try:
        node = YAML(typ="safe", pure=True).compose(io.StringIO(text))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _broken(path, mark.line + 1 if mark else None, str(error.problem or error.context)) from error
    except ReaderError as error:
        line = text.count("\n", 0, text.find(_offending(error))) + 1
        raise _broken(path, line, f"a control character ({_offending(error)!r}) stands here") from error
    except RecursionError:
        raise _broken(path, _too_deep(text), _TOO_DEEP) from None
    except (YAMLError, ValueError) as error:
        raise _broken(path, None, f"not readable as YAML ({error})") from error
    lines: Lines = {}
    return (None if node is None else _plain(node, (), lines, path, set())), lines


def _broken(path: Path, line: int | None, what: str) -> MapError:
    where = f"{path}, line {line}" if line else str(path)
    return MapError(f"{where}: {what.rstrip('.')}.", "Correct the YAML there.")


def _offending(error: ReaderError) -> str:
    return error.character if isinstance(error.character, str) else chr(error.character)


def _brackets_too_deep(text: str) -> int | None:
    """The line where more brackets are open than can be."""
    depth = 0
    for bracket in re.finditer(r"[\[{\]}]", text):
        depth = depth + 1 if bracket[0] in "[{" else max(0, depth - 1)
        if depth > _DEEPEST_BRACKETS:
            return text.count("\n", 0, bracket.start()) + 1
    return None


def _too_deep(text: str) -> int | None:
    """The line where the nesting goes deeper than any mapping file."""
    depth = 0
    for event in YAML(typ="safe", pure=True).parse(io.StringIO(text)):
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if depth > _DEEPEST:
            line: int = event.start_mark.line + 1
            return line
    return None


def _plain(node: Node, at: Path_, lines: Lines, path: Path, open_nodes: set[int]) -> Any:
    line = lines.setdefault(at, node.start_mark.line + 1)
    if id(node) in open_nodes:
        raise MapError(f"{path}, line {line}: an alias (*) stands here.", "Write the entry out.")
    if isinstance(node, ScalarNode):
        return _scalar(node, line, path)
    if len(at) > _DEEPEST:
        raise _broken(path, line, _TOO_DEEP)
    open_nodes.add(id(node))
    if isinstance(node, SequenceNode):
        return [_plain(item, (*at, number), lines, path, open_nodes) for number, item in enumerate(node.value)]
    assert isinstance(node, MappingNode)
    data: dict[str, Any] = {}
    for key_node, value in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, ScalarNode):
            raise _broken(path, line, "a list or an entry stands where a name should")
        key = _text(key_node, line, path)
        if key in data:
            raise MapError(f"{path}, line {line}: '{key}' is given twice.", "Keep one of the two.")
        lines[*at, key] = line
        data[key] = _plain(value, (*at, key), lines, path, open_nodes)
    return data


def _scalar(node: ScalarNode, line: int, path: Path) -> Any:
    tag, text = str(node.tag or ""), _text(node, line, path)
    try:
        return _SCALARS.get(tag, str)(text)
    except (ValueError, KeyError):
        kind = tag.rpartition(":")[2]
        raise _broken(path, line, f"'{text[:40]}' is no {kind} that a mapping file can hold") from None


def _text(node: ScalarNode, line: int, path: Path) -> str:
    text = str(node.value)
    if any("\ud800" <= character <= "\udfff" for character in text):  # by an escape; no file can hold it
        raise _broken(path, line, "half a character stands here")
    return text
