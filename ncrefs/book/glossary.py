"""
The glossary: real entries of Sphinx's glossary, with ids of our own.

Sphinx would give a Hangul term the id `term-0`, which moves when a page changes.
"""

from docutils import nodes
from sphinx import addnodes
from sphinx.domains.std import make_glossary_term
from sphinx.environment import BuildEnvironment

from ncrefs import korean
from ncrefs.book import kit
from ncrefs.book.domain import xref
from ncrefs.book.entries import Entry
from ncrefs.book.prose import Prose
from ncrefs.catalog import Catalog


def glossary(
    catalog: Catalog, prose: Prose, env: BuildEnvironment, document: nodes.document
) -> list[nodes.Node]:
    """
    All terms by name, each with its definition, sources and claims.
    """
    domain = env.domains.standard_domain
    entries = nodes.definition_list(classes=["glossary"])
    for term in sorted(catalog.terms, key=lambda term: korean.fold(term.name)):
        entry = Entry(term, catalog, prose)
        source, line = str(entry.origin.path), entry.origin.line("name")
        heading = make_glossary_term(
            env, kit.text(term.name), None, source, line, node_id=term.id, document=document
        )
        for alias in [*term.aliases, *([term.korean.hangul] if term.korean else [])]:
            # Public, and enough for the role: it looks names up as objects.
            domain.note_object("term", alias, term.id, location=heading)
        claims = entry.claims()
        body = [*entry.names(), *entry.body(), kit.para(*entry.cites(term), classes=["nc-about"])]
        mentioned = [other for other in catalog.mentioned_in(term.id) if other.id != term.id]
        if mentioned:
            links = kit.join([[xref(other)] for other in mentioned], " · ")
            body.append(kit.para(nodes.Text("See also "), *links, classes=["nc-cited-by"]))
        for section in claims:
            body += section.children[1:]
        entries += nodes.definition_list_item("", heading, nodes.definition("", *body))
    return [addnodes.glossary("", entries, sorted=False)]
