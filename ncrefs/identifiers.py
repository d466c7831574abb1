"""
Addresses, numbers and tags that others give: whether a text is one, and its normal form.

Each function returns the normal form, or raises ValueError with what to write instead.
"""

import re
from urllib.parse import urlsplit

from ncrefs.vocabulary import LANGUAGES

_OCTET = r"(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"
_LABEL = r"\w(?:[\w-]*\w)?"
#: Names of which the last part has a letter, and numbers of four parts.
_HOST = re.compile(rf"(?:{_LABEL}\.)+(?!\d+\.?$){_LABEL}\.?|(?:{_OCTET}\.){{3}}{_OCTET}")
_NOT_IN_ADDRESS = re.compile(r"[\s<>\"\\^`{|}\[\]]|%(?![0-9A-Fa-f]{2})|#(?=.*#)")
_SECOND = re.compile(r"[,;]\s*https?://")
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s\"{}\\]+")
_DOI_PREFIX = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_TAG = re.compile(r"([a-z]{2,3})(?:-([A-Z][a-z]{3}))?(?:-([A-Z]{2}))?")


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
    if not _DOI.fullmatch(bare):
        raise ValueError(f'"{text}" is no DOI; write it as 10.1525/as.2005.45.2.1')
    return bare


def isbn(text: str) -> str:
    """
    An ISBN of ten or thirteen digits, without hyphens; its last digit must be right.
    """
    digits = re.sub(r"[- ]", "", text).upper()
    if re.fullmatch(r"97[89]\d{10}", digits, re.ASCII):
        total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
        right = total % 10 == 0
    elif re.fullmatch(r"\d{9}[\dX]", digits, re.ASCII):
        values = [10 if digit == "X" else int(digit) for digit in digits]
        right = sum(value * (10 - place) for place, value in enumerate(values)) % 11 == 0
    else:
        raise ValueError(f'"{text}" is no ISBN; write one, of 10 or 13 digits')
    if not right:
        raise ValueError(f'"{text}" is no ISBN: its last digit is wrong; look it up again')
    return digits


def language(text: str) -> str:
    """
    A language's tag after BCP 47: "ko", "zh-Hant", "pt-BR".
    """
    match = _TAG.fullmatch(text)
    if match is None or match[1] not in LANGUAGES:
        raise ValueError(f'"{text}" is no language tag; write for example ko, ja, ru or zh-Hant')
    return text
