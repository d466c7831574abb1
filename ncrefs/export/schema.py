"""
JSON Schema (2020-12) of the complete JSON, made from the dataclasses.
"""

from typing import Any

import ncrefs
from ncrefs.export.common import LICENCE, TITLE
from ncrefs.export.fields import Field, classes, fields, meaning
from ncrefs.identifiers import DOI, ISBN, LANGUAGE
from ncrefs.ids import ID, KEY, LIMIT
from ncrefs.kinds import ALL_KINDS, SOURCES
from ncrefs.vocabulary import ARTICLE_SECTIONS

_TYPES = {"text": "string", "integer": "integer", "number": "number"}
# Dates as `ncrefs.dates` reads them; leap years and the order of the ends are not checked here.
_DAY = "(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|XX)|(?:0[13-9]|1[0-2])-30|(?:0[13578]|1[02])-31|XX-XX"
_YEAR = f"[0-9]{{4}}(?:-(?:{_DAY}|0[1-9]|1[0-2]|2[1-4]|XX))?"
_MOMENT = f"(?:{_YEAR}|[0-9]{{3}}X|[0-9]{{2}}XX)[?~%]?"
_EDTF = rf"{_MOMENT}(?:/(?:{_MOMENT}|\.\.)?)?|(?:\.\.)?/{_MOMENT}"
_ADDRESS = r"https?://[^\s<>\"\\^`{|}\[\]]+"


def _form(*expressions: str) -> dict[str, Any]:
    """
    Text that has one of the forms, as a whole.
    """
    return {"type": "string", "pattern": f"^(?:{'|'.join(expressions)})$"}


_OF_ID = {**_form(ID), "maxLength": LIMIT}
_OF_KEY = {**_form(KEY), "maxLength": LIMIT}
#: Fields that do not hold any text or number, by their names; a class may have its own.
_FORMS: dict[str, dict[str, Any]] = {
    "country": _form("[A-Z]{2}"),
    "doi": _form(DOI),
    "id": _OF_ID,
    "isbn": _form(ISBN),
    "language": _form(LANGUAGE),
    "latitude": {"type": "number", "minimum": -90, "maximum": 90},
    "longitude": {"type": "number", "minimum": -180, "maximum": 180},
    "renamed_from": _OF_ID,
    "section": {"enum": list(ARTICLE_SECTIONS)},
    "seen": _form(_ADDRESS, KEY),
    "Source.id": _OF_KEY,
    "url": {**_form(_ADDRESS), "format": "iri"},
}


def schema() -> dict[str, Any]:
    """
    The schema: an object for each class, in which no field may be missing or added.
    """
    kinds = {kind.plural: kind.cls.__name__ for kind in ALL_KINDS.values()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:ncrefs:schema:{ncrefs.__version__}",
        "title": TITLE,
        "$comment": f"version {ncrefs.__version__}, licence {LICENCE}",
        "type": "object",
        "properties": {
            "$schema": {"type": "string"},
            **{
                name: {"type": "string"}
                for name in ("name", "title", "version", "license", "license_url")
            },
            "records": {
                "type": "object",
                "properties": {
                    kind: {"type": "array", "items": {"$ref": f"#/$defs/{cls}"}}
                    for kind, cls in kinds.items()
                },
                "required": list(kinds),
                "additionalProperties": False,
            },
        },
        "required": ["name", "version", "license", "records"],
        "additionalProperties": False,
        "$defs": definitions("#/$defs"),
    }


def definitions(place: str) -> dict[str, Any]:
    """
    The schema of each class by its name, and of dates.

    Args:
        place: Where they stand in the document that has them, for references.
    """
    date = {"description": "a date in EDTF, level 1 (ISO 8601-2)", **_form(_EDTF)}
    return {"Date": date, **{name: _object(cls, place) for name, cls in classes().items()}}


def _object(cls: type, place: str) -> dict[str, Any]:
    return {
        "description": meaning(cls),
        "type": "object",
        "properties": {field.name: _property(cls, field, place) for field in fields(cls)},
        "required": [field.name for field in fields(cls)],
        "additionalProperties": False,
    }


def _property(cls: type, field: Field, place: str) -> dict[str, Any]:
    one = _one(cls, field, place)
    if field.many:
        return {"description": field.meaning, "type": "array", "items": one}
    if field.filled:
        return {"description": field.meaning, **one}
    return {"description": field.meaning, "anyOf": [one, {"type": "null"}]}


def _one(cls: type, field: Field, place: str) -> dict[str, Any]:
    """
    What a field holds, or each of its values.
    """
    if field.cls is not None:
        return {"$ref": f"{place}/{field.cls.__name__}"}
    if field.words:
        return {"enum": list(field.words)}
    if field.type == "date":
        return {"$ref": f"{place}/Date"}
    if field.cites or SOURCES.plural in (field.records or ()):  # a key may look as an id
        return _OF_KEY
    if field.records is not None:
        return _OF_ID
    own = f"{cls.__name__}.{field.name}"
    return _FORMS.get(own) or _FORMS.get(field.name) or _any(field)


def _any(field: Field) -> dict[str, Any]:
    blank = field.type != "text" or (field.prose and not field.required)
    return {"type": _TYPES[field.type], **({} if blank else {"minLength": 1})}
