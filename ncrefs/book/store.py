"""
The catalog of the book being built: read once per build and process.
"""

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment

from ncrefs import DATA
from ncrefs.book import files
from ncrefs.catalog import Catalog
from ncrefs.check import check
from ncrefs.serial import to_plain

#: By the value of the setting `ncrefs_data`.
_OPEN: dict[str, Catalog] = {}


def find_records(app: Sphinx, config: Config) -> None:
    """
    Let `ncrefs_data` be the folder itself, wherever Sphinx was started: `config-inited`.

    A relative path is one from the folder of conf.py; none means the package's own records.
    """
    given = config.ncrefs_data
    config.ncrefs_data = str((Path(app.confdir) / given).resolve()) if given else ""


def catalog_of(config: Config) -> Catalog:
    """
    The catalog of the book, read and checked when it is first asked for.

    A catalog with mistakes yields no book; one that only asks for advice does.

    Raises:
        SystemExit: After one line for each mistake.
    """
    if config.ncrefs_data not in _OPEN:
        _OPEN[config.ncrefs_data] = _read(Path(config.ncrefs_data or DATA))
    return _OPEN[config.ncrefs_data]


def forget_catalog(app: Sphinx) -> None:
    """
    Read the records anew in each build: `builder-inited`.
    """
    _OPEN.pop(app.config.ncrefs_data, None)


def open_catalog(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """
    Read the records before several processes are made that would: `env-before-read-docs`.
    """
    if docnames:
        catalog_of(app.config)


def _read(folder: Path) -> Catalog:
    catalog, problems = check(folder)
    mistakes = [problem for problem in problems if problem.severity == "error"]
    if mistakes:
        count = "1 mistake" if len(mistakes) == 1 else f"{len(mistakes)} mistakes"
        files.stop(*map(str, mistakes), f"{count} in the records; nothing was written.")
    return catalog


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
    A short digest of plain values, records and dates; alike whenever they are alike.
    """
    text = json.dumps(to_plain(parts), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
