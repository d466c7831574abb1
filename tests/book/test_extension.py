"""
What a new kind and a new field cost: proved in a copy of the project.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.synthetic import write_site
from tests.book.pages import Page
from tests.helpers import Folder

pytestmark = pytest.mark.built

ROOT = Path(__file__).parents[2]

#: All that is written for a kind: its dataclass, its row, its line in the contents.
DATACLASS = '''

@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Weapon(Entity):
    """
    What soldiers would have to carry.
    """

    calibre: float  #: millimetres
    used_by: tuple[str, ...] = ref("organizations", label="Used by", reverse="Arms", default=())
'''
ROW = '        Kind(Weapon, "weapons", "weapon", "Weapons"),\n'
LINE = "reference/weapons/index\n"
#: All that is written for a field.
FIELD = "    rank: str | None = None  #: the highest that was held\n"
RIFLE = """\
---
name: Type 58 rifle
korean: {hangul: 오팔식소총}
summary: A rifle of the First Corps.
calibre: 7.62
used_by: [first-corps]
sources: [lee2001]
---
It was carried by [Pak Hun](#pak-hun).
"""
USER = """\
from typing import assert_type

import ncrefs
from ncrefs.collection import Collection
from ncrefs.model import Weapon

weapons = ncrefs.load("records").records.of(Weapon)
assert_type(weapons, Collection[Weapon])
assert_type(weapons["rifle"].calibre, float)
"""


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """
    The project with one more kind and one more field, and its book built.
    """
    root = tmp_path_factory.mktemp("copy")
    shutil.copytree(ROOT / "ncrefs", root / "ncrefs", ignore=shutil.ignore_patterns("data"))
    (root / "ncrefs/data").mkdir()
    Folder(root / "records")
    write_site(root / "docs", ROOT / "docs")
    model, kinds = root / "ncrefs/model.py", root / "ncrefs/kinds.py"
    model.write_text(model.read_text(encoding="utf-8") + DATACLASS, encoding="utf-8")
    edit(model, "    fate: Fate | None = None\n", "    fate: Fate | None = None\n" + FIELD)
    edit(kinds, "    Term,\n)", "    Term,\n    Weapon,\n)")
    edit(kinds, '        Kind(Term, "terms"', ROW + '        Kind(Term, "terms"')
    edit(root / "docs/index.md", "reference/people/index\n", "reference/people/index\n" + LINE)
    (root / "records/weapons").mkdir()
    (root / "records/weapons/rifle.md").write_text(RIFLE, encoding="utf-8")
    edit(root / "records/people/pak-hun.md", "fate:", "rank: lieutenant general\nfate:")
    options = ["-q", "-n", "-W", "--keep-going", f"-Dncrefs_data={root / 'records'}"]
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", *options, "docs", "html"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        check=False,
        capture_output=True,
        text=True,
    )
    assert "" == done.stderr
    return root


class TestKind:
    """
    A dataclass, a row and a line in the contents make a kind.
    """

    def test_chapter(self, copy: Path) -> None:
        """
        Its chapter opens with the docstring and lists its records.
        """
        text = Page(copy / "html/reference/weapons/index.html").text()

        assert "Weapons" in text
        assert "What soldiers would have to carry." in text
        assert "Type 58 rifle" in text

    def test_page(self, copy: Path) -> None:
        """
        Its page shows every field, in the words of the dataclass.
        """
        text = Page(copy / "html/reference/weapons/rifle.html").text()

        for wanted in ("A rifle of the First Corps.", "Calibre", "7.62", "Used by", "오팔식소총"):
            assert wanted in text

    def test_other_end(self, copy: Path) -> None:
        """
        What it points to names it, under the heading that the field declares.
        """
        text = Page(copy / "html/reference/organizations/first-corps.html").text()

        assert "Arms" in text
        assert "Type 58 rifle" in text

    def test_found_and_exported(self, copy: Path) -> None:
        """
        The look-up, the index of names and the JSON have it.
        """
        data = json.loads((copy / "html/reference/weapons/rifle.json").read_text(encoding="utf-8"))

        assert ("weapons", 7.62) == (data["kind"], data["calibre"])
        assert "오팔식소총" in (copy / "html/search-index.js").read_text(encoding="utf-8")
        assert "Type 58 rifle" in Page(copy / "html/reference/names/t.html").text()

    def test_typed(self, copy: Path) -> None:
        """
        A type checker knows its records.
        """
        (copy / "user.py").write_text(USER, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "mypy", "--strict", "user.py"],
            cwd=copy,
            check=False,
            capture_output=True,
            text=True,
        )

        assert "Success" in done.stdout, done.stdout


def test_a_field_is_on_the_page(copy: Path) -> None:
    """
    One line in the dataclass makes a row of the card.
    """
    text = Page(copy / "html/reference/people/pak-hun.html").text()

    assert "Rank" in text
    assert "lieutenant general" in text
