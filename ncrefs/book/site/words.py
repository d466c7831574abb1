"""
The words of a text as the search knows them.

`static/search-words.js` does the same to a query in the browser; a test holds the two
against each other over every text of the book.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

#: Apostrophes and modifier letters, which stand inside a word or nowhere.
_DROPPED = re.compile(r"['’ʼ‘`´\u02b0-\u02ff]")
#: Letters that Unicode does not take apart into a plain letter and a mark.
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")  #: few letters may be marks
_WORD = re.compile(r"[^\W_]+")
#: Runs of one script in a word: Hangul, hanja, kana, anything else.
_RUN = re.compile(
    r"[\uac00-\ud7a3]+|[\u3400-\u4dbf\u4e00-\u9fff]+|[\u3040-\u30ff]+"
    r"|[^\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]+"
)
_LATIN = re.compile(r"[a-z]+")


def words(text: str) -> list[str]:
    """
    The words of a text without capitals, marks and plurals.

    >>> words("Chang Sŏng-t'aek’s purges")
    ['chang', 'song', 'taek', 'purge']
    """
    decomposed = unicodedata.normalize("NFKD", _DROPPED.sub("", text))
    bare = _NOT_ASCII.sub(_unmarked, decomposed)
    folded = unicodedata.normalize("NFC", bare.casefold().translate(_PLAIN))
    return [_singular(word) for word in _WORD.findall(folded)]


def _unmarked(run: re.Match[str]) -> str:
    return "".join(c for c in run[0] if not unicodedata.category(c).startswith("M"))


def parts(word: str) -> list[str]:
    """
    The pieces of a word that is written in several scripts; none if it is in one.

    >>> parts("6군단"), parts("군단")
    (['6', '군단'], [])
    """
    runs = _RUN.findall(word)
    return runs if len(runs) > 1 else []


def terms(text: str) -> Iterable[str]:
    """
    What the index has of a text: its words and their pieces, without those that say nothing.
    """
    for word in words(text):
        if word not in stop_words():
            yield word
            yield from parts(word)


def _singular(word: str) -> str:
    # English plurals alone: a true stemmer would make names alike that are not.
    if len(word) < 4 or not word.endswith("s") or not _LATIN.fullmatch(word):
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word if word.endswith(("ss", "us", "is")) else word[:-1]


@cache
def language() -> dict[str, list[str]]:
    """
    Words that say nothing, words that ask, and words of one meaning: `synonyms.toml`.
    """
    text = (Path(__file__).parent / "synonyms.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def stop_words() -> frozenset[str]:
    """
    Words that the index leaves out.
    """
    return frozenset(word for text in language()["nothing"] for word in words(text))
