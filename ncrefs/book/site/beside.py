"""
Files of our own beside the pages: written, kept and removed without harm to any other.
"""

from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

from sphinx.application import Sphinx
from sphinx.util import logging

from ncrefs.book import files
from ncrefs.book.ledger import ledger_of
from ncrefs.book.site import BUILDERS

_LOGGER = logging.getLogger(__name__)


def is_due(app: Sphinx, exception: Exception | None) -> bool:
    """
    Whether such files are to be written when a build has ended: it has made a site, and not
    found everything as it was.
    """
    return exception is None and app.builder.name in BUILDERS and not ledger_of(app).idle


def put(
    app: Sphinx, wanted: Mapping[str, str], of_this_sort: Callable[[str], bool] = lambda _: False
) -> None:
    """
    Write files into the output, and remove those of earlier builds that are wanted no more.

    Args:
        app: The build.
        wanted: The texts by path, from the output folder.
        of_this_sort: Whether a path is one of these files'.
    """
    outside = [name for name in wanted if not _is_inside(name)]
    if outside:
        files.stop(
            *(f'"{name}" is a path out of the output; nothing is written there' for name in outside)
        )
    ledger, out, given = ledger_of(app), Path(app.outdir), set(_given(app))
    for name, text in wanted.items():
        theirs = name in given or (name in ledger.found and not ledger.ours(name))
        if not theirs:
            files.write(out / name, text)
        elif files.digest_of(out / name) != files.text_digest(text):
            _LOGGER.warning(
                "%s: not written by this book, whose file goes there; move it away",
                out / name,
                type="ncrefs",
                subtype="in_the_way",
            )
    gone = [
        name
        for name in sorted(ledger.found - wanted.keys() - given)
        if of_this_sort(name) and ledger.ours(name)
    ]
    files.prune(out, gone)


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\\" not in name


def _given(app: Sphinx) -> list[str]:
    """
    The files that the project itself adds to the output.
    """
    paths = [Path(app.confdir) / path for path in app.config.html_extra_path]
    return [
        name for path in paths for name in ([path.name] if path.is_file() else files.below(path))
    ]
