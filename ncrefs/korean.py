"""
Scripts and spellings: how a name is recognised however it is written.
"""

import re

from ncrefs.folding import fold

__all__ = ["HAN", "HANGUL", "KOREAN_RUN", "fold", "script"]

HANGUL = re.compile(r"[\uac00-\ud7a3]")
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
#: A run of Korean text inside a Latin one: Hangul syllables, hanja, and spaces between.
KOREAN_RUN = re.compile(r"[\uac00-\ud7a3\u4e00-\u9fff]+(?:[ ·\d]+[\uac00-\ud7a3\u4e00-\u9fff]+)*")


def script(text: str) -> str:
    """
    The script a name is filed under: "Hangul", "Hanja" or "Latin".
    """
    if HANGUL.search(text):
        return "Hangul"
    return "Hanja" if HAN.search(text) else "Latin"
