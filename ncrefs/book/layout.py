"""
The frame of a page: sidebar, way back, neighbours, description, and scripts only where used.
"""

import re
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.builders.html._assets import _JavaScript
from sphinx.config import Config
from sphinx.environment import BuildEnvironment

from ncrefs.book import linked_data
from ncrefs.book.addresses import ENTRY_PAGES, FOLDER, PAGED, chapter, chapter_of, record_at
from ncrefs.book.machine import BUILDERS, twin
from ncrefs.book.shelf import catalog_of
from ncrefs.catalog import kind_of
from ncrefs.korean import KOREAN_RUN
from ncrefs.model import Entity

#: A description longer than this is cut by those who show it.
_DESCRIBED = 200
#: What colours and copies code, of use only beside code.
_FOR_CODE = ("pygments.css", "clipboard.min.js", "copybutton.js", "copybutton.css")
#: Pages with tables to sort or entries to filter.
_TABLES = (*(chapter(kind) for kind in PAGED), ENTRY_PAGES["claims"])
#: Korean text, and the letters under which an index files it.
_KOREAN = re.compile(f"{KOREAN_RUN.pattern}|[\u1100-\u11ff]+")
#: How the hosts of repositories call the page that edits a file.
_EDITS = {
    "github": "{url}/edit/{branch}/{path}",
    "gitlab": "{url}/-/edit/{branch}/{path}",
    "bitbucket": "{url}/src/{branch}/{path}?mode=edit",
}


def add_paths(app: Sphinx, config: Config) -> None:
    """
    Let Sphinx find our templates and static files.
    """
    del app
    here = Path(__file__).parent
    config.templates_path.append(str(here / "templates"))
    config.html_static_path.append(str(here / "static"))
    config.html_css_files.append("ncrefs.css")


def chapters(env: BuildEnvironment) -> list[tuple[str, list[tuple[str, str]]]]:
    """
    The parts of the book with the name and title of their chapters.

    Read from the root document's toctrees, not resolved: resolving the tree for
    every page makes the build quadratic.
    """
    root = env.config.root_doc
    return [
        (
            node.get("caption") or "",
            [
                (docname, title or env.titles[docname].astext())
                for title, docname in node["entries"]
                if docname in env.titles
            ],
        )
        for node in env.tocs[root].findall(addnodes.toctree)
    ]


def neighbours(env: BuildEnvironment, docname: str) -> tuple[str | None, str | None]:
    """
    The pages before and after one: chapters beside chapters, records beside those of their kind.
    """
    parent = chapter_of(docname) or env.config.root_doc
    siblings = [name for name in env.toctree_includes.get(parent, ()) if name in env.titles]
    if docname not in siblings:
        return None, None
    place = siblings.index(docname)
    after = siblings[place + 1] if place + 1 < len(siblings) else None
    return siblings[place - 1] if place else None, after


def frame(env: BuildEnvironment, docname: str) -> tuple[Any, ...]:
    """
    What the frame of a page shows of other pages: if it changes, the page is written anew.
    """
    others = (*neighbours(env, docname), chapter_of(docname))
    return chapters(env), [env.titles[name].astext() for name in others if name in env.titles]


def add_context(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """
    Give the templates what is on the frame and in the head of a page.
    """
    del templatename
    if app.builder.name not in BUILDERS:
        return
    catalog = catalog_of(app.config)
    record = record_at(pagename)
    entity = catalog.records.get(record[1]) if record else None
    context["nc_frame"] = True
    context["nc_marked"] = _marked
    context["nc_parts"] = chapters(app.env)
    context["nc_here"] = chapter_of(pagename) or pagename
    for name, neighbour in zip(("prev", "next"), neighbours(app.env, pagename), strict=True):
        context[name] = neighbour and {
            "link": app.builder.get_relative_uri(pagename, neighbour),
            "title": app.builder.render_partial(app.env.titles[neighbour])["title"],  # type: ignore[attr-defined]
        }
    context["nc_meta"] = _meta(app, pagename, context, doctree, entity)
    context["nc_twin"] = twin(entity) if entity else None
    listed = (chapter_of(pagename) or pagename) in ENTRY_PAGES.values()
    context["nc_entries"] = listed and "using/python" in app.env.titles
    path = _file(app.config, pagename, context, entity)
    context["nc_mend"] = edit_address(app.config.html_theme_options, path)
    context["nc_linked_data"] = linked_data.of_page(app, pagename, entity)
    app.add_js_file("jump.js")
    app.add_js_file("frame.js")
    if pagename in _TABLES:
        app.add_js_file("tables.js")


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
    del pagename, templatename
    if app.builder.name not in BUILDERS:
        return
    code = doctree is not None and any(
        doctree.findall(lambda n: isinstance(n, nodes.literal_block | nodes.doctest_block))
    )

    def used(file: Any) -> bool:
        return code or Path(str(file.filename)).name not in _FOR_CODE

    # Scripts without a file set options of the theme that are off.
    context["script_files"] = [
        _JavaScript(js.filename, priority=js.priority, **{**js.attributes, "defer": "defer"})
        for js in context["script_files"]
        if js.filename and used(js)
    ]
    # The layout of the theme loads these by a chain of imports.
    app.add_css_file("basic.css", priority=100)
    app.add_css_file("styles/pydata-sphinx-theme.css", priority=110)
    context["css_files"] = [css for css in context["css_files"] if used(css)]


def _marked(text: str) -> str:
    """
    HTML of a plain text, with its Korean marked as such.
    """
    return _KOREAN.sub(r'<span lang="ko">\g<0></span>', escape(text))


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
    found = [
        ("description", text),
        ("og:title", app.config.html_title if root else title),
        ("og:description", text),
        ("og:type", "website" if root else "article"),
        ("og:site_name", app.config.html_title),
        ("og:locale", "en_GB"),
        ("og:url", context.get("pageurl") or ""),
    ]
    return [(name, value) for name, value in found if value] if title else []


def _opening(doctree: nodes.document | None) -> str:
    """
    As many sentences of a page's first paragraph as a description holds.
    """
    for paragraph in doctree.findall(nodes.paragraph) if doctree else ():
        if isinstance(paragraph.parent, nodes.section):
            sentences = " ".join(paragraph.astext().split()).split(". ")
            text = sentences[0]
            for sentence in sentences[1:]:
                if len(text) + len(sentence) + 2 > _DESCRIBED:
                    return f"{text.rstrip('.')}."
                text += f". {sentence}"
            return text
    return ""


def _file(
    config: Config, pagename: str, context: dict[str, Any], entity: Entity | None
) -> str | None:
    """
    The file behind a page, from the repository's root.

    Generated lists have none, and records from elsewhere none in the repository.
    """
    if entity is not None:
        return None if config.ncrefs_data else f"ncrefs/data/{kind_of(entity)}/{entity.id}.md"
    suffix = context.get("page_source_suffix")
    if not suffix or pagename.startswith(f"{FOLDER}/"):
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
