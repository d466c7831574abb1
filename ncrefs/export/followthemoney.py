"""
FollowTheMoney entities, one a line: for Aleph, OpenSanctions' tools and yente.

Its dates know no doubt: they are the earliest day, no longer than the date is exact. The
grade of a statement stands in its description, as "grade: reported", and the whole EDTF
date beside it where the two differ.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from ncrefs.catalog import Catalog
from ncrefs.dates import Date
from ncrefs.export.common import about, iso_of, iso_prefix
from ncrefs.facts import grade_of
from ncrefs.finding import spellings
from ncrefs.kinds import kind_of
from ncrefs.markup import plain
from ncrefs.model import (
    Actor,
    Entity,
    Event,
    Kin,
    Organization,
    Person,
    Place,
    Post,
    Source,
    Tie,
)

_ORGANIZATIONS = {"state", "state organ", "security organ", "armed forces", "army organ"}


def files(catalog: Catalog) -> dict[str, bytes]:
    """
    One file of JSON lines; the dataset's version and licence are in its first entity.
    """
    lines = [json.dumps(entity, ensure_ascii=False) for entity in entities(catalog)]
    return {"ncrefs.ftm.json": ("\n".join(lines) + "\n").encode()}


def entities(catalog: Catalog) -> Iterator[dict[str, Any]]:
    """
    All people, organizations, places and dated records, what joins them, and the sources.
    """
    facts = about()
    yield _entity(
        "ncrefs",
        "Document",
        title=facts["title"],
        fileName="ncrefs.ftm.json",
        notes=[f"version {facts['version']}", f"licence {facts['license']}", facts["license_url"]],
    )
    for source in catalog.sources:
        yield _source(source)
    for entity in catalog.records:
        if isinstance(entity, Person | Organization | Place | Event):
            yield _thing(entity)
            yield from _joins(entity)


def _entity(id: str, schema: str, **properties: Any) -> dict[str, Any]:  # noqa: A002
    """
    An entity with the properties that have a value; all of them are lists of text.
    """
    filled = {}
    for name, value in properties.items():
        values = value if isinstance(value, list | tuple) else [value]
        if texts := list(dict.fromkeys(str(one) for one in values if one not in (None, ""))):
            filled[name] = texts
    return {"id": id, "schema": schema, "properties": filled, "datasets": ["ncrefs"]}


def _source(source: Source) -> dict[str, Any]:
    return _entity(
        source.id,
        "Article" if source.type == "article" else "Document",
        title=source.title,
        author=source.authors,
        date=iso_prefix(source.date),
        publisher=source.publisher or source.container,
        sourceUrl=source.url,
        summary=source.note,
        keywords=source.tier,
    )


def _thing(entity: Person | Organization | Place | Event) -> dict[str, Any]:
    wikidata = [i.value for i in entity.identifiers if i.scheme == "wikidata"]
    common: dict[str, Any] = {
        "name": entity.name,
        "alias": [form for form in spellings(entity) if form != entity.name],
        "summary": entity.summary,
        "description": _grade(grade_of(entity)),
        "notes": plain(entity.text),
        "wikidataId": wikidata,
        "keywords": kind_of(entity).plural,
        "proof": entity.sources,
    }
    match entity:
        case Person():
            return _entity(
                entity.id,
                "Person",
                **common,
                birthDate=[iso_prefix(born.value) for born in entity.born],
                deathDate=[iso_prefix(died.value) for died in entity.died],
                position=[post.title for post in entity.posts],
                status=entity.fate.what if entity.fate else None,
            )
        case Organization():
            schema = "PublicBody" if entity.form in _ORGANIZATIONS else "Organization"
            return _entity(
                entity.id,
                schema,
                **common,
                legalForm=entity.form,
                previousName=[former.name for former in entity.former_names],
                incorporationDate=[iso_prefix(date.value) for date in entity.founded],
                dissolutionDate=[iso_prefix(date.value) for date in entity.dissolved],
            )
        case Place():
            point = entity.coordinates
            return _entity(
                entity.id,
                "Address",
                **common,
                full=entity.name,
                country=entity.country.lower(),
                region=entity.province,
                latitude=point.latitude if point else None,
                longitude=point.longitude if point else None,
            )
        case Event():
            return _entity(
                entity.id,
                "Event",
                **{**common, "description": [_grade(entity.grade), _date("when", entity.when)]},
                **_days(entity.when),
                addressEntity=entity.where,
                involved=[actor.who for actor in entity.actors if actor.who],
            )


def _joins(entity: Entity) -> Iterator[dict[str, Any]]:
    """
    Posts, factions, kin, ties and parts in events: entities that join two others.
    """
    for field in ("posts", "kin", "ties", "actors"):
        for index, item in enumerate(getattr(entity, field, ())):
            yield from _join(entity.id, f"{entity.id}.{field}.{index}", item)
    for faction in getattr(entity, "factions", ()):
        ends = {"member": entity.id, "organization": faction}
        yield _entity(f"{entity.id}.factions.{faction}", "Membership", **ends)


def _join(owner: str, id_: str, item: Post | Kin | Tie | Actor) -> Iterator[dict[str, Any]]:
    start, end = getattr(item, "start", None), getattr(item, "end", None)
    grade = _grade(getattr(item, "grade", None))
    spread = {
        "description": [grade, _date("start", start), _date("end", end)],
        "startDate": iso_prefix(start),
        "endDate": iso_prefix(end),
        "summary": plain(item.note) if item.note else None,
        "proof": item.sources,
    }
    match item:
        case Post():
            position = f"{id_}.position"
            yield _entity(position, "Position", name=item.title, organization=item.of)
            yield _entity(id_, "Occupancy", holder=owner, post=position, **spread)
        case Kin():
            ends = {"person": owner, "relative": item.to, "relationship": item.relation}
            yield _entity(id_, "Family", **ends, **spread)
        case Tie():
            ends = {"subject": owner, "object": item.to, "role": item.relation}
            yield _entity(id_, "UnknownLink", **ends, **spread)
        case Actor(who=str(who)):
            ends = {"subject": who, "object": owner, "role": item.role}
            yield _entity(id_, "UnknownLink", **ends, **spread)


def _days(date: Date) -> dict[str, Iterable[str | None]]:
    if not date.is_interval:
        return {"date": [iso_prefix(date)]}
    return {"startDate": [iso_prefix(date)], "endDate": [iso_of(date.end)]}


def _grade(grade: str | None) -> str | None:
    return f"grade: {grade}" if grade else None


def _date(name: str, date: Date | None) -> str | None:
    return f"{name}: {date.edtf}" if date and not date.is_certain else None
