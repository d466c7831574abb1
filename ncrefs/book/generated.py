"""
The generated files in the source folder: which of them are the book's own.

A list of what was written, with digests, stands beside them. A file that is not on it is
somebody else's: it is never changed or removed, and where it stands in the way of a
generated one the build ends and names it. A generated file that was edited is written
anew, since the records decide, and the edited text is kept beside it.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util import logging

from ncrefs.book import files
from ncrefs.book.addresses import FOLDER
from ncrefs.book.ledger import ledger_of

_LOGGER = logging.getLogger(__name__)
#: The list, in the folder of generated files: the digests that each may have, by its path.
LIST = ".generated.json"
#: In the list: the digest of what all files of a sort were made from.
_MATTER = "all of {} are from"
#: What the name of an edited file ends with, when a generated one takes its place.
EDITED = ".edited"
#: Pages and drawings of versions that kept no list.
_EARLIER = re.compile(
    r"# [^\n]+\n\n```\{nc:(?:record|chapter|sources)\} [^\n]+\n```\n|<svg [^>]*class=\"nc-drawing\""
)


def bring(app: Sphinx, part: str, make: Callable[[], Mapping[str, str]]) -> None:
    """
    Bring generated files in line with the catalog.

    Args:
        app: The build.
        part: What the names of all files of this sort end with.
        make: Makes their texts by path, from the source folder; not asked if they stand there,
            made from what the catalog is read from now.

    Raises:
        SystemExit: If a file of somebody else is in the way, or the folder cannot be written.
    """
    folder = Path(app.srcdir) / FOLDER
    try:
        _bring(folder, part, ledger_of(app).matter, make)
    except OSError as error:
        files.stop(
            f"{error.filename or folder}: cannot be written ({error.strerror}); the book's"
            " generated pages stand in its source folder. Build from a copy that can be written."
        )


def _bring(folder: Path, part: str, matter: str, make: Callable[[], Mapping[str, str]]) -> None:
    listed = files.read_json(folder / LIST)
    known: dict[str, list[str]] = listed if isinstance(listed, dict) else {}
    ours = {name for name in known if name.endswith(part)}
    made = _MATTER.format(part)
    if known.get(made) == [matter] and all(
        known[name] == [files.digest_of(folder / name)] for name in ours
    ):
        return
    wanted = {path.removeprefix(f"{FOLDER}/"): text for path, text in make().items()}
    new = {name: files.text_digest(text) for name, text in wanted.items()}
    found = {name: files.digest_of(folder / name) for name in sorted(ours | new.keys())}
    foreign = [
        folder / name
        for name in wanted
        if name not in ours
        and found[name] not in (None, new[name])
        and not _is_of_earlier(folder / name)
    ]
    if foreign:
        files.stop(
            *(f"{path}: not written by this book, whose page goes there" for path in foreign),
            "Move them out of the folder, which is for generated pages; nothing was written.",
        )
    # First both what stands there and what will, so that after an interruption all is known.
    others = {name: known[name] for name in known.keys() - ours - {made}}
    both = {
        name: sorted({*known.get(name, ()), *([new[name]] if name in new else ())})
        for name in ours | new.keys()
    }
    if others | both != known:
        files.write_json(folder / LIST, others | both)
    for name in sorted(ours | new.keys()):
        path = folder / name
        if name in known and found[name] not in (None, *both[name]):
            kept = path.replace(path.with_name(path.name + EDITED))
            _LOGGER.info("%s is generated and was edited; your text is kept in %s", path, kept)
        if name in wanted:
            files.write(path, wanted[name])
    files.prune(folder, [name for name in ours if name not in new])
    written = {name: [digest] for name, digest in new.items()}
    files.write_json(folder / LIST, others | written | {made: [matter]})


def _is_of_earlier(path: Path) -> bool:
    return bool(_EARLIER.match(path.read_text(encoding="utf-8", errors="replace")))
