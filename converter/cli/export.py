"""`retroxbrl export`: the outputs of many documents put together."""

from __future__ import annotations

from pathlib import Path

import click

from converter.cli import log
from converter.exports.merge import MERGED
from converter.findings import Severity
from converter.wording import counted


@click.command(
    epilog="\b\nFormats:\n" + "\n".join(f"  {name:13} {described}" for name, described in MERGED.items()),
)
@click.argument("format_name", metavar="FORMAT", type=click.Choice(list(MERGED)))
@click.argument("folders", nargs=-1, required=True, metavar="OUT...", type=click.Path(path_type=Path))
@click.option("-o", "--out", required=True, type=click.Path(path_type=Path), help="Folder for the merged files.")
@click.option("--force", is_flag=True, help="Replace an earlier export; files of yours are never.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def command(format_name: str, folders: tuple[Path, ...], out: Path, force: bool, quiet: bool) -> None:
    """Put outputs together that `convert` or `batch` wrote with --format FORMAT (for duckdb, with --format parquet).

    OUT are their folders; folders in these are found. A document that is there twice is an error.
    """
    from converter.exports.merge import document_folders, merge
    from converter.rendering.folder import check_free, write_folder
    from converter.rendering.owned import EXPORT_RECORD, with_export_record

    documents = document_folders(folders)
    check_free(out, force=force, record=EXPORT_RECORD)  # said before the work, not after it
    merged = merge(format_name, documents, out.resolve().name)
    write_folder(out, with_export_record(merged, format_name), force=force)
    if quiet:
        return
    told = f"{counted(len(documents), 'document')} in {out}"
    if log.wanted():
        log.say(Severity.INFO, "export.done", f"{told}.", folder=str(out))
    else:
        click.echo(f"{told}:")
        for name in merged:
            click.echo(f"  {name}")
