"""
The records compiled into one file, each built only when it is asked for.

A file of JSON texts, read as a whole and parsed piece by piece: a line on what the file
is, for each kind an index of ids with the length of each record, the spellings of all
names, and the records. Measured beside SQLite and a faster JSON reader, this was the
quickest to one record, because it imports the least, and the smallest; and unlike a
pickle it can do nothing but hold data, whoever wrote it.
"""

from __future__ import annotations

import json
from binascii import crc32
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, TypeVar

from ncrefs.collection import Collection
from ncrefs.kinds import ALL_KINDS, KINDS
from ncrefs.model import Entity, Source
from ncrefs.serial import from_plain, to_plain

if TYPE_CHECKING:
    from ncrefs.spellings import Index

#: Goes up when the layout of the file changes: a file of another layout is not read.
FORMAT = 2

T = TypeVar("T", bound=Entity | Source)


class Store:
    """
    The records of one compiled file.

    Args:
        data: The whole file.

    Raises:
        ValueError: It is no such file, is damaged, or has another layout.
    """

    def __init__(self, data: bytes) -> None:
        base = data.find(b"\n") + 1
        head = _parse(data[:base])
        if not isinstance(head, dict) or head.get("format") != FORMAT:
            raise ValueError("no compiled records of this layout")
        if crc32(memoryview(data)[base:]) != head["crc"]:
            raise ValueError("compiled records are damaged")
        #: What the writer noted of itself and of the sources.
        self.stamp: dict[str, Any] = head["stamp"]
        #: Plural names of the kinds, sources included, in order.
        self.kinds: list[str] = list(head["kinds"])
        self._head = head
        self._data = data
        #: The records that somebody has asked for.
        self.built: dict[str, Any] = {}
        self._places: dict[str, dict[str, tuple[int, int]]] = {}
        self._collections: dict[str, Collection[Any]] = {}
        lengths = {**head["sections"], **head["kinds"]}
        ends = accumulate(lengths.values(), initial=base)
        self._spans = dict(zip(lengths, pairwise(ends), strict=True))

    def _section(self, name: str) -> Any:
        begin, end = self._spans[name]
        return json.loads(self._data[begin:end])

    def _placed(self, kind: str) -> dict[str, tuple[int, int]]:
        """
        Where each record of a kind stands, by its id, in order.
        """
        if kind not in self._places:
            ids, lengths = self._section(f"{kind} index")
            ends = accumulate(lengths, initial=self._spans[kind][0])
            self._places[kind] = dict(zip(ids, pairwise(ends), strict=True))
        return self._places[kind]

    def __getitem__(self, id: str) -> Any:  # noqa: A002  (the field's own name)
        """
        Return the record or source with the id, always the same object.

        Raises:
            KeyError: There is none.
        """
        found = self.built.get(id)
        if found is None:
            for kind in self.kinds:
                if id in self._placed(kind):
                    break
            else:
                raise KeyError(id)
            begin, end = self._places[kind][id]
            made: Any = from_plain(ALL_KINDS[kind].cls, json.loads(self._data[begin:end]))
            # Two threads may build a record at once; all get the one that came first.
            found = self.built.setdefault(id, made)
        return found

    def ids(self, of: str) -> dict[str, Any]:
        """
        The ids of a kind, of all "records" but the sources, or of the "timeline", in order.
        """
        if of == "timeline":
            return dict.fromkeys(self._section("timeline"))
        if of == "records":
            return {id_: None for kind in self.kinds if kind in KINDS for id_ in self._placed(kind)}
        return dict(self._placed(of))

    @property
    def renamed(self) -> dict[str, str]:
        """
        Former ids with those of today.
        """
        renamed: dict[str, str] = self._head["renamed"]
        return renamed

    def collection(self, of: str) -> Collection[Any]:
        """
        The records of a kind, all "records" but the sources, or the "timeline".
        """
        found = self._collections.get(of)
        if found is None:
            made: Collection[Any] = Collection(Shelf(self, of), self.renamed)
            found = self._collections.setdefault(of, made)
        return found

    def packed(self) -> bytes:
        """
        The file again, with the stamp as it is now.
        """
        return _dump(self._head) + self._data[self._data.find(b"\n") + 1 :]

    @cached_property
    def names(self) -> Index:
        """
        The folded spellings of all names, as `ncrefs.spellings` compares them.
        """
        names: Index = self._section("names")
        return names


def _parse(data: bytes) -> Any:
    try:
        return json.loads(data)
    except RecursionError:
        raise ValueError("compiled records are damaged") from None


class Shelf(Mapping[str, T]):
    """
    Some records of a store by id, in a fixed order.

    Args:
        store: Where they are.
        of: A kind, "records" or "timeline".
    """

    __slots__ = ("_cached", "_of", "_store")

    def __init__(self, store: Store, of: str) -> None:
        self._store = store
        self._of = of
        self._cached: dict[str, Any] | None = None

    @property
    def _ids(self) -> dict[str, Any]:
        if self._cached is None:
            self._cached = self._store.ids(self._of)
        return self._cached

    def __getitem__(self, id: str) -> T:  # noqa: A002  (the field's own name)
        """
        Return the record, built now if it has not been.
        """
        if id not in self._ids:
            raise KeyError(id)
        record: T = self._store[id]
        return record

    def __contains__(self, id: object) -> bool:  # noqa: A002
        """
        Tell whether the record is here, without building it.
        """
        return id in self._ids

    def __iter__(self) -> Iterator[str]:
        """
        Give the ids.
        """
        return iter(self._ids)

    def __len__(self) -> int:
        """
        Count the records.
        """
        return len(self._ids)


def pack(
    kinds: Mapping[str, Iterable[Entity | Source]],
    *,
    timeline: Iterable[str],
    renamed: Mapping[str, str],
    names: Index,
    stamp: Mapping[str, Any],
) -> bytes:
    """
    Write the file that `Store` reads.

    Args:
        kinds: The records and sources by the plural names of their kinds, in order.
        timeline: Ids of all that is dated, in order.
        renamed: Former ids with those of today.
        names: What `Store.names` gives.
        stamp: What `Store.stamp` gives.
    """
    sections: dict[str, bytes] = {"timeline": _dump(list(timeline)), "names": _dump(names)}
    bodies: dict[str, bytes] = {}
    for kind, entities in kinds.items():
        pieces = {entity.id: _dump(to_plain(entity, defaults=False)) for entity in entities}
        sections[f"{kind} index"] = _dump([list(pieces), [len(p) for p in pieces.values()]])
        bodies[kind] = b"".join(pieces.values())
    rest = b"".join([*sections.values(), *bodies.values()])
    head = {
        "format": FORMAT,
        "stamp": stamp,
        "crc": crc32(rest),
        "renamed": dict(renamed),
        "sections": {name: len(data) for name, data in sections.items()},
        "kinds": {kind: len(data) for kind, data in bodies.items()},
    }
    return _dump(head) + rest


def _dump(value: Any) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode() + b"\n"
