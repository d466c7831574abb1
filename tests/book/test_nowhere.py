"""
Slips in chapters: each is told once, by file and line, in words that say what was meant.
"""

from pathlib import Path

import pytest

from tests.book.conftest import Book, small_book

pytestmark = pytest.mark.built

#: What is written in a chapter -> what is said of it.
TOLD = {
    "{nc:person}`pak-hunn`": 'no person "pak-hunn"; did you mean "pak-hun"?',
    "{nc:person}`first-corps`": (
        'no person "first-corps"; it is in organizations: write an id from people'
    ),
    "{nc:ref}`zzz`": 'no ref "zzz"',
    "{nc:persn}`pak-hun`": 'no role "nc:persn"; did you mean "nc:person"?',
    "{nc:people}`pak-hun`": 'no role "nc:people"; did you mean "nc:person"?',
    "{nc:grade}`documentd`": 'no grade "documentd"; did you mean "documented"?',
    "{cite}`lee2002`": 'no source "lee2002"; did you mean "lee2001"?',
    "{cite}`pak-hun`": 'no source "pak-hun"; it is in people: write the key of a source',
    "{cite}`lee2001 news2010`": 'no source "lee2001 news2010"; put commas between keys',
    "{cite} `lee2001`": '"{cite}" stays text; write {cite}`key` or another role without a space',
    "[@lee2001]": '"[@lee2001]" stays text; write {cite}`key` or another role without a space',
    "{term}`coups`": 'no term "coups"; did you mean "Coup"?',
    "{term}`pak-hun`": 'no term "pak-hun"; it is in people: write [text](#pak-hun)',
    "[x](#pak-hunn)": 'the link "#pak-hunn" leads nowhere; did you mean "#pak-hun"?',
    "[x](#nowhere)": "'myst' cross-reference target not found: 'nowhere'",
    "{nc:rate}`yers`": 'no figure "yers"; did you mean "years"?',
    "```{nc:recrod} pak-hun\n```": 'no directive "nc:recrod"; did you mean "nc:record"?',
    "```{nc:record} pak-hunn\n```": 'nc:record has no "pak-hunn"; did you mean "pak-hun"?',
    "```{nc:record}\n```": (
        "nc:record names nothing; write for example pak-hun, pak-jin, first-corps, the-army or "
        "port-nam behind it"
    ),
    "```{nc:sources} q\n```": 'nc:sources has no "q"; write for example a or l',
    "```{nc:drawing} timeline\n:widht: 3\n```": 'nc:drawing holds nothing; take ":widht: 3" out',
    "```{nc:figures}\nWords.\n```": 'nc:figures holds nothing; take "Words." out',
    "```{nc:matrix}\n```": "nc:matrix is empty; write a name on a line in it",
    "```{nc:matrix}\npak-hun\n```": (
        'no event "pak-hun"; it is in people: write an id from plots, purges, successions or events'
    ),
    "```{nc:doors}\ntimelin\n```": 'no document "timelin"; did you mean "timeline"?',
    "```{nc:chapters} The anser\n```": 'no part "The anser"; write the caption of a toctree',
}
#: What is written rightly, or shown.
SILENT = (
    "{nc:person}`pak-hun`, {cite}`lee2001`, {term}`coup` and [x](#pak-jin), `{cite}`, {x}\n\n"
    "(a-place)=\n## A place\n\n[x](#a-place), [x](timeline.md), [x](#a-heading), {ref}`a-place`\n\n"
    "## A heading\n\n```\n{cite} `lee2001`\n```\n"
)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[int, str]]:
    """
    The lines of the chapter that are told, and what is said of them, in order.
    """
    book = small_book(tmp_path_factory.mktemp("nowhere"))
    chapter = book.source / "mine.md"
    chapter.write_text(_chapter(), encoding="utf-8")
    return sorted(_warnings(book, chapter))


def _chapter() -> str:
    return "---\norphan: true\n---\n# Mine\n\n" + "".join(f"{text}\n\n" for text in TOLD)


def _warnings(book: Book, chapter: Path) -> list[tuple[int, str]]:
    found = []
    for line in book.build(strict=False).errors.splitlines():
        assert line.startswith(f"{chapter}:"), line
        place, _, message = line.removeprefix(f"{chapter}:").partition(": ")
        found.append((int(place), message.partition(": ")[2].rpartition(" [")[0]))
    return found


@pytest.mark.parametrize("text", TOLD)
def test_a_slip(told: list[tuple[int, str]], text: str) -> None:
    """
    Where it stands, once.
    """
    line = _chapter().partition(f"\n{text}\n")[0].count("\n") + 2

    assert [TOLD[text]] == [message for place, message in told if place == line]


def test_nothing_else_is_told(told: list[tuple[int, str]]) -> None:
    assert len(TOLD) == len(told)


def test_what_is_right_is_silent(small: Book) -> None:
    (small.source / "mine.md").write_text(f"---\norphan: true\n---\n# Mine\n\n{SILENT}")

    assert "" == small.build().errors


def test_addresses_among_the_chapters(small: Book) -> None:
    """
    An entry of a toctree that leads to another site is no chapter.
    """
    index = small.source / "index.md"
    elsewhere = ":hidden:\n:caption: Mine\n\nElsewhere <https://example.org>"
    text = index.read_text().replace(":hidden:\n", elsewhere, 1)
    index.write_text(f"{text}\n```{{nc:chapters}} Mine\n```\n")

    assert "" == small.build().errors
    assert "nc-chapters" in (small.output / "index.html").read_text()


#: Bytes of a chapter that cannot be read -> the line, and what is said of it.
BROKEN = {
    b"---\nsearch: [a\n---\n# Mine\n": (
        2,
        'broken YAML, "[" at 2:9 is not closed; write "]"',
    ),
    "# Mine\n\nBolívia\n".encode("latin-1"): (3, "not UTF-8; save it as UTF-8"),
    b"# Mine\n\n<<<<<<< HEAD\n": (3, '"<<<<<<< HEAD" is left of a merge; keep one side'),
    b"# Mine\n\nOne\x0ctwo\n": (3, "U+000C is a control character; delete it"),
}


def test_a_chapter_that_cannot_be_read(built: Book) -> None:
    """
    Ends the build in a line, and is forgotten when it is mended.
    """
    before = built.files()
    chapter = built.source / "mine.md"
    for data, (line, message) in BROKEN.items():
        chapter.write_bytes(data)

        done = built.build()

        end = "1 mistake in the chapters; the book was not built."
        assert (1, f"{chapter}:{line}: file: {message}\n{end}\n") == (done.code, done.errors)
        assert before == built.files()
    chapter.unlink()
    assert "" == built.build().errors
    assert before == built.files()


def test_a_second_glossary(built: Book) -> None:
    """
    Is refused where it stands, and the first one stays whole without it.
    """
    chapter = built.source / "mine.md"
    chapter.write_text("---\norphan: true\n---\n# Mine\n\n```{nc:glossary}\n```\n")

    message = f"{chapter}:6: ERROR: nc:glossary stands in glossary, too; keep one [docutils]\n"
    assert message == built.build(strict=False).errors

    chapter.unlink()
    assert "" == built.build().errors
