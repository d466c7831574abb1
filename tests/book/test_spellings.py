"""
The index of names.
"""

from ncrefs.book.content import spellings
from tests.book.sample import sample
from tests.book.shown import shown


def test_every_spelling_stands_under_its_letter() -> None:
    assert {
        "0-9": ["6궁", "9th Lady"],
        "b": ["Bak Hun"],
        "c": ["Change", "Colpus", "Corps plot", "Corps purge", "Coup", "coup d'état"],
        "f": ["Fear", "First Corps"],
        "g": ["Guard", "Guards", "guard unit"],
        "h": ["Handover", "Han Sol", "Heir"],
        "i": ["It was watched"],
        "j": ["Junta"],
        "l": ["Lady", "Leader", "Letter"],
        "m": ["March of 1957"],
        "o": ["Old Band", "Open attempts"],
        "p": ["Pak Hun", "Pak Jin", "Park Hoon", "Port Nam", "Port strike"],
        "r": ["Rising of 1980", "Rounds"],
        "s": ["Soldiers", "South", "Sweep"],
        "t": ["The Army"],
        "w": ["Watching"],
        "hangul-g": ["귀부인"],
        "hangul-b": ["박훈"],
        "hangul-h": ["호위"],
        "hanja": ["朴勳"],
    } == {
        letter: [said for said, _ in found]
        for letter, found in spellings.by_letter(sample()).items()
    }


def test_letters_have_their_titles() -> None:
    assert [
        "Names: A",
        "Names: 0–9",
        "Names: Hanja",
        "Names: ㄱ",
        "Names: ㅇ",
    ] == [spellings.title(letter) for letter in ("a", "0-9", "hanja", "hangul-g", "hangul-ng")]


def test_the_index_counts_spellings_and_names() -> None:
    assert [
        "p: 41 spellings of 31 names.",
        (
            "p.letters.on-screen: [0–9](reference/names/0-9) [B](reference/names/b) "
            "[C](reference/names/c) [F](reference/names/f) [G](reference/names/g) "
            "[H](reference/names/h) [I](reference/names/i) [J](reference/names/j) "
            "[L](reference/names/l) [M](reference/names/m) [O](reference/names/o) "
            "[P](reference/names/p) [R](reference/names/r) [S](reference/names/s) "
            "[T](reference/names/t) [W](reference/names/w) [Hanja](reference/names/hanja)"
        ),
        (
            "p.letters.on-screen: [ㄱ](reference/names/hangul-g) "
            "[ㅂ](reference/names/hangul-b) [ㅎ](reference/names/hangul-h)"
        ),
    ] == shown(spellings.overview(sample()))


def test_another_spelling_leads_to_the_name() -> None:
    assert [
        "list.names-list",
        "  - [Pak Hun](pak-hun “”)",
        "  - [Pak Jin](pak-jin “”)",
        "  - Park Hoon → [pak-hun “”]",
        "  - [Port Nam](port-nam “”)",
        "  - [Port strike](port-strike “”)",
    ] == shown(spellings.entries("p", sample()))[2:]


def test_a_name_in_hangul_leads_to_its_record() -> None:
    assert [
        (
            "p.letters.on-screen: [0–9](reference/names/0-9) [B](reference/names/b) "
            "[C](reference/names/c) [F](reference/names/f) [G](reference/names/g) "
            "[H](reference/names/h) [I](reference/names/i) [J](reference/names/j) "
            "[L](reference/names/l) [M](reference/names/m) [O](reference/names/o) "
            "[P](reference/names/p) [R](reference/names/r) [S](reference/names/s) "
            "[T](reference/names/t) [W](reference/names/w) [Hanja](reference/names/hanja)"
        ),
        (
            "p.letters.on-screen: [ㄱ](reference/names/hangul-g) "
            "[ㅂ](reference/names/hangul-b) [ㅎ](reference/names/hangul-h)"
        ),
        "list.names-list",
        "  - 호위 → [guard “”]",
    ] == shown(spellings.entries("hangul-h", sample()))


def test_a_letter_without_names_is_empty() -> None:
    assert [
        "list.names-list",
    ] == shown(spellings.entries("x", sample()))[2:]
