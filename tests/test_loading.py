from pathlib import Path

import pytest

from ncrefs import snapshots
from ncrefs.check import check
from ncrefs.loading import load
from ncrefs.problems import CatalogError
from tests.helpers import Folder


class TestRead:
    """
    Tests for `read`.
    """

    def test_load_of_no_folder(self, tmp_path: Path) -> None:
        """
        A folder that does not exist is a mistake, not an empty catalog.
        """
        with pytest.raises(CatalogError, match="no such folder"):
            Folder(tmp_path / "nowhere", {}).load()

    def test_path_as_text(self, folder: Folder) -> None:
        """
        Whatever reads a folder takes its path as text, too.
        """
        path = str(folder.root)

        assert len(folder.load()) == len(load(path)) == len(check(path)[0])
        assert snapshots.take(load(path)) == snapshots.read(path)

    def test_folder_near_a_kind(self, folder: Folder) -> None:
        """
        A folder whose name is nearly that of a kind is named with it.
        """
        folder.write("peple/pak-nam.md", "---\nname: Pak Nam\n---\n")
        message = "is not read: records are <kind>/<id>.md, sources sources.bib"

        assert [
            ("peple/pak-nam.md", 1, "file", f'{message}; did you mean "people"?')
        ] == folder.check()

    def test_id_used_twice(self, folder: Folder) -> None:
        """
        An id of two kinds is a mistake of the second file, in the book's order.
        """
        text = (folder / "people/pak-jin.md").read_text("utf-8")
        folder.write("terms/pak-jin.md", f"{text}A name.\n")

        assert [
            (
                "terms/pak-jin.md",
                1,
                "id",
                '"pak-jin" is also the id of people/pak-jin.md; rename this file',
            )
        ] == folder.check()

    def test_source_with_the_id_of_a_record(self, folder: Folder) -> None:
        """
        A source key may not be the id of a record.
        """
        for path in folder.root.rglob("*.*"):
            path.write_text(path.read_text("utf-8").replace("news2010", "coup"), "utf-8")

        assert [
            ("sources.bib", 9, "coup", '"coup" is also the id of a record; rename this source')
        ] == folder.check()
