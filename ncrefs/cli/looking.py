"""
`ncrefs show` and `ncrefs find`: one record, and those that a name may mean.
"""

import textwrap
from typing import Any

import click

from ncrefs.cli.common import KIND, as_csv, as_json, catalog, complete_id, json_text, show_table
from ncrefs.facts import grade_of, name_of, when_of
from ncrefs.folding import fold
from ncrefs.frames import to_dict
from ncrefs.kinds import SOURCES, kind_of
from ncrefs.markup import paragraphs, plain
from ncrefs.model import Entity, Source
from ncrefs.serial import to_plain

#: How wide prose is printed.
WIDTH = 88
_HEAD = ("id", "name", "title", "summary", "text", "korean", "aliases", "sources")


@click.command()
@click.argument("id", shell_complete=complete_id)
@click.option("--citations", is_flag=True, help="Keep the keys of sources in the prose.")
@as_json
def show(id: str, form: str | None, *, citations: bool) -> None:  # noqa: A002
    """
    Show the record or source with an id, today's or a former one.

    Exits with 1 if there is none.

    \b
    Examples:
      ncrefs show vi-corps-affair
      ncrefs show lankov2002 --json
    """
    found = catalog()[id]
    if form == "json":
        click.echo(json_text(to_dict(found)))
        return
    facts = [kind_of(found).singular, when_of(found), grade_of(found) or ""]
    click.secho(name_of(found), bold=True)
    click.echo(" · ".join([found.id, *filter(None, facts)]))
    if isinstance(found, Entity):
        _names(found)
        click.echo(f"\n{textwrap.fill(found.summary, WIDTH)}")
    for name, value in to_plain(found, defaults=False).items():
        if name not in _HEAD:
            click.echo(f"\n{name}: ", nl=not isinstance(value, str | int | float))
            _value(value, citations=citations)
    if isinstance(found, Entity):
        for paragraph in paragraphs(found.text, citations=citations):
            click.echo(f"\n{textwrap.fill(paragraph, WIDTH)}")
        click.echo(f"\nsources: {', '.join(found.sources)}")


def _names(found: Entity) -> None:
    if found.korean:
        k = found.korean
        click.echo(" · ".join(filter(None, (k.hangul, k.hanja, k.rr, k.mr))))
    if found.aliases:
        click.echo(textwrap.fill(f"also: {', '.join(found.aliases)}", WIDTH))


def _value(value: Any, *, citations: bool) -> None:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            pieces = (f"{key}: {_text(one, citations=citations)}" for key, one in item.items())
            line = "; ".join(pieces)
            click.echo(textwrap.fill(line, WIDTH, initial_indent="  ", subsequent_indent="    "))
        else:
            indent = "  " if isinstance(value, list) else ""
            click.echo(f"{indent}{_text(item, citations=citations)}")


def _text(value: Any, *, citations: bool) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return plain(value, citations=citations) if isinstance(value, str) else str(value)


def _sources(text: str) -> list[Source]:
    """
    The sources that have all words of a text in what they are called.
    """
    words = [fold(word) for word in text.split()]

    def fits(source: Source) -> bool:
        names = (source.id, *source.authors, source.full_title, source.publisher, source.container)
        called = fold(" ".join(filter(None, names)))
        return all(word in called for word in words)

    return [source for source in catalog().sources if fits(source)]


@click.command()
@click.argument("text")
@click.option("--kind", type=KIND, help="Only records of one kind.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="At most.")
@as_csv
@as_json
def find(text: str, kind: str | None, limit: int, form: str | None) -> None:
    """
    Find records by name, in any script and spelling, best first; with --kind sources, sources
    by the words of their authors, titles and publishers.

    Exits with 1 if there is none.

    \b
    Examples:
      ncrefs find "Chang Songtaek"
      ncrefs find 장성택 --kind people
    """
    found = _sources(text) if kind == SOURCES.plural else catalog().find(text)
    rows = [
        (entity.id, kind_of(entity).plural, name_of(entity), _short(entity))
        for entity in found
        if kind in (None, kind_of(entity).plural)
    ]
    show_table(("id", "kind", "name", "summary"), rows[:limit], form)
    if not rows:
        click.echo(f'ncrefs: nothing is called like "{text}"', err=True)
        click.get_current_context().exit(1)


def _short(entity: Entity | Source) -> str:
    return getattr(entity, "summary", "")
