import os
from pathlib import Path

import pytest

from ncrefs import files
from tests.helpers import Folder

PERSON = "people/pak-hun.md"
NOT_READ = "is not read: records are <kind>/<id>.md, sources sources.bib"


class TestStrays:
    """
    Tests for what is read and what is not.
    """

    @pytest.mark.parametrize(
        "name",
        [
            ".DS_Store", "people/.DS_Store", "people/._pak-hun.md", "people/.pak-hun.md.swp",
            "people/pak-hun.md~", "people/#pak-hun.md#", "people/pak-hun.md.orig", "._sources.bib",
            "people/.pak.md", ".git/config.md", "Thumbs.db", "people/desktop.ini", "README.md",
            "people/README", "readme.txt", "people/pak-hun.md.bak", "LICENSE", "people/map.png",
        ],
    )  # fmt: skip
    def test_passed_over(self, folder: Folder, name: str) -> None:
        """
        What editors and systems leave, and what tells about a folder, is no record.
        """
        folder.write(name, "no fields")

        assert [] == folder.check()

    def test_lock_of_an_editor(self, folder: Folder) -> None:
        """
        A link that leads nowhere, as Emacs makes while a file is edited, is passed over.
        """
        (folder / "people/.#pak-hun.md").symlink_to("me@host.1:2")

        assert [] == folder.check()

    @pytest.mark.parametrize(
        "name",
        [
            "people/kim.MD", "people/kim.md.txt", "people/kim.txt", "people/kim.rst", "people/kim",
            "people/kim.markdown", "people/more/kim.md", "kim.md", "people/kim.yml", "more.bib",
            "Sources.BIB",
        ],
    )  # fmt: skip
    def test_near_misses(self, folder: Folder, name: str) -> None:
        """
        What was meant for a record is not passed over in silence.
        """
        folder.write(name, "---\nname: Kim\n---\n")

        assert [(name, 1, "file", NOT_READ)] == folder.check()

    def test_folder_in_another_place(self, folder: Folder) -> None:
        """
        Records in a folder that is none of a kind are one mistake, and are not missed.
        """
        (folder / "people").rename(folder / "persons")

        advice, mistake = folder.check()

        assert ("people", 1, "folder") == advice[:3]
        message = f'its 2 files are {NOT_READ.removeprefix("is ")}; did you mean "people"?'
        assert ("persons", 1, "folder", message) == mistake


class TestFolders:
    """
    Tests for the folders of the kinds.
    """

    def test_missing(self, folder: Folder) -> None:
        """
        A kind without a folder is told, and no mistake.
        """
        (folder / "measures/soldiers.md").unlink()
        (folder / "measures").rmdir()

        assert [
            ("measures", 1, "folder", "no such folder; records of measures live here")
        ] == folder.check()
        assert 0 == len(folder.load().measures)

    def test_file(self, folder: Folder) -> None:
        """
        A file with the name of a kind's folder is a mistake.
        """
        (folder / "measures/soldiers.md").unlink()
        (folder / "measures").rmdir()
        folder.write("measures", "")

        (found,) = folder.check()

        assert ("measures", 1, "folder") == found[:3]
        assert found.message.startswith("unreadable: Not a directory; ")

    def test_forbidden(self, folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
        """
        A folder that may not be read is a mistake of its own.
        """
        listed = Path.iterdir

        def refuse(path: Path) -> object:
            if path.name == "measures":
                raise PermissionError(13, "Permission denied")
            return listed(path)

        monkeypatch.setattr(Path, "iterdir", refuse)

        (found,) = folder.check()

        assert ("measures", 1, "folder") == found[:3]
        assert found.message.startswith("unreadable: Permission denied; ")


class TestReadText:
    """
    Tests for `read_text`.
    """

    def test_pipe(self, folder: Folder) -> None:
        """
        A pipe is refused without waiting for what comes out of it.
        """
        os.mkfifo(folder / "people/pipe.md")

        assert [
            ("people/pipe.md", 1, "file", "unreadable: a pipe; put a file of text here")
        ] == folder.check()

    def test_device(self, folder: Folder) -> None:
        """
        A device without end is refused.
        """
        (folder / "people/zero.md").symlink_to("/dev/zero")

        assert [
            ("people/zero.md", 1, "file", "unreadable: a device; put a file of text here")
        ] == folder.check()

    def test_dangling_link(self, folder: Folder) -> None:
        """
        A link that leads nowhere is unreadable.
        """
        (folder / "people/pak-nam.md").symlink_to("nowhere")

        (found,) = folder.check()

        assert found.message.startswith("unreadable: No such file or directory; ")

    def test_too_large(self, folder: Folder) -> None:
        """
        A record has a limit of size.
        """
        folder.write("people/large.md", b" " * (files.LIMIT + 1))

        assert [("people/large.md", 1, "file", "larger than 1 MB; split it")] == folder.check()

    @pytest.mark.parametrize("path", [PERSON, "sources.bib"])
    def test_merge_conflict(self, folder: Folder, path: str) -> None:
        """
        Each line that a merge left is named, wherever it stands.
        """
        text = (folder / path).read_text("utf-8")
        lines = text.count("\n")
        folder.write(path, f"{text}<<<<<<< HEAD\nOne\n=======\nTwo\n>>>>>>> branch\n")

        assert [
            (path, lines + 1, "file", '"<<<<<<< HEAD" is left of a merge; keep one side'),
            (path, lines + 3, "file", '"=======" is left of a merge; keep one side'),
            (path, lines + 5, "file", '">>>>>>> branch" is left of a merge; keep one side'),
        ] == folder.check()

    def test_line_below_a_heading(self, folder: Folder) -> None:
        """
        Seven equals signs alone underline a heading.
        """
        folder.replace(PERSON, "Friends called", "Friends\n=======\n\nThey called")

        assert [] == folder.check()
