"""
What all spellings of a name share, and the letters they are written in.
"""

import unicodedata


def fold(text: str) -> str:
    """
    Reduce a spelling to what all its variants share.

    Case, diacritics, apostrophes, hyphens, spaces and other punctuation go;
    Hangul and hanja stay whole.

    >>> fold("Chang Sŏng-t'aek") == fold("CHANG SONG TAEK")
    True
    """
    # Letters are taken apart first: a compatibility form may hold capitals. Modifier
    # letters, such as the apostrophes of library catalogues, are letters to Unicode.
    decomposed = unicodedata.normalize("NFKD", text)
    letters = "".join(c for c in decomposed if c.isalnum() and not "\u02b0" <= c <= "\u02ff")
    return unicodedata.normalize("NFC", letters.casefold())


def is_latin(text: str) -> bool:
    """
    Whether a text has no letters but Latin ones, with whatever marks.

    >>> is_latin("Ŏm Sun, 1998"), is_latin("조선일보")
    (True, False)
    """
    return all(unicodedata.name(c, "").startswith("LATIN") for c in text if c.isalpha())
