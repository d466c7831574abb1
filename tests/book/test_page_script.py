"""
What the scripts of a page share.
"""

from docutils import nodes
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from ncrefs.book.language import marked
from tests.book.conftest import Book

NAMES = ("Pak Hun 박훈 朴勳", "장성택 張成澤", "Chŏng (鄭 씨), 1950", "none", "")


def test_korean_is_marked_as_in_documents(tab: Tab, book: Book) -> None:
    """
    The same runs: Hangul and hanja with the spaces between them.
    """
    tab.goto(f"file://{book.output}/about.html")
    script = "texts => texts.map(t => ncPage.marked(t).filter(p => p.lang).map(p => p.textContent))"
    wanted = [
        [part.astext() for part in marked(text) if isinstance(part, nodes.inline)] for text in NAMES
    ]
    assert wanted == tab.evaluate(script, NAMES)


def test_an_address_that_is_no_text_leads_nowhere(tab: Tab, book: Book) -> None:
    """
    And keeps no script from its work: the tools of both tables are there.
    """
    tab.goto(f"file://{book.output}/reference/plots/index.html#%")
    assert 1 == tab.get_by_role("button", name="CSV").count()
    tab.goto(f"file://{book.output}/article.html#%E0")
    assert tab.get_by_label("opinion").is_checked()


def test_a_button_says_what_it_did_and_has_its_name_again(browser: Browser, book: Book) -> None:
    """
    Also when it is pressed twice, and to those who do not see it.
    """
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.clock.install()
    page.goto(f"file://{book.output}/about.html")
    button = page.locator("button.nc-copy-link")
    for _ in range(2):
        button.click()
        expect(button).to_have_text("Copied")
        expect(page.locator("body > [aria-live]")).to_have_text("Copied")
    page.clock.run_for(5000)
    expect(button).to_have_text("Copy link")
    expect(page.locator("body > [aria-live]")).to_have_text("")
    context.close()
