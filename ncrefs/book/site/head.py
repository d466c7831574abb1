"""
The head of a page: what describes it to others, and the scripts and styles that it uses.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config

from ncrefs.book.addresses import is_generated, record_at
from ncrefs.book.openings import without_citations
from ncrefs.book.site import BUILDERS, base_of, linked_data, preview, slim
from ncrefs.book.site.json_files import json_path
from ncrefs.book.store import catalog_of
from ncrefs.kinds import kind_of
from ncrefs.model import Entity

#: A description longer than this is cut by those who show it.
_DESCRIBED = 200
#: A first sentence shorter than this is a heading: "In short."
_HEADING = 20
#: What colours and copies code, of use only beside code.
_FOR_CODE = ("pygments.css", "clipboard.min.js", "copybutton.js", "copybutton.css")
#: What colours each word of a search on the page that it led to, until somebody puts it out.
_UNUSED = ("sphinx_highlight.js",)
#: How the hosts of repositories call the page that edits a file.
_EDITS = {
    "github": "{url}/edit/{branch}/{path}",
    "gitlab": "{url}/-/edit/{branch}/{path}",
    "bitbucket": "{url}/src/{branch}/{path}?mode=edit",
}


def add_context(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """
    Give the templates what is in the head of a page: `html-page-context`.
    """
    if app.builder.name not in BUILDERS:
        return
    record = record_at(pagename)
    entity = catalog_of(app.config).records.get(record[1]) if record else None
    context["nc_meta"] = _meta(app, pagename, context, doctree, entity)
    context["nc_json"] = json_path(entity) if entity else None
    path = _file(app.config, pagename, context, entity)
    context["nc_edit"] = edit_address(app.config.html_theme_options, path)
    context["nc_linked_data"] = linked_data.of_page(app, pagename, entity)


def lighten(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """
    Let a page load only what it uses, and run no script before it is drawn.

    Connected late, when the theme and the other extensions have added theirs.
    """
    if app.builder.name not in BUILDERS:
        return
    code = doctree is not None and any(
        isinstance(node, nodes.literal_block | nodes.doctest_block)
        for node in doctree.findall(nodes.FixedTextElement)
    )

    def used(file: Any) -> bool:
        name = Path(str(file.filename)).name
        return name not in _UNUSED and (code or name not in _FOR_CODE)

    # Scripts without a file set options of the theme that are off; the layout defers the rest.
    context["script_files"] = [js for js in context["script_files"] if js.filename and used(js)]
    # The theme would look for each page in all toctrees, to leave out sidebars that the book has
    # not, where a page stands below no other.
    alone = pagename == app.config.root_doc or pagename not in app.env.titles
    context["suppress_sidebar_toctree"] = lambda **_: alone
    # The layout of the theme loads these by a chain of imports.
    app.add_css_file("basic.css", priority=100)
    app.add_css_file(slim.SHEET, priority=110)
    context["css_files"] = [css for css in context["css_files"] if used(css)]


def _meta(
    app: Sphinx,
    pagename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
    entity: Entity | None,
) -> list[tuple[str, str]]:
    """
    Names and contents of the `meta` elements that describe the page to others.
    """
    text = entity.summary if entity else _opening(doctree)
    root = pagename == app.config.root_doc
    title = app.env.titles[pagename].astext() if pagename in app.env.titles else ""
    text = text or f"{title}. A part of the book: {app.config.html_title}"
    found = [
        ("description", text),
        ("og:title", app.config.html_title if root else title),
        ("og:description", text),
        ("og:type", "website" if root else "article"),
        ("og:site_name", app.config.html_title),
        ("og:locale", "en_GB"),
        ("og:url", context.get("pageurl") or ""),
        *_picture(app),
    ]
    return [(name, value) for name, value in found if value] if title else []


def _picture(app: Sphinx) -> list[tuple[str, str]]:
    """
    The picture of the book, which others fetch by its full address.
    """
    base = base_of(app.config)
    if not base or not preview.offered():
        return []
    return [
        ("og:image", f"{base}{preview.PICTURE}"),
        ("og:image:width", "1200"),
        ("og:image:height", "630"),
        ("og:image:alt", app.config.html_title),
        ("twitter:card", "summary_large_image"),
    ]


def _opening(doctree: nodes.document | None) -> str:
    """
    As many sentences of a page's first paragraph as a description holds.
    """
    for paragraph in doctree.findall(nodes.paragraph) if doctree else ():
        if isinstance(paragraph.parent, nodes.section):
            sentences = without_citations(paragraph).split(". ")
            if len(sentences) > 1 and len(sentences[0]) < _HEADING:
                del sentences[0]
            text = sentences[0]
            for sentence in sentences[1:]:
                if len(text) + len(sentence) + 2 > _DESCRIBED:
                    break
                text += f". {sentence}"
            text = (
                text if len(text) <= 2 * _DESCRIBED else text[:_DESCRIBED].rpartition(" ")[0] + " …"
            )
            return text if text.endswith((".", "…")) else f"{text}."
    return ""


def _file(
    config: Config, pagename: str, context: dict[str, Any], entity: Entity | None
) -> str | None:
    """
    The file behind a page, from the repository's root.

    Generated lists have none, and records from elsewhere none in the repository.
    """
    if entity is not None:
        return (
            None if config.ncrefs_data else f"ncrefs/data/{kind_of(entity).plural}/{entity.id}.md"
        )
    suffix = context.get("page_source_suffix")
    if not suffix or is_generated(pagename):
        return None
    folder = str(config.html_theme_options.get("path_to_docs") or "").strip("/")
    return f"{folder}/{pagename}{suffix}".lstrip("/")


def edit_address(options: Mapping[str, Any], path: str | None) -> str | None:
    """
    Where a reader can edit a file of the repository that the theme's options name.

    Args:
        options: `repository_url`, `repository_branch` and `repository_provider`.
        path: The file, from the repository's root.

    Returns:
        None if there is no such file, or no repository is named.
    """
    url = str(options.get("repository_url") or "").rstrip("/")
    if not url or not path:
        return None
    host = options.get("repository_provider") or next((h for h in _EDITS if h in url), "github")
    branch = options.get("repository_branch") or "main"
    return _EDITS[host].format(url=url, branch=branch, path=path)
