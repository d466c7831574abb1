"""
Barriers: what axe-core finds on one page of every type.
"""

from typing import Literal

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
OPTIONS = {"resultTypes": ["violations"], "preload": False}

#: What is laid out when scrolled to has no true place before, and seems to overlap.
LAID_OUT = """
    for (const list of document.querySelectorAll(".nc-audit")) {
      list.style.contentVisibility = "visible";
    }
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_no_page_has_serious_barriers(
    browser: Browser, book: Book, name: str, scheme: Literal["light", "dark"]
) -> None:
    """
    Nothing serious or critical, in light and in dark.
    """
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(f"file://{book.output}/{name}.html")
    page.evaluate(LAID_OUT)
    found = Axe().run(page, options=OPTIONS).response
    context.close()
    assert len(found["passes"]) > 10
    assert [] == [
        (violation["id"], [node["html"] for node in violation["nodes"]][:3])
        for violation in found["violations"]
        if violation["impact"] in ("serious", "critical")
    ]


def test_a_barrier_is_found(browser: Browser, book: Book) -> None:
    """
    The check sees what it is to see.
    """
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"file://{book.output}/method.html")
    page.evaluate("document.querySelector('article').innerHTML += '<button></button>'")
    found = Axe().run(page, options=OPTIONS).response
    context.close()
    assert "button-name" in {violation["id"] for violation in found["violations"]}
