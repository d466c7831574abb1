"""
JSON Schema (2020-12) of the complete JSON, made from the dataclasses.
"""

from typing import Any

import ncrefs
from ncrefs.export.common import LICENCE, TITLE
from ncrefs.export.fields import Field, classes, fields, meaning
from ncrefs.kinds import KINDS, SOURCES

_TYPES = {"text": "string", "integer": "integer", "number": "number"}
#: What every date of the records looks like; calendars are not checked here.
_EDTF = r"^[0-9X.?~%/-]{2,}$"


def schema() -> dict[str, Any]:
    """
    The schema: an object for each class, in which no field may be missing or added.
    """
    kinds = {kind.plural: kind.cls.__name__ for kind in (*KINDS.values(), SOURCES)}
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
    The schema of each class by its name.

    Args:
        place: Where they stand in the document that has them, for references.
    """
    return {name: _object(cls, place) for name, cls in classes().items()}


def _object(cls: type, place: str) -> dict[str, Any]:
    return {
        "description": meaning(cls),
        "type": "object",
        "properties": {field.name: _property(field, place) for field in fields(cls)},
        "required": [field.name for field in fields(cls)],
        "additionalProperties": False,
    }


def _property(field: Field, place: str) -> dict[str, Any]:
    if field.cls is not None:
        one: dict[str, Any] = {"$ref": f"{place}/{field.cls.__name__}"}
    elif field.type == "date":
        one = {"type": "string", "pattern": _EDTF}
    elif field.words:
        one = {"enum": list(field.words)}
    else:
        one = {"type": _TYPES[field.type]}
    if field.many:
        return {"description": field.meaning, "type": "array", "items": one}
    if field.filled:
        return {"description": field.meaning, **one}
    return {"description": field.meaning, "anyOf": [one, {"type": "null"}]}
