"""
Building: what a contributor meets when a record is wrong, changed, added or removed.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.book.conftest import Book


def record(book: Book, name: str) -> Path:
    """
    The file of a record of a small book.
    """
    assert book.data is not None
    return book.data / name


class TestMistakes:
    def test_a_broken_catalog_yields_no_book(self, small: Book) -> None:
        """
        Every mistake is told with file and line, and no page is written.
        """
        first, second = record(small, "people/pak-hun.md"), record(small, "plots/corps-plot.md")
        first.write_text(first.read_text().replace("born: 1900", "born: 1900\nborned: 1900"))
        second.write_text(second.read_text().replace("form: coup plot", "form: coup plan"))
        done = small.build()
        assert done.code == 1
        assert "people/pak-hun.md:7: borned: unknown field" in done.errors
        assert "plots/corps-plot.md:4: form:" in done.errors
        assert "Traceback" not in done.errors
        assert not list(small.output.rglob("*.html"))
        assert not list(small.source.rglob("reference/**/*.md"))

    def test_a_mistake_in_a_body_names_the_record(self, small: Book) -> None:
        """
        What the parser of prose finds wrong is reported at the record's own line.
        """
        path = record(small, "people/pak-hun.md")
        text = path.read_text()
        path.write_text(text + "\n{nosuchrole}`x`\n")
        done = small.build()
        line = len(text.splitlines()) + 2
        assert done.code != 0
        assert f"people/pak-hun.md:{line}: text: " in done.errors

    def test_an_unknown_record_in_a_chapter_is_suggested(self, small: Book) -> None:
        """
        A link of a hand-written page to nowhere says what was meant.
        """
        index = small.source / "index.md"
        index.write_text(index.read_text() + "\n{nc:person}`pak-hum`\n")
        done = small.build()
        assert done.code != 0
        assert 'no person "pak-hum"; did you mean "pak-hun"?' in done.errors

    def test_an_unknown_source_in_a_chapter_is_suggested(self, small: Book) -> None:
        """
        So does a citation.
        """
        index = small.source / "index.md"
        index.write_text(index.read_text() + "\nSaid {cite}`lee2002`.\n")
        done = small.build()
        assert done.code != 0
        assert 'no source "lee2002"; did you mean "lee2001"?' in done.errors

    def test_glossary_terms_can_be_used_anywhere(self, small: Book) -> None:
        """
        The `term` role of a hand-written page finds a term by any name and case.
        """
        index = small.source / "index.md"
        index.write_text(index.read_text() + "\nA {term}`Coup` failed.\n")
        done = small.build()
        assert "" == done.errors
        assert 'href="glossary.html#' in (small.output / "index.html").read_text()


def change_body(book: Book) -> None:
    path = record(book, "people/pak-hun.md")
    path.write_text(path.read_text() + "\nOne more sentence.\n")


def add(book: Book) -> None:
    text = record(book, "people/pak-jin.md").read_text()
    text = text.replace("Pak Jin", "Pak Kil").replace("The father of Pak Hun", "A cousin")
    record(book, "people/pak-kil.md").write_text(text)


def remove(book: Book) -> None:
    record(book, "people/pak-jin.md").unlink()
    path = record(book, "people/pak-hun.md")
    text = path.read_text()
    path.write_text(text.replace("kin:\n  - {relation: father, to: pak-jin}\n", ""))
    path = record(book, "successions/handover.md")
    path.write_text(path.read_text().replace("predecessor: [pak-jin]\n", ""))


#: In conf.py: a build that reads records fails while there is such a file.
SEAL = """
from pathlib import Path
from ncrefs.book import store

if Path(__file__).with_name("sealed").exists():
    def fail(folder):
        raise RuntimeError("records were read")

    store.check = fail
"""


class TestRebuilds:
    @pytest.mark.parametrize("change", [add, remove])
    def test_a_rebuild_equals_a_clean_build(
        self, built: Book, tmp_path: Path, change: Callable[[Book], None]
    ) -> None:
        """
        What stands in the output is what a clean build makes; `test_edits` makes all other edits.
        """
        change(built)
        built.rebuild_exactly(tmp_path / "clean")

    def test_only_what_shows_a_record_is_read_again(self, built: Book) -> None:
        """
        A changed body touches the record's own page and no other.
        """
        change_body(built)
        assert "0 added, 1 changed, 0 removed" in built.build().output

    def test_only_what_shows_a_new_record_is_written_again(self, built: Book) -> None:
        """
        Its document, and one for a letter that no name had, are nothing to the other pages.
        """
        there = built.written()
        add(built)
        path = record(built, "people/pak-kil.md")
        path.write_text(path.read_text().replace("name: Pak Kil", "name: Xan Kil"))
        assert "" == built.build().errors
        now = built.written()
        assert {"reference/people/pak-kil.html", "reference/names/x.html"} == now.keys() - there
        again = {name for name in there if now[name] != there[name]}
        assert {"reference/people/index.html", "reference/names/p.html", "names.html"} <= again
        assert again.isdisjoint({"reference/plots/corps-plot.html", "timeline.html", "method.html"})

    def test_what_was_linked_to_in_vain_is_found_when_it_comes(
        self, small: Book, tmp_path: Path
    ) -> None:
        """
        By its id, and by the path of its page or of its letter.
        """
        index = small.source / "index.md"
        links = "{nc:person}`pak-kil` [a](#pak-kil) {doc}`reference/people/pak-kil`"
        letters = "{doc}`X <reference/names/x>` [x](reference/names/x.md) {cite}`kim2020`"
        index.write_text(f"{index.read_text()}\n{links} {letters}\n")
        assert 6 <= small.build(strict=False).errors.count("index.md:")
        add(small)
        path = record(small, "people/pak-kil.md")
        text = path.read_text().replace("name: Pak Kil", "name: Xan Kil")
        path.write_text(text.replace("[lee2001]", "[kim2020]"))
        sources = record(small, "sources.bib")
        entry = sources.read_text().partition("\n\n")[0]
        new = entry.replace("lee2001", "kim2020").replace("Armies", "Navies")
        sources.write_text(f"{sources.read_text()}\n{new}\n")
        small.rebuild_exactly(tmp_path / "clean")

    def test_records_are_read_only_if_they_changed(self, small: Book) -> None:
        """
        A build with nothing to do needs none; one after an edit does.
        """
        conf = small.source / "conf.py"
        conf.write_text(conf.read_text() + SEAL)
        small.build()
        (small.source / "sealed").touch()
        done = small.build()
        assert (0, "") == (done.code, done.errors)
        change_body(small)
        assert "records were read" in small.build().errors

    def test_pages_made_for_another_form_of_the_book_are_made_anew(self, built: Book) -> None:
        """
        What was edited for one form and is as it was for the next stands there as it was.
        """
        before = built.files()
        path = record(built, "people/pak-hun.md")
        page = built.source / "reference/people/pak-hun.md"
        text = path.read_text()
        path.write_text(text.replace("name: Pak Hun", "name: Pak Hon"))
        built.form("epub")
        assert page.read_text().startswith("# Pak Hon\n")
        path.write_text(text)
        assert "" == built.build().errors
        assert page.read_text().startswith("# Pak Hun\n")
        assert before == built.files()

    def test_two_clean_builds_in_different_folders_are_alike(
        self, small: Book, tmp_path: Path
    ) -> None:
        """
        Same input, same bytes.
        """
        shutil.copytree(small.source, tmp_path / "elsewhere" / "docs")
        other = Book(tmp_path / "elsewhere" / "docs", tmp_path / "elsewhere" / "html", small.data)
        assert "" == small.build().errors + other.start().stderr
        assert small.files() == other.files()

    def test_parallel_builds_are_alike(self, built: Book, tmp_path: Path) -> None:
        """
        Reading and writing in several processes changes nothing: by itself Sphinx uses one.
        """
        other = Book(built.source, tmp_path / "parallel", built.data)
        assert "" == other.start("-j", "2").stderr
        assert built.files() == other.files()
