"""
The files of the API: written when the pages are.
"""

import json
from typing import Any

from sphinx.application import Sphinx

from ncrefs.book.site import base_of
from ncrefs.book.site.api.answers import FOLDER, Answers, path_of
from ncrefs.book.site.api.openapi import description
from ncrefs.book.site.beside import is_due, put
from ncrefs.book.site.json_files import uris
from ncrefs.book.store import catalog_of


def write_files(app: Sphinx, exception: Exception | None) -> None:
    """
    Write the answers and their description, and remove those that are no more: `build-finished`.
    """
    if not is_due(app, exception):
        return
    answers = Answers(catalog_of(app.config), uris(app), base_of(app.config))
    wanted = {path: _text(path, data) for path, data in answers.files()}
    wanted[path_of("openapi")] = _text(path_of("openapi"), description())
    put(app, wanted, lambda name: name.startswith(f"{FOLDER}/"))


def _text(path: str, data: dict[str, Any]) -> str:
    """
    JSON in lines where people read it, and without where it would be long.
    """
    in_lines = path.count("/") > path_of("all").count("/") or path == path_of("openapi")
    form: dict[str, Any] = {"indent": 1} if in_lines else {"separators": (",", ":")}
    return json.dumps(data, ensure_ascii=False, **form) + "\n"
