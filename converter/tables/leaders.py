"""Leaders: the dots that lead the eye from a caption to its value."""

from __future__ import annotations


def leader(text: str, dots: str = ".") -> int:
    """Where the dots at the end of a text begin, the white space before and between them included; its length if
    fewer than two stand there.
    """
    at, found = len(text), 0
    while at and (text[at - 1] in dots or text[at - 1].isspace()):
        at -= 1
        found += text[at] in dots
    return at if found > 1 else len(text)
