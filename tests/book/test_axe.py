"""
Barriers: what axe-core finds on one page of every type.
"""

from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser

from tests.book.conftest import Book

PAGES = (
    "index",
    "timeline",
    "reference/people/index",
    "reference/people/jang-song-thaek",
    "reference/organizations/korean-peoples-army",
    "reference/places/hamhung",
    "reference/plots/vi-corps-affair",
    "reference/purges/fall-of-jang-song-thaek",
    "reference/successions/succession-of-kim-jong-il",
    "reference/mechanisms/political-officers",
    "reference/events/index",
    "reference/events/death-of-kim-jong-il",
    "reference/places/chongjin",
    "map",
    "told",
    "posts",
    "watchers",
    "compare",
    "matrix",
    "glossary",
    "article",
    "bibliography",
    "reference/sources/l",
    "names",
    "method",
    "using/api",
    "search",
    "genindex",
)
#: Style sheets need not be fetched again, which a page from the disk may not do.
OPTIONS: dict[str, Any] = {"resultTypes": ["violations"], "preload": False}
#: What the dark scheme can change.
CONTRAST = {**OPTIONS, "runOnly": ["color-contrast"]}

#: What is laid out when scrolled to has no true place before, and seems to overlap.
LAID_OUT = """
    for (const list of document.querySelectorAll(".nc-audit")) {
      list.style.contentVisibility = "visible";
    }
"""

#: A long page repeats itself. Colours go by tags and classes: of elements that are alike in
#: them, up to the article, the first three are looked at, and whatever they stand in.
ONE_OF_EACH_SORT = """
    const article = document.querySelector("article");
    const sorts = new Map([[article, ""]]);
    const counts = new Map();
    const kept = new Set([article]);
    const elements = [...article.querySelectorAll("*")];
    for (const element of elements) {
      const above = sorts.get(element.parentElement);
      const sort = `${above}>${element.localName}.${element.getAttribute("class") ?? ""}`;
      const count = (counts.get(sort) ?? 0) + 1;
      sorts.set(element, sort);
      counts.set(sort, count);
      if (count <= 3) kept.add(element);
    }
    for (const element of elements.reverse()) {
      if (kept.has(element)) kept.add(element.parentElement);
      else element.style.visibility = "hidden";
    }
"""


def _found(
    browser: Browser,
    book: Book,
    name: str,
    scheme: Literal["light", "dark"],
    options: dict[str, Any],
    *scripts: str,
) -> Any:
    """
    What axe finds on a page after some scripts.
    """
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(f"file://{book.output}/{name}.html")
    for script in scripts:
        page.evaluate(script)
    found = Axe().run(page, options=options).response
    context.close()
    return found


def _serious(found: Any) -> list[tuple[str, list[str]]]:
    return [
        (violation["id"], [node["html"] for node in violation["nodes"]][:3])
        for violation in found["violations"]
        if violation["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("name", PAGES)
def test_no_page_has_serious_barriers(browser: Browser, book: Book, name: str) -> None:
    """
    Nothing serious or critical.
    """
    found = _found(browser, book, name, "light", OPTIONS, LAID_OUT)
    assert len(found["passes"]) > 10
    assert [] == _serious(found)


@pytest.mark.parametrize("name", PAGES)
def test_everything_can_be_read_in_the_dark(browser: Browser, book: Book, name: str) -> None:
    """
    Nothing else differs there but colours.
    """
    found = _found(browser, book, name, "dark", CONTRAST, LAID_OUT, ONE_OF_EACH_SORT)
    assert ["color-contrast"] == [rule["id"] for rule in found["passes"]]
    assert [] == _serious(found)


def test_a_barrier_is_found(browser: Browser, book: Book) -> None:
    """
    The check sees what it is to see.
    """
    button = "document.querySelector('article').innerHTML += '<button></button>'"
    found = _found(browser, book, "method", "light", OPTIONS, button)
    assert "button-name" in dict(_serious(found))


def test_a_dim_word_among_many_is_found(browser: Browser, book: Book) -> None:
    """
    In the dark, although only some of each sort are looked at.
    """
    dim = """document.querySelector("article p:last-of-type").innerHTML +=
        '<span class="dim" style="color: #333; background: #222">dim</span>'"""
    found = _found(browser, book, "article", "dark", CONTRAST, dim, LAID_OUT, ONE_OF_EACH_SORT)
    assert "color-contrast" in dict(_serious(found))
