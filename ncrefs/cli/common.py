"""
What the commands share: the catalog that is meant, and how tables are shown.
"""

import csv
import io
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

import ncrefs
from ncrefs.catalog import Catalog
from ncrefs.facts import name_of
from ncrefs.kinds import ALL_KINDS


def catalog() -> Catalog:
    """
    The records of --records, or those of the package.
    """
    folder: Path | None = click.get_current_context().find_root().params["records"]
    return ncrefs.load(folder)


def complete_id(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """
    The ids and keys that begin as what was typed, with names and titles.
    """
    from ncrefs.loading import read  # noqa: PLC0415  (brings the readers of YAML and BibTeX)

    folder: Path | None = context.find_root().params.get("records")
    # Read as far as it can be: what is wrong with it is told when the command runs.
    found = read(folder)[0] if folder else ncrefs.load()
    ids = (id_ for id_ in (*found.records.ids, *found.sources.ids) if id_.startswith(incomplete))
    return [CompletionItem(id_, help=name_of(found[id_])) for id_ in ids]


#: The kinds that a command takes.
KIND = click.Choice(list(ALL_KINDS), case_sensitive=False)
as_csv = click.option("--csv", "form", flag_value="csv", help="Print CSV.")
as_json = click.option("--json", "form", flag_value="json", help="Print JSON.")


def show_table(
    columns: Sequence[str], rows: Iterable[Sequence[Any]], form: str | None = None
) -> None:
    """
    Print a table: drawn on a terminal, in a pipe a line for each row with tabs between.

    Args:
        columns: Their names.
        rows: Their cells: plain values, dates and days; None is empty.
        form: "csv" or "json" for those.
    """
    if form == "json":
        click.echo(json_text([dict(zip(columns, row, strict=True)) for row in rows]))
        return
    cells = [[_words(cell) for cell in row] for row in rows]
    if form == "csv":
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows([columns, *cells])
        click.echo(out.getvalue(), nl=False)
    elif sys.stdout.isatty():
        _draw(columns, cells)
    else:
        for row in cells:
            click.echo("\t".join(" ".join(cell.split()) for cell in row))


def json_text(value: Any) -> str:
    """
    Plain values, dates and days as JSON, in letters that the output has.
    """
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    ascii_only = not encoding.lower().startswith("utf")
    return json.dumps(value, ensure_ascii=ascii_only, indent=1, default=str)


def _words(cell: Any) -> str:
    """
    A cell as text: of a list the words, or JSON where it holds nested values.
    """
    if cell is None:
        return ""
    if not isinstance(cell, list):
        return str(cell)
    if any(isinstance(one, dict) for one in cell):
        return json.dumps(cell, ensure_ascii=False)
    return "; ".join(map(str, cell))


def _draw(columns: Sequence[str], cells: Sequence[Sequence[str]]) -> None:
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415  (only on a terminal)
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=SIMPLE_HEAD)
    for name in columns:
        table.add_column(name, overflow="fold")
    for row in cells:
        table.add_row(*map(Text, row))
    Console().print(table)
