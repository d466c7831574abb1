"""
The description of the API in OpenAPI 3.1, made from the dataclasses and the kinds.
"""

from typing import Any, get_args

from ncrefs import __version__
from ncrefs.book.site.api.answers import NAMES, head
from ncrefs.diff import Change, What
from ncrefs.export.common import LICENCE, LICENCE_URL, TITLE
from ncrefs.export.schema import definitions
from ncrefs.kinds import KINDS, SOURCES, Kind
from ncrefs.vocabulary import Grade

_COMPONENTS = "#/components/schemas"
_ABOUT = (
    "Static files: each answer is a file of JSON beside the pages of the book. The paths are "
    "permanent. An id that a record bore before, and that of a withdrawn one, keeps its answer, "
    "which says what became of it. Addresses in answers are in full if the book knows where it "
    "stands, and else from its root."
)
_TEXT = {"type": "string"}
_MAYBE = {"type": ["string", "null"]}
_GRADE = {"enum": [*(grade.value for grade in Grade), None]}


def description() -> dict[str, Any]:
    """
    The whole description.
    """
    kinds = {kind.plural: kind for kind in (*KINDS.values(), SOURCES)}
    paths = {
        "/all.json": _path("all", "Everything in one file", "All"),
        "/changes.json": _path("changes", "What changed with each release", "Changes"),
    }
    for name, kind in kinds.items():
        paths[f"/{name}.json"] = _path(f"list_{name}", f"{kind.chapter}: a row for each", "List")
        paths[f"/{name}/{{id}}.json"] = _one(kind)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": TITLE,
            "version": __version__,
            "description": _ABOUT,
            "license": {"name": LICENCE, "url": LICENCE_URL},
        },
        "servers": [{"url": ".", "description": "the folder of this file"}],
        "paths": paths,
        "components": {"schemas": definitions(_COMPONENTS) | _answers(kinds)},
    }


def _path(operation: str, summary: str, *schemas: str) -> dict[str, Any]:
    refs = [{"$ref": f"{_COMPONENTS}/{name}"} for name in schemas]
    schema = refs[0] if len(refs) == 1 else {"oneOf": refs}
    content = {"application/json": {"schema": schema}}
    return {
        "get": {
            "operationId": operation,
            "summary": summary,
            "responses": {
                "200": {"description": summary, "content": content},
                "404": {"description": "there is no such file, and never was one"},
            },
        }
    }


def _one(kind: Kind) -> dict[str, Any]:
    path = _path(f"get_{kind.singular}", f"One {kind.singular}", _answer(kind), "Moved")
    parameter = {"name": "id", "in": "path", "required": True, "schema": _TEXT}
    return {"parameters": [parameter], **path}


def _answer(kind: Kind) -> str:
    return f"{kind.cls.__name__}Answer"


def _answers(kinds: dict[str, Kind]) -> dict[str, Any]:
    start = dict.fromkeys(head(), _TEXT)
    called = {"kind": {"enum": list(NAMES)}, "id": _TEXT, "name": _TEXT}
    address = {**called, "api": _TEXT, "page": _MAYBE}
    addresses = {"type": "array", "items": {"$ref": f"{_COMPONENTS}/Address"}}
    what = {"enum": list(get_args(What))}
    told = {
        kind: {
            **address,
            "changed": {"anyOf": [_object({"version": _TEXT, "what": what}), {"type": "null"}]},
            "record": {"$ref": f"{_COMPONENTS}/{entry.cls.__name__}"},
            "plain": {
                "description": "prose without markup, by the fields of the record that hold it",
                "type": "object",
                "additionalProperties": _TEXT,
            },
        }
        for kind, entry in kinds.items()
    }
    links = {"links": addresses, "linked_from": addresses}
    change = dict.fromkeys(Change.__dataclass_fields__, _MAYBE) | {
        **called,
        "what": what,
        "fields": {"type": "array", "items": _TEXT},
        "grade": {"enum": ["raised", "lowered", "other", None]},
        "grade_before": _GRADE,
    }
    release = {
        "version": _TEXT,
        "since": _TEXT,
        "counts": _object({name: {"type": "integer"} for name in what["enum"]}),
        "changes": {"type": "array", "items": _object(change)},
    }
    gone = {"renamed_to": {"$ref": f"{_COMPONENTS}/Address"}, "withdrawn_in": _TEXT}
    rows = _object({**address, "summary": _TEXT, "grade": _GRADE})
    whole = {kind: {"type": "array", "items": _object(fields)} for kind, fields in told.items()}
    return {
        "Address": _object(address),
        "List": _object(
            {**start, "kind": called["kind"], "records": {"type": "array", "items": rows}}
        ),
        "All": _object({**start, "records": _object(whole)}),
        "Changes": _object({**start, "releases": {"type": "array", "items": _object(release)}}),
        "Moved": {
            "oneOf": [_object({**start, **called, name: schema}) for name, schema in gone.items()]
        },
        **{
            _answer(entry): _object({**start, **told[kind], **links})
            for kind, entry in kinds.items()
        },
    }


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    """
    An object in which no property may be missing or added.
    """
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
