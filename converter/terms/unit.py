"""In what amounts are measured."""

from __future__ import annotations

from typing import Literal

Unit = Literal["USD", "shares", "USD/shares", "pure"]
