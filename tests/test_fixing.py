import shutil
import unicodedata
from pathlib import Path

import pytest

from ncrefs import DATA
from ncrefs.fixing import Edit, fix, fix_record, fix_sources
from ncrefs.loading import read
from tests.helpers import FILES, Folder


def record(fields: str, body: str = "") -> str:
    return f"---\n{fields}---\n{body}"


class TestRecord:
    """
    Tests for `fix_record`.
    """

    def test_order_of_fields(self) -> None:
        """
        Fields stand in the order of the dataclass, with their comments and their layout.
        """
        text = record(
            "# The record of\n"
            "# a person.\n\n"
            "posts:\n"
            "  - title: A   # a remark\n"
            "    start: '1950'\n"
            "\n"
            "# on the name\n"
            "name:   Pak\n"
            "sources: [a,   b]\n"
            "summary: >\n"
            "  A\n"
            "  general.\n"
        )

        assert record(
            "# The record of\n"
            "# a person.\n\n"
            "# on the name\n"
            "name:   Pak\n"
            "summary: >\n"
            "  A\n"
            "  general.\n"
            "sources: [a,   b]\n"
            "posts:\n"
            "  - title: A   # a remark\n"
            "    start: '1950'\n"
            "\n"
        ) == fix_record(text, "people")

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("sources: [a, b, a]\n", "sources: [a, b]\n"),
            ("sources: [a, a, b]  # why\n", "sources: [a, b]  # why\n"),
            ("sources: [a, a, a]\n", "sources: [a]\n"),
            ("sources:\n  - a\n  - b\n  - a\n", "sources:\n  - a\n  - b\n"),
            ("posts:\n  - {title: A, sources: [a, a]}\n", "posts:\n  - {title: A, sources: [a]}\n"),
            ("fate: {what: x, sources: ['a', \"a\"]}\n", "fate: {what: x, sources: ['a']}\n"),
            ("aliases: [a, a]\n", "aliases: [a, a]\n"),
        ],
    )
    def test_sources_given_twice(self, before: str, after: str) -> None:
        """
        A source given twice in one list is taken out, in whatever layout; nothing else is.
        """
        assert record(after) == fix_record(record(before), "people")

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("One. \nTwo.\t\n", "One.\nTwo.\n"),
            ("One.  \nTwo.  \n\nThree.   \n", "One.\nTwo.\n\nThree.\n"),
            ("One.", "One.\n"),
            ("One.\n\n\n", "One.\n"),
            ("One.\r\nTwo.\r\n", "One.\nTwo.\n"),
            (unicodedata.normalize("NFD", "박훈 é\n"), "박훈 é\n"),
            ("oﬃcer, co\u2011founder\n", "officer, co-founder\n"),
        ],
    )
    def test_lines(self, before: str, after: str) -> None:
        """
        Ends of lines and of the file are clean: no space breaks a line.
        """
        assert record("name: A\n", after) == fix_record(record("name: A\n", before), "people")

    @pytest.mark.parametrize(
        "text",
        [
            "No fields.\n",
            record("sources: [a\nname: B\n"),
            record("sources: a\nname: B\nname: C\n"),
            record("{sources: a, name: B}\n"),
            record("sources: a\nsurname: B\nname: C\n"),
            record("sources: &a [x]\nname: B\nkorean: {hangul: *a}\n"),
            record("[a, b]\n"),
            record("name: A\n? [a, b]\n"),
            record("name: A\n? summary: A\n"),
            record(""),
            "",
        ],
    )
    def test_left_alone(self, text: str) -> None:
        """
        What is broken, odd, or would mean something else afterwards is left as it is.
        """
        assert text == fix_record(text, "people")


ENTRY = "@misc{%s,\n  title = {A}\n}\n"


class TestSources:
    """
    Tests for `fix_sources`.
    """

    def test_order_of_keys(self) -> None:
        """
        Entries stand in the order of their keys, with what stands above each.
        """
        b, a, c = (ENTRY % key for key in "bac")

        assert f"{a}\n% on b\n{b}\n{c}" == fix_sources(f"% on b\n{b}\n{a}\n\n\n{c}")

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("doi = {https://doi.org/10.1525/as.2005}", "doi = {10.1525/as.2005}"),
            ("DOI = {doi:10.1525/as.2005}", "DOI = {10.1525/as.2005}"),
            ("isbn = {978-0-231-14000-3}", "isbn = {9780231140003}"),
            ("isbn = {978-0-231-14000-4}", "isbn = {978-0-231-14000-4}"),
            ("url = {https://doi.org/10.1525/as.2005}", "url = {https://doi.org/10.1525/as.2005}"),
        ],
    )
    def test_forms(self, before: str, after: str) -> None:
        """
        A DOI or ISBN is written in its normal form, if it is one.
        """
        text = "@misc{a,\n  title = {A},\n  %s,\n}\n"

        assert text % after == fix_sources(text % before)

    @pytest.mark.parametrize(
        "text",
        [
            f'@string{{x = "A"}}\n{ENTRY % "b"}{ENTRY % "a"}',
            f"{ENTRY % 'b'}{ENTRY % 'a'}@misc{{c, title = {{A\n",
            f"{ENTRY % 'b'}{ENTRY % 'a'}{ENTRY % 'A'}",
            "",
        ],
    )
    def test_left_alone(self, text: str) -> None:
        """
        What cannot be read, or depends on its order, is left as it is.
        """
        assert text == fix_sources(text)


class TestFix:
    """
    Tests for `fix`.
    """

    def test_diff(self, tmp_path: Path) -> None:
        """
        An edit is shown as other tools show it, each line ended.
        """
        edit = Edit(tmp_path / "a.md", "one\ntwo", "one\nthree\n")

        assert (
            f"--- {tmp_path}/a.md\n+++ {tmp_path}/a.md\n@@ -1,2 +1,2 @@\n one\n-two\n+three\n"
        ) == edit.diff

    def test_line_ends_are_written_as_they_are(self, tmp_path: Path) -> None:
        Edit(tmp_path / "a.md", "", "하나\r\n").write()

        assert "하나\r\n".encode() == (tmp_path / "a.md").read_bytes()

    def test_nothing_is_written(self, folder: Folder) -> None:
        """
        The edits of a folder are given, not made, until they are written.
        """
        folder.replace("people/pak-jin.md", "[lee2001]", "[lee2001, lee2001]")

        (edit,) = [edit for edit in fix(folder.root) if edit.path.name == "pak-jin.md"]

        assert "[lee2001, lee2001]" in (folder / "people/pak-jin.md").read_text("utf-8")
        edit.write()
        assert FILES["people/pak-jin.md"] == (folder / "people/pak-jin.md").read_text("utf-8")

    def test_unreadable(self, folder: Folder) -> None:
        """
        Files that cannot be read, or that a merge has left, are passed over.
        """
        folder.write("people/pak-jin.md", b"\xff   \n")
        folder.write("people/pak-hun.md", "<<<<<<< HEAD   \n>>>>>>> x\n")
        (folder / "people/dir.md").mkdir()

        assert not {"pak-jin.md", "pak-hun.md", "dir.md"} & {
            edit.path.name for edit in fix(folder.root)
        }

    @pytest.mark.slow
    def test_packaged_records(self, tmp_path: Path) -> None:
        """
        The packaged records are the same when mended, and need mending no more.
        """
        shutil.copytree(DATA, tmp_path / "data")
        before, _, _ = read(tmp_path / "data")
        for edit in fix(tmp_path / "data"):
            edit.write()

        after, _, _ = read(tmp_path / "data")

        assert list(before.records) == list(after.records)
        assert list(before.sources) == list(after.sources)
        assert [] == list(fix(tmp_path / "data"))
