"""The look of old HTML as CSS: what `<FONT>`, `<CENTER>`, BGCOLOR, ALIGN and their like say, in a style attribute."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from converter.digits import whole
from converter.exports.ixbrl.css import harmless

_SIZES = {"1": "x-small", "2": "small", "3": "medium", "4": "large", "5": "x-large", "6": "xx-large", "7": "xxx-large"}
_PLAIN = re.compile(r"[\w#%.,' +-]{1,80}")
_RELATIVE_SIZE = re.compile(r"[+-]\d")
_LENGTH = re.compile(r"(\d{1,5})(?:\.\d+)?\s*(%|px|pt|)")
_LIST_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}

ELEMENTS: Mapping[str, str] = {
    "address": "font-style:italic",
    "b": "font-weight:bold",
    "big": "font-size:min(1.2em,48px)",
    "blockquote": "margin:1em 40px",
    "center": "text-align:center",
    "cite": "font-style:italic",
    "code": "font-family:monospace",
    "dd": "margin-left:40px",
    "del": "text-decoration:line-through",
    "dl": "margin:1em 0",
    "em": "font-style:italic",
    "h1": "font-size:min(2em,64px);font-weight:bold;margin:.67em 0",
    "h2": "font-size:min(1.5em,48px);font-weight:bold;margin:.83em 0",
    "h3": "font-size:min(1.17em,36px);font-weight:bold;margin:1em 0",
    "h4": "font-weight:bold;margin:1.33em 0",
    "h5": "font-size:.83em;font-weight:bold;margin:1.67em 0",
    "h6": "font-size:.67em;font-weight:bold;margin:2.33em 0",
    "i": "font-style:italic",
    "ins": "text-decoration:underline",
    "kbd": "font-family:monospace",
    "li": "display:list-item",
    "listing": "font-family:monospace;white-space:pre;margin:1em 0",
    "nobr": "white-space:nowrap",
    "ol": "margin:1em 0;padding-left:40px",
    "p": "margin:1em 0",
    "plaintext": "font-family:monospace;white-space:pre",
    "pre": "font-family:monospace;white-space:pre;margin:1em 0",
    "s": "text-decoration:line-through",
    "samp": "font-family:monospace",
    "small": "font-size:smaller",
    "strike": "text-decoration:line-through",
    "strong": "font-weight:bold",
    "sub": "vertical-align:sub;font-size:smaller",
    "sup": "vertical-align:super;font-size:smaller",
    "tt": "font-family:monospace",
    "u": "text-decoration:underline",
    "ul": "margin:1em 0;padding-left:40px",
    "xmp": "font-family:monospace;white-space:pre;margin:1em 0",
}
"""How browsers show elements that have to become a `div` or `span` (HTML 4.01, appendix on default style); what grows
with its parent has a limit, for one may stand in the other without end."""


def style(tag: str, attributes: Mapping[str, str]) -> str:
    """The style of an element's presentational attributes, its own style last; nothing in it loads or covers."""
    return harmless(";".join([*_declarations(tag, attributes), attributes.get("style", "")]), tag)


def _declarations(tag: str, attributes: Mapping[str, str]) -> Iterator[str]:
    for name, raw in attributes.items():
        text = raw.strip()
        if not _PLAIN.fullmatch(text):
            # NOWRAP and the like stand alone.
            text = ""
        yield from _declaration(tag, name, text)


def _declaration(tag: str, name: str, text: str) -> Iterator[str]:
    lower = text.lower()
    if name == "bgcolor" and text:
        yield f"background-color:{_color(text)}"
    elif name == "align" and text:
        yield from _alignment(tag, lower)
    elif name == "valign" and lower in ("top", "middle", "bottom", "baseline"):
        yield f"vertical-align:{lower}"
    elif name in ("width", "height") and (match := _LENGTH.fullmatch(lower)):
        yield f"{name}:{match[1]}{match[2] or 'px'}"
    elif name == "nowrap":
        yield "white-space:nowrap"
    elif name == "size" and tag == "font" and text:
        yield f"font-size:{_SIZES[_font_size(text)]}"
    elif name == "size" and tag == "hr" and (height := whole(text)) is not None:
        yield f"height:{min(height, 100)}px"
    elif name == "noshade":
        yield "background-color:gray;border:0"
    elif name == "face" and text:
        yield f"font-family:{text}"
    elif name in ("color", "text") and text:
        yield f"color:{_color(text)}"
    elif name == "type" and tag in ("ol", "ul", "li"):
        yield f"list-style-type:{_LIST_TYPES.get(text, lower or 'disc')}"
    elif name == "start" and tag == "ol" and (first := whole(text)) is not None:
        yield f"counter-reset:list-item {first - 1}"


def _alignment(tag: str, where: str) -> Iterator[str]:
    if where not in ("left", "right", "center", "justify"):
        return
    if tag == "table":
        yield (
            "margin-left:auto;margin-right:auto" if where == "center" else f"float:{where}" if where == "right" else ""
        )
    elif tag == "img":
        yield f"float:{where}" if where in ("left", "right") else ""
    elif tag == "hr":
        yield "margin-left:auto;margin-right:auto" if where == "center" else f"margin-{where}:0"
    else:
        yield f"text-align:{where}"


def _font_size(text: str) -> str:
    """A size from 1 to 7; `+1` and `-1` count from 3, whatever stands around (HTML 4.01, 15.2.2)."""
    if _RELATIVE_SIZE.fullmatch(text):
        return str(min(max(3 + int(text), 1), 7))
    return text if text in _SIZES else "3"


def _color(text: str) -> str:
    return f"#{text}" if re.fullmatch(r"[0-9a-fA-F]{6}", text) else text
