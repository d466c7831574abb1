"""
The design of the pages: length, letters, the landing page, sharing, paper.
"""

import gzip
import io
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab
from pypdf import PdfReader

import ncrefs
from ncrefs.book import palette
from ncrefs.book.site import preview, slim
from ncrefs.vocabulary import Grade
from tests.book.conftest import Book
from tests.book.pages import Page, text_of
from tests.book.test_frame import record_pages

Pages = dict[str, Page]
STATIC = Path(ncrefs.__file__).parent / "book" / "site" / "static"
#: The height of a phone's window.
SCREEN = 844
#: Marks the first or second sentence of a paragraph, each with one mark of sources at its end.
_MARK_A_SENTENCE = r"""([names, sentence]) => {
    const ends = (mark) => /\.\u2060$/.test(mark.previousSibling?.data ?? "");
    window.pair ??= [...document.querySelectorAll("article section > p")]
        .map((p) => [...p.querySelectorAll("sup.nc-cites")])
        .find((marks) => marks.length > 1 && ends(marks[0]) && ends(marks[1]));
    const [first, second] = window.pair;
    const mark = [first, second][sentence - 1];
    const range = document.createRange();
    if (sentence === 1) range.setStart(first.parentNode, 0);
    else if (names) range.setStartAfter(first.nextSibling);
    else range.setStart(first.previousSibling, first.previousSibling.length);
    if (names) range.setEnd(mark.nextSibling, 1);
    else range.setEnd(mark.previousSibling, mark.previousSibling.length - 1);
    window.wanted = ncPage.sources(mark);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
}"""


class TestLength:
    def test_no_record_is_longer_than_ten_screens(
        self, browser: Browser, book: Book, book_pages: Pages
    ) -> None:
        """
        The heaviest pages of all kinds, on a phone.
        """
        pages = sorted(
            record_pages(book_pages).items(), key=lambda item: -item[1].path.stat().st_size
        )
        context = browser.new_context(viewport={"width": 390, "height": SCREEN})
        page = context.new_page()
        for name, _ in pages[:12]:
            page.goto(f"file://{book.output}/{name}")
            assert article_height(page) <= 10 * SCREEN, name
        page.goto(f"file://{book.output}/reference/plots/vi-corps-affair.html")
        assert article_height(page) <= 9 * SCREEN
        context.close()

    def test_what_is_folded_is_there(self, book_pages: Pages) -> None:
        """
        Claims, mentions and lists of coups are behind a summary that says how many.
        """
        page = book_pages["reference/plots/vi-corps-affair.html"]
        folds = {
            s.get("id"): text_of(next(iter(s.iter("summary"))))
            for s in page.all("section")
            if s.get("id") in ("claims", "mentions", "datasets", "sources")
        }
        assert {"claims", "datasets", "sources"} <= set(folds)
        claims = [c for c in ncrefs.claims if "vi-corps-affair" in c.about]
        assert folds["claims"].startswith(f"{len(claims)} claims: ")


def article_height(page: Tab) -> float:
    """
    How high the page's own content is.
    """
    height: float = page.locator(".bd-article").evaluate("e => e.getBoundingClientRect().height")
    return height


class TestLetters:
    def test_fonts_are_our_own_and_small(self, book: Book) -> None:
        """
        All together weigh little, and their licence is with them.
        """
        fonts = [*(STATIC.parent / "fonts").glob("*.woff2"), *STATIC.glob("*.woff2")]
        assert len(fonts) == 5
        assert sum(path.stat().st_size for path in fonts) <= 120_000
        sheet = (book.output / "_static" / "palette.css").read_text(encoding="utf-8")
        assert 4 == sheet.count("data:font/woff2;base64,")
        licence = (book.output / "_static" / "OFL.txt").read_text(encoding="utf-8")
        assert "SIL Open Font License, Version 1.1" in licence

    def test_lines_have_a_length_that_one_reads(self, tab: Tab, book: Book) -> None:
        """
        Between 60 and 75 letters.
        """
        tab.set_viewport_size({"width": 1280, "height": 900})
        tab.goto(f"file://{book.output}/answer/august-1956.html")
        letters = tab.evaluate(
            """async () => {
                await document.fonts.ready;
                const lines = [];
                for (const p of [...document.querySelectorAll("article section > p")].slice(0, 6)) {
                    const height = parseFloat(getComputedStyle(p).lineHeight);
                    const count = Math.round(p.getBoundingClientRect().height / height);
                    if (count > 3) lines.push(p.textContent.length / count);
                }
                return lines;
            }"""
        )
        assert letters
        assert 55 <= sum(letters) / len(letters) <= 75

    def test_a_first_visit_weighs_little(self, book_pages: Pages) -> None:
        """
        With the letters, which stand in a style sheet: at most 180 kB compressed.
        """
        for name in ("index.html", "timeline.html", "reference/people/kim-jong-un.html"):
            page = book_pages[name]
            total = len(gzip.compress(page.path.read_bytes()))
            for link in page.loads():
                path = page.path.parent / link.partition("?")[0]
                if path.suffix in (".css", ".js"):
                    total += len(gzip.compress(path.read_bytes()))
            assert total <= 180_000, (name, total)

    def test_no_page_uses_what_was_left_out_of_the_theme(self, book_pages: Pages) -> None:
        """
        The rules of components that are not there are gone, and no others.
        """
        for name, page in book_pages.items():
            words = " ".join(
                element.get("class", "")
                for element in page.root.iter()
                if element.tag not in ("span", "i")  # code, and an icon that is not shown
            )
            ours = [word for word in words.split() if not word.startswith("d-") or word == "d-none"]
            assert [] == [word for word in ours if slim.is_left_out(word)], name


class TestColours:
    def test_the_script_of_tables_has_the_order_of_the_grades(self, book_pages: Pages) -> None:
        """
        Beside it, on the page.
        """
        orders = [
            script.get("data-grades", "").split()
            for script in book_pages["timeline.html"].all("script")
            if "tables.js" in script.get("src", "")
        ]
        assert [[grade.value for grade in Grade]] == orders

    def test_no_other_file_declares_a_colour_of_a_grade(self) -> None:
        """
        Style sheets, drawings and both printed forms take them from the palette.
        """
        package = Path(ncrefs.__file__).parent / "book"
        for colour in palette.GRADES.values():
            for value in (colour.light, colour.dark):
                found = [
                    path.name
                    for path in package.rglob("*")
                    if path.suffix in (".css", ".typ", ".sty", ".js", ".py", ".html")
                    and value[1:].lower() in path.read_text(encoding="utf-8").lower()
                ]
                assert found == ["palette.py"]


class TestLanding:
    def test_it_leads_to_the_answer_the_audit_and_the_data(self, book_pages: Pages) -> None:
        """
        Three doors.
        """
        doors = book_pages["index.html"].all("div", "nc-doors")[0]
        assert ["answer/what-a-coup-needs.html", "article.html", "using/python.html"] == [
            a.get("href") for a in doors.iter("a")
        ]

    def test_every_plot_has_a_mark_in_the_colour_of_its_grade(self, book_pages: Pages) -> None:
        """
        And leads to its record.
        """
        strip = book_pages["index.html"].all("div", "nc-strip")[0]
        marks = {a.get("href"): a.get("class") for a in strip.iter("a")}
        assert marks == {
            f"reference/plots/{plot.id}.html": f"nc-grade-{plot.grade}"
            for plot in ncrefs.plots
            if plot.country is None
        }

    def test_every_chapter_has_a_line_and_its_minutes(self, book_pages: Pages) -> None:
        """
        In the order of the book.
        """
        items = list(book_pages["index.html"].all("ul", "nc-chapters")[0].iter("li"))
        assert len(items) >= 10
        for item in items:
            link = next(iter(item.iter("a")))
            assert text_of(link) == text_of(book_pages[link.get("href", "")].all("h1")[0])[:-1]
            assert re.search(r" \d+ min [A-Z].{20,}[.?]$", text_of(item)), text_of(item)

    def test_it_describes_itself_in_a_sentence(self, book_pages: Pages) -> None:
        """
        And not by "In short."
        """
        found = [
            m.get("content")
            for m in book_pages["index.html"].all("meta")
            if m.get("name") == "description"
        ]
        assert len(found[0] or "") > 60

    def test_a_picture_stands_beside_a_link_to_it(self, small: Book) -> None:
        """
        Where the book knows its address and the typesetter is there.
        """
        assert "" == small.build("-Dhtml_baseurl=https://example.org/book").errors
        html = (small.output / "index.html").read_text(encoding="utf-8")
        assert f'content="https://example.org/book/{preview.PICTURE}"' in html
        picture = (small.output / preview.PICTURE).read_bytes()
        assert picture[:8] == b"\x89PNG\r\n\x1a\n"
        assert (1200, 630) == tuple(int.from_bytes(picture[i : i + 4]) for i in (16, 20))


class TestSharing:
    def test_a_record_says_how_it_was_checked(self, book_pages: Pages) -> None:
        """
        When, with how many sources, and what the best of them is.
        """
        page = book_pages["reference/organizations/general-staff.html"]
        line = text_of(page.all("div", "nc-share")[0])
        assert re.match(r"Checked November 2026 · \d+ sources · best: \w+ ", line)

    def test_a_page_can_be_cited_in_four_styles(self, small: Book) -> None:
        """
        With its address where there is one, version and date.
        """
        assert "" == small.build("-Dhtml_baseurl=https://example.org/book").errors
        page = Page(small.output / "reference/people/pak-hun.html")
        share = page.all("div", "nc-share")[0]
        names = [text_of(dt) for dt in share.iter("dt")]
        assert ["Chicago", "APA", "BibTeX", "CSL JSON"] == names
        url = "https://example.org/book/reference/people/pak-hun.html"
        texts = ["".join(code.itertext()) for code in share.iter("code")]
        assert all(url in text and ncrefs.__version__ in text for text in texts)
        assert texts[2].startswith("@misc{ncrefs-pak-hun,")
        assert "Pak Hun" == json.loads(texts[3])["title"]

    def test_an_error_can_be_reported(self, book_pages: Pages) -> None:
        """
        Without a repository, the page about the book says how.
        """
        page = book_pages["reference/plots/vi-corps-affair.html"]
        links = [a.get("href") for a in page.all("div", "nc-share")[0].iter("a")]
        assert "../../about.html#correct" == links[-1]
        assert "correct" in book_pages["about.html"].ids

    def test_a_marked_sentence_is_copied_with_its_source(
        self, browser: Browser, book: Book
    ) -> None:
        """
        Its words, the names of its sources, the page.
        """
        context = browser.new_context()
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.goto(f"file://{book.output}/answer/august-1956.html")
        page.evaluate(
            """() => {
                const p = [...document.querySelectorAll("article section > p")]
                    .find((p) => p.querySelector(".nc-cite"));
                const range = document.createRange();
                range.selectNodeContents(p);
                getSelection().addRange(range);
            }"""
        )
        button = page.get_by_role("button", name="Copy with source")
        button.wait_for(state="visible")
        button.click()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.startswith("“")
        assert "August 1956" in copied
        assert re.search(r"” \(.+\) — ", copied)
        context.close()

    def test_a_sentence_has_the_sources_behind_its_stop(self, browser: Browser, book: Book) -> None:
        """
        And not those of the sentence before it, with numbers and with names.
        """
        context = browser.new_context()
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.goto(f"file://{book.output}/answer/august-1956.html")
        copied = {}
        for names in (False, True):
            if names:
                page.get_by_role("button", name="Names in the text").click()
            for sentence in (1, 2):
                page.evaluate(_MARK_A_SENTENCE, [names, sentence])
                button = page.locator("button.nc-quote")
                button.wait_for(state="visible")
                wanted = page.evaluate("window.wanted")
                button.click()
                page.wait_for_timeout(100)
                text = page.evaluate("navigator.clipboard.readText()")
                said, _, by = text.partition("” (")
                assert wanted == by.split(") — ")[0].split("; "), (names, sentence, text)
                assert said.endswith(".")
                copied[names, sentence] = text
        assert copied[False, 1] == copied[True, 1]
        assert copied[False, 2] == copied[True, 2]
        assert copied[True, 1] != copied[True, 2]
        context.close()


class TestPhone:
    def names_in_the_text(self, browser: Browser, book: Book, name: str, width: int) -> Tab:
        """
        A page whose citations are names, as readers choose them.
        """
        page = browser.new_context(viewport={"width": width, "height": SCREEN}).new_page()
        page.goto(f"file://{book.output}/{name}.html")
        switch = page.get_by_role("button", name="Names in the text")
        if switch.get_attribute("aria-pressed") == "false":
            switch.click()
        return page

    @pytest.mark.parametrize("width", [390, 320])
    @pytest.mark.parametrize("name", ["answer/how-we-know", "reference/plots/vi-corps-affair"])
    def test_the_names_of_sources_break_between_words(
        self, browser: Browser, book: Book, name: str, width: int
    ) -> None:
        """
        Each line of a name has a whole border, and no word goes on in the next.
        """
        page = self.names_in_the_text(browser, book, name, width)
        broken = page.evaluate(
            """() => [...document.querySelectorAll("article a.nc-cite")].flatMap((cite) => {
              if (!cite.checkVisibility()) return [];
              const text = cite.firstChild;
              return [...text.data.matchAll(/[^\\s-]+/g)].filter(({ 0: word, index }) => {
                const range = document.createRange();
                range.setStart(text, index);
                range.setEnd(text, index + word.length);
                return range.getClientRects().length > 1;
              });
            })"""
        )
        cites = page.locator("article a.nc-cite").first
        style = cites.evaluate("cite => getComputedStyle(cite).webkitBoxDecorationBreak")
        page.context.close()
        assert "clone" == style
        assert [] == broken

    @pytest.mark.parametrize("width", [390, 320])
    def test_the_counts_of_plots_stand_with_their_grades(
        self, browser: Browser, book: Book, width: int
    ) -> None:
        """
        None at the end of a line, its grade in the next; lines do not touch, and the leaders
        are told apart by what they do not share.
        """
        context = browser.new_context(viewport={"width": width, "height": SCREEN})
        page = context.new_page()
        page.goto(f"file://{book.output}/index.html")
        boxes = page.locator(".nc-tally").evaluate_all(
            "all => all.map((one) => [one.getClientRects().length, one.offsetTop])"
        )
        badges = page.locator(".nc-tally .nc-badge").evaluate_all(
            "all => all.map((one) => one.getBoundingClientRect()).map((b) => [b.top, b.bottom])"
        )
        leaders = page.locator(".nc-strip u").evaluate_all(
            "all => all.map((one) => [one.innerText, one.scrollWidth <= one.clientWidth])"
        )
        context.close()
        assert {1} == {lines for lines, _ in boxes}
        (_, end), *_, (start, _) = sorted(badges)
        assert start >= end + 4
        assert [["Kim Il Sung", True], ["Jong Il", True], ["Jong Un", True]] == leaders


class TestMissing:
    def test_a_page_that_does_not_exist_offers_the_search(self, book_pages: Pages) -> None:
        """
        And the index of names for who has no script.
        """
        page = book_pages["404.html"]
        assert page.all("form", "nc-hero")
        assert "names.html" in {a.get("href") for a in page.article().iter("a")}


class TestPaper:
    def test_the_timeline_takes_few_sheets(self, browser: Browser, book: Book) -> None:
        """
        At most 12, with the drawing.
        """
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"file://{book.output}/timeline.html")
        pdf = PdfReader(io.BytesIO(page.pdf(format="A4")))
        context.close()
        assert len(pdf.pages) <= 12

    @pytest.mark.parametrize(
        "name",
        [
            "reference/people/index",
            "reference/plots/index",
            "timeline",
            "posts",
            "watchers",
            "told",
        ],
    )
    def test_a_list_begins_on_the_first_page(self, browser: Browser, book: Book, name: str) -> None:
        """
        Below what opens it; a drawing as high as a page comes after the list.
        """
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"file://{book.output}/{name}.html")
        opening = page.locator("article section p").first.inner_text()
        first = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages[0].extract_text()
        context.close()
        assert len(first) > len(opening) + 1200

    def test_a_map_stands_below_its_text(self, browser: Browser, book: Book) -> None:
        """
        Not alone on the second page.
        """
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"file://{book.output}/map.html")
        first = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages[0].extract_text()
        context.close()
        assert "Chongjin" in first

    def test_numbers_of_sources_are_black(self, tab: Tab, book: Book) -> None:
        """
        Whatever kind of witness they are: grounds of colour are not printed.
        """
        tab.emulate_media(media="print")
        tab.goto(f"file://{book.output}/answer/the-army-inside-the-party.html")
        colours = "all => [...new Set(all.map((one) => getComputedStyle(one).color))]"
        numbers = tab.locator("article :is(a.nc-cite, .nc-number)")
        assert ["rgb(0, 0, 0)"] == numbers.evaluate_all(colours)

    @pytest.mark.parametrize("name", ["reference/plots/vi-corps-affair"])
    def test_what_is_folded_is_printed(self, browser: Browser, book: Book, name: str) -> None:
        """
        Nobody can press on paper.
        """
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"file://{book.output}/{name}.html")
        text = "".join(p.extract_text() for p in PdfReader(io.BytesIO(page.pdf())).pages)
        context.close()
        assert "Claim" in text
        assert "Cited by" in text
