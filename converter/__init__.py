"""Turns legacy US earnings releases and EDGAR filings into valid XBRL.

    from converter import Options, convert

    conversion = convert("release.txt", Options(cik="1234567"))
    conversion.report.facts        # every fact with its source line and the reason for its concept
    conversion.findings            # what the stages have to say about the document
    conversion.to_pandas()         # the facts as a DataFrame
    conversion.write("out/release")

`import retroxbrl` gives the same modules. Nothing is printed and no state is kept. Names are loaded at first use, so
that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from converter.conversion import Conversion, Stages
    from converter.errors import (
        InputError,
        MapError,
        NoStatementError,
        OutputError,
        RetroxbrlError,
        TaxonomyError,
        UsageError,
    )
    from converter.findings import Finding, Severity
    from converter.options import Options
    from converter.pipeline import convert
    from converter.report import Fact, Report

__version__ = "0.1.0"
__all__ = [
    "Conversion",
    "Fact",
    "Finding",
    "InputError",
    "MapError",
    "NoStatementError",
    "Options",
    "OutputError",
    "Report",
    "RetroxbrlError",
    "Severity",
    "Stages",
    "TaxonomyError",
    "UsageError",
    "__version__",
    "convert",
]

_HOMES = {
    "conversion": ("Conversion", "Stages"),
    "pipeline": ("convert",),
    "report": ("Fact", "Report"),
    "findings": ("Finding", "Severity"),
    "options": ("Options",),
    "errors": (
        "InputError",
        "MapError",
        "NoStatementError",
        "OutputError",
        "RetroxbrlError",
        "TaxonomyError",
        "UsageError",
    ),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
