"""
The book in a browser, opened from the disk.
"""

import pytest
from playwright.sync_api import Browser, Page

from tests.book.conftest import Book


def search(tab: Page, book: Book, query: str) -> list[str]:
    """
    The addresses that the search page offers for a query.
    """
    tab.goto(f"file://{book.output}/search.html?q={query}")
    tab.wait_for_function(
        "/found|did not match/.test(document.querySelector('.search-summary')?.innerText)"
    )
    return [
        link.get_attribute("href") or "" for link in tab.query_selector_all("#search-results li a")
    ]


class TestSearch:
    @pytest.mark.parametrize(
        ("query", "wanted"),
        [
            ("1956", "reference/plots/august-faction-incident.html"),
            ("장성택", "reference/people/jang-song-thaek.html"),
            ("보위", "reference/organizations/military-security-command.html"),
            ("六軍", "reference/plots/vi-corps-affair.html"),
            ("Chang Sŏng-t'aek", "reference/people/jang-song-thaek.html"),
            ("Chang Songtaek", "reference/people/jang-song-thaek.html"),
            ("Kim Joo-ye", "reference/people/kim-ju-ae.html"),
            ("Hamhue", "reference/places/hamhung.html"),
            ("Yan faction", "reference/organizations/yanan-faction.html"),
        ],
    )
    def test_a_reader_finds_the_record(
        self, tab: Page, book: Book, query: str, wanted: str
    ) -> None:
        """
        Years, Hangul, hanja, romanizations and the article's misspellings find the page.
        """
        assert any(wanted in address for address in search(tab, book, query)[:20])


class TestPages:
    def test_every_kind_of_page_opens_without_a_fault(self, tab: Page, book: Book) -> None:
        """
        No script throws and nothing is fetched from elsewhere.
        """
        for name in (
            "index",
            "timeline",
            "names",
            "reference/people/index",
            "reference/plots/vi-corps-affair",
        ):
            tab.goto(f"file://{book.output}/{name}.html")
            assert tab.title()

    def test_no_page_scrolls_sideways_on_a_phone(self, browser: Browser, book: Book) -> None:
        """
        At 390 pixels only frames inside the page may scroll.
        """
        context = browser.new_context(viewport={"width": 390, "height": 844})
        page = context.new_page()
        for name in (
            "index",
            "timeline",
            "article",
            "bibliography",
            "glossary",
            "reference/plots/vi-corps-affair",
            "reference/people/index",
        ):
            page.goto(f"file://{book.output}/{name}.html")
            assert page.evaluate("document.documentElement.scrollWidth") <= 390, name
        context.close()
