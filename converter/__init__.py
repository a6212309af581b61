"""Turns legacy US earnings releases and EDGAR filings into valid XBRL.

    from converter import Options, convert

    conversion = convert("release.txt", Options(cik="1234567"))
    conversion.report.facts        # every fact with its source line and the reason for its concept
    conversion.findings            # what the stages have to say about the document
    conversion.write("out/release")

Nothing is printed and no state is kept. Names are loaded at first use, so that `import converter` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from converter.errors import RetroxbrlError
    from converter.findings import Finding, Severity
    from converter.options import Options
    from converter.pipeline import Conversion, convert
    from converter.report import Report

__all__ = ["Conversion", "Finding", "Options", "Report", "RetroxbrlError", "Severity", "convert"]
__version__ = "0.1.0"

_HOMES = {
    "Conversion": "pipeline",
    "Finding": "findings",
    "Options": "options",
    "Report": "report",
    "RetroxbrlError": "errors",
    "Severity": "findings",
    "convert": "pipeline",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
