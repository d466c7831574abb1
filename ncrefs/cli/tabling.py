"""
`ncrefs table`, `timeline` and `holders`: many records, a row each.
"""

from typing import Any

import click

from ncrefs.cli.common import KIND, as_csv, as_json, catalog, complete_id, show_table
from ncrefs.collection import Collection
from ncrefs.facts import grade_of, name_of, when_of
from ncrefs.frames import columns, row
from ncrefs.kinds import ALL_KINDS, DATED, kind_of
from ncrefs.offices import posts
from ncrefs.problems import choose
from ncrefs.vocabulary import Grade, OfficeName

_FROM = click.option("--from", "start", metavar="EDTF", help="The first day, month or year.")
_TO = click.option("--to", "end", metavar="EDTF", help="The last day, month or year.")
_GRADE = click.option(
    "--grade",
    "grades",
    multiple=True,
    type=click.Choice([grade.value for grade in Grade], case_sensitive=False),
    help="May be repeated.",
)
#: What a table shows without --columns.
_DEFAULT = ("id", "name", "when", "grade")


@click.command()
@click.argument("kind", type=KIND, metavar="KIND")
@_FROM
@_TO
@_GRADE
@click.option(
    "--columns", "names", metavar="NAME,...", help="Fields of the record, joined by commas."
)
@as_csv
@as_json
def table(
    kind: str,
    start: str | None,
    end: str | None,
    grades: tuple[str, ...],
    names: str | None,
    form: str | None,
) -> None:
    """
    List the records of a kind.

    KIND is the name of its folder, as people or plots; an unknown one lists those that there are.
    A nested value has columns of its own, as `fate_what`; a date has its first and last
    day in `when_earliest` and `when_latest`. An unknown column lists those that there are.

    \b
    Examples:
      ncrefs table purges --from 2009 --to 2026 --grade documented
      ncrefs table people --columns id,name,fate_what,fate_grade --csv
    """
    found = _some(getattr(catalog(), kind), start, end, grades)
    if names is None:
        rows = [(e.id, name_of(e), when_of(e), grade_of(e)) for e in found]
        show_table(_DEFAULT, rows, form)
        return
    wanted = [name.strip() for name in names.split(",")]
    known = [column.name for column in columns(ALL_KINDS[kind].cls)]
    for name in wanted:
        if name not in known:
            raise click.UsageError(f'no column "{name}"{choose(name, known, "there are")}')
    cells = map(row, found)
    show_table(wanted, ([one[name] for name in wanted] for one in cells), form)


@click.command()
@_FROM
@_TO
@_GRADE
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(DATED, case_sensitive=False),
    help="May be repeated.",
)
@as_csv
@as_json
def timeline(
    start: str | None,
    end: str | None,
    grades: tuple[str, ...],
    kinds: tuple[str, ...],
    form: str | None,
) -> None:
    """
    List all that is dated, in order.

    \b
    Examples:
      ncrefs timeline --from 1956 --to 1958
      ncrefs timeline --kind plots --kind purges --json
    """
    found: Collection[Any] = _some(catalog().timeline, start, end, grades)
    if kinds:
        found = found.kind(*kinds)
    rows = [(e.when.edtf, kind_of(e).plural, e.id, e.name, e.grade) for e in found]
    show_table(("when", "kind", "id", "name", "grade"), rows, form)


@click.command()
@click.argument("organization", shell_complete=complete_id)
@click.option("--on", metavar="EDTF", help="Only who may have held a post then.")
@click.option("--office", metavar="NAME", help='Only one office, as "defence minister".')
@as_csv
@as_json
def holders(organization: str, on: str | None, office: OfficeName | None, form: str | None) -> None:
    """
    List who held the posts of an organization.

    \b
    Examples:
      ncrefs holders ministry-of-national-defence
      ncrefs holders general-staff --on 2012-07-15
    """
    found = posts(catalog(), organization=organization, office=office, on=on)
    rows = [
        (
            tenure.person.id if tenure.person else None,
            tenure.name,
            tenure.called,
            tenure.start,
            tenure.end,
            tenure.grade,
        )
        for tenure in found
    ]
    show_table(("person", "name", "post", "start", "end", "grade"), rows, form)


def _some(
    collection: Collection[Any], start: str | None, end: str | None, grades: tuple[str, ...]
) -> Collection[Any]:
    if start or end:
        collection = collection.between(start or "0001", end or "9999")
    return collection.graded(*grades) if grades else collection
