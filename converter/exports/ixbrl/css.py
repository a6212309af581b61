"""What of a source's styles may stay: a list of properties, and for each the values that only say how text looks.

Styles are read by the rules of CSS (comments, escapes and strings included) and written anew from what was understood.
So nothing that is not on the list gets through: nothing loads (no `url` in any spelling, no function but a colour's),
nothing leaves its place in the flow (no `position`, no negative margin, no `transform`), nothing grows over the page
(lengths have limits), and nothing adds text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import tinycss2

_PIXELS = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 37.8, "mm": 3.78, "em": 16.0, "rem": 16.0, "ex": 8.0}
"""CSS pixels to a unit; those of a font are taken for one of usual size."""

_WORD = re.compile(r"-?[a-z][a-z0-9-]*", re.IGNORECASE)
_NAME = re.compile(r"[\w &.+-]{1,60}")
_DIGITS = re.compile(r"[0-9a-fA-F]{3,8}")
_COLOUR_FUNCTIONS = ("rgb", "rgba", "hsl", "hsla")


@dataclass(frozen=True, slots=True)
class _Values:
    """What may stand in a property's value; without anything, words alone.

    Attributes:
        words: the words; None for any, where no word can do harm.
        lengths: the least and the greatest in CSS pixels.
        numbers: the same of numbers without a unit; None: old pages mean pixels by them.
        percent: the same of percentages.
        clamped: whether what is negative becomes nothing.
        relative: whether a length may be a multiple of the font's size beyond that size.
        colours: whether colours may be written in digits.
        names: whether strings and commas may stand, as in a list of fonts.
    """

    words: frozenset[str] | None = None
    lengths: tuple[float, float] | None = None
    numbers: tuple[float, float] | None = None
    percent: tuple[float, float] | None = None
    clamped: bool = False
    relative: bool = True
    colours: bool = False
    names: bool = False


def _only(words: str) -> _Values:
    return _Values(words=frozenset(words.split()))


_WORDS = _Values()
_COLOURS = _Values(colours=True)
_NUMBERS = _Values(numbers=(-1, 1000))
_MARGINS = _Values(lengths=(0, 1000), percent=(0, 100), clamped=True)
_PADDINGS = _Values(lengths=(0, 1000), percent=(0, 100))
_SIZES = _Values(lengths=(0, 2000), percent=(0, 200))
_RULES = _Values(lengths=(0, 16), colours=True)
_FONT_WORDS = "xx-small x-small small medium large x-large xx-large xxx-large smaller inherit initial"
# Sizes in terms of the parent's could multiply, one element in the other.
_FONT_SIZES = _Values(
    words=frozenset(_FONT_WORDS.split()),
    lengths=(0, 72),
    percent=(0, 100),
    relative=False,
)

_WORDY = (
    "border-collapse border-style caption-side clear empty-cells float font-style font-variant font-stretch hyphens "
    "list-style list-style-position list-style-type overflow-wrap page-break-after page-break-before "
    "page-break-inside break-after break-before break-inside table-layout text-align text-align-last "
    "text-decoration-line text-decoration-style text-justify text-transform white-space word-break word-wrap"
)
_EDGES = ("top", "right", "bottom", "left")
_PROPERTIES: Mapping[str, _Values] = {
    **dict.fromkeys(("color", "background-color", "background", "text-decoration-color"), _COLOURS),
    **dict.fromkeys(("text-decoration", "border-color"), _COLOURS),
    **dict.fromkeys(_WORDY.split(), _WORDS),
    **dict.fromkeys(("counter-reset", "font-weight", "orphans", "widows"), _NUMBERS),
    **{f"margin{edge}": _MARGINS for edge in ("", *(f"-{edge}" for edge in _EDGES))},
    **{f"padding{edge}": _PADDINGS for edge in ("", *(f"-{edge}" for edge in _EDGES))},
    **{f"border{edge}": _RULES for edge in ("", *(f"-{edge}" for edge in _EDGES))},
    **{f"border-{edge}-{part}": _RULES for edge in _EDGES for part in ("color", "style", "width")},
    **dict.fromkeys(("width", "min-width", "max-width", "height", "min-height"), _SIZES),
    "border-spacing": _Values(lengths=(0, 50)),
    "border-width": _RULES,
    "display": _only(
        "none inline block inline-block inline-table list-item table table-caption table-cell table-column "
        "table-column-group table-footer-group table-header-group table-row table-row-group"
    ),
    "font": _Values(lengths=(0, 72), numbers=(1, 1000), relative=False, names=True),
    "font-family": _Values(names=True),
    "font-size": _FONT_SIZES,
    "letter-spacing": _Values(lengths=(-2, 400)),
    "line-height": _Values(lengths=(0, 100), numbers=(0, 4), percent=(0, 400)),
    # First lines may hang out by as much as lists and captions of statements do.
    "text-indent": _Values(lengths=(-100, 1000), percent=(-10, 100)),
    "overflow": _only("hidden visible"),
    "vertical-align": _Values(lengths=(-20, 20), percent=(-100, 100)),
    "visibility": _only("hidden visible collapse inherit"),
    "word-spacing": _Values(lengths=(-2, 400)),
}
_RAISED = _Values(lengths=(-10, -0.1))

_GROWING_NAMES = "table tr td th col colgroup thead tbody tfoot hr img"
_GROWING = frozenset(_GROWING_NAMES.split())
"""What grows with its content, whatever height it is given, or has no content."""

_BLOCK_NAMES = "address blockquote body caption center dd div dl h1 h2 h3 h4 h5 h6 li listing ol p pre ul xmp"
_BLOCKS = _GROWING | frozenset(_BLOCK_NAMES.split())
"""What stands in lines of its own; of all else, known or not, a part of a line is made."""

_LONGEST = 4_000
"""Characters of an attribute that is read at all: honest ones have hundreds, and no number has so many digits."""

_ABOVE_AND_BELOW = re.compile(r"(?:padding|border)(?:-(?:top|bottom|width).*)?")


@lru_cache(maxsize=8192)
def harmless(style: str, tag: str) -> str:
    """The declarations of a style attribute that may stay, written anew; none of one beyond all measure.

    Args:
        tag: of the element in the source.
    """
    if len(style) > _LONGEST:
        return ""
    declared = [
        (part.lower_name, [token for token in part.value if token.type != "whitespace"])
        for part in tinycss2.parse_blocks_contents(style, skip_comments=True, skip_whitespace=True)
        if part.type == "declaration"
    ]
    kept: dict[str, str] = {}
    for name, tokens in declared:
        if text := _admitted(name, tokens):
            kept.pop(name, None)  # what comes later wins, also over a shorthand before it
            kept[name] = text
    if (
        tag not in _BLOCKS
        and kept.get("vertical-align", "baseline") == "baseline"
        and (raised := _raised(dict(declared)))
    ):
        kept |= {"vertical-align": raised, "line-height": "0"}  # it takes no room, as what is moved does not
    if "height" in kept and tag not in _GROWING and kept.get("overflow") != "hidden":
        # A box that is lower than its content would have what follows stand on it.
        kept.setdefault("min-height", kept.pop("height"))
    if kept.get("display", "" if tag in _BLOCKS else "inline") == "inline":
        # These would lie over the lines around it, which make no room for them.
        kept = {name: text for name, text in kept.items() if not _ABOVE_AND_BELOW.fullmatch(name) or _is_thin(text)}
    return ";".join(f"{name}:{text}" for name, text in kept.items())


def _admitted(name: str, tokens: list[Any]) -> str:
    """The value if it may stay, else nothing."""
    values = _PROPERTIES.get(name)
    if values is None:
        return ""
    if name == "font":
        return _font(tokens)
    return _written(tokens, values)


def _font(tokens: list[Any]) -> str:
    """A shorthand, `bold 10pt/120% Times`: what stands after the slash is a height of lines."""
    values = _PROPERTIES["font"]
    if "larger" in _words(tokens):
        return ""
    if "/" not in tokens:
        return _written(tokens, values)
    slash = tokens.index("/")
    before, after = _written(tokens[:slash], values), _written(tokens[slash + 2 :], values)
    height = _written(tokens[slash + 1 : slash + 2], _PROPERTIES["line-height"])
    return f"{before}/{height} {after}" if before and height and after else ""


def _words(tokens: list[Any]) -> list[str]:
    return [token.lower_value for token in tokens if token.type == "ident"]


def _written(tokens: list[Any], values: _Values) -> str:
    """The tokens written anew, or nothing if one of them is not among the values."""
    texts = [_text(token, values) for token in tokens]
    return "" if None in texts else _joined(text or "" for text in texts)


def _joined(texts: Iterable[str]) -> str:
    """One value of several: a space between them, lest two numbers that a comment parted become one."""
    return " ".join(texts).replace(" ,", ",")


def _text(token: Any, values: _Values) -> str | None:
    kind = token.type
    if kind == "ident":
        allowed = values.words is None or token.lower_value in values.words
        return str(token.value) if allowed and _WORD.fullmatch(token.value) else None
    if kind in ("number", "dimension", "percentage"):
        return "0" if values.clamped and token.value < 0 else _bounded(token, values)
    if kind == "hash":
        return f"#{token.value}" if values.colours and _DIGITS.fullmatch(token.value) else None
    if kind == "function":
        return _colour(token) if values.colours else None
    if kind == "string":
        return f"'{token.value}'" if values.names and _NAME.fullmatch(token.value) else None
    return "," if token == "," and values.names else None


def _bounded(token: Any, values: _Values) -> str | None:
    size, unit = token.value, "%" if token.type == "percentage" else getattr(token, "lower_unit", "px")
    bounds = values.lengths
    if unit == "%":
        bounds = values.percent
    elif token.type == "number" and values.numbers:
        bounds = values.numbers
    elif unit not in _PIXELS or (unit in ("em", "rem", "ex") and not values.relative and size > 1):
        return None
    else:
        size *= _PIXELS[unit]
    return str(token.serialize()) if bounds and bounds[0] <= size <= bounds[1] else None


def _colour(token: Any) -> str | None:
    inside = [part for part in token.arguments if part.type != "whitespace"]
    plain = all(part.type in ("number", "percentage") or part in (",", "/") for part in inside)
    if token.lower_name not in _COLOUR_FUNCTIONS or not plain:
        return None
    return f"{token.lower_name}({_joined(part.serialize() for part in inside)})"


def _raised(found: Mapping[str, list[Any]]) -> str:
    """How far footnote marks are raised that `position:relative; top:-3.5pt` moves up; in the flow, it is this."""
    if _words(found.get("position", [])) != ["relative"]:
        return ""
    return _written(found.get("top", []), _RAISED).replace("-", "", 1)


def _is_thin(value: str) -> bool:
    """Whether no length in a value is more than a few pixels."""
    tokens = tinycss2.parse_component_value_list(value)
    lengths = [token for token in tokens if token.type in ("number", "dimension", "percentage")]
    return all(_bounded(token, _Values(lengths=(0, 4))) for token in lengths)
