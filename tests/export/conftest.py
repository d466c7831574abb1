"""
The catalogs that all exports are tried on.
"""

from pathlib import Path

import pytest

import ncrefs
from ncrefs.catalog import Catalog
from tests.helpers import Folder


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """
    The small catalog, with a name that needs every sort of escape.
    """
    folder = Folder(tmp_path_factory.mktemp("small") / "records")
    folder.replace(
        "people/pak-jin.md",
        "name: Pak Jin",
        r"""name: 'Pak "Jin", <the & elder>; \N'""",
    )
    return folder.load()


@pytest.fixture(scope="session", params=["small", pytest.param("real", marks=pytest.mark.slow)])
def catalog(request: pytest.FixtureRequest) -> Catalog:
    """
    The small catalog, and the records of the package.
    """
    if request.param == "real":
        return ncrefs.load()
    found: Catalog = request.getfixturevalue("small")
    return found


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """
    Where an export is written.
    """
    return tmp_path / "out"
