"""
Scripts and spellings: how a name is recognised however it is written.
"""

import re

from ncrefs.folding import fold

__all__ = ["HAN", "HANGUL", "HANGUL_RUN", "KOREAN_RUN", "cyrillic", "fold", "script"]

#: Syllables of Hangul, and hanja with those that Unicode has twice or out of order: each
#: is written inside the brackets of an expression.
_HANGUL, _HAN = r"\uac00-\ud7a3", r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
HANGUL = re.compile(f"[{_HANGUL}]")
HAN = re.compile(f"[{_HAN}]")


def _run(letters: str) -> re.Pattern[str]:
    """
    A run of some letters inside another text, with spaces, dots and numbers between.
    """
    return re.compile(rf"[{letters}]+(?:[ ·\d]+[{letters}]+)*")


HANGUL_RUN = _run(_HANGUL)
#: A run of Korean text inside a Latin one: Hangul syllables and hanja.
KOREAN_RUN = _run(_HANGUL + _HAN)


def script(text: str) -> str:
    """
    The script a name is filed under: "Hangul", "Hanja" or "Latin".
    """
    if HANGUL.search(text):
        return "Hangul"
    return "Hanja" if HAN.search(text) else "Latin"


def _signs(text: str) -> list[str]:
    return [sign.strip("-") for sign in text.split()]


#: Initials, vowels and finals, in the order of Unicode, as Russian writes them after L. R.
#: Kontsevich (https://en.wikipedia.org/wiki/Kontsevich_system): initials as at the start of a
#: word, since names are written by syllables. "-" is nothing.
_KONTSEVICH = (
    _signs("к кк н т тт р м п пп с сс - ч чч чх кх тх пх х"),
    _signs("а э я йя о е ё йе о ва вэ ве ё у во ве ви ю ы ый и"),
    _signs("- к к к н н н т ль к м ль ль ль п ль м п п т т н т т к т п т"),
)
#: The older way, in which the names of the leaders have stayed: another L, and another O.
_OLDER = (
    [sign.replace("р", "л") for sign in _KONTSEVICH[0]],
    ["е" if place == 4 else sign for place, sign in enumerate(_KONTSEVICH[1])],
    [sign.replace("ль", "р") for sign in _KONTSEVICH[2]],
)


def cyrillic(hangul: str) -> list[str]:
    """
    How Russian texts write a name; nothing of what is not Hangul alone.

    >>> cyrillic("김정일")
    ['ким чон иль', 'ким чен ир']
    """
    if not re.fullmatch(f"[{_HANGUL}]+", hangul):
        return []
    ways = (" ".join(_syllable(letter, way) for letter in hangul) for way in (_KONTSEVICH, _OLDER))
    return list(dict.fromkeys(ways))


def _syllable(letter: str, way: tuple[list[str], list[str], list[str]]) -> str:
    place, final = divmod(ord(letter) - ord("가"), 28)
    initial, vowel = divmod(place, 21)
    return way[0][initial] + way[1][vowel] + way[2][final]
