"""
The box on every page: from a name, a word or a question to what answers it.
"""

import pytest
from playwright.sync_api import Locator, expect
from playwright.sync_api import Page as Tab

from tests.book.conftest import Book

START = "reference/plots/vi-corps-affair.html"


@pytest.fixture
def box(tab: Tab, book: Book) -> Locator:
    """
    The box in the sidebar of a page deep in the book.
    """
    tab.goto(f"file://{book.output}/{START}")
    return tab.locator("#pst-primary-sidebar").get_by_role("combobox")


def options(tab: Tab) -> Locator:
    """
    What the box offers.
    """
    return tab.locator("#pst-primary-sidebar").get_by_role("option")


class TestFinding:
    @pytest.mark.parametrize(
        ("query", "wanted"),
        [
            ("장성택", "jang-song-thaek.html"),
            ("張成澤", "jang-song-thaek.html"),
            ("chang song-t’aek", "jang-song-thaek.html"),
            ("song thaek", "jang-song-thaek.html"),
            ("thaek jang", "jang-song-thaek.html"),
            ("kim il s", "kim-il-sung.html"),
            ("6군단", "vi-corps.html"),
            ("juche", "glossary.html#juche"),
            ("claim 12", "article.html#c012"),
            ("timel", "timeline.html"),
        ],
    )
    def test_a_name_in_any_script_leads_to_its_record(
        self, tab: Tab, box: Locator, query: str, wanted: str
    ) -> None:
        """
        The first thing offered is meant, and Enter goes there.
        """
        box.fill(query)
        options(tab).first.wait_for()
        box.press("ArrowDown")
        box.press("Enter")
        tab.wait_for_url(f"**/{wanted}")

    def test_the_spelling_that_fitted_is_shown(self, tab: Tab, box: Locator) -> None:
        """
        So that one sees why a record is offered; Korean is marked as such.
        """
        box.fill("장성택")
        options(tab).first.wait_for()
        first = options(tab).first
        assert " ".join(first.inner_text().split()).startswith("Jang Song Thaek person · 장성택 ")
        assert "장성택" == first.locator("[lang=ko]").inner_text()


class TestKeys:
    def test_nothing_is_loaded_before_the_first_use(self, tab: Tab, box: Locator) -> None:
        """
        The index comes when somebody turns to the box.
        """
        index = "script[src$='search-index.js']"
        assert 0 == tab.locator(index).count()
        box.focus()
        assert 1 == tab.locator(index).count()

    def test_arrows_choose_and_escape_closes(self, tab: Tab, box: Locator) -> None:
        """
        The choice goes round, past the field itself, and is told as it moves.
        """
        assert "false" == box.get_attribute("aria-expanded")
        box.fill("장성택")
        options(tab).first.wait_for()
        assert options(tab).count() > 1
        assert "true" == box.get_attribute("aria-expanded")
        box.press("ArrowUp")
        assert box.get_attribute("aria-activedescendant") == options(tab).last.get_attribute("id")
        box.press("ArrowDown")
        assert box.get_attribute("aria-activedescendant") is None
        box.press("ArrowDown")
        assert "true" == options(tab).first.get_attribute("aria-selected")
        assert box.get_attribute("aria-activedescendant") == options(tab).first.get_attribute("id")
        box.press("Escape")
        assert "false" == box.get_attribute("aria-expanded")
        assert "장성택" == box.input_value()
        box.press("ArrowDown")
        assert "true" == box.get_attribute("aria-expanded")

    def test_escape_holds_for_a_search_under_way(self, tab: Tab, box: Locator) -> None:
        """
        What is found after it does not open the list again; the next word does.
        """
        box.press_sequentially("sin")
        options(tab).first.wait_for()
        box.press_sequentially("uiju")
        box.press("Escape")
        tab.wait_for_timeout(300)  # longer than a search is put off
        assert "false" == box.get_attribute("aria-expanded")
        box.press_sequentially(" s")
        options(tab).first.wait_for()

    def test_the_number_of_results_is_said(self, tab: Tab, box: Locator) -> None:
        """
        To those who do not see the list.
        """
        status = tab.locator("#pst-primary-sidebar .nc-lookup [role=status]")
        box.fill("kim")
        options(tab).first.wait_for()
        assert status.inner_text().startswith("First 10 of ")
        box.fill("xyzzyxyzzy")
        expect(status).to_have_text("No results. Enter shows the search page.")
        assert "false" == box.get_attribute("aria-expanded")

    def test_enter_without_a_choice_searches_the_text(self, tab: Tab, box: Locator) -> None:
        """
        What is no name may be a word.
        """
        box.fill("particles")
        box.press("Enter")
        tab.wait_for_url("**/search.html?q=particles")

    def test_a_click_goes_too(self, tab: Tab, box: Locator) -> None:
        """
        For those with a mouse.
        """
        box.fill("hamhung")
        options(tab).first.click()
        tab.wait_for_url("**/reference/places/hamhung.html")

    def test_the_keys_are_said_beside_the_box(self, tab: Tab, box: Locator) -> None:
        """
        And a slash opens it, but in a field is a slash.
        """
        assert "/ Ctrl K" == tab.locator("#pst-primary-sidebar .nc-keys").inner_text()
        dialog = tab.locator("#pst-search-dialog")
        tab.keyboard.press("/")
        expect(dialog).to_be_visible()
        tab.keyboard.type("a/b")
        assert "a/b" == dialog.locator("input").input_value()

    @pytest.mark.parametrize("width", [390, 1280])
    def test_control_k_opens_the_box_over_the_page(self, tab: Tab, book: Book, width: int) -> None:
        """
        Anywhere, and on a phone the button does; Escape closes it.
        """
        tab.set_viewport_size({"width": width, "height": 800})
        tab.goto(f"file://{book.output}/{START}")
        dialog = tab.locator("#pst-search-dialog")
        if width > 1000:
            tab.keyboard.press("Control+k")
        else:
            tab.get_by_role("button", name="Find").click()
        expect(dialog).to_be_visible()
        tab.keyboard.type("sinuiju")
        first = dialog.get_by_role("option").first
        expect(first).to_have_attribute("data-address", "reference/places/sinuiju.html")
        tab.keyboard.press("Escape")
        expect(dialog).to_be_hidden()
        tab.keyboard.press("Control+k")
        tab.keyboard.press("ArrowDown")
        tab.keyboard.press("ArrowDown")
        tab.keyboard.press("Enter")
        tab.wait_for_url("**/reference/places/sinuiju.html")
