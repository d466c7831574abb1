"""
The catalog of the book being built: read once per build and process.
"""

import hashlib
import sys
from functools import cache
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config

from ncrefs import DATA
from ncrefs.catalog import Catalog
from ncrefs.check import check

#: By the value of the setting `ncrefs_data`.
_OPEN: dict[str, Catalog] = {}


def root_of(config: Config) -> Path:
    """
    The folder of records that a book is built from.
    """
    return Path(config.ncrefs_data).resolve() if config.ncrefs_data else DATA


def open_catalog(app: Sphinx) -> None:
    """
    Read and check the records; a catalog with mistakes yields no book.

    Raises:
        SystemExit: After one line for each mistake; Sphinx would add a traceback
            to any other exception.
    """
    catalog, problems = check(root_of(app.config))
    if problems:
        count = "1 mistake" if len(problems) == 1 else f"{len(problems)} mistakes"
        lines = [*map(str, problems), f"{count} in the records; nothing was written."]
        sys.stderr.write("\n".join(lines) + "\n")
        raise SystemExit(1)
    _OPEN[str(app.config.ncrefs_data)] = catalog


def catalog_of(config: Config) -> Catalog:
    """
    The catalog that `open_catalog` read.
    """
    return _OPEN[str(config.ncrefs_data)]


@cache
def code_digest() -> str:
    """
    A digest of the code that renders records, so that its change rebuilds the book.
    """
    package = Path(__file__).parent.parent
    digest = hashlib.sha256()
    for path in sorted([*package.glob("*.py"), *Path(__file__).parent.rglob("*.py")]):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def digest(*parts: Any) -> str:
    """
    A short digest of values that print alike whenever they are alike.
    """
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]
