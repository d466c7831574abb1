"""
A folder of records -> Catalog.
"""

import os
from pathlib import Path

from ncrefs.arguments import expect
from ncrefs.bibliography import read_sources
from ncrefs.catalog import Catalog
from ncrefs.files import NO_CATALOG, is_catalog, record_files, stray_files, strays
from ncrefs.kinds import KINDS
from ncrefs.model import Entity
from ncrefs.origins import Origin
from ncrefs.problems import CatalogError, Problem
from ncrefs.reading import read_record


def read(root: Path | str) -> tuple[Catalog, list[Problem], set[str]]:
    """
    Read a folder as far as it can be read.

    Returns:
        The catalog of all readable records, what is wrong with the rest, and
        the ids of the unreadable ones, which may still be referred to.
    """
    root = Path(root)
    entities: list[Entity] = []
    origins: dict[str, Origin] = {}
    problems: list[Problem] = []
    unreadable: set[str] = set()
    if not is_catalog(root):
        # Whatever else it has is nothing that belongs to a catalog.
        what = NO_CATALOG if root.is_dir() else "no such folder"
        return Catalog(root, [], {}, {}, {}), [Problem(root, 1, "folder", what)], set()
    lost = stray_files(root)
    problems += strays(root, lost)
    unreadable |= {path.stem for path in lost}
    for kind, path in record_files(root):
        entity, origin, found = read_record(path, KINDS[kind].cls)
        problems += found
        if path.stem in origins:
            other = origins[path.stem].path.relative_to(root)
            message = f'"{path.stem}" is also the id of {other}; rename this file'
            problems.append(Problem(path, 1, "id", message))
            continue
        origins[path.stem] = origin
        if entity is None:
            unreadable.add(path.stem)
        else:
            entities.append(entity)
    sources, source_origins, found = read_sources(root / "sources.bib")
    problems += found
    for key in sorted(sources.keys() & origins.keys()):
        message = f'"{key}" is also the id of a record; rename this source'
        problems.append(Problem(root / "sources.bib", source_origins[key].line(key), key, message))
    return Catalog(root, entities, sources, origins, source_origins), problems, unreadable


def load(root: Path | str) -> Catalog:
    """
    Read a folder of records.

    Raises:
        CatalogError: With every record that cannot be read, by file and line.
        TypeError: It is no path.
    """
    expect("path", root, str, os.PathLike)
    catalog, problems, _ = read(root)
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        raise CatalogError(errors)
    return catalog
