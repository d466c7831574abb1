"""
The frame of the pages: what they load, how one gets about, what they say of themselves.
"""

import gzip
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from posixpath import normpath
from statistics import median

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

import ncrefs
from ncrefs.book import palette
from ncrefs.book.addresses import PAGED
from ncrefs.book.site.head import edit_address
from ncrefs.book.typography import typeset
from ncrefs.kinds import KINDS
from tests.book.conftest import Book
from tests.book.pages import Page, text_of

Pages = dict[str, Page]
STATIC = Path(ncrefs.__file__).parent / "book" / "site" / "static"
RECORD = "reference/people/jang-song-thaek.html"
#: The pages that a reader is likely to open first.
FIRST = ("index.html", "timeline.html", "reference/people/index.html", RECORD)


def loaded(name: str, page: Page) -> Iterator[str]:
    """
    The files of the book that a browser fetches for a page.
    """
    for link in page.loads():
        path = link.partition("?")[0]
        if path and not path.endswith(".json") and not path.endswith(".html"):
            yield normpath(f"{name.rpartition('/')[0]}/{path}").lstrip("/")


def record_pages(pages: Pages) -> Pages:
    """
    The pages of one record each.
    """
    return {
        name: page
        for name, page in pages.items()
        if name.startswith(tuple(f"reference/{kind}/" for kind in PAGED))
        and not name.endswith("index.html")
    }


class TestWeight:
    @pytest.mark.parametrize("name", FIRST)
    def test_a_first_visit_stays_under_180_kb(
        self, book: Book, book_pages: Pages, name: str
    ) -> None:
        """
        The page and all that it loads, compressed as a server does.
        """
        files = [book.output / path for path in loaded(name, book_pages[name])]
        weights = [len(gzip.compress(path.read_bytes())) for path in files]
        assert len(files) > 8
        assert sum(weights) + len(gzip.compress((book.output / name).read_bytes())) < 180_000

    def test_our_own_scripts_and_styles_are_few(self, book_pages: Pages) -> None:
        """
        What the book adds to the theme, uncompressed: on every page; with the tools of tables
        and drawings, which come where they are used; with the search, which comes with its
        first use.
        """
        files = {path.name: path for path in STATIC.iterdir() if path.suffix in (".css", ".js")}
        del files["epub.css"], files["minisearch-7.2.0.js"]

        def weight(names: Iterable[str]) -> int:
            return sum(files[name].stat().st_size for name in names)

        later = [name for name in files if name.startswith("search") and "box" not in name]
        assert len(later) == 4
        assert weight(later) < 25_000
        paths = [path.rpartition("/")[2] for path in loaded("about.html", book_pages["about.html"])]
        everywhere = [name for name in paths if name in files]
        assert len(everywhere) == 8
        assert weight(everywhere) < 46_500
        assert weight(name for name in files if name not in later) < 97_000

    def test_the_frame_of_a_record_stays_under_20_kb(self, book_pages: Pages) -> None:
        """
        A page weighs what its record has to say: under 60 KB but for the longest records.
        """
        sizes = []
        for page in record_pages(book_pages).values():
            html = page.path.read_text(encoding="utf-8")
            article = html[html.index("<article") : html.index("</article>")]
            sizes.append(len(html.encode()))
            assert len(html.encode()) - len(article.encode()) < 20_000, page.path
        assert median(sizes) < 40_000
        assert sum(size > 60_000 for size in sizes) < len(sizes) / 14
        assert max(sizes) < 200_000  # with 180 sources in full; a fifth of it on the way

    def test_no_page_loads_the_icon_font_or_bootstrap(self, book_pages: Pages) -> None:
        """
        The theme's two heavy scripts are not needed.
        """
        heavy = ("fontawesome", "bootstrap")
        for name, page in book_pages.items():
            assert [] == [path for path in loaded(name, page) if any(h in path for h in heavy)]

    def test_no_script_holds_up_a_page(self, book_pages: Pages) -> None:
        """
        Every script that is loaded waits until the page is there.
        """
        for name, page in book_pages.items():
            loads = [script for script in page.all("script") if script.get("src")]
            assert [] == [s.get("src") for s in loads if s.get("defer") is None], name

    def test_scripts_are_loaded_only_where_they_are_used(self, book_pages: Pages) -> None:
        """
        Copying comes with code, sorting, filtering and comparing with what they are for.
        """
        for name, page in book_pages.items():
            paths = set(loaded(name, page))
            code = any("highlight" in div.get("class", "").split() for div in page.all("div"))
            assert code == ("_static/copybutton.js" in paths), name
            assert code == any(path.startswith("_static/pygments.css") for path in paths), name
            for used, script in (
                (page.all("table", "nc-desk"), "tables.js"),
                (page.all("dl", "nc-audit"), "audit.js"),
                (page.all("div", "nc-compare"), "compare.js"),
            ):
                assert bool(used) == (f"_static/{script}" in paths), name

    @pytest.mark.parametrize("name", FIRST)
    def test_nothing_moves_once_it_is_drawn(self, tab: Tab, book: Book, name: str) -> None:
        """
        No late script, column or letter shifts the layout, on the first visit and the next.
        """
        for _ in range(2):
            tab.goto(f"file://{book.output}/{name}")
            shift = tab.evaluate(
                """() => new Promise((resolve) => {
                    let sum = 0;
                    new PerformanceObserver((list) => {
                        for (const entry of list.getEntries()) sum += entry.value;
                    }).observe({ type: "layout-shift", buffered: true });
                    setTimeout(() => resolve(sum), 500);
                })"""
            )
            assert shift < 0.1

    @pytest.mark.parametrize("name", [RECORD, "answer/how-surprising-is-zero.html"])
    def test_a_page_is_as_wide_before_its_contents_arrive(
        self, tab: Tab, book: Book, name: str
    ) -> None:
        """
        They come last in the file, when the page has long been drawn.
        """
        tab.set_viewport_size({"width": 1280, "height": 844})
        tab.goto(f"file://{book.output}/{name}")
        width = "document.querySelector('.bd-article').clientWidth"
        whole = tab.evaluate(width)
        tab.evaluate("document.querySelector('#pst-secondary-sidebar').remove()")
        assert whole == tab.evaluate(width)

    def test_late_letters_have_stand_ins(self, tab: Tab, book: Book) -> None:
        """
        All that are known, before whatever the browser takes for a serif.
        """
        tab.goto(f"file://{book.output}/method.html")
        for selector, family, generic in (
            (".bd-article p", "ncrefs Serif", "serif"),
            ("body", "ncrefs Sans", "sans-serif"),
        ):
            faces = palette.stand_ins()
            named = list(dict.fromkeys(name for of, name, *_ in faces if of == family))
            fonts = f"getComputedStyle(document.querySelector('{selector}')).fontFamily"
            quoted = [f'"{name}"' for name in (family, *named)]
            assert ", ".join([*quoted, generic]) == tab.evaluate(fonts)


class TestStandIns:
    """
    The reader's fonts that pages are drawn with until the book's are unpacked.
    """

    @pytest.mark.parametrize("weight", ["400", "600 700"])
    @pytest.mark.parametrize("family", ["ncrefs Serif", "ncrefs Sans"])
    def test_they_are_as_wide(self, tab: Tab, family: str, weight: str) -> None:
        """
        Those that this machine has: a line holds as many letters of English.
        """
        data = next(data for of, _, w, data in palette.letters() if (of, w) == (family, weight))
        faces = [
            f'@font-face {{ font-family: "{family}"; src: url("data:font/woff2;base64,{data}") }}'
        ]
        for of, name, of_weight, fonts, size in palette.stand_ins():
            if (of, of_weight) == (family, weight):
                local = ", ".join(f'local("{font}")' for font in fonts)
                faces.append(
                    f'@font-face {{ font-family: "{name}"; size-adjust: {size}%; src: {local} }}'
                )
        text = " ".join(entity.summary for entity in ncrefs.load().records.kind("plots"))
        tab.set_content(
            f"<style>{' '.join(faces)}</style><span style='white-space: nowrap'></span>"
        )
        own, *others = tab.evaluate(
            """async (text) => {
                const span = document.querySelector("span");
                span.textContent = text;
                const widths = [];
                for (const face of document.fonts) {
                    if (!(await face.load().catch(() => null))) continue;
                    span.style.fontFamily = `"${face.family.replaceAll('"', "")}"`;
                    widths.push(span.getBoundingClientRect().width);
                }
                return widths;
            }""",
            text,
        )
        if not others:
            pytest.skip("none of the fonts is on this machine")
        assert others == pytest.approx([own] * len(others), rel=0.03)


class TestWays:
    def test_breadcrumbs_lead_back_to_the_start(self, book_pages: Pages) -> None:
        """
        From a record one gets to its chapter and to the landing page.
        """
        crumbs = book_pages[RECORD].all("nav", "nc-breadcrumbs")[0]
        assert ["Start page", "People", "Jang Song Thaek"] == [
            text_of(li) for li in crumbs.iter("li")
        ]
        assert ["../../index.html", "index.html"] == [a.get("href") for a in crumbs.iter("a")]
        assert [] == book_pages["index.html"].all("nav", "nc-breadcrumbs")

    @pytest.mark.parametrize("kind", PAGED)
    def test_previous_and_next_stay_within_the_kind(self, book_pages: Pages, kind: str) -> None:
        """
        One walks through all records of a kind in order, and not beyond.
        """
        ids = ncrefs.load().records.kind(kind).ids
        for before, id_, after in zip([None, *ids], ids, [*ids[1:], None], strict=False):
            page = book_pages[f"reference/{kind}/{id_}.html"]
            links = {a.get("rel"): a.get("href") for a in page.all("a") if a.get("rel")}
            wanted = {"prev": before and f"{before}.html", "next": after and f"{after}.html"}
            assert {way: to for way, to in wanted.items() if to} == {
                way: links[way] for way in ("prev", "next") if way in links
            }

    def test_chapters_lead_to_chapters(self, book_pages: Pages) -> None:
        """
        Walking on from the first chapter passes all in the order of the sidebar.
        """
        sidebar = book_pages["index.html"].all("nav", "nc-sidebar")[0]
        chapters = [a.get("href", "") for a in sidebar.iter("a")][1:-1]
        name, walked = chapters[0], []
        while name:
            walked.append(name)
            ways = [a.get("href", "") for a in book_pages[name].all("a") if a.get("rel") == "next"]
            name = normpath(f"{name.rpartition('/')[0]}/{ways[0]}").lstrip("/") if ways else ""
        assert chapters == walked

    def test_the_general_index_marks_its_korean(self, book_pages: Pages) -> None:
        """
        Entries in Hangul are read aloud as Korean.
        """
        article = book_pages["genindex.html"].article()
        marked = {span.text for span in article.iter("span") if span.get("lang") == "ko"}
        assert {"장성택", "김일성"} <= marked


class TestDescriptions:
    def test_every_page_describes_itself_once(self, book_pages: Pages) -> None:
        """
        Search engines and previews get a title and a sentence or two.
        """
        for name, page in book_pages.items():
            metas = [
                (m.get("name") or m.get("property"), m.get("content")) for m in page.all("meta")
            ]
            if name in ("404.html", "search.html", "genindex.html", "py-modindex.html"):
                continue
            for wanted in ("description", "og:title", "og:description", "og:type"):
                found = [content for key, content in metas if key == wanted]
                assert len(found) == 1, (name, wanted)
                assert found[0], (name, wanted)

    def test_a_record_is_described_by_its_summary(self, book_pages: Pages) -> None:
        """
        Not by whatever text comes first.
        """
        for kind in PAGED:
            for entity in ncrefs.load().records.kind(kind):
                page = book_pages[f"reference/{kind}/{entity.id}.html"]
                metas = {
                    m.get("name") or m.get("property"): m.get("content") for m in page.all("meta")
                }
                assert entity.summary == metas["description"] == metas["og:description"]
                assert metas["og:title"]

    def test_the_search_page_is_not_listed(self, book_pages: Pages) -> None:
        """
        It has nothing of its own to find.
        """
        robots = [
            m.get("content")
            for m in book_pages["search.html"].all("meta")
            if m.get("name") == "robots"
        ]
        assert ["noindex"] == robots

    def test_the_landing_page_has_the_question_as_its_title(self, book_pages: Pages) -> None:
        """
        Said once.
        """
        title = text_of(book_pages["index.html"].all("title")[0])
        assert "Why has North Korea never had a successful military coup?" == title


class TestMending:
    @pytest.mark.parametrize(
        ("url", "wanted"),
        [
            ("https://github.com/a/b", "https://github.com/a/b/edit/main/ncrefs/x.md"),
            ("https://gitlab.com/a/b/", "https://gitlab.com/a/b/-/edit/main/ncrefs/x.md"),
            (
                "https://bitbucket.org/a/b",
                "https://bitbucket.org/a/b/src/main/ncrefs/x.md?mode=edit",
            ),
        ],
    )
    def test_each_host_has_its_own_address(self, url: str, wanted: str) -> None:
        """
        The page that edits a file is where its host has it.
        """
        assert wanted == edit_address({"repository_url": url}, "ncrefs/x.md")

    def test_the_provider_and_branch_may_be_named(self) -> None:
        """
        A host of one's own says what it runs.
        """
        options = {
            "repository_url": "https://code.example.org/a/b",
            "repository_provider": "gitlab",
            "repository_branch": "trunk",
        }
        assert "https://code.example.org/a/b/-/edit/trunk/x.md" == edit_address(options, "x.md")

    def test_without_a_repository_there_is_no_link(self) -> None:
        """
        Nor without a file.
        """
        assert edit_address({}, "x.md") is None
        assert edit_address({"repository_url": "https://github.com/a/b"}, None) is None

    def test_a_page_written_by_hand_can_be_mended(self, built: Book) -> None:
        """
        Its link appears once the repository is known; generated lists have none.
        """
        assert "Mend this page" not in (built.output / "method.html").read_text()
        options = "-Dhtml_theme_options.repository_url=https://github.com/a/b"
        assert "" == built.build(options, "-Dhtml_theme_options.path_to_docs=docs").errors
        method = (built.output / "method.html").read_text()
        assert 'href="https://github.com/a/b/edit/main/docs/method.md"' in method
        assert "Mend this page" not in (built.output / "reference/people/index.html").read_text()


class TestRebuilds:
    def test_a_renamed_neighbour_is_renamed_everywhere(self, small: Book, tmp_path: Path) -> None:
        """
        Records that share nothing but their place in the order still show one another.
        """
        assert small.data is not None
        for name in ("Port Ae", "Port Bu", "Port Ze"):
            id_ = name.lower().replace(" ", "-")
            text = (small.data / "places/port-nam.md").read_text()
            text = text.replace("Port Nam", name).replace("summary: ", f"summary: {name}, ")
            (small.data / f"places/{id_}.md").write_text(text)
        assert "" == small.build().errors
        assert "Port Bu" in (small.output / "reference/places/port-ae.html").read_text()
        path = small.data / "places/port-bu.md"
        path.write_text(path.read_text().replace("Port Bu", "Port Bo"))
        assert "" == small.build().errors
        assert equals_a_clean_build(small, tmp_path)

    def test_a_retitled_chapter_is_retitled_in_every_sidebar(
        self, built: Book, tmp_path: Path
    ) -> None:
        """
        A chapter's title stands on every page.
        """
        path = built.source / "method.md"
        path.write_text(path.read_text().replace("# How to read this book", "# How to read"))
        assert "" == built.build().errors
        assert equals_a_clean_build(built, tmp_path)


def equals_a_clean_build(small: Book, tmp_path: Path) -> bool:
    """
    Whether a book is, byte for byte, what building it from nothing makes.
    """
    shutil.rmtree(small.source / "reference")
    clean = Book(small.source, tmp_path / "clean", small.data)
    assert "" == clean.start().stderr
    return clean.files() == small.files()


class TestBehaviour:
    def test_colours_are_chosen_and_kept(self, tab: Tab, book: Book) -> None:
        """
        Light, dark or as the system, also on the next page, and said to those who cannot see.
        """
        tab.goto(f"file://{book.output}/method.html")
        root = tab.locator("html")
        assert "light" == root.get_attribute("data-theme")
        dark = tab.get_by_role("button", name="Dark")
        assert "false" == dark.get_attribute("aria-pressed")
        dark.click()
        assert "dark" == root.get_attribute("data-theme")
        assert "true" == dark.get_attribute("aria-pressed")
        tab.goto(f"file://{book.output}/names.html")
        assert "dark" == root.get_attribute("data-theme")
        tab.get_by_role("button", name="As the system").click()
        assert "light" == root.get_attribute("data-theme")

    def test_the_sidebar_can_be_put_away(self, tab: Tab, book: Book) -> None:
        """
        On a wide screen the button hides it, and says so.
        """
        tab.goto(f"file://{book.output}/method.html")
        toggle = tab.get_by_role("button", name="Show or hide the chapters")
        sidebar = tab.locator("#pst-primary-sidebar")
        assert "true" == toggle.get_attribute("aria-expanded")
        toggle.click()
        tab.wait_for_function(
            "!document.querySelector('#pst-primary-sidebar').checkVisibility("
            "{visibilityProperty: true})"
        )
        assert "false" == toggle.get_attribute("aria-expanded")
        toggle.click()
        sidebar.wait_for(state="visible")

    def test_on_a_phone_the_sidebars_open_over_the_page(self, tab: Tab, book: Book) -> None:
        """
        Both do, and Escape closes them.
        """
        tab.set_viewport_size({"width": 390, "height": 844})
        tab.goto(f"file://{book.output}/{RECORD}")
        for button, link in (
            ("Show or hide the chapters", "Timeline"),
            ("Contents of this page", "Sources"),
        ):
            tab.get_by_role("button", name=button).click()
            tab.locator("dialog[open]").get_by_role("link", name=link, exact=True).wait_for()
            tab.keyboard.press("Escape")
            assert 0 == tab.locator("dialog[open]").count()

    def test_the_keyboard_reaches_everything(self, tab: Tab, book: Book) -> None:
        """
        Tab goes through all that can be pressed, the way past the frame first.
        """
        tab.goto(f"file://{book.output}/method.html")
        reached: list[str] = []
        visible = """[...document.querySelectorAll('a[href], button, input')]
            .filter((e) => e.checkVisibility({ visibilityProperty: true }))"""
        count = tab.evaluate(f"{visible}.map((e, i) => e.dataset.n = i).length")
        for _ in range(count + 5):
            tab.keyboard.press("Tab")
            reached.append(tab.evaluate("document.activeElement.dataset.n ?? ''"))
        assert "Skip to main content" == tab.evaluate(f"{visible}[{reached[0]}].textContent.trim()")
        missed = tab.evaluate(
            f"(reached) => {visible}.filter((e) => e.dataset.n && !reached.includes(e.dataset.n))"
            ".map((e) => e.outerHTML)",
            reached,
        )
        assert [] == missed

    def test_it_can_be_read_without_scripts(self, browser: Browser, book: Book) -> None:
        """
        What needs a script is not shown, and the rest is all there.
        """
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(f"file://{book.output}/article.html")
        assert not page.locator("form.nc-lookup").first.is_visible()
        assert not page.locator(".nc-colours").is_visible()
        assert not page.locator(".nc-filter").is_visible()
        assert page.get_by_role("link", name="index of names").first.is_visible()
        last = page.locator("dl.nc-audit > dt").last
        last.scroll_into_view_if_needed()  # what is far away is not laid out
        assert last.is_visible()
        context.close()

    def test_on_paper_only_the_text_is_left(self, browser: Browser, book: Book) -> None:
        """
        Dark on white even for who reads in the dark, badges with their words, links as links.
        """
        context = browser.new_context(color_scheme="dark")
        page = context.new_page()
        page.goto(f"file://{book.output}/{RECORD}")
        page.emulate_media(media="print")
        for gone in (
            ".bd-sidebar-primary",
            ".bd-sidebar-secondary",
            ".bd-header-article",
            ".prev-next-area",
        ):
            assert not page.locator(gone).first.is_visible(), gone
        assert not page.locator("article button").first.is_visible()
        assert page.locator("h1").is_visible()
        assert "rgb(255, 255, 255)" == colour(page, "body", "background-color")
        assert "rgb(0, 0, 0)" == colour(page, "article p", "color")
        badge = page.locator("article a.nc-badge").first
        assert badge.is_visible()
        assert badge.get_attribute("href")
        assert "rgb(255, 255, 255)" != colour(page, "article a.nc-badge", "color")
        context.close()

    def test_tables_of_chapters_can_be_sorted(self, tab: Tab, book: Book) -> None:
        """
        By name, by date and by grade, and back, with the keyboard too.
        """
        tab.goto(f"file://{book.output}/reference/plots/index.html")
        names = [typeset(plot.name) for plot in ncrefs.plots if plot.country is None]
        table = "#plots > .pst-scrollable-table-container table.nc-chapter"
        shown = f"{table} tbody tr td:first-child p:first-child a"
        assert names == tab.locator(shown).all_inner_texts()
        date = tab.locator("th", has_text="Date").first
        date.get_by_role("button").focus()
        tab.keyboard.press("Enter")
        assert "ascending" == date.get_attribute("aria-sort")
        tab.keyboard.press("Enter")
        assert "descending" == date.get_attribute("aria-sort")
        assert names[::-1] == tab.locator(shown).all_inner_texts()
        grade = tab.locator("th", has_text="Grade").first
        grade.get_by_role("button").click()
        assert date.get_attribute("aria-sort") is None
        grades = tab.locator(f"{table} tbody tr td:last-child").all_inner_texts()
        order = ["documented", "reported", "alleged", "disputed", "refuted"]
        assert sorted(grades, key=order.index) == grades

    def test_claims_are_filtered_by_verdict(self, tab: Tab, book: Book) -> None:
        """
        The choice stands in the address, and an address with a choice shows it.
        """
        wrong = [f"Claim {c.number}" for c in ncrefs.claims if c.verdict == "wrong"]
        opinions = [f"Claim {c.number}" for c in ncrefs.claims if c.verdict == "opinion"]
        terms = "dl.nc-audit > dt:visible"
        tab.goto(f"file://{book.output}/article.html?verdict=wrong")
        assert wrong == [text.rpartition(" ")[0] for text in tab.locator(terms).all_text_contents()]
        tab.get_by_label("opinion").check()
        assert len(wrong) + len(opinions) == tab.locator(terms).count()
        assert tab.url.endswith("article.html?verdict=wrong,opinion")
        for verdict in ("supported", "imprecise", "disputed", "unsupported"):
            tab.get_by_label(verdict, exact=True).check()
        assert tab.url.endswith("article.html")
        assert len(ncrefs.claims) == tab.locator(terms).count()

    def test_a_link_to_a_claim_shows_it_whatever_is_chosen(self, tab: Tab, book: Book) -> None:
        """
        A filter hides no target.
        """
        claim = next(c for c in ncrefs.claims if c.verdict != "wrong")
        tab.goto(f"file://{book.output}/article.html?verdict=wrong#{claim.id}")
        assert tab.locator(f"#{claim.id}").is_visible()


def colour(page: Tab, selector: str, name: str) -> str:
    """
    A colour as the browser computes it for the first element that fits.
    """
    found: str = page.locator(selector).first.evaluate(
        "(element, name) => getComputedStyle(element).getPropertyValue(name)", name
    )
    return found


def test_every_kind_has_a_chapter_in_the_sidebar(book_pages: Pages) -> None:
    """
    The sidebar is read from the landing page's own lists.
    """
    titles = [text_of(a) for a in book_pages["index.html"].all("nav", "nc-sidebar")[0].iter("a")]
    assert {kind.chapter for kind in KINDS.values()} <= set(titles)
