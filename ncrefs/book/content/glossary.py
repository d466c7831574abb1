"""
The glossary: real entries of Sphinx's glossary, with ids of our own.

Sphinx would give a Hangul term the id `term-0`, which moves when a page changes.
"""

from docutils import nodes
from sphinx import addnodes
from sphinx.environment import BuildEnvironment

from ncrefs import korean
from ncrefs.book import classes
from ncrefs.book.content import elements
from ncrefs.book.content.cards import names
from ncrefs.book.content.lists import class_text
from ncrefs.book.content.prose import Prose
from ncrefs.book.content.related import claims
from ncrefs.book.content.scribe import Scribe
from ncrefs.book.domain import xref
from ncrefs.book.undocumented import make_glossary_term
from ncrefs.catalog import Catalog
from ncrefs.kinds import KINDS
from ncrefs.model import Term


def _aliases(term: Term) -> list[str]:
    """
    The other names of a term as the role may write them: as they are, without capitals, or
    with one at the start of a sentence. Its first name is found in any case.
    """
    names = [*term.aliases, *([term.korean.hangul] if term.korean else [])]
    forms = [form for name in names for form in (name, name.lower(), name[:1].upper() + name[1:])]
    return [form for form in dict.fromkeys(forms) if form.lower() != term.name.lower()]


def glossary(
    catalog: Catalog, prose: Prose, env: BuildEnvironment, document: nodes.document
) -> list[nodes.Node]:
    """
    All terms by name, each with its definition, sources and claims.
    """
    domain = env.domains.standard_domain
    entries = nodes.definition_list(classes=["glossary"])
    for term in sorted(catalog.terms, key=lambda term: korean.fold(term.name)):
        scribe = Scribe(term, catalog, prose)
        source, line = str(scribe.origin.path), scribe.origin.line("name")
        heading = make_glossary_term(
            env, elements.text(term.name), None, source, line, node_id=term.id, document=document
        )
        heading["ids"] += term.renamed_from
        for alias in _aliases(term):
            # Public, and enough for the role: it looks names up as objects.
            domain.note_object("term", alias, term.id, location=heading)
        cites = elements.para(*scribe.cites(term), classes=[classes.ABOUT])
        body = [*names(scribe), *scribe.body(), cites]
        mentioned = [other for other in catalog.mentioned_in(term.id) if other.id != term.id]
        if mentioned:
            links = elements.join([[xref(other)] for other in mentioned], " · ")
            see = nodes.Text("See also ")
            body.append(elements.para(see, *links, classes=[classes.CITED_BY]))
        for section in claims(scribe):
            body += section.children[1:]
        entries += nodes.definition_list_item("", heading, nodes.definition("", *body))
    return [class_text(KINDS["terms"]), addnodes.glossary("", entries, sorted=False)]
