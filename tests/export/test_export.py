"""
What holds for every format.
"""

import sys
from pathlib import Path

import pytest

from ncrefs import __version__
from ncrefs.catalog import Catalog
from ncrefs.export import FORMATS, files, write


@pytest.mark.parametrize("name", FORMATS)
def test_reproducible(small: Catalog, name: str) -> None:
    """
    The same records give the same bytes.
    """
    if name == "parquet":
        pytest.importorskip("pyarrow")
    assert files(small, name) == files(small, name)


@pytest.mark.parametrize("name", FORMATS)
def test_version_and_licence(small: Catalog, name: str) -> None:
    """
    Each format says version and licence.
    """
    if name == "parquet":
        pytest.importorskip("pyarrow")
    written = b"".join(files(small, name).values())

    assert b"CC-BY-4.0" in written
    assert __version__.encode() in written


def test_unknown(small: Catalog) -> None:
    """
    An unknown format suggests a near one.
    """
    with pytest.raises(ValueError, match='no format "sqlit"; did you mean "sqlite"'):
        files(small, "sqlit")


def test_extra(small: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A format whose library is missing says what to install.
    """
    monkeypatch.setattr("ncrefs.export.parquet_files.find_spec", lambda _: None)

    with pytest.raises(ModuleNotFoundError, match=r"pip install ncrefs\[export\]"):
        files(small, "parquet")


def test_places(small: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    One file goes where the path says, or into that folder; several make a folder.
    """
    monkeypatch.chdir(tmp_path)

    assert [Path("ncrefs.ttl")] == write(small, "turtle")
    assert [tmp_path / "a.ttl"] == write(small, "turtle", tmp_path / "a.ttl")
    assert [tmp_path / "ncrefs.ttl"] == write(small, "turtle", tmp_path)
    assert {tmp_path / "j" / "ncrefs.json", tmp_path / "j" / "ncrefs.schema.json"} == set(
        write(small, "json", tmp_path / "j")
    )


def test_needs_nothing(small: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    All formats but Parquet are written without any other library.
    """
    for module in ("pyarrow", "pandas", "networkx", "rdflib", "followthemoney", "icalendar"):
        monkeypatch.setitem(sys.modules, module, None)
    for name in FORMATS:
        if name != "parquet":
            assert files(small, name)
