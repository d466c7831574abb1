"""
Files of other people, and books of other projects: left alone, and not broken.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.book.conftest import DOCS, Book
from tests.book.test_builders import dead_links
from tests.helpers import Folder

pytestmark = pytest.mark.built

_CONF = """
project = "Handbook"
extensions = ["myst_parser", "ncrefs.book"]
html_theme = "sphinx_book_theme"
html_title = "The handbook"
ncrefs_data = "../records"
"""


def make(tmp_path: Path) -> Book:
    """
    A project with chapters of its own in the folder of generated pages, and few of ours.
    """
    Folder(tmp_path / "records")
    docs = Folder(tmp_path / "docs", {})
    docs.write("conf.py", _CONF)
    docs.write("index.md", "# Handbook\n\n```{toctree}\n:glob:\n\nreference/**\nglossary\n```\n")
    docs.write("glossary.md", "# Our own words\n\nNone.\n")
    docs.write("reference/cli.md", "# Commands\n\nOurs.\n")
    docs.write("reference/api/index.md", "# Interface\n\nOurs.\n")
    return Book(tmp_path / "docs", tmp_path / "html")


@pytest.fixture
def project(tmp_path: Path) -> Book:
    """
    Such a project, not yet built.
    """
    return make(tmp_path)


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """
    What `made` is put back to.
    """
    project = make(tmp_path_factory.mktemp("made") / "project")
    project.keep()
    return project


@pytest.fixture
def made(made_once: Book) -> Book:
    """
    Such a project, built without a warning.
    """
    made_once.restore()
    return made_once


class TestSources:
    def test_chapters_beside_generated_pages_stay(self, project: Book) -> None:
        """
        A project's own reference is not removed, and is built.
        """
        for _ in range(2):
            done = project.build()
            assert (0, "") == (done.code, done.errors)
            assert (project.source / "reference/cli.md").read_text() == "# Commands\n\nOurs.\n"
            assert (project.source / "reference/api/index.md").is_file()
        assert (project.output / "reference/cli.html").is_file()

    def test_a_chapter_in_the_place_of_a_generated_page_is_named(self, project: Book) -> None:
        """
        The build ends with its path and leaves it as it is.
        """
        path = project.source / "reference/people/pak-hun.md"
        path.parent.mkdir()
        path.write_text("# Mine\n")
        done = project.build()
        assert done.code == 1
        assert done.errors.startswith(f"{path}: not written by this book")
        assert path.read_text() == "# Mine\n"
        assert not (project.source / "reference/people/pak-jin.md").exists()

    def test_an_edited_page_is_written_anew_and_kept(self, made: Book) -> None:
        """
        The records decide; what somebody wrote is beside it.
        """
        path = made.source / "reference/people/pak-hun.md"
        wanted = path.read_text()
        path.write_text("# Mine\n")
        done = made.build()
        assert (0, "") == (done.code, done.errors)
        assert path.read_text() == wanted
        assert path.with_name("pak-hun.md.edited").read_text() == "# Mine\n"

    def test_pages_of_records_that_are_gone_are_removed(self, made: Book) -> None:
        """
        With the folders that are empty then.
        """
        shutil.rmtree(made.source.parent / "records/measures")
        (made.source.parent / "records/measures").mkdir()
        done = made.build()
        assert (0, "") == (done.code, done.errors)
        assert not (made.source / "reference/measures/soldiers.md").exists()
        assert not (made.output / "reference/measures/soldiers.html").exists()


class TestOutputs:
    def test_files_that_were_there_stay(self, project: Book) -> None:
        """
        Whatever is built, and however often.
        """
        names = ("CNAME", "reference/mine.html", "reference/mine.json", "_images/mine.svg")
        mine = dict.fromkeys((*names, "_static/mine.css", "people.html"), "mine\n")
        Folder(project.output, mine)
        for change in ("", "# A\n", "# B\n"):
            if change:
                (project.source / f"{change[2]}.md").write_text(change)
            project.build()
        assert mine == {name: (project.output / name).read_text() for name in mine}

    def test_files_that_the_project_adds_stay(self, project: Book) -> None:
        """
        Among our own, which they are not.
        """
        extra = {"reference/mine.html": "b\n", "reference/people/mine.json": "c\n"}
        Folder(project.source / "extra", extra)
        conf = project.source / "conf.py"
        conf.write_text(f'{_CONF}html_extra_path = ["extra"]\nexclude_patterns = ["extra"]\n')
        for _ in range(2):
            done = project.build()
            assert (0, "") == (done.code, done.errors)
            assert extra == {name: (project.output / name).read_text() for name in extra}

    def test_a_file_in_the_place_of_ours_is_named(self, project: Book) -> None:
        """
        And is left as it is.
        """
        path = project.output / "reference/people/pak-hun.json"
        Folder(project.output, {"reference/people/pak-hun.json": "{}\n"})
        done = project.build()
        assert done.code == 1
        assert f"{path}: not written by this book" in done.errors
        assert path.read_text() == "{}\n"

    def test_a_page_in_the_place_of_ours_ends_the_build(self, project: Book) -> None:
        """
        Before anything is written over.
        """
        Folder(project.output, {"index.html": "mine\n"})
        done = project.build()
        assert done.code == 1
        assert done.errors.startswith(f"{project.output / 'index.html'}: not written by this book")
        assert (project.output / "index.html").read_text() == "mine\n"
        assert not (project.output / "search.html").exists()

    def test_an_epub_holds_no_foreign_file(self, project: Book) -> None:
        """
        What else is in the folder is neither packed nor removed.
        """
        Folder(project.output, {"mine.xhtml": "mine", "_static/mine.css": "mine"})
        done = project.build("-Dversion=1", "-Depub_copyright=none", "-Dcopyright=none",
                     "-Depub_author=N", "-Depub_publisher=N", builder="epub")  # fmt: skip
        assert "Traceback" not in done.errors
        assert (project.output / "mine.xhtml").read_text() == "mine"
        assert "mine" not in (project.output / "content.opf").read_text()


class TestAnotherProject:
    def test_no_link_leads_to_a_page_that_it_lacks(self, made: Book) -> None:
        """
        Method, article, names, bibliography: words stand where there would be a link, and
        a glossary of its own is not taken for ours.
        """
        assert [] == dead_links(made.pages())
        assert "glossary.html#" not in (made.output / "search-index.js").read_text()

    def test_its_own_title_is_cited(self, made: Book) -> None:
        """
        "Cite this page" names the book that the page is in.
        """
        text = made.pages()["reference/people/pak-hun.html"].text()
        assert "In The handbook" in text
        assert "successful military coup" not in text

    @pytest.mark.parametrize("started", ["docs", ".", "/"])
    def test_relative_records_are_found_from_anywhere(self, project: Book, started: str) -> None:
        """
        A path is from the folder of conf.py, wherever Sphinx is started.
        """
        folders = [str(project.source), str(project.output)]
        command = [sys.executable, "-m", "sphinx", "-q", *folders]
        folder = project.source.parent / started
        done = subprocess.run(
            command,
            cwd=folder,
            env=os.environ | {"PYTHONPATH": str(DOCS.parent)},
            check=False,
            capture_output=True,
            text=True,
        )
        assert (0, "") == (done.returncode, done.stderr)
