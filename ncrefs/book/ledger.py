"""
What was written, remembered apart from what was read.

Sphinx saves what it has read before it writes a page, and then believes that both are
done: pages of a build that was interrupted would be stale for ever. So each builder and
output folder has a record of its own beside the read documents. It is taken away before
the first page is written and put back when all are; it says from what each page was
written and which files there are, with their digests. A page is written again if what
it is written from, or the file itself, is not what the record says; without a record,
if what all pages share has changed, or if a page is no more, every page is.

If all of this is as the record says, and so is whatever else files are made from, nothing
is written at all. A form of the book that is one file is written whole or not.

The record also tells which files in the output are the book's own, so that no other is
ever removed.
"""

import hashlib
import weakref
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from docutils import nodes
from sphinx.application import ENV_PICKLE_FILENAME, Sphinx
from sphinx.builders import Builder
from sphinx.config import Config
from sphinx.environment import BuildEnvironment

from ncrefs.book import files, inputs
from ncrefs.book.contents import chapters
from ncrefs.book.site.frame import frame
from ncrefs.book.store import digest
from ncrefs.book.trouble import warned

#: Files by which an output of Sphinx is known: of pages, of an EPUB.
_SIGNS = (".buildinfo", "content.opf")
#: Files in the root of an output that Sphinx itself makes.
_SPHINX = (".buildinfo", "genindex", "search", "objects.inv", "py-modindex")
#: Beside the documents when all of them were read: by which programs.
_READ = "ncrefs-read.json"


@dataclass
class Ledger:
    """
    One build and what is known of the last one with the same builder and output.
    """

    file: Path  #: the record
    found: frozenset[str]  #: files in the output before the build
    before: dict[str, Any]  #: the record of the last build
    programs: str  #: digest of what reads and writes pages
    matter: str  #: digest of all that can be shown, made before any of it is read
    shared: str = ""  #: digest of what all pages show
    pages: dict[str, str] = field(default_factory=dict)  #: what each document is written from
    planned: frozenset[str] = frozenset()  #: files that it makes, as far as one can tell
    written: set[str] = field(default_factory=set)  #: documents that this build has written
    whole: bool = False  #: whether it writes everything
    idle: bool = False  #: whether there is nothing to write

    @property
    def finished(self) -> bool:
        """
        Whether the last build wrote all that it should.
        """
        return bool(self.before.get("finished"))

    def ours(self, name: str) -> bool:
        """
        Whether a file that was there before the build is the book's own.

        After an interrupted build, or when the record is lost, those that builds make are.
        """
        if name in self.before.get("files", {}):
            return True
        if self.finished or name in self.before.get("foreign", ()):
            return False
        known = self.before or not self.found.isdisjoint(_SIGNS)
        return bool(known) and (name in self.planned or name.startswith(("_", *_SPHINX)))

    def foreign(self) -> set[str]:
        """
        Files in the output that are not the book's.
        """
        return {name for name in self.found if not self.ours(name)}


_LEDGERS: "weakref.WeakKeyDictionary[Sphinx, Ledger]" = weakref.WeakKeyDictionary()


def ledger_at(out: Path) -> Ledger:
    """
    The ledger of the build that writes into a folder.
    """
    return next(ledger for app, ledger in _LEDGERS.items() if Path(app.outdir) == out)


def ledger_of(app: Sphinx) -> Ledger:
    """
    The ledger of a build.
    """
    return _LEDGERS[app]


def open_ledger(app: Sphinx, config: Config) -> None:
    """
    Read the record of the last build, and forget what was read if that was not finished
    or was done by other programs: `config-inited`, when no environment is there yet.
    """
    doctrees, out = Path(app.doctreedir), Path(app.outdir)
    # The name of the builder is not known yet, but each has an output folder of its own.
    name = hashlib.sha256(str(out).encode()).hexdigest()[:12]
    file = doctrees / f"ncrefs-{name}.json"
    before = files.read_json(file)
    found = frozenset(files.below(out, without=[doctrees]))
    programs = inputs.programs(app)
    before = before if isinstance(before, dict) else {}
    # Records that change from now on are found changed by the next build.
    _LEDGERS[app] = Ledger(file, found, before, programs, inputs.matter(app))
    if files.read_json(doctrees / _READ) != {"programs": programs}:
        (doctrees / ENV_PICKLE_FILENAME).unlink(missing_ok=True)


def reading(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """
    Note that documents are being read: `env-before-read-docs`.
    """
    if docnames:
        (Path(app.doctreedir) / _READ).unlink(missing_ok=True)


def due(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """
    The documents whose pages must be written: `env-updated`.
    """
    ledger = ledger_of(app)
    documents = sorted(env.found_docs)
    ledger.shared = digest(
        app.builder.name,
        chapters(env),
        inputs.settings(app),
        inputs.looks(app),
        inputs.targets(app),
    )
    ledger.pages = {
        docname: digest(env.all_docs[docname], frame(env, docname)) for docname in documents
    }
    ledger.planned = frozenset(
        name for docname in documents if (name := _output(app, docname)) is not None
    )
    before = ledger.before
    altered = _altered(app, ledger)
    if (
        altered is None
        or not ledger.finished
        or ledger.shared != before["shared"]
        or not before["pages"].keys() <= ledger.pages.keys()  # what is of no use is removed
    ):
        ledger.whole = True
        return documents
    pages = before["pages"]
    documents_due = [
        docname
        for docname in documents
        if docname in altered or pages.get(docname) != ledger.pages[docname]
    ]
    ledger.idle = not documents_due and ledger.matter == before.get("matter")
    if getattr(app.builder, "is_one_file", False):
        ledger.whole = not ledger.idle
        return documents if ledger.whole else []
    return documents_due


def _output(app: Sphinx, docname: str) -> str | None:
    """
    The file of a document, from the output folder, if the builder makes one for each.
    """
    path_of = getattr(app.builder, "get_output_path", None)
    if path_of is None:
        return None
    return PurePosixPath(path_of(docname).relative_to(app.outdir)).as_posix()


def _altered(app: Sphinx, ledger: Ledger) -> set[str] | None:
    """
    The documents with files that are not what was written; None if other files are.
    """
    env, out = app.env, Path(app.outdir)
    users = {_output(app, docname): {docname} for docname in env.found_docs}
    folder = getattr(app.builder, "imagedir", "_images")
    for docnames, name in env.images.values():
        users[f"{folder}/{name}"] = set(docnames)
    altered: set[str] = set()
    for name, recorded in ledger.before.get("files", {}).items():
        if files.digest_of(out / name) != recorded:
            if name not in users:
                return None
            altered |= users[name]
    return altered


def clear(app: Sphinx, builder: Builder) -> None:
    """
    Take the record away, since what it says is true no longer, and remove what will not
    be written again: `write-started`.

    Raises:
        SystemExit: If a file of somebody else is where a page goes.
    """
    ledger, doctrees = ledger_of(app), Path(app.doctreedir)
    in_the_way = sorted(ledger.foreign() & ledger.planned)
    if in_the_way:
        files.stop(
            *(f"{Path(app.outdir, name)}: not written by this book" for name in in_the_way),
            "Pages go there; move these files away or build into another folder.",
        )
    files.write_json(doctrees / _READ, {"programs": ledger.programs})
    kept = {name for name in ledger.found if ledger.ours(name)}
    unfinished = {
        "finished": False,
        "files": dict.fromkeys(sorted(kept | ledger.planned)),
        "foreign": sorted(ledger.foreign()),
    }
    files.write_json(ledger.file, unfinished)
    if ledger.whole:
        # All pages are written over in place, so that a reader of the folder misses none.
        files.prune(Path(app.outdir), sorted(kept - ledger.planned))


def note_written(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """
    Note that the page of a document is being written: `doctree-resolved`.
    """
    ledger_of(app).written.add(docname)


def close_ledger(app: Sphinx, exception: Exception | None) -> None:
    """
    Put the record of a build that wrote everything in place: `build-finished`, as the last.
    """
    if exception is not None:
        return
    ledger, out = ledger_of(app), Path(app.outdir)
    foreign = ledger.foreign()
    names = files.below(out, without=[Path(app.doctreedir)])
    before = {} if ledger.whole else ledger.before["pages"]
    record = {
        "finished": True,
        "shared": ledger.shared,
        "matter": "" if warned(app) else ledger.matter,  # what was wrong is told again
        "pages": {
            docname: made
            for docname, made in ledger.pages.items()
            if ledger.whole or docname in ledger.written or before.get(docname) == made
        },
        "files": {name: files.digest_of(out / name) for name in names if name not in foreign},
    }
    files.write_json(ledger.file, record)
