"""
Built books: the real one, once for all tests, and small ones for a test to change.
"""

import fcntl
import gc
import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TypeVar

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Request, expect, sync_playwright
from playwright.sync_api import Page as Tab

from ncrefs.book.print.plan import no_garbage_collection
from tests.benchmarks.synthetic import write_site
from tests.book.forked import Done, run
from tests.book.pages import Page
from tests.helpers import Folder

DOCS = Path(__file__).parents[2] / "docs"
_BUILD = DOCS / "_build"
_JAR = Path("/usr/share/java/epubcheck.jar")
#: It is over before Java's second compiler and parallel collector have earned what they take.
_BRIEFLY = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
#: How long, in milliseconds, what a page does may take while other tests use the machine.
PATIENCE = 30_000
expect.set_options(timeout=PATIENCE)


class Book:
    """
    A source folder and what Sphinx makes of it.
    """

    def __init__(
        self, source: Path, output: Path, data: Path | None = None, doctrees: Path | None = None
    ) -> None:
        self.source = source
        self.output = output
        self.data = data
        self.doctrees = doctrees or Path(f"{output}.doctrees")

    def build(
        self,
        *options: str,
        builder: str = "html",
        strict: bool = True,
        end: str = "",
        moment: int = 0,
        unchecked: bool = False,
    ) -> Done:
        """
        Run Sphinx in a forked process; warnings fail a *strict* build.

        The last three let it end early, or go on in spite of mistakes: see `forked.run`.
        """
        return run(
            self._arguments(builder, *["-W"] * strict, *options),
            self.source.parent,
            end=end,
            moment=moment,
            unchecked=unchecked,
        )

    def start(
        self, *options: str, builder: str = "html", **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """
        Build in an interpreter of its own, with another order of sets and in another environment.
        """
        return subprocess.run(
            [sys.executable, "-m", "sphinx", *self._arguments(builder, "-W", *options)],
            env=os.environ | environment,
            check=False,
            capture_output=True,
            text=True,
        )

    def _arguments(self, builder: str, *options: str) -> list[str]:
        data = [f"-Dncrefs_data={self.data}"] if self.data else []
        folders = ["-d", str(self.doctrees), "-b", builder, str(self.source), str(self.output)]
        return ["-n", "--no-color", *data, *options, *folders]

    def form(self, builder: str) -> Path:
        """
        The folder of another form of the book, made without a warning of the same documents.
        """
        made = Book(self.source, self.output.with_name(builder), self.data, self.doctrees)
        done = made.build(builder=builder)
        assert (0, "") == (done.code, done.errors)
        return made.output

    def pages(self) -> dict[str, Page]:
        """
        Every page of the book, parsed, by its path; none that only leads to another.
        """
        return {
            path.relative_to(self.output).as_posix(): Page(path)
            for path in sorted(self.output.rglob("*.html"))
            if "_static" not in path.parts  # the theme leaves templates there
            and b'http-equiv="refresh"' not in path.read_bytes()
        }

    def files(self) -> dict[str, bytes]:
        """
        The bytes of every file of the book, by its path.
        """
        return {
            path.relative_to(self.output).as_posix(): path.read_bytes()
            for path in sorted(self.output.rglob("*"))
            if path.is_file() and not path.name.startswith(".buildinfo")
        }

    def written(self) -> dict[str, int]:
        """
        When each page of the book was written, by its path.
        """
        return {
            path.relative_to(self.output).as_posix(): path.stat().st_mtime_ns
            for path in self.output.rglob("*.html")
        }

    def keep(self) -> None:
        """
        Build without a warning, and lay a copy of the folder that holds all of the book aside,
        for `restore`.
        """
        done = self.build()
        assert (0, "") == (done.code, done.errors)
        root = self.source.parent
        shutil.copytree(root, root.with_name(f"{root.name}.kept"))

    def restore(self) -> None:
        """
        Put the folder back as it was, where it was: a book that is moved is read anew.
        """
        root = self.source.parent
        shutil.rmtree(root)
        shutil.copytree(root.with_name(f"{root.name}.kept"), root)

    def rebuild_exactly(self, elsewhere: Path) -> None:
        """
        Build again, and prove that a clean build, into *elsewhere*, makes the same.
        """
        assert "" == self.build().errors
        shutil.rmtree(self.source / "reference")
        clean = Book(self.source, elsewhere, self.data)
        assert "" == clean.start().stderr
        rebuilt, wanted = self.files(), clean.files()
        assert sorted(wanted) == sorted(rebuilt)
        assert [] == [name for name in wanted if wanted[name] != rebuilt[name]]


def real(builder: str) -> Book:
    """
    The real book in one form, where `make` builds it: what is there already is not built again.

    Processes that ask for it at the same time wait for each other, as any two builds do.
    """
    made = Book(DOCS, _BUILD / builder, doctrees=_BUILD / "doctrees")
    done = made.build("-j", "auto", builder=builder)
    assert done.code == 0, done.errors
    return made


Made = TypeVar("Made")


def shared(factory: pytest.TempPathFactory, name: str, make: Callable[[], Made]) -> Made:
    """
    What the first process of a run that asks for it makes; the others take it from a file.
    """
    folder = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    with (folder / name).open("a+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        try:
            made: Made = pickle.load(file)
        except EOFError:
            made = make()
            pickle.dump(made, file)
        return made


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """
    The pages of the real book, from the packaged records with warnings as errors.
    """
    return shared(tmp_path_factory, "book", lambda: real("html"))


@pytest.fixture(scope="session")
def book_pages(book: Book, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """
    The pages of the real book, parsed once.
    """
    with no_garbage_collection():
        pages = shared(tmp_path_factory, "pages", book.pages)
    gc.freeze()  # their millions of nodes are looked through no more
    return pages


@pytest.fixture
def small(tmp_path: Path) -> Book:
    """
    The source of a book of one small catalog, not yet built.
    """
    return small_book(tmp_path)


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """
    What `built` is put back to.
    """
    made = small_book(tmp_path_factory.mktemp("built") / "book")
    made.keep()
    return made


@pytest.fixture
def built(built_once: Book) -> Book:
    """
    The book of the small catalog, built without a warning, for a test to change and build again.
    """
    built_once.restore()
    return built_once


def small_book(tmp_path: Path) -> Book:
    """
    The same for fixtures that last longer than a test.
    """
    folder = Folder(tmp_path / "records")
    write_site(tmp_path / "docs", DOCS)
    return Book(tmp_path / "docs", tmp_path / "html", folder.root)


def check_epub(epub: Path) -> None:
    """
    Let the validator of publishers find nothing; without it a test is skipped, but not in CI.
    """
    if shutil.which("java") is None or not _JAR.exists():
        reason = "no epubcheck on this machine"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    done = subprocess.run(
        ["java", *_BRIEFLY, "-jar", str(_JAR), str(epub)],
        check=False,
        capture_output=True,
        text=True,
    )
    assert "Messages: 0 fatals / 0 errors / 0 warnings" in done.stdout + done.stderr, done.stderr


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """
    Debian's Chromium; without it a test is skipped, but not in CI.
    """
    path = shutil.which("chromium")
    if path is None:
        reason = "no chromium on this machine"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    """
    A tab that fails the test if a page reaches for the network, throws or complains.
    """
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    faults: list[str] = []

    def note_request(request: Request) -> None:
        if not request.url.startswith("file:"):
            faults.append(request.url)

    def note_message(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            faults.append(message.text)

    page.on("request", note_request)
    page.on("console", note_message)
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert [] == faults


#: Fixtures that build or drive a browser; modules that do it otherwise say so themselves.
_BUILT = frozenset({"book", "small", "built", "browser"})
#: Those that build the real book.
_REAL = frozenset({"book", "printed", "epub", "latex"})


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """
    Mark the tests that build a book or drive a browser, and put the files of those that build
    long first: of one that a process begins last, the others wait for the end.

    Where the real book is used, CI may still be building it.
    """
    for item in items:
        here = item.path.parent == Path(__file__).parent
        if here and isinstance(item, pytest.Function) and _BUILT.intersection(item.fixturenames):
            item.add_marker("built")
    files = [list(tests) for _, tests in groupby(items, lambda item: item.path)]
    items[:] = [item for tests in sorted(files, key=_turn) for item in tests]


def _turn(tests: list[pytest.Item]) -> int:
    """
    When the tests of a file are run: small books, the real book, anything else.
    """
    if not any(test.get_closest_marker("built") for test in tests):
        return 2
    return any(_REAL.intersection(getattr(test, "fixturenames", ())) for test in tests)
