"""`retroxbrl taxonomy`: which releases there are, and official packages instead of generated ones."""

from __future__ import annotations

import click


@click.group()
def command() -> None:
    """List, install and find taxonomy releases."""


@command.command("list")
def list_releases() -> None:
    """The releases that outputs can be written in, and what validation takes each from."""
    from converter.taxonomy import cache, usable_releases

    for release in usable_releases():
        official = cache.installed(release)
        click.echo(f"{release}  {f'installed: {official}' if official else 'embedded index'}")


@command.command()
@click.argument("release")
@click.option("--from", "sources", metavar="ZIP", multiple=True, help="File or URL of an official package; repeatable.")
def install(release: str, sources: tuple[str, ...]) -> None:
    """Put the official package of RELEASE (us-gaap/2008 to us-gaap/2026) into the cache; validation then uses it, and
    outputs can be written in it.

    Without --from it is downloaded from its publisher. A release that the program does not ship needs the SEC's dei of
    its year as well: give both.
    """
    from converter.taxonomy import cache

    click.echo(f"{release} is installed: {cache.install(release, sources)}")


@command.command()
@click.argument("release", required=False)
def path(release: str | None) -> None:
    """The cache folder, or the package that validation takes RELEASE from."""
    from converter.taxonomy import cache

    click.echo(cache.path(release) if release else cache.folder())
