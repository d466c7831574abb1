"""
Addresses, numbers and tags that others give: whether a text is one, and its normal form.

Each function returns the normal form, or raises ValueError with what to write instead.
"""

import re
from urllib.parse import urlsplit

from ncrefs.vocabulary import LANGUAGES

#: Normal forms, as expressions that JSON Schema knows too. The last digit of an ISBN may still be
#: wrong, and a language unknown.
DOI = r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s\"{}\\]+"
ISBN = "97[89][0-9]{10}|[0-9]{9}[0-9X]"
LANGUAGE = "([a-z]{2,3})(?:-([A-Z][a-z]{3}))?(?:-([A-Z]{2}))?"

_OCTET = r"(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"
_LABEL = r"\w(?:[\w-]*\w)?"
#: Names of which the last part has a letter, and numbers of four parts.
_HOST = re.compile(rf"(?:{_LABEL}\.)+(?!\d+\.?$){_LABEL}\.?|(?:{_OCTET}\.){{3}}{_OCTET}")
_NOT_IN_ADDRESS = re.compile(r"[\s<>\"\\^`{|}\[\]]|%(?![0-9A-Fa-f]{2})|#(?=.*#)")
_SECOND = re.compile(r"[,;]\s*https?://")
_DOI_PREFIX = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)


def web_address(text: str) -> str:
    """
    An address of the web: http or https, a host, nothing that an address cannot hold.
    """
    wrong = f'"{text}" is no address'
    if found := _NOT_IN_ADDRESS.search(text):
        raise ValueError(f'{wrong}: it has "{found[0]}"; write one address, in % code if need be')
    if _SECOND.search(text):
        raise ValueError(f"{wrong} but two; write one, and the other in the note")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.scheme not in ("http", "https") or not text.startswith(("http://", "https://")):
        raise ValueError(f"{wrong}; write https:// or http:// and a host")
    if "@" in parts.netloc or port == 0 or not _HOST.fullmatch(parts.hostname or ""):
        raise ValueError(f"{wrong}: its host is none; write https://host/path")
    return text


def doi(text: str) -> str:
    """
    A DOI without the address of its resolver: "10.1525/as.2005.45.2.1".
    """
    bare = _DOI_PREFIX.sub("", text, count=1)
    if not re.fullmatch(DOI, bare):
        raise ValueError(f'"{text}" is no DOI; write it as 10.1525/as.2005.45.2.1')
    return bare


def isbn(text: str) -> str:
    """
    An ISBN of ten or thirteen digits, without hyphens; its last digit must be right.
    """
    digits = re.sub(r"[- ]", "", text).upper()
    if not re.fullmatch(ISBN, digits):
        raise ValueError(f'"{text}" is no ISBN; write one, of 10 or 13 digits')
    values = [10 if digit == "X" else int(digit) for digit in digits]
    if len(values) == 13:
        total = sum(value * (3 if place % 2 else 1) for place, value in enumerate(values))
        right = total % 10 == 0
    else:
        right = sum(value * (10 - place) for place, value in enumerate(values)) % 11 == 0
    if not right:
        raise ValueError(f'"{text}" is no ISBN: its last digit is wrong; look it up again')
    return digits


def language(text: str) -> str:
    """
    A language's tag after BCP 47: "ko", "zh-Hant", "pt-BR".
    """
    match = re.fullmatch(LANGUAGE, text)
    if match is None or match[1] not in LANGUAGES:
        raise ValueError(f'"{text}" is no language tag; write for example ko, ja, ru or zh-Hant')
    return text
