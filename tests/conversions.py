"""Files as a conversion writes them, small ones; the pool's processes import this, so nothing that is slow to load."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from converter.rendering.owned import RECORD, listing


def conversion(name: str, files: Mapping[str, bytes] | None = None, *, content: bytes = b"") -> dict[str, bytes]:
    """The files of a document's conversion: those given and the record that lists them.

    Args:
        name: of the document.
        content: what the document holds.
    """
    data = {
        "document": {"name": name, "sha256": hashlib.sha256(content or name.encode()).hexdigest()},
        "entity": {"name": "Larkfield"},
        "period_end": "2001-09-30",
    }
    return {**(files or {}), RECORD: json.dumps({**data, "files": listing(RECORD, data, files or {})}).encode()}
