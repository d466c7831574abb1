"""
`ncrefs new`: a record to fill in.
"""

from pathlib import Path

import click

from ncrefs.export.fields import Field, fields
from ncrefs.ids import wrong_id
from ncrefs.kinds import KINDS
from ncrefs.loading import read

#: What stands in an empty field, by its type.
_EMPTY = {"text": '""', "integer": "0", "number": "0", "date": "1956-08"}


@click.command()
@click.argument("kind", type=click.Choice(list(KINDS), case_sensitive=False), metavar="KIND")
@click.argument("id", required=False)
@click.option("--all", "everything", is_flag=True, help="Show optional fields too, as comments.")
def new(kind: str, id: str | None, *, everything: bool) -> None:  # noqa: A002
    """
    Print a record of a kind to fill in, or write it to its file.

    KIND is the name of its folder, as people or plots; an unknown one lists those that there are.
    With an ID the file <kind>/<id>.md is made in --records, or else in the working
    directory; a file that is there is never overwritten.

    \b
    Examples:
      ncrefs new people --all
      ncrefs --records my-records new events strike-of-1953
    """
    text = template(kind, everything=everything)
    if id is None:
        click.echo(text, nl=False)
        return
    if problem := wrong_id(id):
        raise click.UsageError(problem)
    folder: Path | None = click.get_current_context().find_root().params["records"]
    # Read as far as it can be: a record that is not filled in yet is no obstacle.
    taken = read(folder)[0].get(id) if folder is not None else None
    if taken is not None:
        raise click.UsageError(f'"{id}" is taken: {taken!r}')
    path = (folder or Path()) / kind / f"{id}.md"
    if path.exists():
        raise click.UsageError(f"{path} exists")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    click.echo(path)


def template(kind: str, *, everything: bool = False) -> str:
    """
    A record of a kind with its required fields, and what each of them means.
    """
    lines = ["---"]
    for field in fields(KINDS[kind].cls):
        if field.name in ("id", "text"):
            continue
        if field.required:
            lines.append(f"{field.name}: {_value(field)}  # {_meaning(field)}")
        elif everything:
            lines.append(f"#{field.name}: {_value(field)}  # {_meaning(field)}")
    if not everything:
        lines.append("sources: []  # keys of the sources that support it")
    lines += ["---", "", "The body, in MyST."]
    return "\n".join(lines) + "\n"


def _value(field: Field) -> str:
    if field.cls is not None:
        inner = ", ".join(f"{one.name}: {_value(one)}" for one in fields(field.cls) if one.required)
        value = f"{{{inner}}}"
    else:
        value = field.words[0] if field.words else _EMPTY[field.type]
    return f"[{value}]" if field.many else value


def _meaning(field: Field) -> str:
    words = f": {', '.join(field.words)}" if field.words else ""
    return " ".join(f"{field.meaning}{words}".split())
