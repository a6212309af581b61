"""What of a source is markup."""

from __future__ import annotations

import re

TAG = re.compile("<[^<>]*>")
"""A tag ends before the next one opens: a line of tags that nothing closes is read once, and holds none."""
