"""The company facts of each company over its filings, as the SEC's API has them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from converter.errors import InputError
from converter.exports.companyfacts import as_bytes
from converter.exports.merge import once


def merge(folders: Sequence[Path], name: str) -> dict[str, bytes]:
    """`CIK##########.json` for each company; one without a CIK is told by its prefix and name.

    Raises:
        InputError: a file cannot be read, or two folders hold one filing.
    """
    paths = [path for folder in folders for path in sorted((folder / "companyfacts").glob("*.json"))]
    filings = [(path, content) for path, content in ((path, _read(path)) for path in paths) if _entry(content)]
    once(((str(_entry(content)["accn"]), path.parent.parent) for path, content in filings), "filing")
    companies: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for path, content in filings:
        known_as = "" if content["cik"] else str(content["entityName"])
        companies[path.stem][known_as].append(content)
    files: dict[str, bytes] = {}
    for stem, named in sorted(companies.items()):
        for number, of_one in enumerate((named[key] for key in sorted(named)), 1):
            files[f"{stem}{'' if number == 1 else f'-{number}'}.json"] = as_bytes(_merged(of_one))
    return files


def _read(path: Path) -> dict[str, Any]:
    try:
        content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path} cannot be read ({error}).", "Convert again with the format companyfacts.") from error
    return content


def _entry(content: Mapping[str, Any]) -> dict[str, Any]:
    """The first entry, which tells the filing as every other does; an empty one if there is none."""
    concepts = (concept for named in content["facts"].values() for concept in named.values())
    entries = (entry for concept in concepts for entries in concept["units"].values() for entry in entries)
    return next(entries, {})


def _filed(content: Mapping[str, Any]) -> tuple[str, str]:
    entry = _entry(content)
    return entry["filed"] or "", str(entry["accn"])


def _merged(filings: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """One company's filings; what it and its concepts are called is what the latest filing says."""
    in_order = sorted(filings, key=_filed)
    facts: dict[str, dict[str, Any]] = {}
    for content in in_order:
        for prefix, concepts in content["facts"].items():
            for local, concept in concepts.items():
                known = facts.setdefault(prefix, {}).setdefault(local, {"units": {}})
                known |= {name: concept[name] for name in ("label", "description")}
                for unit, entries in concept["units"].items():
                    known["units"].setdefault(unit, []).extend(entries)
    return {
        "cik": in_order[-1]["cik"],
        "entityName": in_order[-1]["entityName"],
        "facts": {
            prefix: {local: _in_order(concepts[local]) for local in sorted(concepts)}
            for prefix, concepts in sorted(facts.items())
        },
    }


def _in_order(concept: Mapping[str, Any]) -> dict[str, Any]:
    units = {
        unit: sorted(entries, key=lambda entry: (entry["end"], entry.get("start", ""), entry["accn"]))
        for unit, entries in sorted(concept["units"].items())
    }
    return {"label": concept["label"], "description": concept["description"], "units": units}
