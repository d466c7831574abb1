"""
Links, roles and directives of documents that lead nowhere: what was meant by them.
"""

import re
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.domains import Domain
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective, SphinxRole

from ncrefs import markup, meant
from ncrefs.book.store import catalog_of
from ncrefs.catalog import Catalog
from ncrefs.kinds import KINDS, SOURCES
from ncrefs.problems import suggest

_LEFT = re.compile(r"\{(?:cite|term|nc:\w+)\}|\[@[\w:.-]+\]")
_LOGGER = logging.getLogger(__name__)
_PLURALS = {kind.singular: kind.plural for kind in (*KINDS.values(), SOURCES)}


def say_what_was_meant(app: Sphinx, domain: Domain | None, node: pending_xref) -> bool | None:
    """
    Warn of a role for a record, a value or a term that leads nowhere, in place of Sphinx:
    `warn-missing-reference`.
    """
    kind, target = node["reftype"], node["reftarget"]
    if domain is None or (domain.name, kind == "term") not in (("nc", False), ("std", True)):
        return None
    catalog = catalog_of(app.config)
    _LOGGER.warning(
        'no %s "%s"%s', kind, target, _hint(kind, target, catalog), location=node, type="ref"
    )
    return True


def _hint(kind: str, target: str, catalog: Catalog) -> str:
    if kind == "term":
        return meant.term_hint(target, catalog)
    if f"nc:{kind}" in markup.SCALES:
        return meant.scale_hint(target, f"nc:{kind}")
    wanted = (_PLURALS[kind],) if kind in _PLURALS else (*meant.RECORDS, *meant.KEYS)
    return meant.hint(target, catalog, wanted)


class Links(SphinxPostTransform):
    """
    Say which record was meant by `[text](#id)`, before MyST says that there is no target.
    """

    default_priority = 8  # just before MyST resolves its links

    def run(self, **kwargs: Any) -> None:
        """
        Warn of links near a record's id, and leave their words.
        """
        for node in [*self.document.findall(pending_xref)]:
            mystic = node["reftype"] == "myst" and node["refdomain"] != "doc"
            if not mystic or node.get("reflocalid") or self._is_known(node["reftarget"]):
                continue
            catalog, target = catalog_of(self.config), node["reftarget"]
            hint = meant.hint(target, catalog, (*meant.RECORDS, *meant.KEYS), mark="#")
            if hint:
                text = 'the link "#%s" leads nowhere%s'
                _LOGGER.warning(text, target, hint, location=node, type="ref")
                node.replace_self(node.children)

    def _is_known(self, target: str) -> bool:
        """
        Whether something else has the name: a document, a label, an object of another domain.
        """
        if target in self.env.all_docs:
            return True
        domains = self.env.domains.values()
        return any(target in (found[0], found[1]) for d in domains for found in d.get_objects())


class Leftovers(SphinxTransform):
    """
    Say which roles and citations stayed text, since they are written as nothing reads them.
    """

    default_priority = 886

    def apply(self, **kwargs: Any) -> None:
        """
        Warn of each.
        """
        for node in self.document.findall(nodes.Text):
            found = _LEFT.search(node) if "{" in node or "[@" in node else None
            if found and not isinstance(node.parent, nodes.literal | nodes.FixedTextElement):
                text = '"%s" stays text; write {cite}`key` or another role without a space'
                _LOGGER.warning(text, found[0], location=node.parent, type="ref")


class _UnknownRole(SphinxRole):
    """
    A role of our domain that does not exist.
    """

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """
        Say which was meant.
        """
        hint = meant.role_hint(self.name, [f"nc:{name}" for name in self.env.domains["nc"].roles])
        message = self.inliner.reporter.error(f'no role "{self.name}"{hint}', line=self.lineno)
        return [self.inliner.problematic(self.rawtext, self.rawtext, message)], [message]


class _UnknownDirective(SphinxDirective):
    """
    A directive of our domain that does not exist.
    """

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """
        Say which was meant.
        """
        names = [f"nc:{name}" for name in self.env.domains["nc"].directives]
        raise self.error(f'no directive "{self.name}"{suggest(self.name, names)}')


def role(name: str) -> Any:
    """
    What stands for a role of our domain that does not exist.
    """

    def act(typ: str, *arguments: Any, **named: Any) -> Any:
        return _UnknownRole()(f"nc:{name}", *arguments, **named)

    return act


def directive(name: str) -> type[SphinxDirective]:
    """
    What stands for a directive of our domain that does not exist.
    """

    def run(self: _UnknownDirective) -> list[nodes.Node]:
        self.name = f"nc:{name}"
        return _UnknownDirective.run(self)

    return type("UnknownDirective", (_UnknownDirective,), {"run": run})
