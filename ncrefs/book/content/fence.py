"""
What the prose of a record may become, whatever it was: the second wall.

The rules refuse everything else before (see `ncrefs.markup`). Should a parser make of a
text what they did not see, it ends here: a node that is not listed is replaced by its
words, and the build fails with a warning that names the record.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from docutils import nodes
from sphinx import addnodes

#: Nodes of paragraphs, lists, tables and links; none of them runs, loads or includes anything.
ALLOWED = (
    nodes.Text,
    nodes.paragraph,
    nodes.emphasis,
    nodes.strong,
    nodes.literal,
    nodes.inline,
    nodes.subscript,
    nodes.superscript,
    nodes.abbreviation,
    nodes.reference,
    addnodes.pending_xref,
    nodes.bullet_list,
    nodes.enumerated_list,
    nodes.list_item,
    nodes.definition_list,
    nodes.definition_list_item,
    nodes.term,
    nodes.definition,
    nodes.block_quote,
    nodes.attribution,
    nodes.literal_block,
    nodes.line_block,
    nodes.line,
    nodes.transition,
    nodes.section,
    nodes.title,
    nodes.rubric,
    nodes.table,
    nodes.tgroup,
    nodes.colspec,
    nodes.thead,
    nodes.tbody,
    nodes.row,
    nodes.entry,
    nodes.system_message,  # the parser's own, which Sphinx takes out
    nodes.problematic,
)
#: Where links lead.
SCHEMES = ("http", "https")


def settings_of(settings: Any) -> Any:
    """
    Settings of a document, without what reads files or addresses or passes text on as it is.
    """
    fenced = settings.copy()
    fenced.raw_enabled = fenced.file_insertion_enabled = False
    return fenced


def keep_in(document: nodes.document, warn: Callable[[str, nodes.Node], object]) -> None:
    """
    Replace what is not allowed by its words, each with a warning.
    """
    for node in [*document.findall()]:
        if node is document or _is_allowed(node):
            continue
        warn(f'"{node.tagname}" in the prose of a record', node)  # type: ignore[attr-defined]
        words = nodes.Text(node.astext())
        inline = isinstance(node.parent, nodes.TextElement)
        node.parent.replace(node, words if inline else nodes.paragraph("", "", words))


def _is_allowed(node: nodes.Node) -> bool:
    if isinstance(node, nodes.reference) and "refuri" in node:
        address = node["refuri"]
        return address.startswith("#") or urlsplit(address).scheme in SCHEMES
    # Of these classes themselves: one that inherits from them may do anything.
    return type(node) in ALLOWED


def words(blocks: list[Any]) -> list[nodes.Node]:
    """
    The inline content of blocks, for a place that holds one paragraph.
    """
    found: list[nodes.Node] = []
    for block in blocks:
        for part in _lines(block):
            found += [nodes.Text(" "), *part] if found else part
    return found


def _lines(block: Any) -> list[list[nodes.Node]]:
    if isinstance(block, nodes.FixedTextElement):
        return [[nodes.literal("", block.astext())]]
    if isinstance(block, nodes.TextElement):
        return [list(block.children)]
    return [line for child in block.children for line in _lines(child)]
