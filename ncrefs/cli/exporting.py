"""
`ncrefs export`: the records in the forms of other programs.
"""

import sys
from pathlib import Path

import click

from ncrefs.cli.common import catalog
from ncrefs.export import FORMATS, write

_HELP = """\
Write the records in a format, or in all of them.

PATH is the file, or the folder of several; by default a name in the working directory.

\b
Formats:
{formats}
  all      every format, in the folder PATH

\b
Examples:
  ncrefs export sqlite
  ncrefs export csv my-folder
  ncrefs --records my-records export json
"""
_LIST = "\n".join(f"  {name:<9}{form.about}" for name, form in FORMATS.items())


@click.command(help=_HELP.format(formats=_LIST))
@click.argument(
    "form", metavar="FORMAT", type=click.Choice([*FORMATS, "all"], case_sensitive=False)
)
@click.argument("path", required=False, type=click.Path(path_type=Path))
def export(form: str, path: Path | None) -> None:
    """
    Write the records in a format, or in all of them.
    """
    found = catalog()
    if form != "all":
        for file in write(found, form, path):
            click.echo(file)
        return
    folder = path or Path("ncrefs-exports")
    folder.mkdir(parents=True, exist_ok=True)
    with click.progressbar(
        FORMATS.items(), label="Writing", file=sys.stderr, item_show_func=lambda i: i and i[0]
    ) as formats:
        written = [write(found, name, folder / entry.file) for name, entry in formats]
    for files in written:
        for file in files:
            click.echo(file)
