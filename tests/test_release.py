"""
What a release says of itself, in all places alike; and the wheel.
"""

import json
import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

import ncrefs
from ncrefs.cache import INSIDE
from ncrefs.export.common import LICENCE, RELEASED, TITLE
from ncrefs.store import Store

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def citation() -> Any:
    """
    CITATION.cff, read.
    """
    return yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))


@pytest.fixture(scope="module")
def zenodo() -> Any:
    """
    .zenodo.json, read.
    """
    return json.loads((ROOT / ".zenodo.json").read_text("utf-8"))


def test_one_version(citation: Any, zenodo: Any) -> None:
    """
    Package, citation, deposit and list of changes tell one version and one day.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    changes = (ROOT / "docs/changes.md").read_text("utf-8")

    assert {ncrefs.__version__} == {project["version"], citation["version"], zenodo["version"]}
    assert {RELEASED} == {citation["date-released"], zenodo["publication_date"]}
    assert f"\n## {ncrefs.__version__}, {RELEASED}\n" in changes


def test_one_title_and_licence(citation: Any, zenodo: Any) -> None:
    """
    They tell one title and one licence of the records.
    """
    assert {TITLE} == {citation["title"], zenodo["title"]}
    assert LICENCE == citation["license"]
    assert LICENCE.lower() == zenodo["license"]


def test_citation_has_what_its_format_asks_for(citation: Any) -> None:
    """
    The four keys that the Citation File Format requires are there, and a type that it knows.
    """
    assert {"cff-version", "message", "title", "authors"} <= citation.keys()
    assert "1.2.0" == citation["cff-version"]
    assert citation["type"] in ("dataset", "software")
    assert all("name" in author or "family-names" in author for author in citation["authors"])


@pytest.mark.slow
class TestWheel:
    """
    Tests for the wheel.
    """

    @pytest.fixture(scope="class")
    @classmethod
    def wheel(cls, tmp_path_factory: pytest.TempPathFactory) -> Path:
        pytest.importorskip("hatchling", reason="builds the wheel without a network")
        folder = tmp_path_factory.mktemp("wheel")
        code = "import sys, hatchling.build as b; print(b.build_wheel(sys.argv[1]))"
        done = subprocess.run(
            [sys.executable, "-c", code, str(folder)],
            cwd=ROOT,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert 0 == done.returncode, done.stderr
        return folder / done.stdout.split()[-1]

    def test_records(self, wheel: Path) -> None:
        """
        The records are inside, compiled and as their sources, and no tests.
        """
        with zipfile.ZipFile(wheel) as archive:
            names = archive.namelist()
            store = Store(archive.read(f"ncrefs/{INSIDE}"))

        assert list(ncrefs.records) == list(store.collection("records"))
        sources = [name for name in names if name.startswith("ncrefs/data/")]
        assert len(list(ncrefs.DATA.rglob("*.md"))) < len(sources)
        assert not [name for name in names if name.startswith("tests/")]

    def test_use(self, wheel: Path, tmp_path: Path) -> None:
        """
        The installed package opens the compiled records, and writes no cache.
        """
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(tmp_path / "site")
        code = (
            "import ncrefs, sys; print(ncrefs.people['kim-il-sung'].name, ncrefs.__file__,"
            " 'yaml' in sys.modules)"
        )
        done = subprocess.run(
            [sys.executable, "-S", "-c", code],
            cwd=tmp_path,
            env={
                **os.environ,
                "PYTHONPATH": str(tmp_path / "site"),
                "NCREFS_CACHE": str(tmp_path / "cache"),
            },
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

        name, _, rest = done.stdout.partition(str(tmp_path / "site"))
        assert "Kim Il Sung " == name, done.stderr
        assert rest.endswith(" False\n")
        assert not (tmp_path / "cache").exists()
