"""
What changed with each release, from the digests that are kept of earlier ones.
"""

import json
from pathlib import Path

import pytest

from ncrefs import __version__
from ncrefs.catalog import Catalog
from ncrefs.export import files
from ncrefs.releases import Moved, changed_in, moved, releases
from tests.helpers import Folder

JIN = "people/pak-jin.md"


def _keep(folder: Folder, released: Folder, version: str) -> None:
    """
    Keep the digests of a release.
    """
    digests = json.loads(files(released.load(), "digests")["ncrefs-digests.json"])
    folder.write(f"releases/{version}.json", json.dumps({**digests, "version": version}))


@pytest.fixture
def catalog(tmp_path: Path, folder: Folder) -> Catalog:
    """
    The small catalog with two releases before it, of which 0.0.10 is the second.
    """
    first, second = Folder(tmp_path / "first"), Folder(tmp_path / "second")
    second.replace(JIN, "The father", "A father")
    (second / "events/port-strike.md").unlink()
    (folder / "events/port-strike.md").unlink()
    text = (folder / JIN).read_text("utf-8").replace("The father", "A father")
    (folder / JIN).unlink()
    folder.write("people/pak-chin.md", text.replace("sources:", "renamed_from: pak-jin\nsources:"))
    folder.write("people/pak-min.md", text.replace("Pak Jin", "Pak Min"))
    _keep(folder, second, "0.0.10")
    _keep(folder, first, "0.0.9")
    _keep(folder, first, __version__)
    return folder.load()


def test_the_newest_is_first(catalog: Catalog) -> None:
    """
    Each with what changed since the one before, by number; today's records are the last.
    """
    assert [
        (__version__, "0.0.10", [("renamed", "pak-chin"), ("added", "pak-min")]),
        ("0.0.10", "0.0.9", [("changed", "pak-jin"), ("removed", "port-strike")]),
    ] == [
        (release.version, release.since, [(change.what, change.id) for change in release.changes])
        for release in releases(catalog)
    ]


@pytest.mark.parametrize(
    ("id_", "words"),
    [
        ("pak-min", f"New in {__version__}"),
        ("pak-chin", f"Changed in {__version__}"),
        ("pak-jin", "Changed in 0.0.10"),
        ("pak-hun", ""),
    ],
)
def test_a_record_says_when_it_last_changed(catalog: Catalog, id_: str, words: str) -> None:
    assert words == changed_in(id_, catalog)


def test_what_is_no_longer_where_it_was(catalog: Catalog) -> None:
    """
    A renamed record leads to what it is now, a withdrawn one says since when it is gone.
    """
    now = catalog.people["pak-chin"]

    assert (
        Moved("events", "port-strike", "Port strike", None, "0.0.10"),
        Moved("people", "pak-jin", "Pak Jin", now),
    ) == moved(catalog)


def test_former_ids_are_known_without_releases(folder: Folder) -> None:
    folder.replace(JIN, "sources:", "renamed_from: pak-chin\nsources:")
    catalog = folder.load()

    (found,) = moved(catalog)
    assert Moved("people", "pak-chin", "Pak Jin", catalog.people["pak-jin"]) == found
    assert () == releases(catalog)
