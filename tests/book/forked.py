"""
Builds in processes forked from one that has Sphinx loaded, which can be made to end anywhere.
"""

import errno
import io
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sphinx.application import builtin_extensions

_PROCESSES = multiprocessing.get_context("forkserver")
#: What every build would load itself: Sphinx, the extensions that conf.py names, what these load.
_PROCESSES.set_forkserver_preload(
    [*builtin_extensions, "sphinx.cmd.build", "sphinx.jinja2glue", "sphinx.environment",
     "myst_parser.sphinx_ext.main", "myst_parser.sphinx_ext.mathjax",
     "myst_parser.sphinx_ext.myst_refs", "myst_parser.parsers.docutils_",
     "sphinx_book_theme", "sphinx.ext.autodoc", "sphinx_copybutton",
     "ncrefs.book", "ncrefs.book.site.setup", "ncrefs.book.site.downloads",
     "ncrefs.book.site.table_files", "ncrefs.book.print.typst", "ncrefs.book.print.latex",
     "ncrefs.book.print.epub", "pybtex.database.input.bibtex", "tests.book.forked"]
)  # fmt: skip

#: What happens at a moment: the process is killed, is told to stop, or finds the disk full.
ENDS = ("kill", "stop", "full")
_CHANGES = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate")


@dataclass(frozen=True, slots=True)
class Done:
    """
    A build that has ended.
    """

    code: int | None
    output: str
    errors: str
    moments: int  #: how often it changed a file below the book's folder


def run(
    arguments: list[str], folder: Path, *, end: str = "", moment: int = 0, unchecked: bool = False
) -> Done:
    """
    Run Sphinx; at a moment, counted in changes of files below a folder, let it end.

    *Unchecked*, it makes a book in spite of the mistakes in its records.
    """
    ours, theirs = _PROCESSES.Pipe(duplex=False)
    process = _PROCESSES.Process(
        target=_run,
        args=(arguments, str(folder), end, moment),
        kwargs={"unchecked": unchecked, "pipe": theirs},
    )
    process.start()
    theirs.close()
    try:
        output, errors, moments = ours.recv()
    except EOFError:
        output, errors, moments = "", "", moment
    process.join()
    return Done(process.exitcode, output, errors, moments)


def _run(
    arguments: list[str], folder: str, end: str, moment: int, *, unchecked: bool, pipe: Any
) -> None:
    from sphinx.cmd.build import build_main

    from ncrefs.book import store
    from ncrefs.check import check

    if unchecked:
        setattr(store, "check", lambda root: (check(root)[0], []))  # noqa: B010  (no part of its interface)
    count = _watch(folder, end, moment)
    output, errors = io.StringIO(), io.StringIO()
    code: Any = 1
    with redirect_stdout(output), redirect_stderr(errors):
        try:
            code = build_main(arguments)
        except SystemExit as stopped:
            code = stopped.code
    pipe.send((output.getvalue(), errors.getvalue(), count()))
    raise SystemExit(code)


def _watch(folder: str, end: str, moment: int) -> Callable[[], int]:
    """
    Count what changes files below a folder, and end at the moment.
    """
    moments = 0
    busy = False

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal moments, busy
        if busy or not _changes(event, arguments, folder):
            return
        moments += 1
        if end and (moments == moment or (end == "full" and moments > moment)):
            if event == "open" and end != "full" and moments % 2:
                busy = True
                Path(arguments[0]).write_bytes(b"")  # as if it had just been opened
            _end(end, event, str(arguments[0]))

    sys.addaudithook(hook)
    return lambda: moments


def _changes(event: str, arguments: tuple[Any, ...], folder: str) -> bool:
    if event == "open":
        path, _, flags = arguments
        writes = flags & (os.O_WRONLY | os.O_RDWR) if isinstance(flags, int) else 0
        return bool(writes) and isinstance(path, str | os.PathLike) and str(path).startswith(folder)
    return event in _CHANGES and str(arguments[0]).startswith(folder)


def _end(end: str, event: str, path: str) -> None:
    if end == "full":
        if event not in ("open", "os.mkdir"):
            return  # a full disk can still be tidied
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)
    if end == "stop":
        raise KeyboardInterrupt
    os.kill(os.getpid(), signal.SIGKILL)
