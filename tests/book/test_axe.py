"""
Barriers: what axe-core finds on one page of every type.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

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
#: What goes by colours, which a scheme can change, and all but that. Whether a link looks like the
#: text around it takes axe longer than all other rules together, where there are a thousand.
COLOURS = ("color-contrast", "link-in-text-block")
CONTRASTS = {**OPTIONS, "runOnly": [*COLOURS]}
OTHERS = {**OPTIONS, "rules": {name: {"enabled": False} for name in COLOURS}}

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


@contextmanager
def _shown(
    browser: Browser, book: Book, name: str, scheme: Literal["light", "dark"], *scripts: str
) -> Iterator[Tab]:
    """
    A page after some scripts, laid out as a whole.
    """
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(f"file://{book.output}/{name}.html")
    for script in (*scripts, LAID_OUT):
        page.evaluate(script)
    yield page
    context.close()


def _found(page: Tab, options: dict[str, Any]) -> Any:
    """
    What axe finds on it.
    """
    return Axe().run(page, options=options).response


def _contrasts(page: Tab) -> Any:
    """
    What axe finds of its colours.
    """
    page.evaluate(ONE_OF_EACH_SORT)
    found = _found(page, CONTRASTS)
    ruled = {rule["id"] for rule in [*found["passes"], *found["violations"]]}
    assert {"color-contrast"} <= ruled <= {*COLOURS}  # not every page has links in its text
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
    with _shown(browser, book, name, "light") as page:
        found = _found(page, OTHERS)
        assert len(found["passes"]) > 10
        assert [] == _serious(found)
        assert [] == _serious(_contrasts(page))


@pytest.mark.parametrize("name", PAGES)
def test_everything_can_be_read_in_the_dark(browser: Browser, book: Book, name: str) -> None:
    """
    Nothing else differs there but colours.
    """
    with _shown(browser, book, name, "dark") as page:
        assert [] == _serious(_contrasts(page))


def test_a_barrier_is_found(browser: Browser, book: Book) -> None:
    """
    The check sees what it is to see.
    """
    button = "document.querySelector('article').innerHTML += '<button></button>'"
    with _shown(browser, book, "method", "light", button) as page:
        assert "button-name" in dict(_serious(_found(page, OTHERS)))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_dim_word_among_many_is_found(
    browser: Browser, book: Book, scheme: Literal["light", "dark"]
) -> None:
    """
    Although only some of each sort are looked at.
    """
    dim = """document.querySelector("article p:last-of-type").innerHTML +=
        '<span class="dim" style="color: #333; background: #222">dim</span>'"""
    with _shown(browser, book, "article", scheme, dim) as page:
        assert "color-contrast" in dict(_serious(_contrasts(page)))


@pytest.mark.parametrize(("scheme", "colour"), [("light", "#555"), ("dark", "#999")])
def test_a_link_like_its_text_is_found(
    browser: Browser, book: Book, scheme: Literal["light", "dark"], colour: str
) -> None:
    """
    In a paragraph, of nearly its colour, without a line below it.
    """
    style = f"color: {colour}; text-decoration: none"
    like = f"""document.querySelector("article p:last-of-type").innerHTML +=
        ' Before <a class="like" href="#x" style="{style}">a link</a> and after it.'"""
    with _shown(browser, book, "method", scheme, like) as page:
        assert "link-in-text-block" in dict(_serious(_contrasts(page)))
