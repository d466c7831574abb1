"""
The command `ncrefs`.

Its exit codes are 0, all is well; 1, there are mistakes, or what was asked for is not
there; 2, it was called or could write in no right way; 130, it was interrupted. Whatever
the output is, it ends without a traceback: signs that the output has no letters for are
escaped.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from ncrefs import __version__

#: Each command and the module of this package that has it, in the order of the help.
COMMANDS = {
    "show": "looking",
    "find": "looking",
    "table": "tabling",
    "timeline": "tabling",
    "holders": "tabling",
    "cite": "citing",
    "export": "exporting",
    "diff": "comparing",
    "new": "writing",
    "check": "checking",
    "completion": "completing",
}


class Commands(click.Group):
    """
    A group whose commands are imported when they are called.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        """
        Give the names in the order of the help.
        """
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """
        Import a command.
        """
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"{__name__}.{COMMANDS[cmd_name]}")
        found: click.Command = getattr(module, cmd_name)
        return found

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """
        Find the command, or suggest a near one.
        """
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from ncrefs.problems import suggest  # noqa: PLC0415

            hint = suggest(args[0], COMMANDS)
            raise click.UsageError(f'no command "{args[0]}"{hint}', ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--records",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    envvar="NCREFS_RECORDS",
    help="A folder of records to read instead of those of the package.",
)
@click.version_option(__version__, message="ncrefs %(version)s")
def cli(records: Path | None) -> None:
    """
    Read, cite, export and check the records of ncrefs.

    \b
    Examples:
      ncrefs find "Chang Songtaek"
      ncrefs show jang-song-thaek
      ncrefs table purges --from 2009 --grade documented
      ncrefs holders ministry-of-national-defence --on 2012-07-15
      ncrefs export sqlite
    """


def main(argv: Sequence[str] | None = None) -> int:
    """
    Run the command and return its exit code.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _run(argv)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read has enough; nothing more may be written when Python ends.
        _silence()
        code = 2
    except (KeyboardInterrupt, click.Abort):
        code = 130
    except OSError as error:
        _silence()
        place = f"{error.filename}: " if error.filename else ""
        click.echo(f"ncrefs: {place}{error.strerror or error}", err=True)
        code = 2
    return code


def _run(argv: Sequence[str] | None) -> int:
    from ncrefs.problems import CatalogError, UnknownIdError  # noqa: PLC0415

    try:
        found = cli.main(
            list(argv) if argv is not None else None, prog_name="ncrefs", standalone_mode=False
        )
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.exceptions.Exit as error:
        return error.exit_code
    except CatalogError as error:
        click.echo(str(error), err=True)
        return 1
    except (UnknownIdError, ModuleNotFoundError) as error:
        click.echo(f"ncrefs: {error}", err=True)
        return 1
    except ValueError as error:
        click.echo(f"ncrefs: {error}", err=True)
        return 2
    return found if isinstance(found, int) else 0


def _silence() -> None:
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # it is no file
        return
