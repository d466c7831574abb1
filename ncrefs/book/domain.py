"""
The `nc` domain: roles and an inventory that come from the catalog alone.

It keeps no state: documents decide nothing, so parallel reading needs no merge.
"""

from collections.abc import Iterable, Set
from typing import Any, cast

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.builders import Builder
from sphinx.domains import Domain, ObjType
from sphinx.environment import BuildEnvironment
from sphinx.roles import XRefRole
from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxRole
from sphinx.util.nodes import make_refnode

from ncrefs import labels, meant
from ncrefs.book import citing, classes, nowhere
from ncrefs.book.addresses import address, has_page
from ncrefs.book.language import marked
from ncrefs.book.store import catalog_of
from ncrefs.book.typography import typeset
from ncrefs.catalog import Catalog
from ncrefs.kinds import KINDS, SOURCES, kind_of
from ncrefs.model import Claim, Entity, Source
from ncrefs.vocabulary import Grade, Verdict


def title_of(entity: Entity | Source, catalog: Catalog) -> str:
    """
    What a link to a record says unless it says otherwise.
    """
    if isinstance(entity, Source):
        return typeset(labels.labels(catalog)[entity.id])
    return f"Claim {entity.number}" if isinstance(entity, Claim) else typeset(entity.name)


def hint_of(entity: Entity | Source) -> str:
    """
    What a link to a record says when pointed at.
    """
    return citing.brief(entity) if isinstance(entity, Source) else entity.summary


#: Names of the kinds: their roles, and their types in objects.inv.
_SINGULAR = [kind.singular for kind in (*KINDS.values(), SOURCES)]
#: Scales of judgement; each value is explained, by its anchor, on one page.
SCALES: dict[str, type[Grade] | type[Verdict]] = {"grade": Grade, "verdict": Verdict}
METHOD = "method"
#: Type of a link to a page, by its document: of chapters that a book may lack.
PAGE = "page"


#: What Sphinx knows of an object: name, title, type, document, anchor, rank in a search.
Object = tuple[str, str, str, str, str, int]


class NcDomain(Domain):
    """
    One object type and role for each kind, and `ref` for any.
    """

    name = "nc"
    label = "ncrefs"
    object_types = {  # noqa: RUF012  (Sphinx's own declaration)
        singular: ObjType(singular, singular, "ref") for singular in _SINGULAR
    }
    initial_data = {"objects": []}  # noqa: RUF012
    roles = {name: XRefRole(warn_dangling=True) for name in (*_SINGULAR, *SCALES, "ref")}  # noqa: RUF012

    @property
    def catalog(self) -> Catalog:
        """
        The catalog of the book.
        """
        return catalog_of(self.env.config)

    def _record(self, target: str) -> Entity | Source | None:
        return self.catalog.records.get(target) or self.catalog.sources.get(target)

    def role(self, name: str) -> Any:
        """
        The role of a name; one that does not exist says which was meant.
        """
        return super().role(name) or nowhere.role(name)

    def directive(self, name: str) -> Any:
        """
        The directive of a name; one that does not exist says which was meant.
        """
        return super().directive(name) or nowhere.directive(name)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """
        Nothing to merge: the catalog is the same in every process.
        """

    def note_objects(self) -> None:
        """
        Keep the list of every record and source beside the documents, so that a build with
        nothing to do reads no records for it.
        """
        self.data["objects"] = [*map(self._object, (*self.catalog.records, *self.catalog.sources))]

    def _object(self, entity: Entity | Source) -> Object:
        docname, anchor = address(entity)
        kind = kind_of(entity)
        # In the results of a search the title of a page stands for its record, and
        # sources would crowd out the records.
        priority = 1 if anchor and kind is not SOURCES else -1
        return entity.id, title_of(entity, self.catalog), kind.singular, docname, anchor, priority

    def get_objects(self) -> Iterable[Object]:
        """
        Every record and source with a page, as objects.inv and the search list them.
        """
        return [found for found in self.data["objects"] if has_page(self.env, found[3])]

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        """
        Link to a record; its title and summary are read now, so they are current.
        """
        if typ == PAGE:
            return self._to(builder, fromdocname, target, "", contnode)
        if typ in SCALES:
            return self._resolve_scale(fromdocname, builder, typ, target, node, contnode)
        entity = self._record(target)
        if entity is None or typ not in ("ref", kind_of(entity).singular):
            return None
        if not node.get("refexplicit"):
            title = title_of(entity, self.catalog)
            contnode = nodes.inline(title, "", *marked(title))
        if node.get("nc_number") and builder.format == "html":
            number = nodes.Text(str(node["nc_number"]))
            anchor = citing.anchor(target)
            return make_refnode(builder, fromdocname, fromdocname, anchor, number)
        docname, anchor = address(entity)
        anchor = anchor or node.get("nc_anchor", "")
        hint = node.get("nc_hint", hint_of(entity))
        return self._to(builder, fromdocname, docname, anchor, contnode, hint)

    def _to(
        self,
        builder: Builder,
        here: str,
        docname: str,
        anchor: str,
        label: nodes.Element,
        hint: str | None = None,
    ) -> nodes.reference:
        """
        A link to a place in the book, or its words alone if the book has no such page.
        """
        if not has_page(self.env, docname):
            return cast("nodes.reference", label)  # which Sphinx puts in place as it is
        return make_refnode(builder, here, docname, anchor, _bare(label), hint)

    def _resolve_scale(
        self,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        if target not in list(SCALES[typ]):
            return None
        hint = node.get("nc_hint", SCALES[typ](target).meaning)
        return self._to(builder, fromdocname, METHOD, f"{typ}-{target}", contnode, hint)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        """
        What `[text](#id)` reaches.
        """
        entity = self._record(target)
        if entity is None:
            return []
        found = self.resolve_xref(env, fromdocname, builder, "ref", target, node, contnode)
        return [(f"nc:{kind_of(entity).singular}", found)] if found is not None else []


#: Classes that MyST gives to what a link says; no style uses them.
_OF_MYST = frozenset(("xref", "myst"))


def _bare(label: nodes.Element) -> list[nodes.Node]:
    """
    What a link says, without an element around it that adds nothing.
    """
    plain = isinstance(label, nodes.inline) and _OF_MYST.issuperset(label["classes"])
    return list(label.children) if plain else [label]


def xref(entity: Entity | Source, text: str | None = None, hint: str | None = None) -> pending_xref:
    """
    A link to a record, under its own title unless *text* is given.

    Pointed at, it says *hint*, or the record's summary; long lists give an empty hint,
    since there the summaries would outweigh the list.
    """
    label = text or entity.id
    node = pending_xref(
        "",
        nodes.inline(label, label),
        refdomain="nc",
        reftype=kind_of(entity).singular,
        reftarget=entity.id,
        refexplicit=text is not None,
        refwarn=True,
        support_smartquotes=False,  # a name is data
    )
    if hint is not None:
        node["nc_hint"] = hint
    return node


def cite(key: str, catalog: Catalog, hint: str | None = None) -> pending_xref:
    """
    One source, by its short name; on pages by the number that `numbering` gives it.
    """
    link = xref(catalog.sources[key], hint=hint)
    link["classes"] += [classes.CITE, classes.tier_class(catalog.sources[key].tier)]
    link["nc_citation"] = True
    return link


def cited(
    keys: Iterable[str], catalog: Catalog, hint: str | None = None, raw: str = ""
) -> nodes.inline:
    """
    Sources behind a statement, one at least, in brackets: "(Lankov 2005; Daily NK 2011)".

    Pages set them high, as numbers without the brackets. Pointed at, each says *hint* or itself.
    """
    links: list[nodes.Node] = []
    for key in keys:
        links += [nodes.Text("; " if links else "("), cite(key, catalog, hint)]
    return nodes.inline(raw, "", *links, nodes.Text(")"), classes=[classes.CITES])


class CiteRole(SphinxRole):
    """
    ``{cite}`key,key``` in prose.
    """

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """
        Link each key to the bibliography.
        """
        catalog = catalog_of(self.config)
        keys = [key.strip() for key in self.text.split(",")]
        unknown = [key for key in keys if key not in catalog.sources]
        if unknown:
            self.env.note_reread()  # it may be there when the next build begins
            hint = meant.key_hint(unknown[0], catalog)
            message = self.inliner.reporter.error(
                f'no source "{unknown[0]}"{hint}', line=self.lineno
            )
            return [self.inliner.problematic(self.rawtext, self.rawtext, message)], [message]
        return [cited(keys, catalog, raw=self.rawtext)], []


class LinkRecords(SphinxTransform):
    """
    Make `[text](#id)` a reference of this domain if a record has the id.

    Left to MyST, the id would be looked up among document names too, and the
    name of a record's page ends like its id.
    """

    default_priority = 885  # just after MyST has found what is local to the page

    def apply(self, **kwargs: Any) -> None:
        """
        Turn the pending references round.
        """
        catalog = catalog_of(self.config)
        for node in self.document.findall(pending_xref):
            target = node.get("reftarget")
            if node.get("reftype") == "myst" and (
                target in catalog.records or target in catalog.sources
            ):
                node["refdomain"], node["reftype"] = "nc", "ref"
