"""What a person sees of a page: whether an element is in view in the pane that scrolls it."""

from __future__ import annotations

import re
from typing import Any

_IN_VIEW = """(element, pane) => {
  const box = element.getBoundingClientRect(), frame = document.querySelector(pane).getBoundingClientRect();
  return box.width > 0 && box.top >= frame.top && box.bottom <= frame.bottom
    && box.left >= frame.left - 1 && box.right <= frame.right + 1;
}"""


def is_in_view(element: Any, pane: str) -> bool:
    """Whether the element lies inside the visible part of a pane."""
    return bool(element.evaluate(_IN_VIEW, pane))


def digits(text: str) -> str:
    """The digits of a printed number; `0` for a dash."""
    return re.sub(r"[^\d.]", "", text) or "0"
