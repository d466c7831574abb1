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
from ncrefs.facts import grade_of, name_of
from ncrefs.kinds import ALL_KINDS, SOURCES, kind_of
from ncrefs.loading import load
from ncrefs.model import Entity, Source
from ncrefs.serial import check_plain, from_plain, to_plain
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


def read(path: Path | str) -> Snapshot:
    """
    A snapshot of a folder of records, of complete JSON as the export writes it, or of the
    digests of a release.

    Raises:
        ncrefs.problems.CatalogError: A record of the folder has mistakes.
        ValueError: The file is neither, or was written by a version with other fields; it
            says in one line what is wrong with it.
    """
    path = Path(path)
    if path.is_dir():
        return take(load(path))
    try:
        return _snapshot(_parsed(path.read_bytes()))
    except ValueError as error:
        raise ValueError(f"{path}: no complete JSON of ncrefs; {error}") from None


def _parsed(data: bytes) -> Any:
    try:
        return json.loads(data)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise ValueError(f"it is no JSON ({place}: {error.msg})") from None
    except UnicodeDecodeError:
        raise ValueError("it is no text in UTF-8") from None
    except RecursionError:
        raise ValueError("it is nested too deep") from None


def _snapshot(told: Any) -> Snapshot:
    if not isinstance(told, dict) or not {"records", "digests"} & told.keys():
        raise ValueError('it has neither "records" nor "digests"')
    version: Any = told.get("version")
    check_plain(str, version, "version")
    if "digests" in told:
        states = _built(State, told["digests"], "digests")
        for index, state in enumerate(states):
            if state.kind not in ALL_KINDS:
                raise ValueError(f'digests[{index}].kind is no kind: "{state.kind}"')
        return Snapshot(version, {state.id: state for state in states}, digested=True)
    records = told["records"]
    if not isinstance(records, dict) or SOURCES.plural not in records:
        raise ValueError(f'its records have no "{SOURCES.plural}"')
    *made, sources = (_built(k.cls, records.get(name, []), name) for name, k in ALL_KINDS.items())
    entities = [entity for found in made for entity in found]
    return take(
        Catalog(Path(), entities, {source.id: source for source in sources}, {}, {}), version
    )


def _built(cls: Any, data: Any, where: str) -> list[Any]:
    """
    The values of a list in the file.
    """
    check_plain(tuple[cls, ...], data, where)
    made = []
    for index, one in enumerate(data):
        try:
            made.append(from_plain(cls, one))
        except ValueError as error:  # no date, or no word of a vocabulary
            raise ValueError(f"{where}[{index}]: {error}") from None
    return made
