"""Concepts of us-gaap are named in files that a person can read and overrule, never in the code."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from converter.taxonomy import load_index, releases
from tests.conftest import ROOT


def texts(source: str) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def test_no_module_names_a_concept() -> None:
    indexes = [load_index(release) for release in releases()]
    named = [
        f"{path.relative_to(ROOT)}:{line} {text}"
        for path in sorted((ROOT / "converter").rglob("*.py"))
        for line, text in texts(path.read_text("utf-8"))
        if any(text in index for index in indexes)
    ]
    assert named == []


def test_the_search_would_find_one() -> None:
    assert list(texts("TOTAL = 'Assets'")) == [(1, "Assets")]
    assert "Assets" in load_index(releases()[0])
