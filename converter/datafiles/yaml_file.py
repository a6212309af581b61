"""YAML with line numbers: a file becomes plain data plus the line of every key and item."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from converter.errors import MapError

Path_ = tuple[str | int, ...]
Lines = dict[Path_, int]

_SCALARS: dict[str, Callable[[str], Any]] = {
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:float": float,
    "tag:yaml.org,2002:bool": lambda text: text.lower() in ("true", "yes", "on"),
    "tag:yaml.org,2002:null": lambda text: None,
}


def read(path: Path, text: str) -> tuple[Any, Lines]:
    """The data of a YAML text, and the 1-based line of each key and item by its path.

    Raises MapError, with the line, for a text that is not YAML, an alias (hostile files nest them) and a key given
    twice.
    """
    try:
        node = YAML(typ="safe", pure=True).compose(io.StringIO(text))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"{path}, line {mark.line + 1}" if mark else str(path)
        raise MapError(f"{where}: {error.problem or error.context}.", "Correct the YAML there.") from error
    except (RecursionError, ValueError) as error:
        raise MapError(f"{path}: not readable as YAML ({error}).", "Correct the file.") from error
    lines: Lines = {}
    return (None if node is None else _plain(node, (), lines, path, set())), lines


def _plain(node: Node, at: Path_, lines: Lines, path: Path, open_nodes: set[int]) -> Any:
    lines.setdefault(at, node.start_mark.line + 1)
    if id(node) in open_nodes:
        raise MapError(f"{path}, line {lines[at]}: an alias (*) stands here.", "Write the entry out.")
    if isinstance(node, ScalarNode):
        return _SCALARS.get(node.tag or "", str)(node.value)
    open_nodes.add(id(node))
    if isinstance(node, SequenceNode):
        return [_plain(item, (*at, number), lines, path, open_nodes) for number, item in enumerate(node.value)]
    assert isinstance(node, MappingNode)
    data: dict[str, Any] = {}
    for key_node, value in node.value:
        key = str(key_node.value)
        line = key_node.start_mark.line + 1
        if key in data:
            raise MapError(f"{path}, line {line}: '{key}' is given twice.", "Keep one of the two.")
        lines[*at, key] = line
        data[key] = _plain(value, (*at, key), lines, path, open_nodes)
    return data
