"""
The frame of a page: sidebar, way back, neighbours.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment

from ncrefs.book import classes, palette
from ncrefs.book.addresses import ENTRY_PAGES, chapter_of
from ncrefs.book.content.compared import PAGE
from ncrefs.book.contents import chapters
from ncrefs.book.site import BUILDERS, base_of
from ncrefs.book.undocumented import keep_templates
from ncrefs.korean import KOREAN_RUN

#: Our style sheets: colours, text, frame, records. No screen waits for that of paper.
_STYLES = (
    "palette.css",
    "ncrefs.css",
    "frame.css",
    "records.css",
    ("print.css", {"media": "print"}),
)
#: Korean text, and the letters under which an index files it.
_KOREAN = re.compile(f"{KOREAN_RUN.pattern}|[\u1100-\u11ff]+")


def add_paths(app: Sphinx, config: Config) -> None:
    """
    Let Sphinx find our templates and static files.
    """
    here = Path(__file__).parent
    # New lists, as those of the defaults are shared by all builds of a process.
    config.templates_path = [*config.templates_path, str(here / "templates")]
    config.html_static_path = [*config.html_static_path, str(here / "static")]
    config.html_css_files = [*config.html_css_files, *_STYLES]
    config.html_context = {**config.html_context, **palette.context()}


def prepare(app: Sphinx) -> None:
    """
    Read each template once: `builder-inited`.
    """
    if app.builder.name in BUILDERS:
        keep_templates(app.builder)


def neighbours(env: BuildEnvironment, docname: str) -> tuple[str | None, str | None]:
    """
    The pages before and after one: chapters beside chapters, records beside those of their kind.
    """
    parent = chapter_of(docname) or env.config.root_doc
    siblings = env.toctree_includes.get(parent, [])
    if docname not in siblings:
        return None, None
    place = siblings.index(docname)
    # Only those at its sides are asked for their titles: there may be thousands.
    before, after = reversed(siblings[:place]), siblings[place + 1 :]
    return _titled(env, before), _titled(env, after)


def _titled(env: BuildEnvironment, docnames: Iterable[str]) -> str | None:
    return next((name for name in docnames if name in env.titles), None)


def frame(env: BuildEnvironment, docname: str) -> list[tuple[str, str]]:
    """
    The names and titles of the others that the frame of one page shows, beside the chapters that
    all pages list: if they change, the page is written anew.
    """
    others = (*neighbours(env, docname), chapter_of(docname))
    return [(name, env.titles[name].astext()) for name in others if name in env.titles]


def add_context(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """
    Give the templates what is on the frame of a page: `html-page-context`.
    """
    if app.builder.name not in BUILDERS:
        return
    context["nc_frame"] = True
    context["nc_marked"] = _marked
    context["nc_parts"] = chapters(app.env)
    context["nc_here"] = chapter_of(pagename) or pagename
    for name, neighbour in zip(("prev", "next"), neighbours(app.env, pagename), strict=True):
        context[name] = neighbour and {
            "link": app.builder.get_relative_uri(pagename, neighbour),
            "title": app.builder.render_partial(app.env.titles[neighbour])["title"],  # type: ignore[attr-defined]
        }
    listed = (chapter_of(pagename) or pagename) in ENTRY_PAGES.values()
    context["nc_entries"] = listed and "using/python" in app.env.titles
    app.add_js_file("page.js", priority=400)  # before those that use it
    app.add_js_file("search-box.js")
    app.add_js_file("frame.js")
    app.add_js_file("sources.js")
    app.add_js_file("share.js")
    if pagename in (app.config.root_doc, "404"):
        app.add_css_file("landing.css")
    for script, told in _tools(pagename, doctree):
        app.add_css_file("desk.css")
        app.add_js_file(script, **told)


def _tools(pagename: str, doctree: nodes.document | None) -> Iterator[tuple[str, dict[str, Any]]]:
    """
    The scripts of a page with tables to sort, entries to filter or records to compare, and what
    they are told: the order of the grades, which a style sheet has only when the page is styled.
    """
    if doctree and any(classes.DESK in table["classes"] for table in doctree.findall(nodes.table)):
        yield "tables.js", {"data-grades": " ".join(grade.value for grade in palette.GRADES)}
    if pagename == ENTRY_PAGES["claims"]:
        yield "audit.js", {}
    if pagename == PAGE:
        yield "compare.js", {}


def missing(app: Sphinx) -> list[tuple[str, dict[str, Any], str]]:
    """
    The page for an address that does not exist, with the search: `html-collect-pages`.
    """
    context = {"nc_base": base_of(app.config)}
    return [("404", context, "404.html")] if app.builder.name in BUILDERS else []


def _marked(text: str) -> str:
    """
    HTML of a plain text, with its Korean marked as such.
    """
    return _KOREAN.sub(r'<span lang="ko">\g<0></span>', escape(text))
