"""
The files of a catalog: which are records, and the text of one.
"""

import codecs
import re
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from ncrefs import characters
from ncrefs.kinds import KINDS
from ncrefs.problems import Problem, did_you_mean, near

#: Endings of what people write for a catalog; other files in its folder are none of ours.
_WRITTEN = {".md", ".markdown", ".mkd", ".mdown", ".yaml", ".yml", ".bib", ".txt", ".rst"}
#: What editors and systems leave, and what tells about a folder.
_PASSED_OVER = re.compile(
    r"\..*|.*~|#.*#|.*\.(?:sw[a-p]|bak|orig|rej|tmp|part)|Thumbs\.db|desktop\.ini|Icon\r|"
    r"readme(?:\..*)?",
    re.IGNORECASE,
)
#: No record comes near it; a file without end would fill the memory.
LIMIT = 1_000_000
#: All sources are one file.
SOURCES_LIMIT = 20 * LIMIT
_SPECIAL = {
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFDIR: "a folder",
}
#: Folders of what is read elsewhere: see `tables` and `releases`.
_OTHERS = ("tables", "releases")
#: What is said of any other folder.
NO_CATALOG = "no folder of records; one has sources.bib and folders such as people"
#: What people call the folder of a kind.
_KIND_NAMES = {name: kind for kind in KINDS for name in (kind, KINDS[kind].singular)}
_CONFLICT = re.compile(r"^(?:<{7}|\|{7}|>{7})(?: .*)?$|^={7}$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Text:
    """
    What a file says: composed characters, lines that end with a line feed.
    """

    text: str = ""
    problems: tuple[Problem, ...] = ()
    #: Line and message of each character that does not belong there; they are gone from the text.
    strange: tuple[tuple[int, str], ...] = field(default=())
    lost: bool = False  #: whether the text is not to be read any further


def read_text(path: Path, limit: int = LIMIT) -> Text:
    """
    Read a file of UTF-8 text, whatever the path may turn out to be.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            what = _SPECIAL.get(stat.S_IFMT(status.st_mode), "no file")
            return _lost(path, 1, f"unreadable: {what}; put a file of text here")
        if status.st_size > limit:
            return _lost(path, 1, f"larger than {limit // 1_000_000} MB; split it")
        data = path.read_bytes()
    except OSError as error:
        return _lost(path, 1, f"unreadable: {error.strerror}; make it a file that you may read")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _lost(path, 1, "UTF-16, which some programs call Unicode; save it as UTF-8")
    problems: tuple[Problem, ...] = ()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        problems = (Problem(path, line, "file", "not UTF-8; save it as UTF-8"),)
        text = data.decode("utf-8-sig", "ignore")
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    if conflicts := _conflicts(path, text):
        return Text(text, problems + conflicts, lost=True)
    found: dict[tuple[int, str], None] = {}
    strange = list(characters.strange(text))
    for place, message in strange:
        found[text.count("\n", 0, place) + 1, message] = None
    gone = {place for place, message in strange if message.endswith("; delete it")}
    if gone:
        text = "".join(c for place, c in enumerate(text) if place not in gone)
    return Text(text, problems, tuple(found), lost=bool(problems))


def _lost(path: Path, line: int, message: str) -> Text:
    return Text(problems=(Problem(path, line, "file", message),), lost=True)


def _conflicts(path: Path, text: str) -> tuple[Problem, ...]:
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return ()
    found = list(_CONFLICT.finditer(text))
    if {"<", ">"}.isdisjoint({match[0][0] for match in found}):
        return ()  # a line of seven equals signs underlines a heading
    return tuple(
        Problem(
            path,
            text.count("\n", 0, match.start()) + 1,
            "file",
            f'"{match[0]}" is left of a merge; keep one side',
        )
        for match in found
    )


def is_catalog(folder: Path) -> bool:
    """
    Whether a folder is one of records: it has sources, or a record.
    """
    return (folder / "sources.bib").exists() or next(record_files(folder), None) is not None


def record_files(root: Path) -> Iterator[tuple[str, Path]]:
    """
    The record files of a catalog with the plural name of their kind, in order.
    """
    for kind in KINDS:
        for path in listed(root / kind):
            if path.suffix == ".md":
                yield kind, path


def is_read(path: Path, root: Path) -> bool:
    """
    Whether a file of a catalog is a record, its sources, a table, or the digests of a release.
    """
    beside = {root / "sources.bib", *root.glob("tables/*.csv"), *root.glob("releases/*.json")}
    return path in beside or path in (found for _, found in record_files(root))


def listed(folder: Path) -> list[Path]:
    """
    What stands in a folder, in order, without what editors leave and what tells about it;
    nothing if it cannot be read.
    """
    try:
        return sorted(p for p in folder.iterdir() if not _PASSED_OVER.fullmatch(p.name))
    except OSError:
        return []


def stray_files(root: Path) -> list[Path]:
    """
    What looks like records or sources but is not read, in order.
    """
    known = {path for _, path in record_files(root)} | {root / "sources.bib"}
    return [
        path
        for path in sorted(_below(root))
        if path not in known
        and path.relative_to(root).parts[0] not in _OTHERS
        and (path.suffix.lower() in _WRITTEN or (path.parent != root and not path.suffix))
    ]


def strays(root: Path, files: Iterable[Path]) -> Iterator[Problem]:
    """
    What is wrong with the folders of a catalog, and with its `stray_files`.
    """
    for kind in KINDS:
        yield from _folder(root / kind)
    for folder, group in groupby(files, key=lambda path: path.parent):
        paths = list(group)
        top = paths[0].relative_to(root).parts[0]
        kind = _KIND_NAMES.get(near(top, _KIND_NAMES), "")
        hint = did_you_mean("" if top in KINDS else kind)
        told = f"not read: records are <kind>/<id>.md, sources sources.bib{hint}"
        if len(paths) == 1 or folder == root or folder.name == top in KINDS:
            yield from (Problem(path, 1, "file", f"is {told}") for path in paths)
        else:
            yield Problem(folder, 1, "folder", f"its {len(paths)} files are {told}")


def _folder(folder: Path) -> Iterator[Problem]:
    try:
        next(folder.iterdir(), None)
    except FileNotFoundError:
        message = f"no such folder; records of {folder.name} live here"
        yield Problem(folder, 1, "folder", message, "advice")
    except OSError as error:
        message = f"unreadable: {error.strerror}; make it a folder that you may read"
        yield Problem(folder, 1, "folder", message)


def _below(folder: Path) -> Iterator[Path]:
    for path in listed(folder):
        if path.is_dir() and not path.is_symlink():
            yield from _below(path)
        elif path.is_file():
            yield path
