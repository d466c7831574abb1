"""
What the records were at one time, as far as versions are compared.

A snapshot has every value, or only a digest of each: that is small enough to keep of
every release, and tells which fields of which records have changed since.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ncrefs.catalog import Catalog
from ncrefs.collection import grade_of
from ncrefs.kinds import KINDS, SOURCES, kind_of
from ncrefs.loading import load
from ncrefs.model import Entity, Source
from ncrefs.notebook import name_of
from ncrefs.serial import from_plain, to_plain
from ncrefs.vocabulary import Grade

#: What is no field of a state, since the state itself says it.
_APART = ("id", "renamed_from")


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """
    One record or source at one time.
    """

    kind: str
    id: str
    name: str
    grade: Grade | None = None
    renamed_from: tuple[str, ...] = ()
    fields: Mapping[str, Any]  #: plain values, or their digests; without the empty ones


@dataclass(frozen=True, slots=True)
class Snapshot:
    """
    All records and sources at one time.
    """

    version: str  #: of the package; "" of records that do not say it
    states: Mapping[str, State]  #: by id
    digested: bool  #: whether fields are digests

    def digests(self) -> "Snapshot":
        """
        The same with a digest in the place of each value.
        """
        if self.digested:
            return self
        states = {
            id_: replace(
                state, fields={name: _digest(value) for name, value in state.fields.items()}
            )
            for id_, state in self.states.items()
        }
        return Snapshot(self.version, states, digested=True)


def take(catalog: Catalog, version: str = "") -> Snapshot:
    """
    The snapshot of a catalog, with all values.
    """
    states = {entity.id: _state(entity) for entity in (*catalog.records, *catalog.sources)}
    return Snapshot(version, states, digested=False)


def _state(entity: Entity | Source) -> State:
    plain = to_plain(entity, defaults=False)
    return State(
        kind=kind_of(entity).plural,
        id=entity.id,
        name=name_of(entity),
        grade=grade_of(entity),
        renamed_from=() if isinstance(entity, Source) else entity.renamed_from,
        fields={name: value for name, value in plain.items() if name not in _APART},
    )


def _digest(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def read(path: Path) -> Snapshot:
    """
    A snapshot of a folder of records, of complete JSON as the export writes it, or of the
    digests of a release.

    Raises:
        ncrefs.problems.CatalogError: A record of the folder has mistakes.
        ValueError: The file is neither, or was written by a version with other fields.
    """
    if path.is_dir():
        return take(load(path))
    try:
        told = json.loads(path.read_bytes())
        if "digests" in told:
            states = [from_plain(State, state) for state in told["digests"]]
            return Snapshot(told["version"], {s.id: s for s in states}, digested=True)
        return take(_catalog(path, told["records"]), told["version"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        why = error if isinstance(error, ValueError) else "it lacks what the export writes"
        raise ValueError(f"{path}: no complete JSON of ncrefs ({why})") from None


def _catalog(path: Path, records: Mapping[str, Any]) -> Catalog:
    entities: list[Any] = [
        from_plain(kind.cls, data)
        for kind in KINDS.values()
        for data in records.get(kind.plural, ())
    ]
    sources = {data["id"]: from_plain(Source, data) for data in records[SOURCES.plural]}
    return Catalog(path, entities, sources, {}, {})
