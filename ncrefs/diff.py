"""
What changed between two versions of the records, by record and field.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from ncrefs.catalog import Catalog
from ncrefs.collection import grade_of
from ncrefs.kinds import KINDS, SOURCES, kind_of
from ncrefs.loading import load
from ncrefs.model import Entity, Source
from ncrefs.notebook import name_of
from ncrefs.serial import from_plain, to_plain
from ncrefs.vocabulary import Grade

What = Literal["added", "removed", "renamed", "changed"]
#: From the best supported to the least; "disputed" is neither above "alleged" nor below.
_RANK = {
    Grade.DOCUMENTED: 3,
    Grade.REPORTED: 2,
    Grade.ALLEGED: 1,
    Grade.DISPUTED: 1,
    Grade.REFUTED: 0,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """
    One value that is another now: "posts[0].start", from one date to the next.
    """

    field: str
    old: Any  #: a plain value; None for what was not there
    new: Any

    def __str__(self) -> str:
        """
        Show the field and both values, shortened.
        """
        return f"{self.field}: {_short(self.old)} -> {_short(self.new)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """
    What became of one record.
    """

    what: What
    kind: str
    id: str  #: today's, or the last one of a removed record
    name: str
    former_id: str | None = None  #: of a renamed one
    fields: tuple[FieldChange, ...] = ()
    grade: Literal["raised", "lowered", "other"] | None = None  #: how its own grade changed


@dataclass(frozen=True, slots=True)
class Changes:
    """
    All that changed, in the order of kinds and ids.
    """

    items: tuple[Change, ...]

    def __bool__(self) -> bool:
        return bool(self.items)

    def __iter__(self) -> Iterator[Change]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __str__(self) -> str:
        """
        Tell it to people, a line for each record and each field.
        """
        if not self.items:
            return "No record has changed."
        lines: list[str | None] = []
        for what in ("added", "removed", "renamed", "changed"):
            found = [change for change in self.items if change.what == what]
            if found:
                lines += ["" if lines else None, f"{what.capitalize()} ({len(found)})"]
            for change in found:
                former = f" (was {change.former_id})" if change.former_id else ""
                graded = f", grade {change.grade}" if change.grade else ""
                lines.append(f"  {change.kind}/{change.id}{former}: {change.name}{graded}")
                lines += [f"    {field}" for field in change.fields]
        return "\n".join(line for line in lines if line is not None)

    def to_dict(self) -> dict[str, Any]:
        """
        Tell it to programs.
        """
        counts = dict.fromkeys(("added", "removed", "renamed", "changed"), 0)
        for change in self.items:
            counts[change.what] += 1
        return {"counts": counts, "changes": [to_plain(change) for change in self.items]}


def diff(old: Catalog, new: Catalog) -> Changes:
    """
    What changed from one catalog to another.

    A record with another id is renamed if it names the old one in `renamed_from`, and is
    else one removed and one added.
    """
    before, after = _all(old), _all(new)
    # renamed_from names all former ids: the one that was in use is meant.
    former = {
        entity.id: was
        for entity in new.records
        for was in entity.renamed_from
        if was in before and was not in after and entity.id not in before
    }
    changes = []
    for id_, entity in after.items():
        was = former.get(id_, id_)
        if was not in before:
            changes.append(_change("added", entity))
            continue
        fields = tuple(_compare(_plain(before[was]), _plain(entity)))
        if was != id_:
            graded = _graded(before[was], entity)
            changes.append(_change("renamed", entity, former_id=was, fields=fields, grade=graded))
        elif fields:
            graded = _graded(before[was], entity)
            changes.append(_change("changed", entity, fields=fields, grade=graded))
    gone = before.keys() - after.keys() - set(former.values())
    changes += [_change("removed", before[id_]) for id_ in gone]
    kinds = [*KINDS, SOURCES.plural]
    changes.sort(key=lambda change: (kinds.index(change.kind), change.id))
    return Changes(tuple(changes))


def read(path: Path) -> Catalog:
    """
    A catalog from a folder of records, or from complete JSON as the export writes it.

    Raises:
        ncrefs.problems.CatalogError: A record of the folder has mistakes.
        ValueError: The file is no such JSON, or was written by a version with other fields.
    """
    if path.is_dir():
        return load(path)
    try:
        records = json.loads(path.read_bytes())["records"]
        entities = [
            from_plain(kind.cls, data)
            for kind in KINDS.values()
            for data in records.get(kind.plural, ())
        ]
        sources = {data["id"]: from_plain(Source, data) for data in records[SOURCES.plural]}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{path}: no complete JSON of ncrefs ({error})") from None
    return Catalog(path, entities, sources, {}, {})  # type: ignore[arg-type]  # all but sources


def _all(catalog: Catalog) -> dict[str, Entity | Source]:
    return {entity.id: entity for entity in (*catalog.records, *catalog.sources)}


def _plain(entity: Entity | Source) -> dict[str, Any]:
    plain: dict[str, Any] = to_plain(entity)
    return {name: value for name, value in plain.items() if name not in ("id", "renamed_from")}


def _change(what: What, entity: Entity | Source, **more: Any) -> Change:
    kind = kind_of(entity).plural
    return Change(what=what, kind=kind, id=entity.id, name=name_of(entity), **more)


def _compare(old: Any, new: Any, where: str = "") -> Iterator[FieldChange]:
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for name in dict.fromkeys([*old, *new]):
            inner = f"{where}.{name}" if where else name
            yield from _compare(old.get(name), new.get(name), inner)
    elif _nested(old) and _nested(new) and len(old) == len(new):
        for index, (one, other) in enumerate(zip(old, new, strict=True)):
            yield from _compare(one, other, f"{where}[{index}]")
    elif _nested(old) or _nested(new):
        yield from _items(old or [], new or [], where)
    elif old != new:
        yield FieldChange(field=where, old=old, new=new)


def _items(old: list[Any], new: list[Any], where: str) -> Iterator[FieldChange]:
    """
    What was put into a list and taken out of it: the others keep what they are.
    """
    for item in old:
        if item not in new:
            yield FieldChange(field=where, old=item, new=None)
    for item in new:
        if item not in old:
            yield FieldChange(field=where, old=None, new=item)


def _nested(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


def _graded(
    old: Entity | Source, new: Entity | Source
) -> Literal["raised", "lowered", "other"] | None:
    before, after = grade_of(old), grade_of(new)
    if before == after:
        return None
    if before is None or after is None or _RANK[before] == _RANK[after]:
        return "other"
    return "raised" if _RANK[after] > _RANK[before] else "lowered"


def _short(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = " ".join(text.split())
    return text if len(text) <= 70 else f"{text[:67]}..."
