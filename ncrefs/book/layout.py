"""
The frame of a page: sidebar, description, and scripts only where they are used.
"""

from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment

from ncrefs.book.addresses import PAGED
from ncrefs.book.pages import FOLDER
from ncrefs.book.shelf import catalog_of


def add_paths(app: Sphinx, config: Config) -> None:
    """
    Let Sphinx find our templates and static files.
    """
    del app
    here = Path(__file__).parent
    config.templates_path.append(str(here / "templates"))
    config.html_static_path.append(str(here / "static"))


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


def add_context(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """
    Give the templates the sidebar and the description of the page.
    """
    del templatename, doctree
    context["nc_parts"] = chapters(app.env)
    folder, _, rest = pagename.partition("/")
    context["nc_here"] = pagename
    if folder == FOLDER and rest.partition("/")[0] in PAGED:
        kind, _, id_ = rest.partition("/")
        context["nc_here"] = f"{FOLDER}/{kind}/index"
        entity = catalog_of(app.config).records.get(id_)
        if entity is not None:
            context["nc_description"] = entity.summary
