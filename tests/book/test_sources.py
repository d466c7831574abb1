"""
The pages of the bibliography.
"""

from ncrefs.book.content import sources
from tests.book.sample import sample
from tests.book.shown import shown


def test_letters_are_those_of_short_names() -> None:
    assert {"a": ["news2010"], "b": ["anon"], "c": ["cho1999"], "l": ["lee2001"]} == {
        letter: [source.id for source in found]
        for letter, found in sources.by_letter(sample()).items()
    }


def test_a_letter_s_page_is_named_by_it() -> None:
    assert [
        "Sources: A",
        "Sources: B",
        "Sources: C",
        "Sources: L",
    ] == [sources.title(letter) for letter in sources.by_letter(sample())]


def test_the_bibliography_counts_by_tier() -> None:
    assert [
        (
            "p.letters.on-screen: [A](reference/sources/a) [B](reference/sources/b) "
            "[C](reference/sources/c) [L](reference/sources/l)"
        ),
        "table.totals",
        "  | Tier | Sources |",
        "  | archive | 0 |",
        "  | official | 1 |",
        "  | scholarship | 2 |",
        "  | journalism | 1 |",
        "  | testimony | 0 |",
        "  | reference | 0 |",
        "  | blog | 0 |",
    ] == shown(sources.overview(sample())[1:])


def test_a_letter_has_its_sources_in_full() -> None:
    assert [
        "p.on-screen: Sources whose short names begin with C, with the records that cite them.",
        (
            "p.letters.on-screen: [A](reference/sources/a) [B](reference/sources/b) "
            "[C](reference/sources/c) [L](reference/sources/l)"
        ),
        "terms.bibliography",
        "  = #cho1999 Cho and Kim 1999 {.tier scholarship} `cho1999`",
        (
            "    p: Cho, Ara; Kim, Bora (March 1999). *Guards*. Review 3(2), pp. 1–9. "
            "[doi:10.1000/abc](https://doi.org/10.1000/abc). Only the abstract was read."
        ),
        "    p.cited-by: Cited by [march “”]",
    ] == shown(sources.entries("c", sample()))


def test_other_scripts_have_a_page_too() -> None:
    assert [
        "p.on-screen: Sources whose short names begin with L, with the records that cite them.",
        (
            "p.letters.on-screen: [A](reference/sources/a) [B](reference/sources/b) "
            "[C](reference/sources/c) [L](reference/sources/l)"
        ),
        "terms.bibliography",
        "  = #lee2001 Lee 2001 {.tier scholarship} `lee2001`",
        "    p: Lee, Mina (2001). *Armies and Parties*. Hanul.",
        (
            "    p.cited-by: Cited by [han-sol “”] · [heir “”] · [lady “”] · [leader “”] · "
            "[pak-hun “”] · [pak-jin “”] · [first-corps “”] · [old-band “”] · [the-army “”] · "
            "[port-nam “”] · [south “”] · [march “”] · [junta “”] · [rising-1980 “”] · "
            "[corps-purge “”] · [sweep “”] · [handover “”] · [change “”] · [fear “”] · [guards “”] "
            "· [watching “”] · [rounds “”] · [soldiers “”] · [colpus “”] · [open-attempts “”] · "
            "[it-was-watched “”] · [was-there-a-coup “”] · [who-rose “”] · [coup “”] · [guard “”] "
            "· [c001 “”] · [c002 “”]"
        ),
    ] == shown(sources.entries(list(sources.by_letter(sample()))[-1], sample()))


def test_a_letter_without_sources_is_empty() -> None:
    assert [
        "p.on-screen: Sources whose short names begin with X, with the records that cite them.",
        (
            "p.letters.on-screen: [A](reference/sources/a) [B](reference/sources/b) "
            "[C](reference/sources/c) [L](reference/sources/l)"
        ),
        "terms.bibliography",
    ] == shown(sources.entries("x", sample()))
