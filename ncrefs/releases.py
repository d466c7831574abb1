"""
What changed with each release, from the digests that the catalog keeps of earlier ones.

The records of today are the last state of the present version, so what is said of that is
true of whatever is read.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

from ncrefs import __version__
from ncrefs.catalog import Catalog
from ncrefs.diff import Change, Changes, compare
from ncrefs.files import listed
from ncrefs.kinds import kind_of
from ncrefs.model import Entity, Source
from ncrefs.problems import Problem
from ncrefs.snapshots import Snapshot, State, read, take

#: Where the digests stand in a catalog, a file for each release: "0.1.0.json".
FOLDER = "releases"


@dataclass(frozen=True, slots=True)
class Release:
    """
    What changed from one version to the next.
    """

    version: str
    since: str  #: the version before
    changes: Changes


@dataclass(frozen=True, slots=True)
class Moved:
    """
    A record that is no longer where it was: under another id, of another kind, or gone.
    """

    kind: str
    id: str
    name: str
    now: Entity | Source | None  #: what stands for it; None if it was withdrawn
    withdrawn: str | None = None  #: with which version


def problems_of(root: Path) -> Iterator[Problem]:
    """
    What is wrong with the files of the releases in a folder of records.
    """
    for path in listed(root / FOLDER):
        if path.suffix != ".json" or not path.is_file():
            yield Problem(path, 1, "file", "is not read: releases are <version>.json")
            continue
        try:
            version = read(path).version
        except ValueError as error:
            what = str(error).removeprefix(f"{path}: ")
            yield Problem(path, 1, "file", f"{what}; take it back from the history")
            continue
        if version != path.stem:
            yield Problem(path, 1, "file", f'has version "{version}"; rename it {version}.json')


@cache
def _snapshots(catalog: Catalog) -> tuple[Snapshot, ...]:
    """
    Those of the releases, from the first to the records of today.
    """
    earlier = [
        read(path) for path in (catalog.root / FOLDER).glob("*.json") if path.stem != __version__
    ]
    earlier.sort(key=lambda snapshot: [int(n) for n in re.findall("[0-9]+", snapshot.version)])
    return *earlier, take(catalog, __version__)


@cache
def releases(catalog: Catalog) -> tuple[Release, ...]:
    """
    What changed with each release after the first that is known, the newest first.
    """
    known = _snapshots(catalog)
    steps = [Release(new.version, old.version, compare(old, new)) for old, new in pairwise(known)]
    return tuple(reversed(steps))


@cache
def latest(catalog: Catalog) -> Mapping[str, tuple[str, Change]]:
    """
    By the id of each record that has changed since the first release: the version with
    which it last did, and how.
    """
    found: dict[str, tuple[str, Change]] = {}
    for release in releases(catalog):
        for change in release.changes:
            found.setdefault(change.id, (release.version, change))
    return MappingProxyType(found)


def changed_in(id_: str, catalog: Catalog) -> str:
    """
    What a record says of its last change: "New in 0.2.0"; "" if none is known.
    """
    if id_ not in latest(catalog):
        return ""
    version, change = latest(catalog)[id_]
    return f"{'New' if change.what == 'added' else 'Changed'} in {version}"


@cache
def moved(catalog: Catalog) -> tuple[Moved, ...]:
    """
    Every record that once stood elsewhere, by kind and id: as a release had it, or as
    `renamed_from` says.
    """
    states: dict[tuple[str, str], tuple[State | None, str | None]] = {}
    for former, id_ in catalog.renamed.items():
        states[kind_of(catalog.records[id_]).plural, former] = None, None
    known = _snapshots(catalog)
    for old, new in pairwise(known):
        for state in old.states.values():
            withdrawn = None if state.id in new.states else new.version
            states[state.kind, state.id] = state, withdrawn
    found = []
    for (kind, id_), (was, withdrawn) in sorted(states.items(), key=lambda item: item[0]):
        now = catalog.get(id_)
        if now is not None and (kind_of(now).plural, now.id) == (kind, id_):
            continue
        name = was.name if was else catalog.records[id_].name
        found.append(Moved(kind, id_, name, now, None if now else withdrawn))
    return tuple(found)
