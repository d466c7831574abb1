"""
Where the compiled records are, and whether they may be trusted.

A wheel has them inside, compiled when it was built. A checkout has them in the user's
cache folder, outside the sources, and compiles them anew when a record or the code that
reads it has changed: seen by names, sizes, times and inodes, as a version control system
sees it, and where those leave a doubt, by the contents. Without a folder to write to,
the records are read from their sources each time.

The folder is that of the system (`$XDG_CACHE_HOME`, `~/.cache`, `~/Library/Caches`,
`%LOCALAPPDATA%`) or `$NCREFS_CACHE`; an empty `$NCREFS_CACHE` turns the cache off.
"""

from __future__ import annotations

import os
import sys
import time
from binascii import crc32
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ncrefs.store import Store, pack

if TYPE_CHECKING:
    from ncrefs.catalog import Catalog

#: The compiled records of a wheel, beside the code.
INSIDE = "records.jsonl"
#: Nanoseconds within which a file may change twice and show one time: two seconds are the
#: steps of the coarsest file system in use.
DOUBT = 2_000_000_000
#: Endings of the files that what is compiled depends on.
_SOURCES = (".md", ".bib", ".py")


def compiled(package: str, version: str) -> Store:
    """
    The records that come with the package.

    Args:
        package: The package's folder.
        version: Its version, which compiled records must have too.

    Raises:
        ncrefs.problems.CatalogError: They are read from their sources, and have mistakes,
            or lie in an archive.
    """
    inside = _read(os.path.join(package, INSIDE), version)
    if inside is not None:
        return inside
    if not os.path.isdir(package):
        raise _packed(package)
    began = time.time_ns()
    seen, newest = _seen(package)
    settled = newest < began - DOUBT  # from now on a change shows in the times
    file = _file(package)
    kept = _read(file, version) if file else None
    if kept is not None:
        same = kept.stamp.get("seen") == seen
        if same and newest < kept.stamp.get("at", 0) - DOUBT:
            return kept
        contents = _contents(package)
        if kept.stamp.get("contents") == contents:
            if file and (settled or not same):
                kept.stamp.update(seen=seen, at=began)
                _write(file, kept.packed())
            return kept
    stamp = {"version": version, "seen": seen, "contents": _contents(package), "at": began}
    from ncrefs.loading import load  # noqa: PLC0415  (brings the readers of YAML and BibTeX)

    data = compile_catalog(load(os.path.join(package, "data")), stamp)
    if file:
        _write(file, data)
    return Store(data)


def _packed(package: str) -> Exception:
    from pathlib import Path  # noqa: PLC0415

    from ncrefs.problems import CatalogError, Problem  # noqa: PLC0415

    message = "in an archive, where no records can be read; install the package with pip"
    return CatalogError([Problem(Path(package), 1, "folder", message)])


def compile_catalog(catalog: Catalog, stamp: dict[str, Any]) -> bytes:
    """
    A catalog as a file for `Store`.

    Args:
        catalog: Read from its sources.
        stamp: At least the "version" of the package.
    """
    from ncrefs.finding import folded  # noqa: PLC0415
    from ncrefs.kinds import ALL_KINDS  # noqa: PLC0415

    return pack(
        {kind: getattr(catalog, kind) for kind in ALL_KINDS},
        timeline=[event.id for event in catalog.timeline],
        renamed=catalog.renamed,
        names=folded(catalog.records),
        stamp=stamp,
    )


def _file(package: str) -> str | None:
    """
    The cache file of a package; None if there is no folder for it.
    """
    home = os.path.expanduser("~")
    if "NCREFS_CACHE" in os.environ:
        base = os.environ["NCREFS_CACHE"]
    elif sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = f"{home}/Library/Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or f"{home}/.cache"
    if not os.path.isabs(base):
        return None
    # Two packages with one name would only overwrite each other: looks hold whole paths.
    return os.path.join(base, "ncrefs", f"{crc32(os.fsencode(package)):08x}.jsonl")


def _files(package: str) -> Iterator[os.DirEntry[str]]:
    """
    The records, the sources, and the modules that read them.
    """
    # The code that reads records stands at the top; records stand below data.
    folders = [package]
    records = os.path.join(package, "data")
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                name = entry.name
                if name.endswith(_SOURCES):
                    yield entry
                elif "." not in name and entry.path.startswith(records) and entry.is_dir():
                    folders.append(entry.path)


def _seen(package: str) -> tuple[str, int]:
    """
    How all files look from outside, and the newest of their times.

    Whole rather than as a digest: it is not long, and hashing takes a library longer to
    load than the rest of the look-up takes.
    """
    looks = {}
    newest = 0
    for entry in _files(package):
        s = entry.stat()
        modified, changed = s.st_mtime_ns, s.st_ctime_ns
        newest = max(newest, modified, changed)
        looks[entry.path] = f"{s.st_size} {modified} {changed} {s.st_ino}"
    skip = len(package)
    return "|".join([package, *[f"{p[skip:]} {looks[p]}" for p in sorted(looks)]]), newest


def _contents(package: str) -> str:
    """
    A digest of what is in all files.
    """
    from hashlib import blake2b  # noqa: PLC0415

    digest = blake2b()
    for path in sorted(entry.path for entry in _files(package)):
        with open(path, "rb") as file:
            data = file.read()
        digest.update(f"{path}|{len(data)}|".encode("utf-8", "surrogateescape"))
        digest.update(data)
    return digest.hexdigest()


def _read(path: str, version: str) -> Store | None:
    """
    The compiled records in a file; None if there are none of this version.
    """
    try:
        with open(path, "rb") as file:
            store = Store(file.read())
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None  # absent, or written by something else
    return store if store.stamp.get("version") == version else None


def _write(path: str, data: bytes) -> None:
    """
    Put a file in its place in one step, so that nobody reads half of it; or leave it.
    """
    import contextlib  # noqa: PLC0415
    import tempfile  # noqa: PLC0415

    folder = os.path.dirname(path)
    with contextlib.suppress(OSError):
        os.makedirs(folder, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=folder, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.replace(draft, path)
        except OSError:
            os.unlink(draft)
            raise
