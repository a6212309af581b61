"""What the file of one document is called."""

from __future__ import annotations

import re

_OTHER = re.compile(r"[^\w.-]")


def of_document(document: str) -> str:
    """`q3_release.yaml` for the document `q3 release`: its file name without the ending."""
    return f"{_OTHER.sub('_', document)}.yaml"
