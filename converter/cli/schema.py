"""`retroxbrl schema`: the form of report.json, for programs that read it."""

from __future__ import annotations

import click


@click.command()
def command() -> None:
    """Print the JSON Schema of report.json; that of mapping files is `maps schema`."""
    from converter.rendering.record import SCHEMA

    click.echo(SCHEMA.read_text(encoding="utf-8"), nl=False)
