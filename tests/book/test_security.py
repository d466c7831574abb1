"""
Security: whatever stands in records, no form of the book runs, loads or includes it.

The records here break the rules, and are built in spite of that: what must hold if a rule
should ever be passed by.
"""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit
from zipfile import ZipFile

import html5lib
import pytest

from tests.book.conftest import Book, small_book
from tests.helpers import Folder

pytestmark = pytest.mark.built

Forms = Callable[[str], Book]

#: In a name, a title, a spelling: markup of every form.
_NAME = "<img src=x onerror=alert(1)> \\input{/etc/passwd} #panic(1) {{x}} _a_ &copy; The '95"
_PROSE = r"""
> ```{raw} html
> <script>alert(1)</script>
> ```

- ```{raw} html
  <script src="https://evil.example/x.js"></script>
  ```

> ```{eval-rst}
> .. raw:: html
>
>    <script>alert(4)</script>
> ```

<img src="x" alt="<" onerror="alert(5)">

> ```{include} ../../../../../../../../../etc/passwd
> ```

> ```{csv-table}
> :file: ../../../../../../../../../etc/passwd
> ```

> ```{raw} html
> :url: http://127.0.0.1:9/x.html
> ```

{download}`x <../../../../../../../../../etc/passwd>`

![x]( ../../../../../../../../../etc/hostname)

![x](https://evil.example/track.png)

{math}`x`

> ```{raw} typst
> #panic("x")
> ```

> ```{raw} latex
> \input{/etc/passwd}
> ```

[a](javascript:alert(7)) <javascript:alert(8)> [b](data:text/html,x) [d](file:///etc/passwd)

<iframe src="https://evil.example/"
"""
#: Where the book of the small catalog leads to or loads from, by form.
_HOSTS = {
    "example.org",
    "infinityvibes84.blogspot.com",
    "ncrefs.invalid",
    "www.naturalearthdata.com",
    "www.wikidata.org",
}
_SCHEMES = {"", "http", "https"}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Forms:
    """
    Makes the small book in any form, each once, with markup of every form in a name, in prose
    and in a source.
    """
    small = small_book(tmp_path_factory.mktemp("hostile"))
    assert small.data is not None
    folder = Folder(small.data, {})
    quoted = _NAME.replace("\\", "\\\\").replace('"', '\\"')
    folder.replace(
        "places/port-nam.md", "name: Port Nam\n", f'name: "{quoted}"\naliases: ["{quoted} 2"]\n'
    )
    text = (small.data / "people/pak-hun.md").read_text(encoding="utf-8")
    folder.write("people/pak-hun.md", text + _PROSE)
    folder.replace(
        "plots/corps-plot.md",
        "plan: A march on the capital.",
        'plan: "# A _march_ <b onclick=alert(9)>\\n\\n> on.\\n\\n- x"',
    )
    # An address of another scheme never gets so far: its source cannot be read.
    folder.replace("sources.bib", "{A General Dies}", "{A <script>alert(3)</script> General}")

    @cache
    def make(builder: str) -> Book:
        form = Book(small.source, small.output.with_name(builder), small.data)
        done = form.build(builder=builder, unchecked=True)
        assert done.code == 1, done.errors  # warnings about records
        assert "in the prose of a record" in done.errors
        assert "Traceback" not in done.errors
        return form

    return make


def _faults(source: bytes) -> list[str]:
    """
    What a page runs, and where it leads to, that is not listed.
    """
    tree = html5lib.parse(source, namespaceHTMLElements=False, transport_encoding="utf-8")
    faults = []
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        faults += [f"{element.tag} {name}" for name in element.attrib if name.startswith("on")]
        if element.tag in ("iframe", "object", "embed", "base"):
            faults.append(element.tag)
        for name in ("href", "src", "srcset", "data", "poster", "action"):
            address = urlsplit(element.get(name, ""))
            if address.scheme not in _SCHEMES or (address.netloc and address.netloc not in _HOSTS):
                faults.append(f"{element.tag} {name}={element.get(name)}")
            if element.tag in ("script", "img", "link") and address.netloc:
                faults.append(f"{element.tag} loads {element.get(name)}")
    return faults


class TestForms:
    @pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml"])
    def test_pages_run_and_load_nothing_else(self, hostile: Forms, builder: str) -> None:
        """
        No page has a handler, a foreign script or frame, or a link by another scheme.
        """
        book = hostile(builder)
        pages = {name: data for name, data in book.files().items() if name.endswith(".html")}
        found = {
            name: faults
            for name, data in pages.items()
            if not name.startswith("_static") and (faults := _faults(data))
        }
        assert {} == found

    def test_a_site_has_no_file_of_the_machine(self, hostile: Forms) -> None:
        """
        Nothing that a record names is copied or included.
        """
        book = hostile("html")
        passwd = Path("/etc/passwd").read_bytes().splitlines()[0]
        assert [] == [name for name, data in book.files().items() if passwd in data]
        assert not (book.output / "_downloads").exists()
        assert not (book.output / "_images" / "hostname").exists()

    def test_an_epub_runs_and_loads_nothing_else(self, hostile: Forms) -> None:
        """
        The same in the book for readers.
        """
        book = hostile("epub")
        with ZipFile(book.output / "ncrefs.epub") as archive:
            pages = {name: archive.read(name) for name in archive.namelist()}
        found = {
            name: faults
            for name, data in pages.items()
            if name.endswith(".xhtml") and (faults := _faults(data))
        }
        assert {} == found

    def test_latex_has_no_command_from_a_record(self, hostile: Forms) -> None:
        """
        Names and prose are text to TeX.
        """
        book = hostile("latex")
        source = (book.output / "ncrefs.tex").read_text(encoding="utf-8")
        assert "\\input{/etc/passwd}" not in source
        assert "javascript" not in "".join(re.findall(r"\\href\{[^}]*\}", source))

    def test_typst_has_no_code_from_a_record(self, hostile: Forms) -> None:
        """
        So they are to Typst, which would stop at this code.
        """
        book = hostile("pdf")
        source = (book.output / "ncrefs.typ").read_text(encoding="utf-8")
        code = re.sub(r'"(?:\\.|[^"\\])*"', '""', source)  # what stands in a string is no code
        assert not re.search(r"#panic\(\"\"\)|(?<!\\)#panic\(1\)", code)


class TestNames:
    def test_a_title_is_the_name_letter_by_letter(self, hostile: Forms) -> None:
        """
        A name is data: no markup, no entity; its apostrophes are set as such.
        """
        book = hostile("html")
        page = book.pages()["reference/places/port-nam.html"]
        title = "".join(page.all("h1")[0].itertext()).removesuffix("#")
        assert title == _NAME.replace("'", "’")

    def test_a_field_of_one_paragraph_holds_no_blocks(self, hostile: Forms) -> None:
        """
        Blocks in it are put in a line, so that no list or quotation stands in a paragraph.
        """
        book = hostile("html")
        text = book.pages()["reference/plots/corps-plot.html"].text()
        assert "A march" in text
