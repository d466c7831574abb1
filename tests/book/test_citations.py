"""
Citations that let one read: numbers, their cards, the foot of a page.
"""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

import ncrefs
from ncrefs import labels
from ncrefs.book.typography import typeset
from tests.book.conftest import Book
from tests.book.pages import Page, text_of

Pages = dict[str, Page]
CHAPTER = "answer/august-1956.html"
RECORD = "reference/plots/vi-corps-affair.html"


def foot(page: Page) -> dict[str, Any]:
    """
    The entries at the foot of a page by their anchors.
    """
    lists = page.all("ul", "nc-sources")
    return {li.get("id", ""): li for ul in lists for li in ul.iter("li")}


def test_every_number_leads_to_its_source_at_the_foot(book_pages: Pages) -> None:
    """
    On every page: the number is that of the entry, the colour that of its tier.
    """
    count = 0
    for name, page in book_pages.items():
        entries = foot(page)
        for cite in page.all("a", "nc-cite"):
            count += 1
            target = cite.get("href", "")
            assert target.startswith("#s-"), name
            entry = entries[target[1:]]
            number = next(e for e in entry.iter("span") if "nc-number" in e.get("class", ""))
            assert text_of(cite) == text_of(number)
            tier = ncrefs.sources[target.removeprefix("#s-")].tier
            assert f"nc-tier-{tier}" in cite.get("class", "").split()
            assert f"nc-tier-{tier}" in number.get("class", "").split()
    assert count > 5000


def test_numbers_follow_the_text(book_pages: Pages) -> None:
    """
    A source's number is that of its first citation, from 1 without a gap.
    """
    for name in (CHAPTER, RECORD, "glossary.html"):
        cites = [int(text_of(cite)) for cite in book_pages[name].all("a", "nc-cite")]
        first = list(dict.fromkeys(cites))
        assert list(range(1, len(first) + 1)) == first, name


def test_the_foot_says_what_a_source_is(book_pages: Pages) -> None:
    """
    Its short name and a way to the bibliography, its tier, what was read, how often it is cited.
    """
    names = labels.labels(ncrefs.load())
    for anchor, entry in foot(book_pages[CHAPTER]).items():
        key = anchor.removeprefix("s-")
        source, text = ncrefs.sources[key], text_of(entry)
        link = next(iter(entry.iter("a")))
        assert typeset(names[key]) == text_of(link)
        assert link.get("href", "").endswith(f"#{key}")
        assert source.tier in text
        count = len(ncrefs.load().cited_by(key))
        assert f"Cited by {count} record" in text


def test_citations_take_little_of_a_chapter(book_pages: Pages) -> None:
    """
    At most four hundredths of its text.
    """
    for name, page in book_pages.items():
        if not name.startswith("answer/"):
            continue
        cites = sum(len(text_of(sup)) for sup in page.all("sup", "nc-cites"))
        sections = [s for s in page.all("section") if s.get("id") == "sources"]
        text = len(page.text()) - sum(len(text_of(section)) for section in sections)
        assert 0 < cites / text <= 0.04, name


def test_no_brackets_and_spaces_are_left(book_pages: Pages) -> None:
    """
    The number follows its word.
    """
    for name in (CHAPTER, RECORD):
        html = book_pages[name].path.read_text(encoding="utf-8")
        assert not re.search(r"\s<sup class=\"nc-cites", html), name
        assert not re.search(r"<sup class=\"nc-cites[^>]*>\(", html), name


def test_a_number_stands_behind_the_stop(book_pages: Pages) -> None:
    """
    On every page.
    """
    stops = 0
    for name, page in book_pages.items():
        html = page.path.read_text(encoding="utf-8")
        assert not re.search(r"</sup>[.,;:?!]", html), name
        stops += len(re.findall(r"[.,;:?!]\u2060<sup class=\"nc-cites", html))
    assert stops > 5000


class TestInTheBrowser:
    def test_a_card_shows_on_hover_and_goes_on_escape(self, tab: Tab, book: Book) -> None:
        """
        What the foot says, beside the number.
        """
        tab.goto(f"file://{book.output}/{CHAPTER}")
        cite = tab.locator("article a.nc-cite").first
        card = tab.locator(".nc-source-card")
        assert not card.is_visible()
        cite.hover()
        card.wait_for(state="visible")
        assert "Cited by" in card.inner_text()
        assert 1 == tab.locator("article a.nc-cite[aria-describedby]").count()
        tab.keyboard.press("Escape")
        assert not card.is_visible()

    def test_a_card_shows_on_focus(self, tab: Tab, book: Book) -> None:
        """
        With the tab key alone.
        """
        tab.goto(f"file://{book.output}/{CHAPTER}")
        tab.locator("article a.nc-cite").first.evaluate("(e) => e.previousElementSibling")
        tab.evaluate(
            """() => {
                const links = [...document.querySelectorAll("a, button, summary, input")];
                const at = links.indexOf(document.querySelector("article a.nc-cite"));
                links[at - 1].focus();
            }"""
        )
        tab.keyboard.press("Tab")
        tab.locator(".nc-source-card").wait_for(state="visible")

    def test_a_tap_opens_the_card_and_a_second_leads_to_the_foot(
        self, browser: Browser, book: Book
    ) -> None:
        """
        On a screen that is touched.
        """
        context = browser.new_context(has_touch=True, viewport={"width": 390, "height": 844})
        page = context.new_page()
        page.goto(f"file://{book.output}/{CHAPTER}")
        cite = page.locator("article a.nc-cite").first
        cite.tap()
        page.locator(".nc-source-card").wait_for(state="visible")
        assert "#" not in page.url
        cite.tap()
        page.wait_for_url("**#s-*")
        target = page.url.partition("#")[2]
        assert page.locator(f"#{target}").is_visible()
        context.close()

    def test_names_can_stand_in_the_text_and_this_is_remembered(self, tab: Tab, book: Book) -> None:
        """
        The switch shows the short names, also on the next page.
        """
        tab.goto(f"file://{book.output}/{CHAPTER}")
        button = tab.get_by_role("button", name="Names in the text")
        assert "1" == tab.locator("article a.nc-cite").first.inner_text()
        button.click()
        assert "true" == button.get_attribute("aria-pressed")
        shown = tab.locator("article a.nc-cite").first.inner_text()
        assert shown in map(typeset, labels.labels(ncrefs.load()).values())
        tab.goto(f"file://{book.output}/{RECORD}")
        assert not tab.locator("article a.nc-cite").first.inner_text().isdigit()
        tab.get_by_role("button", name="Names in the text").click()
        assert tab.locator("article a.nc-cite").first.inner_text().isdigit()

    def test_a_name_stands_before_the_stop(self, tab: Tab, book: Book) -> None:
        """
        And a number behind it again.
        """
        tab.goto(f"file://{book.output}/{CHAPTER}")
        article = tab.locator("article")
        button = tab.get_by_role("button", name="Names in the text")
        before = article.text_content() or ""
        html = article.inner_html()
        button.click()
        named = article.inner_html()
        assert not re.search(r"[.,;:?!]\u2060<sup", named)
        assert named.count("</sup>.") > 20
        words = re.compile(r"<sup.*?</sup>|\u2060|<button.*?</button>")
        assert words.sub("", html) == words.sub("", named)
        button.click()
        assert before == article.text_content()

    @pytest.mark.parametrize("scripts", [True, False])
    def test_a_number_leads_to_the_foot(
        self, browser: Browser, book: Book, *, scripts: bool
    ) -> None:
        """
        With scripts and without, also into what is folded.
        """
        context = browser.new_context(java_script_enabled=scripts)
        page = context.new_page()
        page.goto(f"file://{book.output}/{CHAPTER}")
        target = page.locator("article a.nc-cite").last.get_attribute("href")
        page.goto(f"file://{book.output}/{CHAPTER}{target}")
        page.wait_for_timeout(300)
        assert page.locator(f"[id='{(target or '')[1:]}']").is_visible()
        context.close()
