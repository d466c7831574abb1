import codecs
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ncrefs.bibliography import read_sources
from ncrefs.dates import Date
from ncrefs.model import Source
from ncrefs.origins import Origin
from ncrefs.vocabulary import TIERS
from tests.helpers import Folder

BIB = "sources.bib"
#: Every field that a source may have.
FULL = """\
@Article{lim2005,
  AUTHOR = {Lim, Jae-Cheon and Hassig, Ralph and {Institute for Peace and Unity}},
  title = {The {DPRK} after
    Kim},
  titleaddon = {[After
    Kim]},
  date = {2005~},
  journaltitle = {Asian Survey},
  publisher = {UC Press},
  volume = {45},
  number = {2},
  pages = {1--20},
  url = {https://example.org/a_b},
  doi = {10.1525/as.2005.45.2.1},
  isbn = {978-0-00-000000-2},
  langid = {ko},
  note = {Only the abstract could be read.},
  tier = {scholarship}
}
"""


class Mistake(NamedTuple):
    """
    One place of sources.bib to change, and what is then reported.
    """

    old: str
    new: str
    line: int
    field: str
    gist: str


MISTAKES = {
    "no title": Mistake(
        "  title = {Armies and Parties},\n", "", 1, "lee2001.title", "missing; every source has a"
    ),
    "empty title": Mistake(
        "{A General Dies}", "{}", 10, "news2010.title", "missing; every source has a title"
    ),
    "no tier": Mistake(
        ",\n  tier = {scholarship}",
        "",
        1,
        "lee2001.tier",
        "missing; write archive, official, scholarship, journalism, testimony, ",
    ),
    "unknown tier": Mistake(
        "{journalism}", "{press}", 13, "news2010.tier", '"press" is no tier; write archive'
    ),
    "bad date": Mistake(
        "{2010-05}",
        "{May 2010}",
        11,
        "news2010.date",
        '"May 2010" is not a date; did you mean "2010-05"?',
    ),
    "month of a decade": Mistake(
        "{2010-05}",
        "{201X-05}",
        11,
        "news2010.date",
        '"201X-05": a month needs a full year; write for example 1956-08-30, 1956-08 or 1956',
    ),
    "publisher twice": Mistake(
        "publisher = {Hanul}",
        "publisher = {Hanul}, organization = {Hanul}",
        5,
        "lee2001.organization",
        'given twice, as "publisher"; keep one',
    ),
    "container twice": Mistake(
        "publisher = {Hanul}",
        "booktitle = {Review}, journaltitle = {Review}",
        5,
        "lee2001.journaltitle",
        'given twice, as "booktitle"; keep one',
    ),
    "unknown field, near one": Mistake(
        "  url =", "  urn =", 12, "news2010.urn", 'unknown field; did you mean "url"?'
    ),
    "unknown field, near none": Mistake(
        "publisher =", "editor =", 5, "lee2001.editor", "unknown field; the fields are author, "
    ),
    "address of no page": Mistake(
        "https://example.org/general",
        "javascript:alert(1)",
        12,
        "news2010.url",
        '"javascript:alert(1)" is no address; write https:// or http:// and a host',
    ),
    "DOI that is none": Mistake(
        "publisher = {Hanul}",
        "doi = {javascript:x}",
        5,
        "lee2001.doi",
        '"javascript:x" is no DOI; write it as 10.1525/as.2005.45.2.1',
    ),
    "ISBN with a wrong digit": Mistake(
        "publisher = {Hanul}",
        "isbn = {978-0-231-14000-4}",
        5,
        "lee2001.isbn",
        '"978-0-231-14000-4" is no ISBN: its last digit is wrong; look it up again',
    ),
    "language that is none": Mistake(
        "publisher = {Hanul}",
        "langid = {klingon!!}",
        5,
        "lee2001.langid",
        '"klingon!!" is no language tag; write for example ko, ja, ru or zh-Hant',
    ),
    "translation without brackets": Mistake(
        "publisher = {Hanul}",
        "titleaddon = {Armies [and parties]}",
        5,
        "lee2001.titleaddon",
        '"Armies [and parties]" has no brackets; write the title in English as {[...]}',
    ),
    "translation of nothing": Mistake(
        "publisher = {Hanul}",
        "titleaddon = {[ ]}",
        5,
        "lee2001.titleaddon",
        '"[ ]" has no brackets; write the title in English as {[...]}',
    ),
    "type that is none": Mistake(
        "@online",
        "@banana",
        9,
        "news2010",
        '"@banana" is no type of source; write for example @online, @book or @misc',
    ),
    "TeX that is no letter": Mistake(
        "A General Dies",
        "A \\emph{General} Dies",
        10,
        "news2010.title",
        '"\\emph" is TeX; write the character itself, or leave the command out',
    ),
    "nobody between two and": Mistake(
        "{Lee, Mina}",
        "{Lee, Mina and and Kim}",
        2,
        "lee2001.author",
        '"and Kim" is no name; write one on each side of "and"',
    ),
    "field given twice": Mistake(
        "publisher =", "Title =", 5, "lee2001.title", "given twice; keep one"
    ),
    "author with too many commas": Mistake(
        "{Lee, Mina}", "{Lee, Mina, Kim, Jun}", 2, "lee2001.author", '"Lee, Mina, Kim, Jun" has too'
    ),
    "no equals sign": Mistake(
        "  date = {2010-05}",
        "  date: {2010-05}",
        11,
        "news2010",
        'no "=" after "date"; write date = {value}',
    ),
    "no comma": Mistake(
        "{Hanul},", "{Hanul}", 5, "lee2001", 'no comma after "publisher"; write one'
    ),
    "no braces": Mistake(
        "{Hanul}", "hanul", 5, "lee2001", '"hanul" has no braces; write publisher = {hanul}'
    ),
    "other quotes": Mistake(
        "{Hanul}",
        "“Hanul”",
        5,
        "lee2001",
        '"publisher" has no value in braces; write publisher = {value}',
    ),
    "other sign": Mistake(
        "{Hanul},",
        "{Hanul};",
        5,
        "lee2001",
        """unreadable after "publisher", '}' expected; write name = {value}, and a comma""",
    ),
    "open brace": Mistake(
        "{Armies and Parties}",
        "{Armies and Parties",
        3,
        "lee2001",
        '"title" has no end; close its brace or quotation mark',
    ),
    "open brace of the last field": Mistake(
        "{scholarship}", "{scholarship", 6, "lee2001", '"tier" has no end; close its brace'
    ),
    "open brace of the last entry": Mistake(
        "{journalism}", "{{journalism", 13, "news2010", '"tier" has no end; close its brace'
    ),
    "two open braces": Mistake(
        "{Armies and", "{{{Armies and", 3, "lee2001", '"title" has no end; close its brace'
    ),
    "open quotation mark": Mistake(
        "{Armies and Parties}", '"Armies and Parties', 3, "lee2001", '"title" has no end; close'
    ),
    "brace too many": Mistake(
        "{Armies and Parties}",
        "{Armies and Parties}}",
        4,
        "lee2001",
        '"date" stands behind the end of the entry; take out a brace above it',
    ),
    "entry without its end": Mistake(
        "{scholarship}\n}",
        "{scholarship}",
        6,
        "lee2001",
        "the entry has no end; write a brace below its fields",
    ),
    "entry without its end, after a comma": Mistake(
        "{scholarship}\n}", "{scholarship},", 6, "lee2001", "the entry has no end; write a brace"
    ),
    "last entry without its end": Mistake(
        "{journalism}\n}\n", "{journalism}", 13, "news2010", "the entry has no end; write a brace"
    ),
    "no at sign": Mistake(
        "@online",
        "online",
        9,
        "news2010",
        'no "@" before the type of "news2010"; write for example @online',
    ),
    "no type": Mistake("@online", "@", 9, "news2010", "no entry, a valid name expected; write @"),
    "no key": Mistake(
        "\n@online",
        "@misc{, title = {A}}\n@online",
        8,
        "file",
        "no entry, entry key expected; write @type{key, and a line for each field",
    ),
    "key that is a field": Mistake(
        "\n@online", "@misc{title = {A}}\n@online", 8, "title", "no key, or one of several words"
    ),
    "key of two words": Mistake(
        "\n@online",
        "@misc{the key, title = {A}}\n@online",
        8,
        "the",
        "no key, or one of several words; write @type{key, and then the fields",
    ),
    "at sign outside of entries": Mistake(
        "\n@online", "\nfoo@example.org\n@online", 9, "file", "no entry, '(' or '{' expected; write"
    ),
}


class TestMistakes:
    """
    Tests for sources that cannot be read.
    """

    @pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES.keys())
    def test_one(self, folder: Folder, mistake: Mistake) -> None:
        """
        One mistake gives one problem; records that cite the source give none.
        """
        folder.replace(BIB, mistake.old, mistake.new)

        (found,) = folder.check()

        assert (BIB, mistake.line, mistake.field) == found[:3]
        assert found.message.startswith(mistake.gist)

    @pytest.mark.parametrize("key", ["lee2001", "LEE2001"])
    def test_key_twice(self, folder: Folder, key: str) -> None:
        """
        A key given twice, in whatever case, is reported where it is repeated.
        """
        again = f"@misc{{{key},\n  title = {{Again}}, publisher = {{A}},\n  tier = {{blog}}\n}}\n"
        longer = again.replace(key, f"{key}b")
        text = (folder / BIB).read_text("utf-8")
        folder.write(BIB, f"{text}{again}{longer}")

        found = folder.check()

        assert (BIB, 15, key, "given twice; keep one") == found[0]
        assert [(BIB, 19, f"{key}b")] == [other[:3] for other in found[1:]]  # nobody cites it

    @pytest.mark.parametrize("key", ["../../x", "DBLP:conf/x", "index", "nul", '"><svg/onload=x>'])
    def test_key(self, folder: Folder, key: str) -> None:
        """
        A key that is no name of a file and no anchor is a mistake, also if nobody cites it.
        """
        text = (folder / BIB).read_text("utf-8")
        folder.write(BIB, f"{text}@misc{{{key}, title = {{A}}, tier = {{blog}}}}\n")

        (found,) = folder.check()

        assert (BIB, 15, key) == found[:3]
        assert "; write ASCII" in found.message or "; choose another" in found.message

    def test_not_utf_8(self, folder: Folder) -> None:
        """
        Bytes that are not UTF-8 are reported at their line, beside other mistakes.
        """
        data = (folder / BIB).read_bytes().replace(b"Hanul", "한울".encode("euc-kr"))
        folder.write(BIB, data.replace(b"{journalism}", b"{press}"))

        found = folder.check()

        assert (BIB, 5, "file", "not UTF-8; save it as UTF-8") == found[0]
        assert [(BIB, 13, "news2010.tier")] == [other[:3] for other in found[1:]]

    def test_no_file(self, folder: Folder) -> None:
        """
        A catalog without sources says where they live, once for all that cite them.
        """
        (folder / BIB).unlink()

        assert [(BIB, 1, "file", "no such file; sources live in sources.bib")] == folder.check()

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            (b"", "no source in it; write @type{key, ...}"),
            (b"% none yet\n", "no source in it; write @type{key, ...}"),
            ("@misc{a,".encode("utf-16"), "UTF-16, which some programs call Unicode; save it as"),
        ],
    )
    def test_no_source(self, folder: Folder, text: bytes, message: str) -> None:
        """
        A file without a source that can be read is one mistake.
        """
        folder.write(BIB, text)

        (found,) = folder.check()

        assert (BIB, 1, "file") == found[:3]
        assert found.message.startswith(message)

    @pytest.mark.parametrize(
        ("old", "new", "line", "field"),
        [
            ("Armies and", "Armies\u200b and", 3, "lee2001"),
            ("A General", "A\u200b General", 10, "news2010"),
            ("@book", "% a\u200b remark\n@book", 1, "file"),
        ],
    )
    def test_invisible_character(
        self, folder: Folder, old: str, new: str, line: int, field: str
    ) -> None:
        """
        What nobody sees is named with its line and the source in which it stands.
        """
        folder.replace(BIB, old, new)

        assert [
            (BIB, line, field, "U+200B ZERO WIDTH SPACE is an invisible character; delete it")
        ] == folder.check()

    def test_folder_with_the_name_of_the_file(self, folder: Folder) -> None:
        """
        What cannot be opened is a problem, not a crash.
        """
        (folder / BIB).unlink()
        (folder / BIB).mkdir()

        found = next(found for found in folder.check() if found.path == BIB)

        assert (BIB, 1, "file") == found[:3]
        assert "unreadable: " in found.message

    def test_all_at_once(self, folder: Folder) -> None:
        """
        Mistakes of several entries and fields are reported together.
        """
        for name in ("no title", "no equals sign", "unknown field, near none"):
            folder.replace(BIB, MISTAKES[name].old, MISTAKES[name].new)

        assert [
            (BIB, 1, "lee2001.title"),
            (BIB, 4, "lee2001.editor"),
            (BIB, 10, "news2010"),
        ] == [found[:3] for found in folder.check()]

    @given(text=st.text(alphabet='@{}(),="# \naé1%\\'))
    def test_no_text_crashes(self, tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
        """
        Any text gives sources or problems of its lines, never an exception.
        """
        path = tmp_path_factory.getbasetemp() / "any.bib"
        path.write_text(f"@misc{{a, title = {{A}}, tier = {{blog}}}}\n{text}", "utf-8")

        _, origins, problems = read_sources(path)

        assert 1 == origins["a"].line("a")
        assert all(1 <= problem.line <= text.count("\n") + 2 for problem in problems)


class TestReadSources:
    """
    Tests for `read_sources`.
    """

    def read(self, path: Path, text: str) -> tuple[dict[str, Source], dict[str, Origin]]:
        path.write_text(text, "utf-8")
        sources, origins, problems = read_sources(path)
        assert [] == problems
        return sources, origins

    def test_all_fields(self, tmp_path: Path) -> None:
        """
        Each field of an entry has its place in the source.
        """
        sources, _ = self.read(tmp_path / BIB, FULL)

        assert {
            "lim2005": Source(
                id="lim2005",
                type="article",
                title="The DPRK after Kim",
                translation="After Kim",
                authors=("Lim, Jae-Cheon", "Hassig, Ralph", "Institute for Peace and Unity"),
                date=Date("2005~"),
                container="Asian Survey",
                publisher="UC Press",
                volume="45",
                number="2",
                pages="1--20",
                url="https://example.org/a_b",
                doi="10.1525/as.2005.45.2.1",
                isbn="9780000000002",
                language="ko",
                note="Only the abstract could be read.",
                tier="scholarship",
            )
        } == sources

    def test_few_fields(self, tmp_path: Path) -> None:
        """
        A title and a tier are enough.
        """
        sources, _ = self.read(tmp_path / BIB, "@misc{a, title = {A}, tier = {blog}}")

        assert {"a": Source(id="a", type="misc", title="A", tier="blog")} == sources

    @pytest.mark.parametrize(
        ("author", "names"),
        [
            ("Lankov, Andrei", ("Lankov, Andrei",)),
            ("Andrei Lankov", ("Lankov, Andrei",)),
            ("Kim Il Sung and others", ("Sung, Kim Il", "others")),
            ("van der Berg, Jan", ("van der Berg, Jan",)),
            ("{Rodong Sinmun}", ("Rodong Sinmun",)),
            ("{Army and Party}", ("Army and Party",)),
            ("정성장", ("정성장",)),
            ("{Ä}nger, Mia", ("Änger, Mia",)),
            ("{NATO} Staff, Joint", ("NATO Staff, Joint",)),
            ("Kim, {Il} Sung", ("Kim, Il Sung",)),
            ("{A} {B}", ("B, A",)),
            ("{{Central Committee} of the Party}", ("Central Committee of the Party",)),
            ('M{\\"u}ller, J{\\"o}rg', ("Müller, Jörg",)),
            ("", ()),
        ],
    )
    def test_authors(self, tmp_path: Path, author: str, names: tuple[str, ...]) -> None:
        """
        Names are written as they are filed; a name in braces is one word.
        """
        text = f"@misc{{a, author = {{{author}}}, title = {{A}}, tier = {{blog}}}}"

        assert names == self.read(tmp_path / BIB, text)[0]["a"].authors

    @pytest.mark.parametrize(
        ("title", "text"),
        [
            (r"\$5 \& 6\% \#1 a\_b", "$5 & 6% #1 a_b"),
            (r"The {\"U}berm{\"a}chte \& R{\&}D", "The Übermächte & R&D"),
            (r"Encyclop\ae{}dia \ss{} \o re", "Encyclopædia ß øre"),
            (r"na{\"\i}ve caf\'e \v{c} \c c \AA ngstr\"om", "naïve café č ç Ångström"),
            (r"na\"{\i}ve caf\'{ e } \v  c \^\j", "naïve café č ĵ"),
            (r"J.~Amer. 50\% a\_b", "J. Amer. 50% a_b"),
            ("오기섭(吳其燮, 1903~?)", "오기섭(吳其燮, 1903~?)"),
        ],
    )
    def test_letters_in_tex(self, tmp_path: Path, title: str, text: str) -> None:
        """
        Letters and signs in TeX are read as what they stand for.
        """
        entry = f"@misc{{a, title = {{{title}}}, tier = {{blog}}}}"

        assert text == self.read(tmp_path / BIB, entry)[0]["a"].title

    def test_book_title_is_a_container(self, tmp_path: Path) -> None:
        """
        A chapter's container is its book.
        """
        text = "@incollection{a, title = {A}, booktitle = {All of {NK}}, tier = {blog}}"

        assert "All of NK" == self.read(tmp_path / BIB, text)[0]["a"].container

    @pytest.mark.parametrize("tier", TIERS)
    def test_tiers(self, tmp_path: Path, tier: str) -> None:
        """
        Each tier of the model may be given.
        """
        text = f"@misc{{a, title = {{A}}, tier = {{{tier}}}}}"

        assert tier == self.read(tmp_path / BIB, text)[0]["a"].tier

    def test_lines(self, tmp_path: Path) -> None:
        """
        Each entry and field has its line; comments and abbreviations are no entries.
        """
        entry = "@misc{%s,\n title = x # { B},\n tier = {blog}}\n"
        text = f'@comment{{a, b}}\n@string{{x = "A"}}\n\n{entry % "a"} {entry % "b"}'

        sources, origins = self.read(tmp_path / BIB, text)

        assert {"a": 4, "a.title": 5, "a.tier": 6} == origins["a"].lines
        assert {"b": 7, "b.title": 8, "b.tier": 9} == origins["b"].lines
        assert "A B" == sources["a"].title

    def test_abbreviations_end_with_their_file(self, tmp_path: Path) -> None:
        """
        An abbreviation of one file means nothing in the next.
        """
        entry = "@misc{a, title = x, tier = {blog}}"
        self.read(tmp_path / "one.bib", f'@string{{x = "A"}}\n{entry}')
        (tmp_path / "two.bib").write_text(entry, "utf-8")

        sources, _, problems = read_sources(tmp_path / "two.bib")

        assert {} == sources
        assert 1 == len(problems)

    def test_byte_order_mark(self, folder: Folder) -> None:
        """
        A byte order mark is no part of the file.
        """
        before = folder.load()
        folder.write(BIB, codecs.BOM_UTF8 + (folder / BIB).read_bytes())

        after = folder.load()

        assert list(before.sources) == list(after.sources)
        assert before.source_origins == after.source_origins
