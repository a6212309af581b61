"""The command line: one module per command; each parses options, calls the library and prints.

Modules are imported when their command runs, so that `--help` and a mistyped option answer at once.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence
from importlib import import_module

import click

from converter.cli import log
from converter.cli.wording import told
from converter.errors import RetroxbrlError
from converter.isolated import Crashed
from converter.wording import printable

COMMANDS = {
    "convert": "Turn a release or filing into XBRL.",
    "inspect": "Show what is found in a document, and what each row is mapped to and why.",
    "validate": "Validate instances, inline documents, packages or output folders.",
    "batch": "Convert many documents.",
    "review": "Check conversions in a browser, and decide what their rows are.",
    "export": "Put the outputs of many documents together.",
    "maps": "Check, explain, apply, learn and compare mapping files.",
    "taxonomy": "List, install and find taxonomy releases.",
    "schema": "Print the JSON Schema of report.json.",
}
"""The commands with their summaries; `converter.cli.<name>.command` is each command."""

INTERNAL_ERROR = 1
INTERRUPTED = 130
EXIT_CODES = """\b
Exit codes: 0 done; 1 internal error; 2 wrong usage; 3 input unreadable; 4 no financial statement found;
5 output invalid (see --fail-on); 6 mapping file broken; 7 output not writable; 8 taxonomy unknown or unreadable;
9 Dask cluster not reachable, or lost; 10 some documents of a batch failed; 11 time limit exceeded (see --seconds);
130 interrupted."""


class Commands(click.Group):
    """The top-level command, which knows its commands by name and loads only the one that runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"converter.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _print_version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        from converter import __version__

        click.echo(f"retroxbrl {__version__}")
        ctx.exit()


@click.group(
    cls=Commands, epilog=EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110}
)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version, help="Show it.")
@click.option(
    "--debug", is_flag=True, expose_value=False, is_eager=True, help="Show where an internal error came from."
)
@click.option(
    log.OPTION, is_flag=True, expose_value=False, callback=log.want, help="Say what is said as JSON lines, on stderr."
)
def commands() -> None:
    """Turn legacy US earnings releases and EDGAR filings into valid XBRL."""


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; nothing escapes."""
    debug, as_json = "--debug" in arguments, log.asked_for(arguments)
    try:
        code = commands.main(list(arguments), prog_name="retroxbrl", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except click.ClickException as error:
        if as_json:
            log.say_error(error, error.exit_code)
        else:
            error.show()
        return error.exit_code
    except RetroxbrlError as error:
        if as_json:
            log.say_error(error, error.exit_code)
        else:
            said = printable(told(f"{error.cause}\n{error.remedy}".rstrip()))
            click.echo(f"{click.style('error:', fg='red')} {said}", err=True)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except Exception as error:
        if debug:
            traceback.print_exc()
        if as_json:
            log.say_error(error, INTERNAL_ERROR)
        else:
            click.echo(
                f"internal error: {printable(_described(error))}\nRun with --debug for details, and report it.",
                err=True,
            )
        return INTERNAL_ERROR


def _described(error: Exception) -> str:
    if isinstance(error, Crashed):  # says so itself
        return str(error)
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {place.name}: {error}"


def main() -> None:
    """The `retroxbrl` program."""
    sys.exit(run(sys.argv[1:]))
