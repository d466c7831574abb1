"""
The book in a browser, opened from the disk.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Error, Page, Request

from tests.book.conftest import Book


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """
    A tab that fails the test if a page reaches for the network or throws.
    """
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(5000)
    faults: list[str] = []

    def note_request(request: Request) -> None:
        if not request.url.startswith("file:"):
            faults.append(request.url)

    def note_error(error: Error) -> None:
        # The excerpts under search results need a server: from the disk nothing is fetched.
        if "fetch" not in str(error):
            faults.append(str(error))

    page.on("request", note_request)
    page.on("pageerror", note_error)
    yield page
    context.close()
    assert [] == faults


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
