"""
The API beside the pages: its answers, its description, and what is left at old addresses.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest

import ncrefs
from ncrefs.export import write
from ncrefs.kinds import KINDS, SOURCES, kind_of
from ncrefs.releases import moved
from ncrefs.serial import to_plain
from tests.book.conftest import Book, small_book
from tests.book.pages import Page, text_of
from tests.helpers import Folder

pytestmark = pytest.mark.built

NAMES = (*KINDS, SOURCES.plural)
#: A page of the list of changes.
CHANGES = "---\norphan: true\n---\n\n# Changes\n\n```{nc:changes}\n```\n"


def answer(book: Book, path: str) -> Any:
    """
    An answer of the API by its path there.
    """
    return json.loads((book.output / "api/v1" / path).read_text(encoding="utf-8"))


def released(book: Book, version: str = "0.0.1") -> Folder:
    """
    The records of a small book, which remember what they were with a release.
    """
    assert book.data is not None
    folder = Folder(book.data, {})
    (book.data / "releases").mkdir()
    path = book.data / "releases" / f"{version}.json"
    write(folder.load(), "digests", path)
    folder.replace(f"releases/{version}.json", f'"{ncrefs.__version__}"', f'"{version}"')
    return folder


def rename(folder: Folder) -> None:
    """
    Give a plot, a question and a term other ids, and take an event away.
    """
    for old, new in (
        ("plots/corps-plot", "march-plot"),
        ("questions/was-there-a-coup", "was-there-one"),
        ("terms/coup", "putsch"),
    ):
        file = folder / f"{old}.md"
        head = f"---\nrenamed_from: {file.stem}\n"
        folder.write(
            f"{Path(old).parent}/{new}.md",
            file.read_text(encoding="utf-8").replace("---\n", head, 1),
        )
        file.unlink()
    for path in folder.root.glob("*/*.md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(about: .*)corps-plot", r"\1march-plot", text), encoding="utf-8")
    (folder / "events/port-strike.md").unlink()


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """
    A small book in which records were renamed and one withdrawn since a release; only the
    last test of those that share it changes it.
    """
    small = small_book(tmp_path_factory.mktemp("renamed"))
    (small.source / "changes.md").write_text(CHANGES, encoding="utf-8")
    rename(released(small))
    assert "" == small.build().errors
    return small


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """
    The small book, which no test changes.
    """
    small = small_book(tmp_path_factory.mktemp("plain"))
    assert "" == small.build().errors
    return small


class TestAnswers:
    def test_they_keep_their_description(self, renamed: Book) -> None:
        """
        The description is OpenAPI 3.1; each file has a path in it, and is what that promises.
        """
        jsonschema = pytest.importorskip("jsonschema")
        openapi = pytest.importorskip("openapi_spec_validator")
        described = answer(renamed, "openapi.json")
        openapi.OpenAPIV31SpecValidator(described).validate()
        checked = set()
        for file in sorted((renamed.output / "api/v1").rglob("*.json")):
            path = f"/{file.relative_to(renamed.output / 'api/v1').as_posix()}"
            if path == "/openapi.json":
                continue
            known = (
                path if path in described["paths"] else re.sub("[^/]+[.]json$", "{id}.json", path)
            )
            response = described["paths"][known]["get"]["responses"]["200"]
            schema = response["content"]["application/json"]["schema"]
            told = json.loads(file.read_text(encoding="utf-8"))
            validator = jsonschema.Draft202012Validator(
                {**schema, "components": described["components"]}
            )
            assert [] == [error.message for error in validator.iter_errors(told)], path
            assert (ncrefs.__version__, "CC-BY-4.0") == (told["version"], told["license"])
            checked.add(known)
        assert described["paths"].keys() == checked

    def test_each_record_is_there(self, book: Book) -> None:
        """
        As it is in Python, with its page, in its own file, in the list and in the whole.
        """
        whole = answer(book, "all.json")["records"]
        for kind in NAMES:
            entities = list(getattr(ncrefs.load(), kind))
            rows = answer(book, f"{kind}.json")["records"]
            assert [e.id for e in entities] == [row["id"] for row in rows]
            assert [to_plain(e) for e in entities] == [item["record"] for item in whole[kind]]
            for row in rows:
                assert (book.output / row["api"]).is_file()
                assert (book.output / row["page"].partition("#")[0]).is_file()
        for entity in (*ncrefs.people, *ncrefs.plots):
            told = answer(book, f"{kind_of(entity).plural}/{entity.id}.json")
            assert to_plain(entity) == told["record"]

    def test_each_former_address_leads_on(self, book: Book) -> None:
        """
        Of everything that an earlier release had: in the API, and as a page where it had one.
        """
        former = moved(ncrefs.load())
        assert former
        for gone in former:
            told = answer(book, f"{gone.kind}/{gone.id}.json")
            assert ("renamed_to" in told) != ("withdrawn_in" in told)
            page = f"reference/{gone.kind}/{gone.id}"
            assert (book.output / f"{page}.json").is_file()
            if not KINDS.get(gone.kind, SOURCES).entries_on:
                (link,) = Page(book.output / f"{page}.html").all("a")
                assert (book.output / page).parent.joinpath(link.get("href", "")).is_file()

    def test_prose_is_marked_up_and_plain(self, plain: Book) -> None:
        """
        Of the body and of every other field that holds prose.
        """
        told = answer(plain, "people/pak-hun.json")
        assert "[First Corps](#first-corps)" in told["record"]["text"]
        assert told["plain"]["text"].startswith("He led the First Corps.")
        assert {"fate.note": "Said to have asked for it.", "text": told["plain"]["text"]} == told[
            "plain"
        ]

    def test_links_lead_on(self, plain: Book) -> None:
        """
        By fields, prose and citations, to a file and a page, from both ends.
        """
        told = answer(plain, "people/pak-hun.json")
        links = {link["id"]: link for link in told["links"]}
        assert {"port-nam", "first-corps", "pak-jin", "lee2001", "news2010"} == links.keys()
        assert "reference/organizations/first-corps.html" == links["first-corps"]["page"]
        for link in links.values():
            assert (plain.output / link["page"].partition("#")[0]).is_file()
            back = json.loads((plain.output / link["api"]).read_text(encoding="utf-8"))
            assert "pak-hun" in [other["id"] for other in back["linked_from"]]

    def test_addresses_are_in_full_where_they_can_be(self, small: Book) -> None:
        """
        In a book that knows where it will stand.
        """
        assert "" == small.build("-Dhtml_baseurl=https://example.org/book").errors
        told = answer(small, "people/pak-hun.json")
        assert "https://example.org/book/api/v1/people/pak-hun.json" == told["api"]
        assert "https://example.org/book/reference/people/pak-hun.html" == told["page"]


class TestMoved:
    def test_page_leads_on(self, renamed: Book) -> None:
        """
        At once, with a link for those whom nothing leads, and never into a search.
        """
        page = Page(renamed.output / "reference/plots/corps-plot.html")
        assert ["march-plot.html"] == [a.get("href") for a in page.all("a")]
        assert ["march-plot.html"] == [link.get("href") for link in page.all("link")]
        metas = {m.get("http-equiv") or m.get("name"): m.get("content") for m in page.all("meta")}
        assert "0; url=march-plot.html" == metas["refresh"]
        assert "noindex" == metas["robots"]
        assert (renamed.output / "reference/plots/march-plot.html").is_file()

    def test_entries_keep_their_anchors(self, renamed: Book) -> None:
        """
        Records that stand on one page with others are found there under both ids.
        """
        for name, ids in (
            ("questions", {"was-there-a-coup", "was-there-one"}),
            ("glossary", {"coup", "putsch"}),
        ):
            assert ids <= set(Page(renamed.output / f"{name}.html").ids)

    def test_withdrawn_says_so(self, renamed: Book) -> None:
        """
        Without leading anywhere by itself.
        """
        page = Page(renamed.output / "reference/events/port-strike.html")
        assert not [meta for meta in page.all("meta") if meta.get("http-equiv")]
        assert "Port strike" in text_of(page.root)
        assert f"withdrawn with version {ncrefs.__version__}" in text_of(page.root)
        assert ["index.html"] == [a.get("href") for a in page.all("a")]

    def test_api_says_so(self, renamed: Book) -> None:
        """
        So does the twin in its old place.
        """
        told = answer(renamed, "plots/corps-plot.json")
        assert "api/v1/plots/march-plot.json" == told["renamed_to"]["api"]
        assert ncrefs.__version__ == answer(renamed, "events/port-strike.json")["withdrawn_in"]
        twin = json.loads((renamed.output / "reference/plots/corps-plot.json").read_text("utf-8"))
        assert "march-plot" == twin["renamed_to"]

    def test_folders_as_pages(self, small: Book) -> None:
        """
        Where each page is a folder the old address is one too.
        """
        rename(released(small))
        assert "" == small.build(builder="dirhtml").errors
        page = Page(small.output / "reference/plots/corps-plot/index.html")
        assert ["../march-plot/"] == [a.get("href") for a in page.all("a")]


class TestChanges:
    def test_as_data(self, renamed: Book) -> None:
        """
        By release, record and field.
        """
        (release,) = answer(renamed, "changes.json")["releases"]
        assert ("0.0.1", ncrefs.__version__) == (release["since"], release["version"])
        assert {"added": 0, "removed": 1, "renamed": 3, "changed": 1} == release["counts"]
        found = {change["id"]: change for change in release["changes"]}
        assert "corps-plot" == found["march-plot"]["former_id"]
        assert ["about"] == found["was-there-one"]["fields"] == found["c001"]["fields"]

    def test_as_a_page(self, renamed: Book) -> None:
        """
        Counts, and the names of records with links.
        """
        page = Page(renamed.output / "changes.html")
        links = [a.get("href") for a in page.all("a")]
        assert "reference/plots/march-plot.html" in links
        assert "From version 0.0.1" in page.text()
        assert "(was corps-plot)" in page.text()
        assert "Port strike" in page.text()

    def test_records_say_it(self, small: Book) -> None:
        """
        In the line below the title: new, changed, or nothing; and the page follows.
        """
        folder = released(small)
        text = (folder / "people/pak-jin.md").read_text(encoding="utf-8")
        folder.write(
            "people/pak-min.md", text.replace("Pak Jin", "Pak Min").replace("father", "uncle")
        )
        folder.replace("plots/corps-plot.md", "grade: alleged", "grade: reported")
        assert "" == small.build().errors

        def said(path: str) -> str:
            page = Page(small.output / f"reference/{path}.html")
            return " ".join(map(text_of, page.all("div", "nc-share")))

        version = ncrefs.__version__
        assert f"New in {version}" in said("people/pak-min")
        assert f"Changed in {version}" in said("plots/corps-plot")
        assert " in 0" not in said("people/pak-jin")
        (folder / "releases/0.0.1.json").unlink()
        assert "" == small.build().errors
        assert " in 0" not in said("people/pak-min")


class TestUndone:
    def test_what_was_undone_goes_away(self, renamed: Book) -> None:
        """
        A page that leads on is no more when its record is back, and the rest stays.
        """
        assert renamed.data is not None
        Folder(renamed.data)
        for name in ("plots/march-plot", "questions/was-there-one", "terms/putsch"):
            (renamed.data / f"{name}.md").unlink()
        assert "" == renamed.build().errors
        assert not (renamed.output / "api/v1/plots/march-plot.json").exists()
        assert (renamed.data / "releases").is_dir()
        page = Page(renamed.output / "reference/plots/corps-plot.html")
        assert not [meta for meta in page.all("meta") if meta.get("http-equiv")]
        assert "Corps plot" in page.text()
        assert "withdrawn" not in Page(renamed.output / "reference/events/port-strike.html").text()
