"""
The glossary: real entries of Sphinx's glossary, with ids of our own.

Sphinx would give a Hangul term the id `term-0`, which moves when a page changes.
"""

from collections.abc import Sequence

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
from ncrefs.book.typography import typeset
from ncrefs.book.undocumented import make_glossary_term
from ncrefs.catalog import Catalog
from ncrefs.kinds import KINDS
from ncrefs.model import Term


def _aliases(term: Term) -> list[str]:
    """
    The other names of a term as the role may write them: as they are, without capitals, or
    with one at the start of a sentence. Its first name as it is set is found in any case.
    """
    names = [term.name, *term.aliases, *([term.korean.hangul] if term.korean else [])]
    forms = [form for name in names for form in (name, name.lower(), name[:1].upper() + name[1:])]
    return [form for form in dict.fromkeys(forms) if form.lower() != typeset(term.name).lower()]


def glossary(
    catalog: Catalog, prose: Prose, env: BuildEnvironment, document: nodes.document
) -> list[nodes.Node]:
    """
    The way to each letter, and all terms by name, each with its definition, sources and claims.
    """
    domain = env.domains.standard_domain
    entries = nodes.definition_list(classes=["glossary"])
    terms = sorted(catalog.terms, key=lambda term: korean.fold(term.name))
    for term in terms:
        scribe = Scribe(term, catalog, prose)
        source, line = str(scribe.origin.path), scribe.origin.line("name")
        heading = make_glossary_term(
            env,
            elements.text(typeset(term.name)),
            None,
            source,
            line,
            node_id=term.id,
            document=document,
        )
        heading["ids"] += term.renamed_from
        for alias in _aliases(term):
            # Public, and enough for the role: it looks names up as objects.
            domain.note_object("term", alias, term.id, location=heading)
        body = [*names(scribe), *scribe.body(), *scribe.sources()]
        mentioned = [other for other in catalog.mentioned_in(term.id) if other.id != term.id]
        if mentioned:
            links = elements.join([[xref(other)] for other in mentioned], " · ")
            see = nodes.Text("See also ")
            body.append(elements.para(see, *links, classes=[classes.CITED_BY]))
        for section in claims(scribe):
            body += section.children[1:]
        entries += nodes.definition_list_item("", heading, nodes.definition("", *body))
    return [
        class_text(KINDS["terms"]),
        *_ways(terms),
        addnodes.glossary("", entries, sorted=False),
    ]


def _ways(terms: Sequence[Term]) -> list[nodes.Node]:
    """
    Links to the first term of each letter.
    """
    first: dict[str, str] = {}
    for term in terms:
        first.setdefault(korean.fold(term.name)[:1].upper(), term.id)
    links = [elements.anchor_link(id_, letter) for letter, id_ in first.items()]
    return [elements.ways(links)] if links else []
