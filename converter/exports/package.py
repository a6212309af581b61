"""A report package (XBRL Report Packages 1.0) with its extension taxonomy as a taxonomy package (Packages 1.0).

    tmrk-20010630/META-INF/reportPackage.json
    tmrk-20010630/META-INF/taxonomyPackage.xml
    tmrk-20010630/META-INF/catalog.xml
    tmrk-20010630/reports/tmrk-20010630.xbrl
    tmrk-20010630/tmrk.example/20010630/tmrk-20010630.xsd, linkbases

Other files may stand beside these folders, which software that reads reports leaves alone.

In the package the instance names its taxonomy by the address it would have on the web, as packages want it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from converter.exports.archive import zipped
from converter.rendering import taxonomy
from converter.rendering.templating import fill_xml
from converter.rendering.view import View
from converter.report import Report

DOCUMENT_TYPE = "https://xbrl.org/report-package/2023"


def export(report: Report, beside: Mapping[str, bytes] | None = None) -> dict[str, bytes]:
    """`<prefix>-<date>.zip`.

    Args:
        beside: further files that are to be in it, by their paths below the folder at the top.
    """
    base = f"{report.namespace}/"
    view = View(report, base)
    folder = report.namespace.partition("://")[2]
    top = view.stem
    description = {"documentInfo": {"documentType": DOCUMENT_TYPE}}
    files = {
        f"{top}/META-INF/reportPackage.json": (json.dumps(description, indent=1) + "\n").encode(),
        f"{top}/META-INF/taxonomyPackage.xml": fill_xml("taxonomyPackage.xml.j2", view=view),
        f"{top}/META-INF/catalog.xml": fill_xml("catalog.xml.j2", base=base, folder=folder),
        # Report packages know an instance by this suffix (Report Packages 1.0).
        f"{top}/reports/{view.stem}.xbrl": fill_xml("instance.xml.j2", view=view),
    }
    files |= {f"{top}/{folder}/{name}": content for name, content in taxonomy(report).items()}
    files |= {f"{top}/{name}": content for name, content in (beside or {}).items()}
    return {f"{top}.zip": zipped(files)}
