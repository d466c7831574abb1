"""
The book for machines: a JSON twin of each record, a list of them, and a site map.

All are written after the pages, from the catalog alone.
"""

import dataclasses
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.sax.saxutils import escape

from sphinx.application import Sphinx

from ncrefs import __version__
from ncrefs.book.addresses import FOLDER, address
from ncrefs.book.domain import title_of
from ncrefs.book.shelf import catalog_of
from ncrefs.catalog import Catalog, kind_of
from ncrefs.dates import Date
from ncrefs.model import Entity, Source

#: SPDX name of the licence of records.
LICENSE = "CC-BY-4.0"
#: Builders whose output is a web site.
BUILDERS = ("html", "dirhtml")


def twin(entity: Entity | Source) -> str:
    """
    Where the JSON of a record stands, from the book's root.
    """
    return f"{FOLDER}/{kind_of(entity)}/{entity.id}.json"


def plain(value: Any) -> Any:
    """
    A record, or anything in it, as JSON knows it: dates as EDTF, grades as words.
    """
    if isinstance(value, Date):
        return value.edtf
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {spec.name: plain(getattr(value, spec.name)) for spec in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return str(value) if isinstance(value, str) else value


def _twins(catalog: Catalog, uri: Callable[[str], str]) -> Iterator[tuple[str, Any]]:
    """
    The path and content of every twin, and of the list of all; paths from the book's root.
    """
    listed = []
    for entity in (*catalog.records, *catalog.sources):
        kind = kind_of(entity)
        yield twin(entity), {"kind": kind, "license": LICENSE, **plain(entity)}
        docname, anchor = address(entity)
        listed.append(
            {
                "id": entity.id,
                "kind": kind,
                "name": title_of(entity, catalog),
                "json": twin(entity),
                "page": uri(docname) + (f"#{anchor}" if anchor else ""),
            }
        )
    yield f"{FOLDER}/index.json", {"license": LICENSE, "version": __version__, "records": listed}


def write_twins(app: Sphinx, exception: Exception | None) -> None:
    """
    Write the twins that have changed and remove those of records that are gone.
    """
    if exception is not None or app.builder.name not in BUILDERS:
        return
    twins = _twins(catalog_of(app.config), app.builder.get_target_uri)
    wanted = {Path(app.outdir) / path: data for path, data in twins}
    for path in sorted((Path(app.outdir) / FOLDER).rglob("*.json")):
        if path not in wanted:
            path.unlink()
    for path, data in wanted.items():
        text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        write(path, text)


def write_sitemap(app: Sphinx, exception: Exception | None) -> None:
    """
    Write sitemap.xml, and robots.txt that names it, if the book knows where it will stand.
    """
    base = app.config.html_baseurl
    if exception is not None or app.builder.name not in BUILDERS or not base:
        return
    base = base.rstrip("/")
    addresses = sorted(
        f"{base}/{quote(app.builder.get_target_uri(docname))}" for docname in app.env.found_docs
    )
    lines = [f"  <url><loc>{escape(address)}</loc></url>" for address in addresses]
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    schema = "http://www.sitemaps.org/schemas/sitemap/0.9"
    sitemap = "\n".join([head, f'<urlset xmlns="{schema}">', *lines, "</urlset>", ""])
    write(Path(app.outdir) / "sitemap.xml", sitemap)
    robots = f"User-agent: *\nAllow: /\nSitemap: {base}/sitemap.xml\n"
    write(Path(app.outdir) / "robots.txt", robots)


def write(path: Path, text: str) -> None:
    """
    Write a file of UTF-8 unless it has this text already.
    """
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
