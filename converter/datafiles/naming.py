"""What the files of one company and of one document are called, relative to a folder of maps."""

from __future__ import annotations

import re

_OTHER = re.compile(r"[^\w.-]")


def map_of_company(cik: str) -> str:
    """`company/0000012345.yaml` for the CIK `12345`."""
    return f"company/{cik.zfill(10)}.yaml"


def map_of_document(document: str) -> str:
    """`document/q3_release.yaml` for the document `q3 release`: its file name without the ending."""
    return f"document/{of_document(document)}"


def of_document(document: str) -> str:
    """`q3_release.yaml` for the document `q3 release`: its file name without the ending."""
    return f"{_OTHER.sub('_', document)}.yaml"
