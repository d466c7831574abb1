"""
What the search finds, over an index made from the packaged records and the chapters, and
run in a browser: no book is built for it.
"""

import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

import ncrefs
from ncrefs import korean, relations
from ncrefs.book.addresses import address
from ncrefs.book.site import passages, search, words
from tests.book.conftest import DOCS, Book
from tests.book.pages import Page

STATIC = Path(search.__file__).parent / "static"
SCRIPTS = ("minisearch-7.2.0.js", "search-words.js", "search-engine.js", "search.js")
#: How many of the queries are those by which the search of version 0.1.0 was judged.
JUDGED = 35


def queries() -> list[tuple[str, list[str]]]:
    """
    What is typed, and the addresses that answer it.
    """
    lines = (Path(__file__).parent / "queries.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split(" | ") for line in lines if not line.startswith("#")]
    return [(query, wanted) for query, *wanted in rows]


@pytest.fixture(scope="module")
def script() -> str:
    """
    The index of the real catalog and its chapters.
    """
    chapters = [
        (path.relative_to(DOCS).with_suffix("").as_posix(), path.read_text(encoding="utf-8"))
        for path in sorted(DOCS.rglob("*.md"))
        if path.relative_to(DOCS).parts[0] not in ("reference", "_build")
    ]
    return search.script(search.index(ncrefs.load(), chapters, lambda docname: docname))


@pytest.fixture(scope="module")
def engine(browser: Browser, script: str) -> Iterator[Tab]:
    """
    A tab with the search in it.
    """
    page = browser.new_page()
    for name in SCRIPTS:
        page.add_script_tag(path=STATIC / name)
    page.add_script_tag(content=script)
    yield page
    page.close()


def find(engine: Tab, asked: list[str]) -> list[list[str]]:
    """
    The addresses of the first ten results of each query.
    """
    found: list[list[str]] = engine.evaluate(
        "(asked) => asked.map((q) => ncSearch.find(q).slice(0, 10).map((r) => r.address))", asked
    )
    return found


class TestIndex:
    def test_the_library_is_as_published(self) -> None:
        """
        What is on npm as minisearch 7.2.0, dist/umd/index.js, with its licence.
        """
        digest = hashlib.sha256((STATIC / "minisearch-7.2.0.js").read_bytes()).hexdigest()
        assert "03c27931eb603af1d3358579e9885eafdb6a2f5fa9929557b3e77d7e99d06d03" == digest
        licence = (STATIC / "minisearch-LICENSE.txt").read_text(encoding="utf-8")
        assert "Permission is hereby granted, free of charge" in licence

    @pytest.mark.slow
    def test_the_index_is_small(self, script: str) -> None:
        """
        Compressed, it weighs less than one photograph.
        """
        assert len(gzip.compress(script.encode(), 9)) <= 255_000

    def test_the_browser_splits_words_as_python_does(self, engine: Tab) -> None:
        """
        Over every text and every spelling of the catalog, and the letters of many alphabets.
        """
        catalog = ncrefs.load()
        texts = [
            "Wałęsa, Øre; ĐỖ STRASSE Straße Ærø İstanbul ǅ ﬁn ςΣ ½ x² 1990s",
            "6군단 張成澤 フルンゼ ヴ Хегай",
            *(spelling for entity in catalog.records for spelling in catalog.spellings(entity)),
            *(entity.summary for entity in catalog.records),
            *(text for entity in catalog.records for _, text in relations.prose_fields(entity)),
        ]
        pairs = "(w) => [w, ...ncWords.parts(w)]"
        there = engine.evaluate(
            f"(texts) => texts.map((t) => ncWords.words(t).flatMap({pairs}).join(' '))", texts
        )
        here = [
            " ".join(part for word in words.words(text) for part in (word, *words.parts(word)))
            for text in texts
        ]
        assert [] == [pair for pair in zip(here, there, strict=True) if pair[0] != pair[1]]

    def test_every_place_of_a_word_is_kept(self) -> None:
        """
        The distances between places, whatever their size, in digits of which the last is small.
        """
        assert "0" == search.gaps([0])
        assert "0u" == search.gaps([0, 31])
        assert "w0w5" == search.gaps([31, 68])

    def test_lines_of_synonyms_are_of_use(self) -> None:
        """
        Each has several ways to say a thing, none of them twice.
        """
        for line in words.language()["same"]:
            forms = line.split(", ")
            assert len(forms) > 1, line
            assert len(set(forms)) == len(forms), line


class TestFinding:
    @pytest.mark.parametrize("part", [slice(JUDGED), slice(JUDGED, None)])
    def test_what_readers_type_leads_to_what_they_want(self, engine: Tab, part: slice) -> None:
        """
        Nine in ten of the queries have it among the first three.
        """
        rows = queries()[part]
        ranks = {}
        for (query, wanted), found in zip(rows, find(engine, [q for q, _ in rows]), strict=True):
            ranks[query] = next((i for i, a in enumerate(found, 1) if a in wanted), None)
        missed = {query: rank for query, rank in ranks.items() if rank is None or rank > 3}
        assert len(rows) >= JUDGED
        assert len(missed) <= len(rows) - 31 * len(rows) / JUDGED, missed
        assert sum(1 / rank for rank in ranks.values() if rank) / len(rows) >= 0.8

    def test_every_wanted_page_exists(self, engine: Tab) -> None:
        """
        The table of queries names what the index has.
        """
        there = set(engine.evaluate("() => ncSearch.all().map((r) => r.address)"))
        assert {a for _, wanted in queries() for a in wanted} <= there

    def test_every_spelling_finds_its_record(self, engine: Tab) -> None:
        """
        Also without its marks, capitals and spaces; one in seven is tried.
        """
        catalog = ncrefs.load()
        wanted = [
            (query, "#".join(filter(None, address(entity))))
            for entity in catalog.records
            if entity not in catalog.claims and entity not in catalog.questions
            for spelling in catalog.spellings(entity)
            for query in (spelling, korean.fold(spelling))
        ][::7]
        found = find(engine, [query for query, _ in wanted])
        missed = [
            pair for pair, addresses in zip(wanted, found, strict=True) if pair[1] not in addresses
        ]
        assert len(wanted) > 300
        assert [] == missed

    @pytest.mark.parametrize(
        ("query", "wanted"),
        [
            ("1956", "reference/plots/august-faction-incident"),
            ("六軍", "reference/plots/vi-corps-affair"),
            ("Kim Joo-ye", "reference/people/kim-ju-ae"),
            ("Hamhue", "reference/places/hamhung"),
            ("Yan faction", "reference/organizations/yanan-faction"),
            ("claim 12", "article#c012"),
            ("timel", "timeline"),
            ("kim il s", "reference/people/kim-il-sung"),
            ("thaek jang", "reference/people/jang-song-thaek"),
            ("вчера", "reference/sources/l"),
        ],
    )
    def test_what_is_known_by_a_part_or_a_slip(self, engine: Tab, query: str, wanted: str) -> None:
        """
        Years, hanja, beginnings, the article's misspellings, other alphabets.
        """
        assert wanted in find(engine, [query])[0]

    def test_a_person_comes_before_what_is_named_after_him(self, engine: Tab) -> None:
        """
        Of what fits equally well, the best connected is first.
        """
        people = [f"reference/people/kim-jong-{name}" for name in ("un", "il")]
        assert people == find(engine, ["kim jong"])[0][:2]

    def test_an_empty_query_finds_nothing(self, engine: Tab) -> None:
        """
        Neither do signs alone.
        """
        assert [[], [], []] == find(engine, ["", "  ", "?!…"])


class TestPassages:
    def test_a_chapter_is_read_as_its_headings(self) -> None:
        """
        Without what directives fill in, and with what else people call it.
        """
        source = (
            "---\nsearch: one, two\n---\n# Title\n\nIt *opens*. Then more.\n\n"
            "```{nc:record} x\n```\n\n## Why it failed\n\n% a note\nBecause [x](#y).\n"
        )
        first, second = passages.passages(source)
        assert ("Title", "", "It opens.", "one, two") == (
            first.heading,
            first.anchor,
            first.opening,
            first.keywords,
        )
        assert ("Why it failed", "why-it-failed", "Title", "Because x.") == (
            second.heading,
            second.anchor,
            second.chapter,
            second.text,
        )

    def test_what_a_passage_is_shown_by_is_short(self) -> None:
        """
        A long sentence is cut between words.
        """
        cut = passages.opening("word " * 100)
        assert cut.endswith("word…")
        assert len(cut) <= 171

    def test_every_address_is_in_the_book(self, book: Book, book_pages: dict[str, Page]) -> None:
        """
        Page and anchor.
        """
        ids = {name: {"", *page.ids} for name, page in book_pages.items()}
        text = (book.output / search.INDEX).read_text(encoding="utf-8")
        made = json.loads(text.removeprefix("ncSearchIndex(").removesuffix(");\n"))
        for found in made["found"]:
            page, _, anchor = found[1].partition("#")
            assert anchor in ids[page], found[1]
