"""A room offers what it brings together: other rooms take it from there."""

from __future__ import annotations

import ast
from pathlib import Path
from types import ModuleType

import pytest

import converter.knowledge
import converter.terms


@pytest.mark.parametrize("room", [converter.terms, converter.knowledge])
def test_what_a_room_brings_together_it_offers(room: ModuleType) -> None:
    assert room.__file__
    tree = ast.parse(Path(room.__file__).read_text("utf-8"))
    brought = {name.name for node in tree.body if isinstance(node, ast.ImportFrom) for name in node.names}

    assert set(room.__all__) == brought - {"annotations"}
