"""
The contents of the book: its parts and their chapters.
"""

from sphinx import addnodes
from sphinx.environment import BuildEnvironment


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
