"""
What pages are made from, as digests: programs, settings, templates, styles and scripts,
what chapters offer to be linked to, and all that is behind files beside the pages.
"""

import hashlib
import json
import os
import sys
from importlib import metadata
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from ncrefs import DATA
from ncrefs.book import files
from ncrefs.book.addresses import has_page, is_generated
from ncrefs.book.store import code_digest

#: Programs that pages are made with, as far as they are installed, beside the extensions
#: that conf.py names.
_PROGRAMS = (
    "sphinx",
    "docutils",
    "myst-parser",
    "markdown-it-py",
    "mdit-py-plugins",
    "pygments",
    "jinja2",
    "babel",
    "sphinx-book-theme",
    "pydata-sphinx-theme",
    "typst",
    "pikepdf",
    "pylopdf-fonts-ko",
    "pylopdf-fonts-zh-cn",
)


def _digest(data: Any) -> str:
    text = json.dumps(data, sort_keys=True, default=_plain)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _plain(value: Any) -> Any:
    """
    A value that JSON does not know: alike in two processes if it means the same.
    """
    if isinstance(value, set | frozenset):
        return sorted(map(str, value))
    if isinstance(value, Path):
        return str(value)
    return f"{type(value).__module__}.{getattr(value, '__qualname__', type(value).__qualname__)}"


def programs(app: Sphinx) -> str:
    """
    The versions of everything that reads and writes pages.
    """
    versions = [
        (found.name, found.version)
        for name in _PROGRAMS
        for found in metadata.distributions(name=name)
    ]
    extensions = sorted((name, str(found.version)) for name, found in app.extensions.items())
    return _digest([sys.version_info[:2], code_digest(), versions, extensions])


def settings(app: Sphinx) -> str:
    """
    The values of all settings, and the tags.
    """
    values = [(value.name, value.value) for value in app.config]
    return _digest([sorted(values, key=lambda pair: pair[0]), sorted(app.tags)])


def looks(app: Sphinx) -> str:
    """
    Templates, and the styles, scripts and pictures that pages load, the theme's and ours.
    """
    config, here = app.config, Path(app.confdir)
    theme = getattr(app.builder, "theme", None)
    folders: list[Any] = [*theme.get_theme_dirs()] if theme else []
    folders += [here / name for name in (*config.templates_path, *config.html_static_path)]
    folders += [here / name for name in (config.html_logo, config.html_favicon) if name]
    return _digest([_contents(Path(folder)) for folder in folders])


def matter(app: Sphinx) -> str:
    """
    All that can be shown besides chapters: records and what else the package has, the files
    that the project adds, the day that a build is told.
    """
    config = app.config
    folders = [DATA.parent, Path(config.ncrefs_data or DATA)]
    folders += [Path(app.confdir, path) for path in config.html_extra_path]
    return _digest([os.environ.get("SOURCE_DATE_EPOCH"), *map(_contents, folders)])


def _contents(folder: Path) -> list[tuple[str, str | None]]:
    if folder.is_file():
        return [(folder.name, files.digest_of(folder))]
    return [
        (name, files.digest_of(folder / name))
        for name in files.below(folder)
        if not name.endswith(".pyc")
    ]


def targets(app: Sphinx) -> str:
    """
    What documents can link to by the domains of Sphinx: documents, labels, terms, objects.

    Generated documents are left out: links to them and to records are watched one by one.
    """
    found = [
        (name, entry[0], str(entry[1]), *entry[2:5])
        for name, domain in app.env.domains.items()
        if name != "nc"
        for entry in domain.get_objects()
        if not (entry[2] == "doc" and is_generated(entry[0]))
    ]
    by_hand = [name for name in sorted(app.env.found_docs) if not is_generated(name)]
    return _digest([sorted(found), [(name, has_page(app.env, name)) for name in by_hand]])
