"""
What changed with each release.
"""

from pathlib import Path

from ncrefs import __version__
from ncrefs.book.content import changes
from ncrefs.catalog import Catalog
from ncrefs.export import write
from tests.book.sample import SAMPLE
from tests.book.shown import shown
from tests.helpers import Folder


def released(tmp_path: Path) -> Catalog:
    """
    The sample after a release in which some records were otherwise.
    """
    folder = Folder(tmp_path / "records", SAMPLE)
    folder.replace("people/heir.md", "The second leader.", "A leader.")
    folder.replace("plots/march.md", "grade: disputed\nsources", "grade: alleged\nsources")
    folder.replace("purges/sweep.md", "grade: reported\nsources", "grade: documented\nsources")
    folder.replace("people/han-sol.md", "renamed_from: [han-sul]\n", "")
    (folder / "people/han-sol.md").rename(folder / "people/han-sul.md")
    for path in ("plots/march.md", "questions/who-rose.md", "events/letter.md"):
        text = (folder / path).read_text("utf-8")
        folder.write(path, text.replace("han-sol", "han-sul"))
    (folder / "terms/guard.md").unlink()
    folder.write("terms/gone.md", SAMPLE["terms/coup.md"].replace("Coup", "Gone"))
    digests = tmp_path / "0.1.0.json"
    write(folder.load(), "digests", digests)
    text = digests.read_text("utf-8").replace(f'"{__version__}"', '"0.1.0"')
    now = Folder(tmp_path / "now", SAMPLE)
    now.write("releases/0.1.0.json", text)
    return now.load()


def test_a_release_counts_and_names_what_changed(tmp_path: Path) -> None:
    assert [
        "p: **From version 0.1.0 to 0.2.0**",
        "table",
        "  | Kind | Added | Removed | Renamed | Changed |",
        "  | People |  |  | 1 | 1 |",
        "  | Plots |  |  |  | 1 |",
        "  | Purges |  |  |  | 1 |",
        "  | Events |  |  |  | 1 |",
        "  | Questions |  |  |  | 1 |",
        "  | Glossary | 1 | 1 |  |  |",
        "p: Graded anew:",
        "list",
        "  - [march “”], from alleged to disputed",
        "  - [sweep “”], lowered from documented to reported",
        "only",
        "  fold “Added: 1 record”",
        "    p: **Glossary: **[guard “”]",
        "only",
        "  fold “Removed: 1 record”",
        "    p: **Glossary: **Gone",
        "only",
        "  fold “Renamed: 1 record”",
        "    p: **People: **[han-sol “”] (was han-sul)",
        "only",
        "  fold “Changed: 5 records”",
        "    p: **People: **[heir “”]",
        "    p: **Plots: **[march “”]",
        "    p: **Purges: **[sweep “”]",
        "    p: **Events: **[letter “”]",
        "    p: **Questions: **[who-rose “”]",
    ] == shown(changes.changes(released(tmp_path)))


def test_without_an_earlier_release_nothing_has_changed(tmp_path: Path) -> None:
    assert [] == changes.changes(Folder(tmp_path, SAMPLE).load())
