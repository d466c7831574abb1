"""
`ncrefs diff`: what changed between two folders of records.
"""

from pathlib import Path

import click

import ncrefs
from ncrefs.cli.common import json_text
from ncrefs.diff import compare
from ncrefs.snapshots import read, take


@click.command()
@click.argument("old", type=click.Path(path_type=Path, exists=True))
@click.argument("new", required=False, type=click.Path(path_type=Path, exists=True))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 if anything changed.")
@click.pass_context
def diff(
    context: click.Context, old: Path, new: Path | None, *, as_json: bool, exit_code: bool
) -> None:
    """
    Tell what changed from OLD to NEW, by record and field.

    OLD and NEW are folders of records, complete JSON as `ncrefs export json` writes it, or
    digests as `ncrefs export digests` does. Without NEW, OLD is compared with the records of
    the package.

    \b
    Examples:
      ncrefs diff ncrefs-0.1/ncrefs.json
      git worktree add /tmp/old v0.1 && ncrefs diff /tmp/old/ncrefs/data ncrefs/data --json
    """
    changes = compare(read(old), read(new) if new else take(ncrefs.load()))
    if as_json:
        click.echo(json_text(changes.to_dict()))
    else:
        click.echo(str(changes))
    context.exit(1 if exit_code and changes else 0)
