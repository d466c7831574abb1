from pathlib import Path

import pytest

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

    @pytest.mark.parametrize(
        ("path", "hint"),
        [
            ("peple/pak-nam.md", '; did you mean "people"?'),
            ("pak-nam.md", ""),
            ("people/more/pak-nam.md", ""),
            ("people/pak-nam.yml", ""),
            ("more.bib", ""),
        ],
    )
    def test_file_that_is_not_read(self, folder: Folder, path: str, hint: str) -> None:
        """
        What was written for the catalog is not passed over in silence.
        """
        folder.write(path, "---\nname: Pak Nam\n---\n")
        message = "is not read: records are <kind>/<id>.md, sources sources.bib"
        assert [(path, 1, "file", f"{message}{hint}")] == folder.check()

    def test_files_of_others(self, folder: Folder) -> None:
        """
        What an editor or system leaves there is no mistake.
        """
        for name in (".DS_Store", "people/pak-jin.md~", "people/pak-jin.md.orig"):
            folder.write(name, "")
        assert [] == folder.check()

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
