"""
Scripts and spellings: how a name is recognised however it is written.
"""

import re

from ncrefs.folding import fold

__all__ = ["HAN", "HANGUL", "HANGUL_RUN", "KOREAN_RUN", "fold", "script"]

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
