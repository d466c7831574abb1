"""
The book in a browser, opened from the disk.
"""

from playwright.sync_api import Browser, Page

from tests.book.conftest import Book


class TestSearch:
    def test_the_page_of_results_shows_ten_at_a_time(self, tab: Page, book: Book) -> None:
        """
        Each with what it is, its grade and a sentence; the query is in the address.
        """
        tab.goto(f"file://{book.output}/search.html?q=vi corps affair")
        results = tab.locator("#search-results li")
        results.first.wait_for()
        assert 10 == results.count()
        first = results.first
        address = first.locator("a").get_attribute("href") or ""
        assert address.endswith("reference/plots/vi-corps-affair.html")
        assert "disputed" == first.locator(".nc-badge").inner_text()
        assert "plot" in first.inner_text()
        assert first.locator("p").inner_text().endswith(".")
        tab.get_by_role("button", name="Show ten more").click()
        assert results.count() > 10
        assert "results for “vi corps affair”" in tab.locator(".search-summary").inner_text()

    def test_what_is_found_is_not_coloured(self, tab: Page, book: Book) -> None:
        """
        Neither among the results nor on the page that they lead to.
        """
        tab.goto(f"file://{book.output}/search.html?q=vi corps affair")
        tab.locator("#search-results li a").first.click()
        tab.wait_for_url("**/vi-corps-affair.html")
        assert 0 == tab.locator(".highlighted").count()

    def test_the_search_page_needs_no_box(self, tab: Page, book: Book) -> None:
        """
        What is typed there is found there.
        """
        tab.goto(f"file://{book.output}/search.html")
        tab.locator("form[data-lists] input").fill("장성택")
        tab.locator("#search-results li").first.wait_for()
        assert "Jang Song Thaek" in tab.locator("#search-results li").first.inner_text()


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
