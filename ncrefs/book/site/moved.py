"""
Pages at the addresses that records had before: they lead on, or say that nothing is there.
"""

from html import escape
from pathlib import Path, PurePosixPath

from sphinx.application import Sphinx

from ncrefs.book.addresses import FOLDER, PAGED, address, chapter
from ncrefs.book.site.beside import is_due, put
from ncrefs.book.site.cite import address_of
from ncrefs.book.store import catalog_of
from ncrefs.facts import name_of
from ncrefs.kinds import KINDS
from ncrefs.releases import Moved, moved

_PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
{head}<title>{name}</title>
<style>body {{ max-width: 36em; margin: 15vh auto; padding: 0 1em; font: 1.1em/1.6 serif }}</style>
</head>
<body>
<h1>{name}</h1>
<p>{text}</p>
</body>
</html>
"""


def write_pages(app: Sphinx, exception: Exception | None) -> None:
    """
    Write a page where each record had one, and remove those of earlier builds that are
    wanted no more: `build-finished`.
    """
    if not is_due(app, exception):
        return
    wanted = {}
    for gone in moved(catalog_of(app.config)):
        if gone.kind in PAGED:
            docname = f"{FOLDER}/{gone.kind}/{gone.id}"
            wanted[_file(app, docname)] = _page(app, docname, gone)
    pages = {_file(app, docname) for docname in app.env.found_docs}
    put(app, wanted, lambda name: _is_page_of_record(name) and name not in pages)


def _file(app: Sphinx, docname: str) -> str:
    path = Path(app.builder.get_output_path(docname))  # type: ignore[attr-defined]  # of pages
    return path.relative_to(app.outdir).as_posix()


def _is_page_of_record(name: str) -> bool:
    path = PurePosixPath(name)
    return path.suffix == ".html" and path.parts[0] == FOLDER and path.parts[1] in PAGED


def _page(app: Sphinx, docname: str, gone: Moved) -> str:
    if gone.now is None:
        where = app.builder.get_relative_uri(docname, chapter(KINDS[gone.kind]))
        link = f'<a href="{escape(where)}">{escape(KINDS[gone.kind].chapter)}</a>'
        text = f"This record was withdrawn with version {gone.withdrawn}. Others: {link}."
        return _PAGE.format(name=escape(gone.name), head="", text=text)
    target, anchor = address(gone.now)
    place = f"#{anchor}" if anchor else ""
    href = escape(app.builder.get_relative_uri(docname, target) + place)
    canonical = escape(address_of(app, target) + place) if app.config.html_baseurl else href
    name = escape(name_of(gone.now))
    refresh = f'<link rel="canonical" href="{canonical}">\n'
    refresh += f'<meta http-equiv="refresh" content="0; url={href}">\n'
    text = f'This record has another address now: <a href="{href}">{name}</a>.'
    return _PAGE.format(name=name, head=refresh, text=text)
