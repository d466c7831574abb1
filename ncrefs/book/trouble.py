"""
What goes wrong while a book is built, and what becomes of the build then.

A file that cannot be written ends it with a line that says which and why: Sphinx only
warns of some, and prints a traceback for others. A warning about a record fails it in the
end, as a mistake that is found before does.
"""

import logging
import os
import sys
import time
import weakref
from pathlib import Path
from typing import Any, TypeGuard

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ExtensionError
from sphinx.util.logging import get_node_location, is_suppressed_warning

from ncrefs import DATA
from ncrefs.book import files
from ncrefs.book.addresses import FOLDER


class _Watch(logging.Handler):
    """
    Notes the warnings that are more than warnings.
    """

    def __init__(self, config: Config, records: Path) -> None:
        super().__init__(logging.WARNING)
        self._config = config
        self._records = str(records)
        self.count = 0
        self.unwritten: list[OSError] = []
        self.of_records = 0

    def emit(self, record: logging.LogRecord) -> None:
        """
        Look at one warning.
        """
        kind, part = getattr(record, "type", ""), getattr(record, "subtype", "")
        if is_suppressed_warning(kind, part, self._config.suppress_warnings):
            return
        self.count += 1
        arguments = record.args if isinstance(record.args, tuple) else ()
        self.unwritten += [value for value in arguments if _is_of_system(value)]
        self.of_records += self._is_record(getattr(record, "location", None))

    def _is_record(self, location: Any) -> bool:
        """
        Whether a place, in any of Sphinx's forms, is in a record or a generated page.
        """
        if isinstance(location, nodes.Node):
            location = get_node_location(location)
        elif isinstance(location, tuple):
            location = location[0]
        place = str(location or "")
        return self._records in place or place.startswith(f"{FOLDER}/") or f"/{FOLDER}/" in place


def _is_of_system(value: Any) -> TypeGuard[OSError]:
    # Others, as that of a template that is missing, have no number.
    return isinstance(value, OSError) and value.errno is not None


_WATCHES: "weakref.WeakKeyDictionary[Sphinx, _Watch]" = weakref.WeakKeyDictionary()


def check_epoch() -> None:
    """
    Take a `SOURCE_DATE_EPOCH` that is no time for none, and say so unless it is empty.

    Sphinx fails at it while it loads its builders, before any extension: conf.py calls this.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is not None:
        try:
            time.gmtime(int(epoch))
        except (ValueError, OverflowError, OSError):
            del os.environ["SOURCE_DATE_EPOCH"]
            if epoch:
                sys.stderr.write(
                    f'SOURCE_DATE_EPOCH is "{epoch}", no seconds since 1970: not used.\n'
                )


def check_folders(app: Sphinx) -> None:
    """
    End a build that has no place, before Sphinx begins it.

    Raises:
        SystemExit: If a folder cannot be written.
    """
    for folder in (Path(app.outdir), Path(app.doctreedir)):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            files.stop(f"{folder}: the folder cannot be made ({error.strerror})")
        if not os.access(folder, os.W_OK):
            files.stop(f"{folder}: the folder cannot be written")


def watch(app: Sphinx, config: Config) -> None:
    """
    Begin to watch the warnings: `config-inited`.
    """
    _WATCHES[app] = handler = _Watch(config, Path(config.ncrefs_data or DATA))
    logging.getLogger("sphinx").addHandler(handler)


def check_builder(app: Sphinx) -> None:
    """
    Refuse what the book's theme cannot make, before it fails at the first page:
    `builder-inited`.

    Raises:
        SystemExit: For the builders that serialize pages.
    """
    name, theme = app.builder.name, app.config.html_theme
    if name in ("json", "pickle") and theme in ("sphinx_book_theme", "pydata_sphinx_theme"):
        files.stop(
            f"{name}: {theme} makes no such pages. The html builder writes each record as"
            f" JSON beside its page; for pages as {name} add -D html_theme=basic"
        )


def warned(app: Sphinx) -> bool:
    """
    Whether a build has warned of anything.
    """
    return _WATCHES[app].count > 0


def judge(app: Sphinx, exception: Exception | None) -> None:
    """
    End a build that has not written everything, and fail one that warned of records:
    `build-finished`, before it is noted as finished.

    Raises:
        SystemExit: If a file could not be written.
    """
    handler = _WATCHES[app]
    logging.getLogger("sphinx").removeHandler(handler)
    cause = exception.orig_exc if isinstance(exception, ExtensionError) else exception
    failed = [cause] if _is_of_system(cause) else handler.unwritten
    if failed:
        error = failed[0]
        more = f" (and {len(failed) - 1} more)" if len(failed) > 1 else ""
        where = error.filename or app.outdir
        files.stop(
            f"{where}: {error.strerror or error}{more}",
            "The book is not complete; build again when this is mended.",
        )
    if handler.of_records:
        app.statuscode = 1
