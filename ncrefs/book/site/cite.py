"""
The line below a title: when a record was checked and against what, how to cite the page, how
to share it, and where to report an error.
"""

import json
from functools import cache
from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from ncrefs.book import citing
from ncrefs.book.addresses import record_at
from ncrefs.book.content.compared import COMPARED, PAGE
from ncrefs.book.phrases import counted
from ncrefs.book.site import BUILDERS, base_of
from ncrefs.book.store import catalog_of
from ncrefs.catalog import Catalog
from ncrefs.dates import Date
from ncrefs.kinds import kind_of
from ncrefs.model import Entity
from ncrefs.releases import changed_in
from ncrefs.vocabulary import TIERS

#: The page that says how to correct the book.
_ABOUT = "about"


def add_context(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """
    Put the line below the title of a page: `html-page-context`.
    """
    if app.builder.name not in BUILDERS or doctree is None or pagename == app.config.root_doc:
        return
    title = app.env.titles[pagename].astext()
    record = record_at(pagename)
    catalog = catalog_of(app.config)
    entity = catalog.records.get(record[1]) if record else None
    state = f"<span>{escape(_state(entity, catalog))}</span>" if entity else ""
    report = _report(app, pagename, title)
    compare = _compare(app, pagename, entity)
    line = (
        f'<div class="nc-share no-search">{state}'
        f'<button type="button" class="nc-copy-link pst-js-only">Copy link</button>'
        f"<details><summary>Cite</summary>{_citations(app, pagename, title, entity)}</details>"
        f'{compare}<a href="{escape(report)}">Report an error</a></div>'
    )
    context["body"] = context["body"].replace("</h1>", f"</h1>\n{line}", 1)


def _state(entity: Entity, catalog: Catalog) -> str:
    """
    How a record stands: "Checked November 2026 · 18 sources · best: archive · New in 0.2.0".
    """
    keys = citing.cited(entity.id, catalog)
    parts = [f"Checked {month(entity.checked)}"] if entity.checked else []
    if keys:
        best = min((catalog.sources[key].tier for key in keys), key=TIERS.index)
        parts += [counted(len(keys), "source", "sources"), f"best: {best}"]
    parts.append(changed_in(entity.id, catalog))
    return " · ".join(filter(None, parts))


def month(date: Date) -> str:
    """
    The month of a day.
    """
    return Date(date.edtf[:7]).words


def address_of(app: Sphinx, pagename: str) -> str:
    """
    The address of a page; "" if the book does not know where it stands.
    """
    base = base_of(app.config)
    return base and base + app.builder.get_target_uri(pagename)


def _compare(app: Sphinx, pagename: str, entity: Entity | None) -> str:
    """
    The link that puts a record beside others, if it can be compared.
    """
    if entity is None or kind_of(entity).plural not in COMPARED or PAGE not in app.env.found_docs:
        return ""
    href = f"{app.builder.get_relative_uri(pagename, PAGE)}?records={entity.id}"
    return f'<a href="{escape(href)}">Compare</a>'


def _report(app: Sphinx, pagename: str, title: str) -> str:
    """
    Where an error is reported: with those who keep the repository, or as the book says.
    """
    url = str(app.config.html_theme_options.get("repository_url") or "").rstrip("/")
    if url and "github" in url:
        return f"{url}/issues/new?title={title.replace(' ', '+')}"
    if url:
        return f"{url}/-/issues/new" if "gitlab" in url else f"{url}/issues"
    if _ABOUT in app.env.found_docs:
        return f"{app.builder.get_relative_uri(pagename, _ABOUT)}#correct"
    return app.builder.get_relative_uri(pagename, app.config.root_doc)


@cache
def _last_checked(catalog: Catalog) -> Date | None:
    return max((record.checked for record in catalog.records if record.checked), default=None)


def _citations(app: Sphinx, pagename: str, title: str, entity: Entity | None) -> str:
    """
    The page as four styles cite it, with its version, date and address.
    """
    day = (entity.checked if entity else None) or _last_checked(catalog_of(app.config))
    fields = {
        "title": title,
        "book": app.config.html_title,
        "author": app.config.author,
        "version": app.config.version,
        "date": day,
        "url": address_of(app, pagename),
        "key": f"ncrefs-{entity.id if entity else pagename.replace('/', '-')}",
    }
    rows = [
        (name, escape(style(fields)))
        for name, style in (
            ("Chicago", _chicago),
            ("APA", _apa),
            ("BibTeX", _bibtex),
            ("CSL JSON", _csl),
        )
    ]
    body = "".join(f"<dt>{name}</dt><dd><code>{text}</code></dd>" for name, text in rows)
    return f"<dl>{body}</dl>"


Fields = dict[str, Any]


def _year(fields: Fields) -> str:
    return fields["date"].year_words if fields["date"] else "n.d."


def _chicago(fields: Fields) -> str:
    date = f" Last checked {fields['date'].words}." if fields["date"] else ""
    url = f" {fields['url']}." if fields["url"] else ""
    return (
        f"{fields['author']}. “{fields['title']}.” In {_titled(fields['book'])} "
        f"Version {fields['version']}.{date}{url}"
    )


def _apa(fields: Fields) -> str:
    url = f" {fields['url']}" if fields["url"] else ""
    return (
        f"{fields['author']}. ({_year(fields)}). {fields['title']}. In {fields['book']} "
        f"(Version {fields['version']}).{url}"
    )


def _titled(title: str) -> str:
    return title if title.endswith(("?", "!", ".")) else f"{title}."


def _bibtex(fields: Fields) -> str:
    entry = {
        "author": f"{{{fields['author']}}}",
        "title": fields["title"],
        "booktitle": fields["book"],
        "version": fields["version"],
        "date": str(fields["date"] or ""),
        "url": fields["url"],
    }
    return citing.bibtex(fields["key"], {name: text for name, text in entry.items() if text})


def _csl(fields: Fields) -> str:
    entry: dict[str, Any] = {
        "id": fields["key"],
        "type": "entry-encyclopedia",
        "title": fields["title"],
        "container-title": fields["book"],
        "author": [{"literal": fields["author"]}],
        "version": fields["version"],
    }
    if fields["date"]:
        parts = [int(part) for part in str(fields["date"]).split("-") if part.isdigit()]
        entry["issued"] = {"date-parts": [parts]}
    if fields["url"]:
        entry["URL"] = fields["url"]
    return json.dumps(entry, ensure_ascii=False)
