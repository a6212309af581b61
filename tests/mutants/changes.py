"""The small changes of a module that a person could make by mistake: a condition the wrong way round, another constant,
another operator, a branch or an entry left out, an alternative of a pattern forgotten.

A change is a piece of text for a piece of text, so that what is printed is the module as it stands and one line of it
changed. What no run can notice is left alone: annotations, docstrings, the words of messages, decorators.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tests.mutants.patterns import pattern_changes

_Node = ast.expr | ast.stmt | ast.pattern
_COMPARISONS = {
    "<": ("<=", ">"), "<=": ("<", ">="), ">": (">=", "<"), ">=": (">", "<="), "==": ("!=",), "!=": ("==",),
    "in": ("not in",), "not in": ("in",), "is": ("is not",), "is not": ("is",),
}  # fmt: skip
_OPERATORS = {"+": "-", "-": "+", "*": "/", "/": "*", "//": "*", "%": "*", "**": "*", "&": "|", "|": "&"}
_NAMES = {
    "min": "max", "max": "min", "any": "all", "all": "any", "startswith": "endswith", "endswith": "startswith",
    "match": "search", "search": "match", "fullmatch": "match", "lstrip": "rstrip", "rstrip": "lstrip",
}  # fmt: skip
_RAW = re.compile(r"""(?:r|rf|fr)"(?!")(?P<text>.+)"\Z""", re.I | re.S)
_QUIET_KEYWORDS = ("strict", "maxsize", "default_factory")
"""Arguments that say what can not happen, or how fast."""


@dataclass(frozen=True, order=True, slots=True)
class Change:
    """Text for `source[start:end]`.

    Attributes:
        line: of its begin, from 1.
        kind: what sort of mistake it is.
    """

    start: int
    end: int
    text: str
    line: int
    kind: str

    def apply(self, source: str) -> str:
        return source[: self.start] + self.text + source[self.end :]


def changes_of(source: str) -> list[Change]:
    """All changes of a module's text, in its order; a few leave no Python, or no pattern (`compiles` tells)."""
    places = _Places(source)
    tree = ast.parse(source)
    found = {change for node in _alive(tree) for change in _changes(node, places)}
    found |= set(_in_patterns(source, places))
    return sorted(found)


class _Places:
    """Offsets into the text of what the parser and the tokenizer name by line and column."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._lines = source.splitlines(keepends=True)
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line))

    def at(self, line: int, column: int) -> int:
        return self._starts[line - 1] + column

    def span(self, node: _Node) -> tuple[int, int]:
        """The parser counts columns in bytes."""
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return self._at_byte(node.lineno, node.col_offset), self._at_byte(node.end_lineno, node.end_col_offset)

    def text(self, node: _Node) -> str:
        start, end = self.span(node)
        return self.source[start:end]

    def replace(self, node: _Node, text: str, kind: str) -> Change:
        return self.change(*self.span(node), text, kind)

    def change(self, start: int, end: int, text: str, kind: str) -> Change:
        return Change(start, end, text, self.source.count("\n", 0, start) + 1, kind)

    def moved(self, by: int, pattern: str) -> Iterator[Change]:
        """The changes of a pattern that stands at an offset."""
        for start, end, text, kind in pattern_changes(pattern):
            yield self.change(by + start, by + end, text, kind)

    def _at_byte(self, line: int, column: int) -> int:
        return self.at(line, len(self._lines[line - 1].encode()[:column].decode()))


def _alive(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes that a run evaluates."""
    yield node
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "type_params"):
            continue
        for child in value if isinstance(value, list) else [value]:
            quiet = isinstance(child, ast.keyword) and child.arg in _QUIET_KEYWORDS
            if isinstance(child, ast.AST) and not quiet and not isinstance(child, ast.JoinedStr):
                yield from _alive(child)


def _changes(node: ast.AST, places: _Places) -> Iterator[Change]:
    match node:
        case ast.Compare():
            yield from _compared(node, places)
        case ast.BoolOp():
            yield from _joined(node, places)
        case ast.UnaryOp(op=ast.Not()):
            yield places.replace(node, f"({places.text(node.operand)})", "condition")
        case ast.UnaryOp(op=ast.USub()):
            yield places.replace(node, f"({places.text(node.operand)})", "operator")
        case ast.BinOp() | ast.AugAssign():
            yield from _calculated(node, places)
        case ast.Constant():
            yield from _constant(node, places)
        case ast.If():
            yield places.replace(node.test, f"not ({places.text(node.test)})", "condition")
            yield from _branches(node, places)
        case ast.IfExp() | ast.While():
            yield places.replace(node.test, f"not ({places.text(node.test)})", "condition")
        case ast.comprehension():
            yield from (places.replace(one, f"(not ({places.text(one)}))", "condition") for one in node.ifs)
        case ast.List(elts=[_, _, *_]) | ast.Set(elts=[_, _, *_]) | ast.Tuple(elts=[_, _, _, *_]):
            yield from _without_one(node.elts, places)
        case ast.Dict(keys=[_, _, *_]):
            yield from _without_one(node.values, places, node.keys)
        case ast.MatchOr():
            yield from _without_one(node.patterns, places)
        case ast.Call(func=ast.Name() | ast.Attribute()):
            yield from _called(node.func, places)
        case ast.Expr(value=ast.Call() | ast.YieldFrom() | ast.Yield()):
            yield places.replace(node, "pass", "left out")
        case ast.Continue():
            yield places.replace(node, "break", "branch")
        case ast.Break():
            yield places.replace(node, "continue", "branch")


def _compared(node: ast.Compare, places: _Places) -> Iterator[Change]:
    sides = [node.left, *node.comparators]
    for before, after in pairwise(sides):
        start, end = places.span(before)[1], places.span(after)[0]
        sign = " ".join(places.source[start:end].strip("() \n").split())
        yield from _swaps(start, end, sign, _COMPARISONS.get(sign, ()), places, "comparison")
        if isinstance(after, ast.Tuple) and len(after.elts) == 2:
            yield from (places.replace(after, f"({places.text(one)},)", "entry") for one in after.elts)


def _joined(node: ast.BoolOp, places: _Places) -> Iterator[Change]:
    word, other = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
    for before, after in pairwise(node.values):
        yield from _swaps(places.span(before)[1], places.span(after)[0], word, (other,), places, "condition")
    for value in node.values:
        yield places.replace(value, "True" if word == "and" else "False", "condition left out")


def _calculated(node: ast.BinOp | ast.AugAssign, places: _Places) -> Iterator[Change]:
    left, right = (node.left, node.right) if isinstance(node, ast.BinOp) else (node.target, node.value)
    start, end = places.span(left)[1], places.span(right)[0]
    sign = places.source[start:end].strip("() \n").removesuffix("=")
    if sign in _OPERATORS:
        yield from _swaps(start, end, sign, (_OPERATORS[sign],), places, "operator")


def _swaps(start: int, end: int, old: str, new: Iterable[str], places: _Places, kind: str) -> Iterator[Change]:
    """Other signs for the one that stands somewhere between two operands."""
    at = places.source.find(old, start, end)
    if at >= 0:
        yield from (places.change(at, at + len(old), text, kind) for text in new)


def _constant(node: ast.Constant, places: _Places) -> Iterator[Change]:
    match node.value:
        case bool():
            yield places.replace(node, str(not node.value), "constant")
        case int():
            yield places.replace(node, str(node.value + 1), "constant")
            if node.value > 1:
                yield places.replace(node, str(node.value - 1), "constant")
        case float():
            yield places.replace(node, str(node.value * 2 or 1.0), "constant")
        case str() if node.value.isdecimal():
            yield places.replace(node, repr(str(int(node.value) + 1).zfill(len(node.value))), "constant")


def _branches(node: ast.If, places: _Places) -> Iterator[Change]:
    """Without its `else`, or without all of it."""
    if not node.orelse:
        yield places.replace(node.test, "False", "branch")
    elif not (len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If)):
        yield places.change(places.span(node.orelse[0])[0], places.span(node.orelse[-1])[1], "pass", "branch")


def _without_one(
    values: Sequence[_Node], places: _Places, keys: Sequence[ast.expr | None] | None = None
) -> Iterator[Change]:
    """Without one of some entries, and the comma with it."""
    heads = values if keys is None else [key or value for key, value in zip(keys, values, strict=True)]
    for at, value in enumerate(values):
        if at + 1 < len(values):
            yield places.change(places.span(heads[at])[0], places.span(heads[at + 1])[0], "", "entry")
        else:
            yield places.change(places.span(values[at - 1])[1], places.span(value)[1], "", "entry")


def _called(function: ast.Name | ast.Attribute, places: _Places) -> Iterator[Change]:
    name = function.id if isinstance(function, ast.Name) else function.attr
    if name in _NAMES:
        end = places.span(function)[1]
        yield places.change(end - len(name), end, _NAMES[name], "call")


def _in_patterns(source: str, places: _Places) -> Iterator[Change]:
    """Changes of raw strings: in this project they are regular expressions, or pieces of them."""
    raw = False
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        name = tokenize.tok_name[token.type]
        if name == "FSTRING_START":
            raw = "r" in token.string.lower()
        start, end = places.at(*token.start), places.at(*token.end)
        if name == "STRING" and (found := _RAW.match(token.string)):
            yield from places.moved(start + found.start("text"), found["text"])
        if name == "FSTRING_MIDDLE" and raw:
            yield from places.moved(start, source[start:end])
