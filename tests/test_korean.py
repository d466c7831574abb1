import re
import sys
import unicodedata
from string import ascii_letters, digits

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ncrefs.korean import KOREAN_RUN, cyrillic, fold, script

#: Letters of the romanizations, with the marks and signs of McCune-Reischauer.
ROMANIZED = st.text(alphabet=f"{ascii_letters}{digits}ŏŭŎŬ'’ʼ -")
SIGNS = "'’‘ʻʼ`´-–—·., ()\u00a0\u200b"


def surrogate(code: int) -> bool:
    return 0xD800 <= code <= 0xDFFF


class TestFold:
    """
    Tests for `fold`.
    """

    @given(st.text())
    def test_idempotent(self, text: str) -> None:
        """
        Folding what is folded changes nothing.
        """
        assert fold(text) == fold(fold(text))

    def test_once_is_enough(self) -> None:
        """
        No character folds to one that would fold further, and none moves among others.
        """
        folded = {fold(chr(code)) for code in range(sys.maxunicode + 1) if not surrogate(code)}
        characters = set("".join(unicodedata.normalize("NFKD", text) for text in folded))

        assert folded == {fold(text) for text in folded}
        assert not [c for c in characters if unicodedata.combining(c) or not c.isalnum()]

    @given(ROMANIZED)
    def test_case(self, text: str) -> None:
        """
        Capitals do not count.
        """
        assert fold(text) == fold(text.upper()) == fold(text.lower())

    @given(ROMANIZED, st.sampled_from("\u0306\u0304\u0308\u0301"))
    def test_diacritics(self, text: str, mark: str) -> None:
        """
        Marks over letters do not count.
        """
        marked = "".join(c + mark if c.isalpha() else c for c in text)

        assert fold(text) == fold(marked)

    @given(st.text())
    def test_composition(self, text: str) -> None:
        """
        Composed and decomposed characters are the same.
        """
        forms = [unicodedata.normalize(form, text) for form in ("NFC", "NFD")]

        assert fold(forms[0]) == fold(forms[1])

    @given(st.lists(st.sampled_from(["Jang", "Sŏng", "taek", "장", "張"])), st.sampled_from(SIGNS))
    def test_signs(self, words: list[str], sign: str) -> None:
        """
        Hyphens, apostrophes, spaces and other signs do not count.
        """
        assert fold("".join(words)) == fold(sign.join(words))

    @given(st.text(alphabet=st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3)))
    def test_hangul(self, text: str) -> None:
        """
        Hangul stays whole.
        """
        assert text == fold(text)

    @given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)))
    def test_hanja(self, text: str) -> None:
        """
        Hanja stay whole.
        """
        assert text == fold(text)

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ("Chang Sŏng-t'aek", "CHANG SONG TAEK"),
            ("Kim Yŏngch’un", "kim yongchun"),
            ("장 성택", "장성택"),
            ("ＫＰＡ", "kpa"),
        ],
    )
    def test_same(self, first: str, second: str) -> None:
        """
        Spellings of one name meet.
        """
        assert fold(first) == fold(second)

    @pytest.mark.parametrize(
        ("first", "second"),
        [("Kim Jong Il", "Kim Jong Un"), ("김정일", "김정은"), ("VI Corps", "V Corps")],
    )
    def test_different(self, first: str, second: str) -> None:
        """
        Different names stay apart.
        """
        assert fold(first) != fold(second)


class TestScript:
    """
    Tests for `script`.
    """

    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("장성택", "Hangul"),
            ("6군단 사건", "Hangul"),
            ("張成澤", "Hanja"),
            ("苦難의 行軍", "Hangul"),
            ("Chang Sŏngt'aek", "Latin"),
            ("", "Latin"),
        ],
    )
    def test_script(self, text: str, name: str) -> None:
        """
        A text is filed under Hangul if it has any, else under hanja if it has any.
        """
        assert name == script(text)


class TestKoreanRun:
    """
    Tests for `KOREAN_RUN`.
    """

    @pytest.mark.parametrize("letter", ["장", "張", "\uf9e1", "\ufa0e", "\u3400"])
    def test_letters(self, letter: str) -> None:
        """
        Whatever is Hangul or hanja makes a run, those that Unicode has twice too.
        """
        assert [f"{letter}{letter}"] == KOREAN_RUN.findall(f"a {letter}{letter} b")
        assert "Latin" != script(letter)

    def test_spaces(self) -> None:
        """
        Spaces, dots and digits inside a run belong to it.
        """
        assert ["제6 군단·본부"] == KOREAN_RUN.findall("The 제6 군단·본부, 1995")


class TestCyrillic:
    """
    Tests for `cyrillic`.
    """

    @pytest.mark.parametrize(
        ("hangul", "ways"),
        [
            ("김일성", ["ким иль сон", "ким ир сен"]),
            ("장성택", ["чан сон тхэк", "чан сен тхэк"]),
            ("리영호", ["ри ён хо", "ли ён хо"]),
            ("박창옥", ["пак чхан ок"]),
            ("최현희", ["чхве хён хый"]),
            ("꽉쨀", ["кквак ччэль", "кквак ччэр"]),
            ("김 정은", []),
            ("푸틴 V", []),
            ("", []),
        ],
    )
    def test_ways(self, hangul: str, ways: list[str]) -> None:
        """
        After Kontsevich, and in the older way if that is another; of Hangul alone.
        """
        assert ways == cyrillic(hangul)

    @given(st.characters(min_codepoint=ord("가"), max_codepoint=ord("힣")))
    def test_every_syllable(self, letter: str) -> None:
        """
        Every syllable has a vowel, and no letter but Russian ones.
        """
        assert all(re.fullmatch("[а-яё]*[аэоеёуыиюя][а-яё]*", way) for way in cyrillic(letter))
