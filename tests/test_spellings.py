import itertools

import pytest

from ncrefs.spellings import find, glosses, index

NAMES = index(
    {
        "kim-jong-un": ["Kim Jong Un", "김정은", "金正恩"],
        "kim-jong-il": ["Kim Jong Il", "김정일", "金正日"],
        "jang-song-thaek": ["Jang Song Thaek", "장성택", "張成澤", "Chang Sŏng-t'aek"],
        "songrim": ["Songrim"],
    }
)


class TestFind:
    """
    Tests for `find`.
    """

    @pytest.mark.parametrize("words", [*itertools.permutations(["Jang", "Song", "Thaek"])])
    def test_any_order(self, words: tuple[str, ...]) -> None:
        """
        The words of a name may come in any order.
        """
        assert "jang-song-thaek" == find(" ".join(words), NAMES)[0]

    @pytest.mark.parametrize(
        "text",
        [
            "Song-thaek Jang", "Songthaek Jang", "JANG, Song Thaek", "Thaek Jang",
            "장성택(張成澤)", "장성택 (張成澤)", "張成澤（장성택）", "장성택[張成澤]",
            "Jang Song Thaek (장성택)", "Song-thaek Jang (장성택, 張成澤)", "Sŏng-t'aek Chang",
        ],
    )  # fmt: skip
    def test_as_people_write(self, text: str) -> None:
        """
        Parts may be turned around or joined, and a gloss may follow.
        """
        assert "jang-song-thaek" == find(text, NAMES)[0]

    def test_right_order_first(self) -> None:
        """
        A name as it is written comes before one that is only turned around.
        """
        names = index({"a": ["Kim Il"], "b": ["Il Kim"], "c": ["Kim Il Sung"]})

        assert ["a", "b", "c"] == find("Kim Il", names)

    def test_likeliest_first(self) -> None:
        """
        The whole name, its words in another order, its beginning, a part of it, all of its words
        among others, and a name with a slip.
        """
        names = index(
            {
                "f": ["Pak Chol"],
                "e": ["Chol Pak"],
                "d": ["Pak Chol Su"],
                "c": ["Ri Pak Chol"],
                "b": ["Pak Il Chol"],
                "a": ["Pak Chal"],
                "none": ["Kim Mu"],
            }
        )

        assert ["f", "e", "d", "c", "b", "a"] == find("Pak Chol", names)

    def test_own_name_before_other_spellings(self) -> None:
        """
        Of two that fit equally well, the one that is called so.
        """
        names = index({"a": ["Kim Il", "Pak Chol"], "b": ["Pak Chol"]})

        assert ["b", "a"] == find("Pak Chol", names)

    @pytest.mark.parametrize(
        ("text", "name", "found"),
        [
            ("abcdefgh", "abcdefxy", ["a"]),  # 6 of 8
            ("abcdefgh", "abcdefxyz", []),  # 6 of 8 and 9
            ("abcdefgh", "efghabcd", []),  # the same letters
            ("abcdefghij", "abcdef", ["a"]),  # 6 of 10 and 6
            ("abcdef", "axbcxdexfx", ["a"]),
            ("aabbccdd", "abbccdxd", ["a"]),  # letters that come twice
        ],
    )
    def test_a_slip_leaves_three_quarters(self, text: str, name: str, found: list[str]) -> None:
        """
        Of the letters of both, as they stand in one order.
        """
        assert found == find(text, index({"a": [name]}))

    def test_a_slip_among_others(self) -> None:
        """
        A name of other letters does not end the search.
        """
        assert ["a"] == find("abcdefgh", index({"b": ["zzzzzzzz"], "a": ["abcdefxy"]}))

    def test_a_word_said_twice(self) -> None:
        """
        All that is said is there, in another order.
        """
        assert ["a"] == find("Kim Il Il", index({"a": ["Il Kim"]}))

    @pytest.mark.parametrize("text", ["", "()", "( )", "-", "Pak (", "(zzz)"])
    def test_nothing(self, text: str) -> None:
        """
        Signs alone and strangers name nothing.
        """
        assert [] == find(text, NAMES)


class TestGlosses:
    """
    Tests for `glosses`.
    """

    @pytest.mark.parametrize(
        ("text", "forms"),
        [
            ("장성택", ["장성택"]),
            ("장성택(張成澤)", ["장성택(張成澤)", "장성택", "張成澤"]),
            ("A (b) c (d)", ["A (b) c (d)", "A c", "b", "d"]),
            ("A (b", ["A (b", "A", "b"]),
            ("()", ["()"]),
        ],
    )
    def test_forms(self, text: str, forms: list[str]) -> None:
        """
        A gloss stands alone beside what it explains.
        """
        assert forms == glosses(text)
