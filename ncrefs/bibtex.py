r"""
What BibTeX means by a value: letters written in TeX, braces, and names of authors.

The text of sources.bib is Unicode. Letters and signs in TeX (`\"u`, `\&`, `\ss`) are
read too, since other programs write them; any other command is a mistake.
"""

import codecs
import re
from typing import Any

#: The field of BibLaTeX for who published a work, by the type of its entry; elsewhere it is
#: "publisher". Types for which its standard styles do nothing are "misc" to them.
PUBLISHERS = {
    **dict.fromkeys(
        (
            "audio",
            "electronic",
            "image",
            "jurisdiction",
            "legislation",
            "letter",
            "misc",
            "movie",
            "online",
            "software",
            "video",
            "www",
        ),
        "organization",
    ),
    **dict.fromkeys(
        ("mastersthesis", "phdthesis", "report", "techreport", "thesis"), "institution"
    ),
    **dict.fromkeys(("booklet", "unpublished"), "howpublished"),
}

#: The fields of an entry, and the field of `Source` that each fills.
FIELDS = {
    "author": "authors",
    "booktitle": "container",
    "date": "date",
    "doi": "doi",
    "isbn": "isbn",
    "journaltitle": "container",
    "langid": "language",
    "note": "note",
    "number": "number",
    "pages": "pages",
    "publisher": "publisher",
    "tier": "tier",
    "title": "title",
    "titleaddon": "translation",
    "url": "url",
    "volume": "volume",
    **dict.fromkeys(PUBLISHERS.values(), "publisher"),
}

#: An accent with its letter, a sign with a backslash, or a command, which takes the space after it.
_COMMAND = re.compile(
    r"\\(?:[\"'`^~=.](?:\s*\{\s*\\?[A-Za-z]?\s*\}|\s*\\?[A-Za-z])"
    r"|[bcdHkrtuv](?:\s*\{\s*\\?[A-Za-z]+\s*\}|\s+[A-Za-z])"
    r"|[A-Za-z]+(?:\{\}|[ \t]*)|.|$)"
)
_ACCENTED = re.compile(r"\\[\"'`^~=.bcdHkrtuv]")


def text(value: str) -> str:
    """
    A value as one reads it: without braces, its TeX turned into letters.

    Raises:
        ValueError: It has a command that is no letter or sign.
    """
    return re.sub(r"[{}]", "", letters(value)).strip()


def bracketed(value: str) -> str:
    """
    What stands in square brackets, as a translation of a title does behind it.

    Raises:
        ValueError: It stands in none, or has a command that is no letter or sign.
    """
    inner = text(value)
    if not (inner.startswith("[") and inner.endswith("]") and inner[1:-1].strip()):
        raise ValueError(f'"{inner}" has no brackets; write the title in English as {{[...]}}')
    return inner[1:-1].strip()


def letters(value: str) -> str:
    r"""
    A value of which the TeX is turned into letters, with the braces that it has.

    >>> letters(r'{\"U}berm{\"a}chte')
    '{Ü}berm{ä}chte'

    Raises:
        ValueError: It has a command that is no letter or sign.
    """
    value = re.sub(r"(?<=[^\s~/\\])~(?=[^\s~/?])", " ", value)  # a space that does not break
    if "\\" not in value:
        return value
    import latexcodec  # noqa: F401, PLC0415  (registers "ulatex")

    return _COMMAND.sub(_letter, value)


def _letter(match: re.Match[str]) -> str:
    given = match[0].strip()
    if given == r"\$":  # latexcodec leaves it, as what formulas begin with
        return "$"
    base = re.sub(r"[{}\s]|\\(?=[ij])", "", given[2:])  # an i without its dot takes the accent
    accented = _ACCENTED.match(given) is not None and len(base) == 1
    command = f"{given[:2]}{{{base}}}" if accented else given
    try:
        decoded = re.sub(r"[{}]", "", codecs.decode(command, "ulatex")).strip()  # type: ignore[call-overload]
    except UnicodeDecodeError:
        decoded = ""
    if "\\" in decoded or not decoded.isprintable() or not decoded:
        raise ValueError(f'"{given}" is TeX; write the character itself, or leave the command out')
    return decoded


def authors(value: str) -> tuple[str, ...]:
    """
    Split "Lankov, Andrei and {Central Committee}" into names as they are filed.

    Raises:
        ValueError: A name has more than two commas, or there is none between two "and".
    """
    from pybtex.bibtex.utils import (  # type: ignore[import-untyped]  # noqa: PLC0415
        split_name_list,
    )
    from pybtex.database import (  # type: ignore[import-untyped]  # noqa: PLC0415
        InvalidNameString,
        Person,
    )

    names = []
    for name in split_name_list(letters(value)):
        try:
            filed = _filed(Person(name))
        except InvalidNameString:
            message = f'"{name}" has too many commas; join names with "and"'
            raise ValueError(message) from None
        if not re.search(r"\w", filed) or re.match(r"and\b", name):
            raise ValueError(f'"{name}" is no name; write one on each side of "and"')
        names.append(filed)
    return tuple(names)


def _filed(person: Any) -> str:
    """
    Write a name as it is filed: "Lankov, Andrei"; a corporate name is one word.
    """
    given = " ".join([*person.first_names, *person.middle_names])
    family = " ".join([*person.prelast_names, *person.last_names, *person.lineage_names])
    name = f"{family}, {given}" if given else family
    return re.sub(r"[{}]", "", name)
