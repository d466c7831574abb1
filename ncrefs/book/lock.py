"""
One build at a time in a folder: another one waits for its turn.

Two builds that write the same pages at once would each finish without a fault and leave
a mixture.
"""

import os
import weakref
from contextlib import suppress
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util import logging

try:
    import fcntl
except ImportError:  # Windows, where a folder cannot be locked
    fcntl = None  # type: ignore[assignment]

_LOGGER = logging.getLogger(__name__)


def take_folders(app: Sphinx, config: Config) -> None:
    """
    Lock what the build reads and writes until it ends: `config-inited`.

    The lock is of the folder itself, so that nothing is left of it when a build is killed.
    """
    Path(app.doctreedir).mkdir(parents=True, exist_ok=True)
    # In one order, so that no two builds wait for each other.
    for folder in sorted({Path(app.srcdir), Path(app.doctreedir), Path(app.outdir)}):
        held = _take(folder)
        if held is not None:
            _HELD.setdefault(app, []).append(weakref.finalize(app, os.close, held))


_HELD: "weakref.WeakKeyDictionary[Sphinx, list[weakref.finalize]]" = weakref.WeakKeyDictionary()  # type: ignore[type-arg]


def leave_folders(app: Sphinx, exception: Exception | None) -> None:
    """
    Let other builds in: `build-finished`, after everything else.
    """
    for close in _HELD.pop(app, []):
        close()


def _take(folder: Path) -> int | None:
    """
    A locked folder; None where folders cannot be locked.
    """
    if fcntl is None:
        return None
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        _LOGGER.info("waiting for another build in %s", folder)
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError:  # a file system without locks
        os.close(handle)
        return None
    return handle
