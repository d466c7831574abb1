"""
The index at the end, in the order of the builder `pdf`.

The programs that sort indexes for TeX put hanja before Latin letters and do not know the
letters of Hangul; and what is sorted here needs none of them.
"""

from collections.abc import Iterator

from docutils import nodes
from sphinx import addnodes
from sphinx.util import texescape

from ncrefs.book.print.index import groups, lines


def take(tree: nodes.document) -> nodes.raw:
    """
    Take the index entries out of a tree; give the index.
    """
    found = list(_entries(tree, tree["docname"]))
    for entry in [*tree.findall(addnodes.index)]:
        entry.parent.remove(entry)
    parts = [r"\begin{sphinxtheindex}", r"\let\bigletter\sphinxstyleindexlettergroup"]
    for letter, words in groups(lines(found)):
        parts.append(rf"\indexspace\bigletter{{{_escaped(letter)}}}\nopagebreak")
        for word in words:
            see = rf" $\rightarrow$ {_escaped(word.heading)}" if word.heading else ""
            pages = (rf"\sphinxstyleindexpageref{{{_label(key)}}}" for key in sorted({*word.keys}))
            parts.append(rf"\item {_escaped(word.text)}{see}{''.join(pages)}")
    return nodes.raw("", "\n".join([*parts, r"\end{sphinxtheindex}", ""]), format="latex")


def _entries(node: nodes.Element, docname: str) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    """
    What each index node below a node says, with the document that it is in.
    """
    for child in node.children:
        match child:
            case addnodes.index():
                yield docname, child["entries"]
            case addnodes.start_of_file():
                yield from _entries(child, child["docname"])
            case nodes.Element():
                yield from _entries(child, docname)


def _label(key: str) -> str:
    """
    Sphinx's label for the place that a key of the builder `pdf` names.
    """
    docname, _, id_ = key.partition("#")
    return rf"\detokenize{{{docname}:{id_ or ':doc'}}}"


def _escaped(text: str) -> str:
    return texescape.escape(text, "xelatex")
