"""
Settings in conf.py that are of no use to the book: told by file and line, a line each.

Sphinx itself only warns of a value of another type, and fails with a traceback later.
"""

import re
from collections.abc import Iterable, Iterator
from os import PathLike
from pathlib import Path
from typing import NoReturn

from sphinx.application import Sphinx
from sphinx.config import Config

from ncrefs.book import files
from ncrefs.identifiers import web_address
from ncrefs.problems import suggest

#: Those of the book itself.
_OURS = ("ncrefs_data", "ncrefs_downloads")
#: Settings that are texts, and lists of texts. Sphinx makes others of the first.
_FIRST = ("author", "project", "release", "version")
_TEXTS = (
    "epub_cover_word",
    "epub_language",
    "epub_title",
    "html_baseurl",
    "html_title",
    "ncrefs_data",
    "pdf_subtitle",
    "pdf_title",
)
_LISTS = ("ncrefs_downloads", "pdf_back_matter", "pdf_keywords", "pdf_leave_out")


def check(app: Sphinx, config: Config) -> None:
    """
    End a build whose settings the book cannot use: `config-inited`, before anything uses them.

    Raises:
        SystemExit: After a line for each.
    """
    for faults in (_unknown(app), _no_texts(app, config, _FIRST), _useless(app, config)):
        if told := list(faults):
            files.stop(*told)


def refuse(app: Sphinx, name: str, message: str) -> NoReturn:
    """
    End a build because of a setting.

    Raises:
        SystemExit: After the line that says why.
    """
    files.stop(_fault(app, name, message))


def _fault(app: Sphinx, name: str, message: str) -> str:
    """
    What is told of a setting, with the line of conf.py that gives it, if one does.
    """
    lines = _written(app).splitlines()
    # The last one counts.
    line = max((n for n, line in enumerate(lines, 1) if re.match(rf"{name}\s*=", line)), default=0)
    place = f"{Path(app.confdir) / 'conf.py'}:{line}: " if line else ""
    return f"{place}{name}: {message}"


def _written(app: Sphinx) -> str:
    try:
        return (Path(app.confdir) / "conf.py").read_text(encoding="utf-8")
    except (OSError, ValueError):  # settings may all be given to Sphinx itself
        return ""


def _unknown(app: Sphinx) -> Iterator[str]:
    for name in dict.fromkeys(re.findall(r"(?m)^(ncrefs_\w+)\s*=", _written(app))):
        if name not in _OURS:
            hint = suggest(name, _OURS) or f"; there are {', '.join(_OURS)}"
            yield _fault(app, name, f"no such setting{hint}")


def _no_texts(app: Sphinx, config: Config, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if not isinstance(config[name], str | PathLike):
            yield _fault(app, name, f"{config[name]!r} is no text; write it in quotation marks")


def _useless(app: Sphinx, config: Config) -> Iterator[str]:
    yield from _no_texts(app, config, _TEXTS)
    for name in _LISTS:
        value = config[name]
        if not isinstance(value, list | tuple) or not all(isinstance(v, str) for v in value):
            yield _fault(app, name, f'{value!r} is no list of texts; write ["...", "..."]')
    if isinstance(config.html_baseurl, str) and config.html_baseurl:
        try:
            web_address(config.html_baseurl)
        except ValueError as error:
            yield _fault(app, "html_baseurl", str(error))
