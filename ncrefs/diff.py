"""
What changed between two versions of the records, by record and field.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from ncrefs.catalog import Catalog
from ncrefs.kinds import ALL_KINDS
from ncrefs.serial import to_plain
from ncrefs.snapshots import Snapshot, State, take
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
    old: Any = None  #: a plain value; None for what was not there, and where only digests are known
    new: Any = None

    def __str__(self) -> str:
        """
        Show the field and both values, shortened, as far as they are known.
        """
        if self.old is self.new is None:
            return self.field
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
    grade_before: Grade | None = None  #: where it changed


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
        for what in get_args(What):
            found = [change for change in self.items if change.what == what]
            if found:
                lines += ["" if lines else None, f"{what.capitalize()} ({len(found)})"]
            for change in found:
                former = f" (was {change.former_id})" if change.former_id else ""
                graded = f", grade {change.grade}" if change.grade else ""
                lines.append(f"  {change.kind}/{change.id}{former}: {change.name}{graded}")
                lines += [f"    {field}" for field in change.fields]
        return "\n".join(line for line in lines if line is not None)

    def counts(self) -> dict[str, int]:
        """
        How many records of each sort there are.
        """
        counts = dict.fromkeys(get_args(What), 0)
        for change in self.items:
            counts[change.what] += 1
        return counts

    def to_dict(self) -> dict[str, Any]:
        """
        Tell it to programs.
        """
        return {"counts": self.counts(), "changes": [to_plain(change) for change in self.items]}


def diff(old: Catalog, new: Catalog) -> Changes:
    """
    What changed from one catalog to another.

    A record with another id is renamed if it names the old one in `renamed_from`, and is
    else one removed and one added.
    """
    return compare(take(old), take(new))


def compare(old: Snapshot, new: Snapshot) -> Changes:
    """
    What changed from one snapshot to another; without values if either has only digests.
    """
    digested = old.digested or new.digested
    if digested:
        old, new = old.digests(), new.digests()
    before, after = old.states, new.states
    # renamed_from names all former ids: the one that was in use is meant.
    former = {
        state.id: was
        for state in after.values()
        for was in state.renamed_from
        if was in before and was not in after and state.id not in before
    }
    changes = []
    for id_, state in after.items():
        was = before.get(former.get(id_, id_))
        if was is None:
            changes.append(_change("added", state))
            continue
        fields = tuple(
            FieldChange(field=change.field) if digested else change
            for change in _compare(was.fields, state.fields)
        )
        if was.id != id_:
            changes.append(_change("renamed", state, was, former_id=was.id, fields=fields))
        elif fields:
            changes.append(_change("changed", state, was, fields=fields))
    gone = before.keys() - after.keys() - set(former.values())
    changes += [_change("removed", before[id_]) for id_ in gone]
    kinds = list(ALL_KINDS)
    changes.sort(key=lambda change: (kinds.index(change.kind), change.id))
    return Changes(tuple(changes))


def _change(what: What, state: State, was: State | None = None, **more: Any) -> Change:
    grade = _graded(was.grade, state.grade) if was else None
    return Change(
        what=what,
        kind=state.kind,
        id=state.id,
        name=state.name,
        grade=grade,
        grade_before=was.grade if was and grade else None,
        **more,
    )


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
    before: Grade | None, after: Grade | None
) -> Literal["raised", "lowered", "other"] | None:
    if before == after:
        return None
    if before is None or after is None or _RANK[before] == _RANK[after]:
        return "other"
    return "raised" if _RANK[after] > _RANK[before] else "lowered"


def _short(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = " ".join(text.split())
    return text if len(text) <= 70 else f"{text[:67]}..."
