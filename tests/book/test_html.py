"""
The built book as a reader's browser finds it.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath
from posixpath import normpath
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from sphinx.util.inventory import InventoryFile

import ncrefs
from ncrefs.book.addresses import address
from ncrefs.kinds import kind_of
from ncrefs.vocabulary import QUESTION_THEMES
from tests.book.conftest import Book
from tests.book.pages import Page, text_of

Pages = dict[str, Page]


def internal(pages: Pages) -> Iterator[tuple[str, str, str]]:
    """
    Page, target file and anchor of every link inside the book.
    """
    for name, page in pages.items():
        for link in page.links():
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            path = unquote(parts.path)
            target = normpath(str(PurePosixPath(name).parent / path)) if path else name
            yield name, target, unquote(parts.fragment)


class TestLinks:
    def test_every_internal_link_and_anchor_resolves(self, book: Book, book_pages: Pages) -> None:
        """
        No link of the book leads to a missing file or a missing anchor.
        """
        ids = {name: set(page.ids) for name, page in book_pages.items()}
        dead = [
            (name, target, anchor)
            for name, target, anchor in internal(book_pages)
            if not (book.output / target).exists()
            or (anchor and target in ids and anchor not in ids[target] and target != "search.html")
        ]
        assert [] == dead

    def test_every_record_is_reachable_from_the_start(self, book_pages: Pages) -> None:
        """
        Following links from the landing page leads to the place of every record and source.
        """
        graph: dict[str, set[str]] = {}
        for name, target, _ in internal(book_pages):
            graph.setdefault(name, set()).add(target)
        seen, waiting = set(), ["index.html"]
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                waiting += graph.get(name, ())
        catalog = ncrefs.load()
        for entity in (*catalog.records, *catalog.sources):
            docname, anchor = address(entity)
            assert f"{docname}.html" in seen, entity
            assert not anchor or anchor in book_pages[f"{docname}.html"].ids, entity

    def test_ids_are_unique_on_each_page(self, book_pages: Pages) -> None:
        """
        An anchor stands for one place.
        """
        repeated = {
            name: [id_ for id_, count in Counter(page.ids).items() if count > 1]
            for name, page in book_pages.items()
        }
        assert {} == {name: ids for name, ids in repeated.items() if ids}

    def test_nothing_is_loaded_from_another_host(self, book: Book, book_pages: Pages) -> None:
        """
        Pages and their style sheets fetch only files of the book.
        """
        foreign = [
            (name, link)
            for name, page in book_pages.items()
            for link in page.loads()
            if urlsplit(link).netloc
        ]
        assert [] == foreign
        for path in book.output.rglob("*.css"):
            css = path.read_text(encoding="utf-8")
            assert [] == re.findall(r"(?:url\(|@import)\s*['\"]?(?:https?:)?//[^)]*", css), path


class TestPages:
    @pytest.mark.parametrize("kind", ["people", "plots", "purges", "mechanisms"])
    def test_a_record_page_shows_names_summary_grade_and_sources(
        self, book_pages: Pages, kind: str
    ) -> None:
        """
        What a record says at a glance is on its page.
        """
        for entity in ncrefs.load().records.kind(kind):
            page = book_pages[f"reference/{kind}/{entity.id}.html"]
            text = page.text()
            assert plain(entity.name) in plain(text_of(page.all("h1")[0]))
            if entity.korean:
                assert entity.korean.hangul in text
            for key in entity.sources:
                title = " ".join(ncrefs.sources[key].title.split())
                assert plain(title) in plain(text), (entity.id, key)

    def test_badges_lead_to_their_meaning(self, book_pages: Pages) -> None:
        """
        A grade is one click from its explanation; the record's own says it when pointed at.
        """
        page = book_pages["reference/plots/vi-corps-affair.html"]
        badges = page.all("a", "nc-badge")
        assert badges
        for badge in badges:
            target, _, anchor = badge.get("href", "").partition("#")
            assert target.endswith("method.html")
            assert anchor in book_pages["method.html"].ids
        lead = page.all("p", "nc-lead")[0]
        assert [ncrefs.plots["vi-corps-affair"].grade.meaning] == [
            badge.get("title") for badge in lead.iter("a")
        ]

    def test_a_remark_on_kin_stands_where_it_holds(self, book_pages: Pages) -> None:
        """
        Who is "half-brother of his father" to one is not so to the other.
        """
        remark = "Half-brother of his father."
        assert remark in book_pages["reference/people/kim-han-sol.html"].text()
        relations = book_pages["reference/people/kim-jong-un.html"].all("dl", "nc-ties")[0]
        line = next(text_of(li) for li in relations.iter("li") if "Kim Han Sol" in text_of(li))
        assert remark not in line
        wife = next(text_of(li) for li in relations.iter("li") if "Ri Sol Ju" in text_of(li))
        assert "Married in 2009" in wife

    def test_links_to_records_carry_their_summary(self, book_pages: Pages) -> None:
        """
        Pointing at a link tells what is behind it.
        """
        page = book_pages["reference/plots/vi-corps-affair.html"]
        links = [a for a in page.all("a") if a.get("href", "").endswith("kim-yong-chun.html")]
        assert links
        assert ncrefs.people["kim-yong-chun"].summary in {link.get("title") for link in links}

    def test_numbers_say_their_headings(self, book_pages: Pages) -> None:
        """
        On a phone the cells of a row stand one after another, without the row of headings.
        """
        found = [
            table
            for name in ("answer/how-surprising-is-zero.html", "map.html")
            for table in book_pages[name].all("table", "nc-labelled")
        ]
        assert len(found) > 4
        for table in found:
            heads = [text_of(head) for head in table.iter("th")]
            for row in [row for row in table.iter("tr") if row.find("td") is not None]:
                cells = [*row.iter("td")]
                said = [cell.get("data-label") for cell in cells]
                wanted = zip(cells[1:], heads[1:], strict=True)
                assert [None, *(head if text_of(cell) else None for cell, head in wanted)] == said

    def test_titles_carry_their_language(self, book_pages: Pages) -> None:
        """
        A title of a Russian, Japanese or Chinese work is none of a Korean one.
        """
        found = {"ru": "", "ja": "", "zh": ""}
        for name, page in book_pages.items():
            if name.startswith("reference/sources/"):
                for part in page.all("span"):
                    tongue = part.get("lang", "")[:2]
                    if tongue in found:
                        found[tongue] += text_of(part)
        assert re.search("[А-Яа-я]", found["ru"])
        assert re.search("[ぁ-んァ-ン]", found["ja"])
        assert re.search("[一-鿿]", found["zh"])

    def test_korean_text_carries_its_language(self, book_pages: Pages) -> None:
        """
        Every Hangul syllable of an article stands in an element marked as Korean.
        """
        for name, page in book_pages.items():
            if name.startswith(("reference/", "glossary", "names")):
                assert "" == unmarked_hangul(page.article()), name

    def test_the_sidebar_lists_every_chapter_and_no_record(self, book_pages: Pages) -> None:
        """
        The sidebar does not grow with the number of records.
        """
        page = book_pages["reference/people/kim-il-sung.html"]
        sidebar = page.all("nav", "nc-sidebar")[0]
        links = [a.get("href", "") for a in sidebar.iter("a")]
        assert len(links) < 60
        assert any(link.endswith("timeline.html") for link in links)
        assert not any(link.endswith("kim-jong-il.html") for link in links)
        current = [text_of(li) for li in sidebar.iter("li") if "current" in li.get("class", "")]
        assert ["People"] == current

    def test_no_page_loads_the_index_of_the_search(self, book: Book, book_pages: Pages) -> None:
        """
        It comes when somebody searches; Sphinx's own, which nothing uses, is not made.
        """
        loading = [
            name
            for name, page in book_pages.items()
            if any("search-index.js" in link or "minisearch" in link for link in page.loads())
        ]
        assert [] == loading
        for name in ("searchindex.js", "_static/searchtools.js", "_static/language_data.js"):
            assert not (book.output / name).exists()

    def test_the_timeline_has_every_dated_record_in_order(self, book_pages: Pages) -> None:
        """
        All events of all kinds are there, by their earliest day.
        """
        rows = [
            row.get("href", "")
            for table in book_pages["timeline.html"].all("table", "nc-timeline")
            for row in first_links(table)
        ]
        wanted = []
        for event in ncrefs.timeline:
            docname, anchor = address(event)
            wanted.append(f"{docname}.html" + (f"#{anchor}" if anchor else ""))
        assert wanted == rows

    def test_the_bibliography_says_what_cites_a_source(self, book_pages: Pages) -> None:
        """
        From a source one gets to the records that rest on it.
        """
        ways = book_pages["bibliography.html"].all("p", "nc-letters")[0]
        keys: list[str] = []
        for letter in ways.iter("a"):
            page = book_pages[letter.get("href", "")]
            terms = [dt for dl in page.all("dl", "nc-bibliography") for dt in dl.iter("dt")]
            cited = page.all("p", "nc-cited-by")
            assert len(terms) == len(cited)
            assert all(text_of(line).startswith("Cited by ") for line in cited)
            keys += [term.get("id") or "" for term in terms]
        assert sorted(source.id for source in ncrefs.sources) == sorted(keys)

    def test_the_glossary_leads_to_the_first_term_of_each_letter(self, book_pages: Pages) -> None:
        """
        By a link each, in order.
        """
        page = book_pages["glossary.html"]
        terms = [dt for dl in page.all("dl", "glossary") for dt in dl if dt.tag == "dt"]
        first: dict[str, str] = {}
        for term in terms:
            first.setdefault(text_of(term)[0].upper(), f"#{term.get('id')}")
        (ways,) = page.all("p", "nc-letters")
        assert first == {text_of(link): link.get("href") for link in ways.iter("a")}
        assert len(first) > 15

    def test_the_questions_lead_to_their_themes(self, book_pages: Pages) -> None:
        """
        By a link each, and each theme has questions.
        """
        page = book_pages["questions.html"]
        (ways,) = page.all("p", "nc-letters")
        assert list(QUESTION_THEMES.values()) == [text_of(link) for link in ways.iter("a")]
        sections = {section.get("id"): section for section in page.all("section")}
        for link in ways.iter("a"):
            section = sections[link.get("href", "").removeprefix("#")]
            assert any("nc-questions" in dl.get("class", "") for dl in section.iter("dl"))


class TestInventory:
    def test_it_lists_every_record_by_kind(self, book: Book) -> None:
        """
        Other books can link to any record by its kind and id.
        """
        inventory: Any = InventoryFile.loads((book.output / "objects.inv").read_bytes(), uri="")
        catalog = ncrefs.load()
        for entity in (*catalog.records, *catalog.sources):
            assert entity.id in inventory.data[f"nc:{kind_of(entity).singular}"]

    def test_glossary_terms_are_terms_of_sphinx(self, book: Book) -> None:
        """
        `term` roles anywhere reach the glossary.
        """
        inventory: Any = InventoryFile.loads((book.output / "objects.inv").read_bytes(), uri="")
        terms = inventory.data["std:term"]
        for term in ncrefs.terms:
            assert f"glossary.html#{term.id}" == terms[term.name].uri


def plain(text: str) -> str:
    """
    Text with typographic quotes and dashes undone.
    """
    for curly, straight in {
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "—": "--",
        "–": "-",
        "…": "...",
    }.items():
        text = text.replace(curly, straight)
    return re.sub("-+", "-", text)


def unmarked_hangul(element: Any, language: str = "") -> str:
    """
    Hangul below an element that no ancestor marks as Korean.
    """
    language = element.get("lang", language)
    if element.tag in ("code", "pre"):
        return ""
    found = "" if language == "ko" else hangul(element.text)
    for child in element:
        found += unmarked_hangul(child, language)
        found += "" if language == "ko" else hangul(child.tail)
    return found


def hangul(text: str | None) -> str:
    """
    The Hangul syllables of a text.
    """
    return "".join(re.findall("[가-힣]", text or ""))


def first_links(table: Any) -> Iterator[Any]:
    """
    The first link of each row that leads to a record.
    """
    for row in table.iter("tr"):
        for link in row.iter("a"):
            if "method" not in link.get("href", ""):
                yield link
                break
