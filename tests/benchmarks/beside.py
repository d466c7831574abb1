"""
Measures a cold build of the book beside two others of the same 400 records.

One has the same content as plain Markdown, as a person would write it, and no extension of
ours; the other describes the records as objects of sphinx-needs. Theme and parser are the
same. What counts is the ratio of processor time in one process: the builds alternate, and
the median of three rounds is printed.
"""

import re
import statistics
import tempfile
from pathlib import Path

import bs4
from markdownify import markdownify

from ncrefs.catalog import Catalog
from ncrefs.kinds import KINDS, kind_of
from ncrefs.loading import load
from ncrefs.model import Entity
from ncrefs.relations import references
from ncrefs.serial import to_plain
from tests.benchmarks.build import build
from tests.benchmarks.synthetic import write_catalog, write_site

_DOCS = Path(__file__).parents[2] / "docs"
_SIZE, _ROUNDS = 400, 3
#: What a page has for a screen: no person writes it.
_FOR_A_SCREEN = "svg, script, style, form, button, .headerlink, .nc-permalink"
_MADE_BY_SPHINX = ("genindex", "search", "404")
_CONF = """\
extensions = ["myst_parser", "sphinx_copybutton", *{extensions}]
myst_enable_extensions = ["colon_fence", "deflist"]
html_theme = "sphinx_book_theme"
html_sidebars = {{"**": []}}  # a list of all pages on each would cost more than its text
html_copy_source = False
suppress_warnings = ["myst"]
needs_types = [{{"directive": kind, "title": kind, "prefix": ""}} for kind in {kinds}]
needs_fields = {{name: {{"description": name}} for name in {fields}}}
needs_id_regex = ".+"
"""


def write_by_hand(root: Path, built: Path) -> None:
    """
    Write the pages of a built book as Markdown: headings, tables, lists and links.
    """
    names = []
    for path in sorted(built.rglob("*.html")):
        article = bs4.BeautifulSoup(path.read_bytes(), "html.parser").find("article")
        if path.stem in _MADE_BY_SPHINX or not isinstance(article, bs4.Tag):
            continue
        for element in article.select(_FOR_A_SCREEN):
            element.decompose()
        for link in article.select("a[href]"):
            address = str(link["href"])
            if "://" not in address:
                page = address.partition("#")[0] or path.name
                link["href"] = page.replace(".html", ".md")
        name = path.relative_to(built).with_suffix("").as_posix()
        _write(root / f"{name}.md", markdownify(str(article), heading_style="ATX"))
        names.append(name)
    names.remove("index")
    with (root / "index.md").open("a", encoding="utf-8") as index:
        index.write(_toctree(names))
    _write(root / "conf.py", _CONF.format(extensions=[], kinds=[], fields=[]))


def write_needs(root: Path, catalog: Catalog) -> None:
    """
    Write each record as an object on a page of its own, and a table for each kind.
    """
    kinds = [kind.singular for kind in KINDS.values()]
    fields = set()
    for record in catalog.records:
        kind = kind_of(record).singular
        plain = to_plain(record, defaults=False)
        told = {
            name: value
            for name, value in plain.items()
            if isinstance(value, str) and name not in ("name", "text")
        }
        fields |= told.keys() - {"id"}
        _write(root / kind / f"{record.id}.md", _need(kind, record, told, plain["text"]))
    for kind in kinds:
        table = f"```{{needtable}}\n:types: {kind}\n:columns: id;title;summary\n```\n"
        pages = sorted(path.stem for path in (root / kind).glob("*.md"))
        _write(root / kind / "index.md", f"# {kind}\n\n{table}{_toctree(pages)}")
    works = "\n".join(f"- {source.title} <{source.url}>" for source in catalog.sources)
    _write(root / "sources.md", f"# Sources\n\n{works}\n")
    chapters = [*(f"{kind}/index" for kind in kinds), "sources"]
    _write(root / "index.md", f"# Start\n{_toctree(chapters)}")
    conf = _CONF.format(extensions=["sphinx_needs"], kinds=kinds, fields=sorted(fields))
    _write(root / "conf.py", conf)


def _need(kind: str, record: Entity, told: dict[str, str], prose: str) -> str:
    """
    The page of an object: its fields are options, its references links.
    """
    links = ", ".join(dict.fromkeys(found.target for found in references(record)))
    options = "\n".join(f":{name}: {value}" for name, value in {**told, "links": links}.items())
    prose = re.sub(r"\[\]\(#([^)]+)\)", r"{need}`\1`", prose)
    prose = re.sub(r"\{cite\}`([^`]+)`", r"[\1](../sources.md)", prose)
    return f"# {record.name}\n\n````{{{kind}}} {record.name}\n{options}\n\n{prose}\n````\n"


def _toctree(names: list[str]) -> str:
    return "\n\n```{toctree}\n:hidden:\n\n" + "\n".join(names) + "\n```\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def main() -> None:
    """
    Write the three sites, and measure them in turn.
    """
    with tempfile.TemporaryDirectory() as root:
        folder = Path(root)
        write_catalog(folder / "records", _SIZE)
        write_site(folder / "book", _DOCS)
        data = f"-Dncrefs_data={folder / 'records'}"
        build(folder / "book", folder / "first", data)
        write_by_hand(folder / "hand", folder / "first")
        write_needs(folder / "needs", load(folder / "records"))
        hand: list[float] = []
        needs: list[float] = []
        for number in range(_ROUNDS):
            ours, _ = build(folder / "book", folder / f"book-{number}", data)
            for name, ratios in (("hand", hand), ("needs", needs)):
                theirs, _ = build(folder / name, folder / f"{name}-{number}")
                ratios.append(ours / theirs)
            print(f"book {ours:.1f} s, by hand x{hand[-1]:.2f}, sphinx-needs x{needs[-1]:.2f}")
        print(f"to pages by hand   {statistics.median(hand):5.2f}")
        print(f"to sphinx-needs    {statistics.median(needs):5.2f}")


if __name__ == "__main__":
    main()
