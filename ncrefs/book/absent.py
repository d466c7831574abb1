"""
Links to chapters that a book does not have: words stand where there would be a link.
"""

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from ncrefs.book.addresses import address, has_page
from ncrefs.book.store import catalog_of


def leave_words(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, contnode: nodes.Element
) -> nodes.Element | None:
    """
    Let a term be a word in a book without our glossary: `missing-reference`.
    """
    if node.get("reftype") != "term":
        return None
    catalog, wanted = catalog_of(app.config), node["reftarget"].casefold()
    for term in catalog.terms:
        if any(spelling.casefold() == wanted for spelling in catalog.spellings(term)):
            return None if has_page(env, address(term)[0]) else contnode
    return None
