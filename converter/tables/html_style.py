"""What attributes and styles say about print: indentation, borders, raised text, spans of cells."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from converter.digits import whole

_STYLE = re.compile(r"""\bstyle\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.I)
_DECLARATION = re.compile(r"([a-z-]+)\s*:\s*([^;]*)", re.I)
_LONGEST = 4_000
"""Characters of a tag's attributes that are looked at."""
_SPAN = re.compile(r"\b(col|row)span\s*=\s*[\"']?\s*([0-9]{1,4})", re.I)
_LENGTH = re.compile(r"(-?[0-9]*\.?[0-9]+)\s*(px|pt|em|ex|in|cm|mm|pc|%)?", re.I)
# Points to a unit; an em is taken for ten points, a percentage for one of a caption's usual width.
_POINTS = {"px": 0.75, "pt": 1.0, "em": 10.0, "ex": 5.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "pc": 12.0, "%": 2.5}
_POINTS_PER_CHARACTER = 5
_MAX_INDENT = 80
_MAX_POINTS = 10_000.0
_NOT_DRAWN = re.compile(r"\b(?:none|hidden|transparent|white|0(?:\.0*)?(?:px|pt)?)(?=\s|$)", re.I)
_HEXADECIMAL = re.compile(r"#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})\b|#([0-9a-f])([0-9a-f])([0-9a-f])\b", re.I)
_RGB = re.compile(r"rgb\(\s*([0-9]{1,3})\s*,\s*([0-9]{1,3})\s*,\s*([0-9]{1,3})")
# Rules lighter than this vanish into the shading of the rows.
_PALE = 190
_RAISED = re.compile(r"vertical-align\s*:\s*(?:super|text-top)|position\s*:\s*relative[^\"']*\btop\s*:\s*-[0-9]", re.I)
_WIDE_RULE = re.compile(r"\bsize\s*=\s*[\"']?\s*([2-9]|[0-9][0-9])", re.I)


class Style(NamedTuple):
    """Of one element: `indent` in points, and the rules drawn at its edges (`-`, `=`, or empty)."""

    indent: float = 0.0
    top: str = ""
    bottom: str = ""


_PLAIN = Style()


@lru_cache(maxsize=4096)
def style_of(attributes: str) -> Style:
    """The style that a tag's attributes set."""
    found = _STYLE.search(attributes, 0, _LONGEST)
    if found is None:
        return _PLAIN
    indents: dict[str, float] = {}
    rules: dict[str, str] = {}
    for name, value in _DECLARATION.findall(found[1] or found[2] or found[3] or ""):
        name = name.lower()
        if name in ("padding", "margin"):
            indents[name] = _left_of(value)
        elif name in ("padding-left", "margin-left"):
            indents[name[:-5]] = _points(value)
        elif name == "text-indent":
            indents[name] = _points(value)
        elif name.startswith("border"):
            _draw(rules, name, value)
    return Style(sum(indents.values()), rules.get("top", ""), rules.get("bottom", ""))


def characters(points: float) -> int:
    """An indentation in characters of ordinary print."""
    return min(max(round(points / _POINTS_PER_CHARACTER), 0), _MAX_INDENT)


@lru_cache(maxsize=4096)
def spans_of(attributes: str) -> tuple[int, int]:
    """`colspan` and `rowspan` as written, at least 1."""
    spans = {name.lower(): max(whole(number) or 1, 1) for name, number in _SPAN.findall(attributes, 0, _LONGEST)}
    return spans.get("col", 1), spans.get("row", 1)


@lru_cache(maxsize=4096)
def is_raised(attributes: str) -> bool:
    """Whether an element's text is set above the line, as footnote marks are."""
    return bool(_RAISED.search(attributes, 0, _LONGEST))


def rule_of_hr(attributes: str) -> str:
    """`=` for a thick `<hr>`, else `-`."""
    return "=" if _WIDE_RULE.search(attributes, 0, _LONGEST) else "-"


def _left_of(shorthand: str) -> float:
    """The left of `top right bottom left`; with fewer lengths the right one, or the only one, holds for the left."""
    lengths = shorthand.split()
    if not lengths:
        return 0.0
    return _points(lengths[3] if len(lengths) > 3 else lengths[1] if len(lengths) > 1 else lengths[0])


def _points(value: str) -> float:
    found = _LENGTH.match(value.strip())
    points = float(found[1]) * _POINTS[(found[2] or "px").lower()] if found else 0.0
    return min(max(points, -_MAX_POINTS), _MAX_POINTS)


def _draw(rules: dict[str, str], name: str, value: str) -> None:
    """Note what a `border...` property draws at the top and the bottom."""
    edges = [edge for edge in ("top", "bottom") if edge in name] or (["top", "bottom"] if name == "border" else [])
    if name.endswith(("-color", "-style", "-width")):
        if edges and _NOT_DRAWN.search(value):
            for edge in edges:
                rules[edge] = ""
        elif "double" in value.lower():
            rules.update(dict.fromkeys(edges, "="))
        elif name.endswith("-style"):
            rules.update(dict.fromkeys(edges, "-"))
        return
    drawn = "" if not value.strip() or _NOT_DRAWN.search(value) or _is_pale(value) else "-"
    if drawn and "double" in value.lower():
        drawn = "="
    for edge in edges:
        rules[edge] = drawn


def _is_pale(value: str) -> bool:
    found = _HEXADECIMAL.search(value)
    if found:
        digits = [group for group in found.groups() if group]
        # Hexadecimal digits, two for each of the three colours.
        return min(int(digit * (2 // len(digit)), 16) for digit in digits) > _PALE
    rgb = _RGB.search(value)
    return bool(rgb) and min(int(part) for part in rgb.groups()) > _PALE if rgb else False
