import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ncrefs.characters import escaped, strange
from tests.helpers import Folder

PERSON = "people/pak-hun.md"


class TestStrange:
    """
    Tests for `strange`.
    """

    @pytest.mark.parametrize(
        ("character", "what"),
        [
            ("\0", "U+0000 is a control character"),
            ("\x1b", "U+001B is a control character"),
            ("\r", "U+000D is a control character"),
            ("\x85", "U+0085 is a control character"),
            ("\xad", "U+00AD SOFT HYPHEN is an invisible character"),
            ("\u200b", "U+200B ZERO WIDTH SPACE is an invisible character"),
            ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE is an invisible character"),
            ("\ufeff", "U+FEFF ZERO WIDTH NO-BREAK SPACE is an invisible character"),
            ("\U000e0001", "U+E0001 LANGUAGE TAG is an invisible character"),
            ("\ufe0f", "U+FE0F VARIATION SELECTOR-16 is an invisible character"),
            ("\u3164", "U+3164 HANGUL FILLER is an invisible character"),
            ("\u2028", "U+2028 LINE SEPARATOR is a line separator"),
            ("\ufffe", "U+FFFE is no character"),
            ("\U0010ffff", "U+10FFFF is no character"),
            ("\ue000", "U+E000 is a character of private use"),
            ("\ufffd", "U+FFFD REPLACEMENT CHARACTER is the sign of a lost character"),
        ],
    )
    def test_unseen(self, character: str, what: str) -> None:
        """
        A character that nobody sees, or that means nothing, is named with its place.
        """
        assert [(3, f"{what}; delete it")] == list(strange(f"Pak{character} Hun"))

    @pytest.mark.parametrize(
        ("text", "place", "what"),
        [
            ("P\u0430k", 1, 'U+0430 CYRILLIC SMALL LETTER A stands in "P\u0430k"'),
            ("\u0391rmy", 0, 'U+0391 GREEK CAPITAL LETTER ALPHA stands in "\u0391rmy"'),
            ("a \u0300b", 2, "U+0300 COMBINING GRAVE ACCENT is over no letter"),
            ("q\u0323\u0300\u0301\u0302", 4, "U+0302 COMBINING CIRCUMFLEX ACCENT is over"),
            ("\U0001d400rmy", 0, "U+1D400 MATHEMATICAL BOLD CAPITAL A stands in"),
        ],
    )
    def test_look_alikes(self, text: str, place: int, what: str) -> None:
        """
        A letter that only looks Latin is named, and a mark that no letter has.
        """
        ((found, message),) = strange(text)

        assert place == found
        assert message.startswith(what)

    @pytest.mark.parametrize(
        "text",
        [
            "", "Chang Sŏng-t'aek", "박훈 朴勳 豈", "Хегай", "フルンゼ",
            "Микоян (Mikoyan)", "Ἀθῆναι", "Wałęsa – “a”…", "a\tb\nc",
            "시선Times", "Երևան", "한\u00a0국", "α-Test", "5\u202f%",
        ],
    )  # fmt: skip
    def test_usual(self, text: str) -> None:
        """
        Letters and signs of any script are none of these.
        """
        assert [] == list(strange(text))


class TestEscaped:
    """
    Tests for `escaped`.
    """

    def test_one_line(self) -> None:
        """
        Strange characters and line ends are seen; all others stay.
        """
        assert "a\\u200b\\x1b\\n\\tb 박 é" == escaped("a\u200b\x1b\n\tb 박 é")

    @given(st.text(st.characters(exclude_categories=["Cs"])))
    def test_any(self, text: str) -> None:
        """
        Whatever the text, the result is one line without control characters.
        """
        found = escaped(text)

        assert 1 >= len(found.splitlines())
        assert not [c for c in found if unicodedata.category(c) in ("Cc", "Cf")]


class TestFiles:
    """
    Tests for characters in records and sources.
    """

    @pytest.mark.parametrize(
        ("path", "old", "new", "line", "field"),
        [
            (PERSON, "his nature", "his\x0cnature", 23, "text"),
            (PERSON, "name: Pak Hun", "name: Pak\u200b Hun", 2, "name"),
            (PERSON, "name: Pak Hun", 'name: "Pak\\0 Hun"', 2, "name"),
            (PERSON, "name: Pak Hun", 'name: "Pak\\u200b Hun"', 2, "name"),
            (PERSON, "title: Commander", "title: Comm\u0430nder", 9, "posts[0].title"),
            (PERSON, "title: Commander", 'title: "Comm\\u0430nder"', 9, "posts[0].title"),
            ("sources.bib", "A General", "A\x01 General", 10, "news2010"),
            ("sources.bib", "{Hanul}", "{Han\u202eul}", 5, "lee2001"),
        ],
    )
    def test_one(
        self, folder: Folder, path: str, old: str, new: str, line: int, field: str
    ) -> None:
        """
        A strange character is one mistake, at its line and field, raw or escaped.
        """
        folder.replace(path, old, new)

        assert [(path, line, field)] == [found[:3] for found in folder.check()]

    def test_composed_where_read(self, folder: Folder) -> None:
        """
        Decomposed text in fields, bodies and sources is read composed.
        """
        before = folder.load()
        for path in folder.root.rglob("*.*"):
            path.write_bytes(unicodedata.normalize("NFD", path.read_text("utf-8")).encode())

        after = folder.load()

        assert list(before.records) == list(after.records)
        assert list(before.sources) == list(after.sources)
        assert [] == folder.check()
