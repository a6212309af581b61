"""The inline document in Arelle's viewer, made by the `ixbrl-viewer` plugin: a page and the script that it loads."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from converter.errors import OutputError
from converter.exports.policy import policy

if TYPE_CHECKING:
    from converter.report import Report

_PLUGIN = "iXBRLViewerPlugin"
_TIMEOUT_SECONDS = 300
_NOT_LOADED = ("[IOerror]", "[FileNotLoadable]")
"""What Arelle says of a file that it did not get: the viewer would be there, but know nothing of the concepts."""

_POLICY = policy("'self' file:", "img-src data:", "font-src data:", "worker-src blob:")
"""The viewer runs from the file beside it, and has its pictures and fonts in itself."""


def export(report: Report) -> dict[str, bytes]:
    """`viewer/<prefix>-<date>.html` and `viewer/ixbrlviewer.js`, which lies beside it: no network is needed.

    Arelle keeps global state and only validation may know it, so it runs as a program of its own.

    Raises:
        OutputError: Arelle made no viewer.
        TaxonomyError: the cache of taxonomies cannot be written.
    """
    from converter.exports import ixbrl

    files = ixbrl.export(report)
    entry = next(name for name in files if name.endswith(".htm"))
    with tempfile.TemporaryDirectory(prefix="retroxbrl-") as scratch:
        source, made = Path(scratch, "source"), Path(scratch, "viewer")
        for folder in (source, made):
            folder.mkdir()
        for name, content in files.items():
            (source / name).write_bytes(content)
        page = made / f"{Path(entry).stem}.html"
        said = _run_arelle(source / entry, page)
        if not page.is_file() or any(code in said for code in _NOT_LOADED):
            why = next((line.strip() for line in reversed(said.splitlines()) if line.strip()), "it gave no reason")
            raise OutputError(f"Arelle made no viewer ({why[:300]}).", "Leave `viewer` out; `ixbrl` is the document.")
        _restrict(page)
        return {f"viewer/{file.name}": file.read_bytes() for file in sorted(made.iterdir())}


def _restrict(page: Path) -> None:
    meta = f'<head>\n<meta http-equiv="Content-Security-Policy" content="{_POLICY}"/>'
    page.write_bytes(page.read_bytes().replace(b"<head>", meta.encode("ascii"), 1))


def _run_arelle(entry: Path, page: Path) -> str:
    """Loads the inline document and saves the viewer; what Arelle says of errors."""
    from converter.taxonomy import cache

    options = ["--plugins", _PLUGIN, "--save-viewer", str(page), "--file", str(entry)]
    options += ["--packages", "|".join(map(str, cache.packages())), "--cacheDirectory", str(cache.folder() / "web")]
    options += ["--workOffline", "--disablePersistentConfig", "--uiLang", "en", "--logLevel", "ERROR"]
    try:
        done = subprocess.run(
            [sys.executable, "-m", "arelle.CntlrCmdLine", *options],
            cwd=page.parent,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=_TIMEOUT_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"it took longer than {_TIMEOUT_SECONDS} seconds"
    return done.stdout.decode("utf-8", "replace")
