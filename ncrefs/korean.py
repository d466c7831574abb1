"""
Scripts and spellings: how a name is recognised however it is written.
"""

import re
import unicodedata

HANGUL = re.compile(r"[\uac00-\ud7a3]")
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
#: A run of Korean text inside a Latin one: Hangul syllables, hanja, and spaces between.
KOREAN_RUN = re.compile(r"[\uac00-\ud7a3\u4e00-\u9fff]+(?:[ ·\d]+[\uac00-\ud7a3\u4e00-\u9fff]+)*")

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
    # Twice: a compatibility form may hold capitals, and folding may decompose.
    bare = _letters(_letters(text).casefold())
    return unicodedata.normalize("NFC", bare)


def _letters(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if c.isalnum() and not _IGNORED.match(c))


def script(text: str) -> str:
    """
    The script a name is filed under: "Hangul", "Hanja" or "Latin".
    """
    if HANGUL.search(text):
        return "Hangul"
    return "Hanja" if HAN.search(text) else "Latin"
