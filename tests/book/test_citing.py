"""
How sources are named.
"""

from ncrefs.book import citing
from ncrefs.dates import Date
from ncrefs.model import Source
from tests.book.sample import sample
from tests.book.shown import said


def source(**fields: object) -> Source:
    """
    A source with nothing but a title and what is given.
    """
    return Source(**{"id": "x2000", "type": "misc", "title": "Title", "tier": "blog", **fields})  # type: ignore[arg-type]


def test_the_best_witness_is_cited_first() -> None:
    assert ("cho1999", "lee2001", "news2010") == citing.cited("march", sample())


def test_citations_in_prose_count() -> None:
    assert ("lee2001", "news2010") == citing.cited("pak-hun", sample())


def test_a_place_at_the_foot() -> None:
    assert "s-lee2001" == citing.anchor("lee2001")


def test_a_source_in_a_line() -> None:
    assert "Cho, Ara; Kim, Bora (March 1999). Guards" == citing.brief(sample().sources["cho1999"])


def test_a_title_in_another_language_in_a_line() -> None:
    assert "Bureau (no date). 군대 [The army]" == citing.brief(sample().sources["anon"])


def test_an_article_in_full() -> None:
    assert (
        "Cho, Ara; Kim, Bora (March 1999). *Guards*. Review 3(2), pp. 1–9. "
        "[doi:10.1000/abc](https://doi.org/10.1000/abc). Only the abstract was read."
    ) == said(citing.reference(sample().sources["cho1999"]))


def test_a_book_in_full() -> None:
    assert "Lee, Mina (2001). *Armies and Parties*. Hanul." == said(
        citing.reference(sample().sources["lee2001"])
    )


def test_a_page_leads_to_its_host() -> None:
    assert (
        "Bureau (no date). *{.language-ko 군대}* [The army]. "
        "[example.org](https://www.example.org/a)."
    ) == said(citing.reference(sample().sources["anon"]))


def test_a_title_says_in_which_language_it_is() -> None:
    assert "(no date). *{.language-ja 軍隊}* [The army]." == said(
        citing.reference(source(title="軍隊", language="ja", translation="The army"))
    )
    assert "(no date). *Report on the army*." == said(
        citing.reference(source(title="Report on the army", language="ja"))
    )


def test_nothing_but_a_title() -> None:
    assert "(no date). *Title*." == said(citing.reference(source()))


def test_a_number_without_a_volume() -> None:
    assert "(no date). *Title*. Review no. 7." == said(
        citing.reference(source(container="Review", number="7"))
    )


def test_a_volume_without_a_number() -> None:
    assert "(no date). *Title*. Review 7." == said(
        citing.reference(source(container="Review", volume="7"))
    )


def test_a_publisher_that_is_the_author_is_said_once() -> None:
    assert "Hanul (no date). *Title*." == said(citing.reference(source(publisher="Hanul")))


def test_a_publisher_that_is_the_container_is_said_once() -> None:
    assert "Lee (no date). *Title*. Hanul." == said(
        citing.reference(source(authors=("Lee",), publisher="Hanul", container="Hanul"))
    )


def test_an_isbn_and_a_note() -> None:
    assert "(2000). *Title*. ISBN 1. A copy." == said(
        citing.reference(source(isbn="1", note="A copy.", date=Date("2000")))
    )


def test_an_address_that_is_no_page_is_no_link() -> None:
    assert "(no date). *Title*. ftp://example.org/a." == said(
        citing.reference(source(url="ftp://example.org/a"))
    )


def test_an_address_without_a_host_is_no_link() -> None:
    assert "(no date). *Title*. https:///a." == said(citing.reference(source(url="https:///a")))


def test_a_plain_address_keeps_its_scheme() -> None:
    assert "(no date). *Title*. [example.org](http://www.example.org/a)." == said(
        citing.reference(source(url="http://www.example.org/a"))
    )


def test_bibtex_of_the_book() -> None:
    assert [
        "@misc{k,",
        "  title = {T},",
        "  year = {2000},",
        "}",
    ] == citing.bibtex("k", {"title": "T", "year": "2000"}).splitlines()
