"""
The drawings of a small catalog as they were looked at and approved, in `tests/book/drawn`.

After a change that is meant, `python -m tests.book.drawn` writes them anew: look at each, in a
browser, before you commit it.
"""

import tempfile
from pathlib import Path
from xml.etree import ElementTree as ET
from zlib import crc32

from ncrefs.book.drawings import FIGURES, drawings, figure_of
from tests.book.sample import SAMPLE
from tests.book.test_drawn_tables import TALE
from tests.helpers import Folder

APPROVED = Path(__file__).parent / "drawn"
_LONG = 300
#: The sample with what drawings look for by name.
FILES = {
    **SAMPLE,
    "plots/tale.md": TALE,
    "events/august-faction-incident.md": """\
---
name: August
summary: It failed.
when: 1956-08-30/1956-08-31
grade: documented
sources: [lee2001]
---
""",
    "datasets/powell-thyne-coups.md": SAMPLE["datasets/colpus.md"],
    "tables/classes.csv": """\
id,name,states,regimes,regimes_with_none,country_years,attempts,successful,alpha,beta,fit_differing,fit_alike
autocracies,Autocracies,3,4,2,2000.4,50,20,,,,
party-types,A class of regimes whose name is too long for its place,2,2,1,1000.0,10,4,,,,
bloc,The bloc,2,2,1,300.0,1,0,,,,
""",
    "tables/ages.csv": """\
class,counted_by,from_year,to_year,country_years,attempts,successful
autocracies,age of the regime,0,5,1345.3,202,93
autocracies,age of the regime,5,,5000.0,150,61
party-types,age of the regime,0,10,300.0,12,5
party-types,age of the regime,10,,900.0,4,1
""",
}


def drawn() -> dict[str, list[str]]:
    """
    Every drawing by its name, an element a line.
    """
    with tempfile.TemporaryDirectory() as folder:
        catalog = Folder(Path(folder), FILES).load()
        figures = (figure_of(catalog, name) for name in (*FIGURES, *catalog.measures.ids))
        narrow = (figure.phone for figure in figures if figure.phone)
        found = (*drawings(catalog), *narrow)
        return {drawing.name: _lines(drawing.inline()) for drawing in found}


def approved(name: str) -> list[str]:
    """
    A drawing as it was approved.
    """
    return (APPROVED / f"{name}.svg").read_text(encoding="utf-8").splitlines()


def _lines(svg: str) -> list[str]:
    root = ET.fromstring(svg)
    for path in root.iter("path"):
        if len(path.get("d", "")) > _LONG:  # an outline, of which nobody reads the points
            path.set("d", f"{crc32(path.attrib['d'].encode()):08x}")
    ET.indent(root, " ")
    return ET.tostring(root, encoding="unicode").splitlines()


if __name__ == "__main__":
    for path in APPROVED.glob("*.svg"):
        path.unlink()
    for name, lines in drawn().items():
        (APPROVED / f"{name}.svg").write_text("\n".join(lines) + "\n", encoding="utf-8")
