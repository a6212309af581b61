"""`retroxbrl review`: conversions in the browser, to decide about them."""

from __future__ import annotations

import getpass
from contextlib import suppress
from pathlib import Path

import click

from converter import extras
from converter.wording import counted, printable


@click.command()
@click.argument("outputs", metavar="OUT...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--maps", metavar="DIR", type=click.Path(path_type=Path), required=True, help="Your maps: decisions go there."
)
@click.option(
    "--source",
    "sources",
    metavar="PATH",
    multiple=True,
    type=click.Path(path_type=Path),
    help="The document, or a folder of documents, where the output does not tell; repeatable.",
)
@click.option("--by", metavar="NAME", help="Who decides.  [default: the user of this machine]")
@click.option("--port", type=click.IntRange(0, 65_535), default=0, help="Port of 127.0.0.1.  [default: any free one]")
@click.option("--no-browser", "browser", flag_value=False, default=True, help="Do not open a browser.")
def command(
    outputs: tuple[Path, ...], maps: Path, sources: tuple[Path, ...], by: str | None, port: int, browser: bool
) -> None:
    """Review OUT, folders that convert or batch wrote, in a browser on this machine.

    What you decide becomes lines of your maps, the outputs are made anew, and NAME.review.json beside each output says
    who decided what, when and why. Ctrl-C ends it.
    """
    if not extras.here("tornado"):
        raise extras.lacking("review", "tornado", extra="review")
    from converter.errors import OutputError
    from converter.review.desk import Desk
    from converter.review.outputs import opened
    from converter.review.server import serve

    found = opened(outputs, sources)
    desk = Desk(found, maps, by or _user())
    for output in found:
        if output.source is None:
            click.echo(
                printable(f"note: the document of {output.folder} was not found; name it with --source"), err=True
            )
    click.echo(f"{counted(len(found), 'document')} under review; decisions go into {maps}. Ctrl-C ends it.")
    try:
        with suppress(KeyboardInterrupt):  # the way to end it
            serve(desk, port=port, browser=browser, ready=click.echo)
    except OSError as error:
        raise OutputError(f"Port {port} cannot be had ({error.strerror}).", "Give another one with --port.") from error


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
