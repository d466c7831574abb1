"""
Scripts and spellings: how a name is recognised however it is written.
"""

import re
import unicodedata

#: Syllables of Hangul, and hanja with those that Unicode has twice or out of order: each
#: is written inside the brackets of an expression.
_HANGUL, _HAN = r"\uac00-\ud7a3", r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
HANGUL = re.compile(f"[{_HANGUL}]")
HAN = re.compile(f"[{_HAN}]")
#: A run of Korean text inside a Latin one: Hangul syllables, hanja, and spaces between.
KOREAN_RUN = re.compile(rf"[{_HANGUL}{_HAN}]+(?:[ ·\d]+[{_HANGUL}{_HAN}]+)*")

#: Modifier letters such as the apostrophes of library catalogues: letters to Unicode.
_IGNORED = re.compile(r"[\u02b0-\u02ff]")


def fold(text: str) -> str:
    """
    Reduce a spelling to what all its variants share.

    Case, diacritics, apostrophes, hyphens, spaces and other punctuation go;
    Hangul and hanja stay whole.

    >>> fold("Chang Sŏng-t'aek") == fold("CHANG SONG TAEK")
    True
    """
    # Letters are taken apart first: a compatibility form may hold capitals.
    decomposed = unicodedata.normalize("NFKD", text)
    letters = "".join(c for c in decomposed if c.isalnum() and not _IGNORED.match(c))
    return unicodedata.normalize("NFC", letters.casefold())


def script(text: str) -> str:
    """
    The script a name is filed under: "Hangul", "Hanja" or "Latin".
    """
    if HANGUL.search(text):
        return "Hangul"
    return "Hanja" if HAN.search(text) else "Latin"
