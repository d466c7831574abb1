"""
What the index of the search holds.
"""

from ncrefs.book.site import search
from ncrefs.book.site.passages import Passage, opening, passages
from ncrefs.book.site.words import parts, terms, words
from tests.book.sample import sample

CHAPTER = """\
---
search: why none, no coup
---
# The answer

Nobody *could*. The army is watched.

% a remark

## Near guards

They stand {cite}`lee2001` near.

```{nc:matrix}
march
```

After it.
"""


def found(*, records: bool = True) -> dict[str, list[object]]:
    """
    What can be found, by address.
    """
    made = search.index(sample(), [("answer", CHAPTER)], "{}.html".format, lambda _: records)
    return {row[1]: [row[0], *(str(value) for value in row[2:])] for row in made["found"]}


def where(word: str) -> list[str]:
    """
    The addresses of what holds a word.
    """
    made = search.index(sample(), [("answer", CHAPTER)], "{}.html".format)
    return [
        row[1]
        for place, row in enumerate(made["found"])
        if search.gaps([place]) == made["words"].get(word)
    ]


def passage(place: int) -> Passage:
    """
    A passage of the chapter.
    """
    return [*passages(CHAPTER)][place]


def test_a_record_has_kind_name_grade_sentence_and_ties() -> None:
    assert [
        [
            "person",
            "Pak Hun",
            "",
            "",
            "A general who led the First Corps.",
            "5",
            "박훈",
            "朴勳",
            "Bak Hun",
            "Park Hoon",
        ],
        [
            "plot",
            "March of 1957",
            "February 1957",
            "disputed",
            "A march that was never begun.",
            "8",
        ],
        ["claim", "Claim 2: A march began.", "", "documented", "", "1"],
        ["term", "Guard", "", "", "Those who guard.", "0", "호위", "guard unit"],
    ] == [
        found()[path]
        for path in (
            "reference/people/pak-hun.html",
            "reference/plots/march.html",
            "article.html#c002",
            "glossary.html#guard",
        )
    ]


def test_chapters_have_their_passages() -> None:
    assert [
        ["chapter", "The answer", "", "", "Nobody could.", "0", "why none", "no coup"],
        ["passage", "Near guards", "The answer", "", "They stand near.", "0"],
    ] == [found()[path] for path in ("answer.html", "answer.html#near-guards")]


def test_lists_of_records_can_be_found() -> None:
    assert [
        "chapter",
        "sources",
    ] == [found()[path][0] for path in ("reference/people/index.html", "reference/sources/l.html")]


def test_what_a_book_lacks_is_not_found() -> None:
    assert [
        "answer.html",
        "answer.html#near-guards",
    ] == sorted(found(records=False))


def test_words_of_texts_lead_to_records() -> None:
    assert [
        ["reference/people/pak-hun.html"],
        ["reference/plots/march.html"],
        ["reference/plots/march.html"],
        ["reference/mechanisms/guards.html"],
        ["reference/plots/rising-1980.html"],
        ["reference/datasets/open-attempts.html"],
        [],
    ] == [
        where(word) for word in ("owl", "hunger", "cook", "quinlivan", "mutiny", "hanul", "stand")
    ]


def test_places_are_distances() -> None:
    assert [
        "",
        "0",
        "00",
        "u",
        "w0",
        "0w0wv6",
        "ww0",
    ] == [
        search.gaps(places) for places in ([], [0], [0, 1], [30], [31], [0, 32, 1000], [961 + 31])
    ]


def test_the_index_is_a_script() -> None:
    assert 'ncSearchIndex({"a":"é"});\n' == search.script({"a": "é"})


def test_a_passage_is_what_stands_under_a_heading() -> None:
    assert [
        (
            "",
            "The answer",
            "The answer",
            "Nobody could.",
            "Nobody could. The army is watched.",
            "why none, no coup",
        ),
        (
            "near-guards",
            "The answer",
            "Near guards",
            "They stand near.",
            "They stand near. After it.",
            "",
        ),
    ] == [
        (p.anchor, p.chapter, p.heading, p.opening, p.text, p.keywords)
        for p in (passage(0), passage(1))
    ]


def test_an_opening_is_a_sentence() -> None:
    assert [
        "One.",
        "Who?",
        "No end",
        "",
    ] == [opening(text) for text in ("One. Two.", "Who? They.", "No end", "")]


def test_a_long_sentence_loses_words() -> None:
    assert (
        "word, word, word, word, word, word, word, word, word, word, word, word, word, "
        "word, word, word, word, word, word, word, word, word, word, word, word, word, "
        "word, word…"
    ) == opening("word, " * 40)


def test_words_have_no_capitals_marks_and_plurals() -> None:
    assert [
        "the",
        "alesund",
        "army",
        "class",
        "box",
        "match",
        "wish",
        "bus",
        "basis",
        "as",
        "gas",
        "strasse",
        "군단",
        "oneil",
        "lodz",
        "6군단",
    ] == words(
        "The Ålesund’s ARMIES classes boxes matches wishes bus basis as gas "
        "Straße 군단 O\u02bcNeil łódź 6군단"
    )


def test_pieces_of_a_word_in_several_scripts() -> None:
    assert [
        ["6", "군단"],
        ["朴", "군"],
        [],
        ["カラ", "군"],
    ] == [parts(word) for word in ("6군단", "朴군", "a1", "カラ군")]


def test_words_that_say_nothing_are_left_out() -> None:
    assert [
        "army",
        "6군단",
        "6",
        "군단",
    ] == [*terms("The army of 6군단")]
