"""
The documents of the book in the order of print, and each as print needs it.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from docutils import nodes
from sphinx import addnodes
from sphinx.builders import Builder

from ncrefs.book.print import paper


@dataclass(frozen=True, slots=True)
class Part:
    """
    Chapters by their documents' names, under a caption; "" for none.
    """

    caption: str
    chapters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """
    All that is printed: what the root document says itself, the parts, the back.
    """

    front: tuple[str, ...]
    parts: tuple[Part, ...]
    back: tuple[str, ...]

    def chapters(self) -> Iterator[str]:
        """
        The names of all documents that make a chapter.
        """
        yield from self.front
        for part in self.parts:
            yield from part.chapters
        yield from self.back


def plan(builder: Builder) -> Plan:
    """
    The order of print, from the root document's toctrees.

    The settings `pdf_leave_out` and `pdf_back_matter` name the documents that are not
    printed, and those that stand after all parts.
    """
    config = builder.config
    root = builder.env.get_doctree(config.root_doc)
    apart = {config.root_doc, *config.pdf_leave_out}
    parts = []
    back = set()
    for toctree in root.findall(addnodes.toctree):
        chapters = []
        for _, docname in toctree["entries"]:
            if docname in apart or docname not in builder.env.found_docs:
                continue
            apart.add(docname)
            if docname in config.pdf_back_matter:
                back.add(docname)
            else:
                chapters.append(docname)
        if chapters:
            parts.append(Part(toctree.get("caption") or "", tuple(chapters)))
    toctrees = [*root.findall(addnodes.toctree)]
    says = sum(1 for _ in root.findall(nodes.paragraph)) > 0 or not toctrees
    return Plan(
        front=(config.root_doc,) if says else (),
        parts=tuple(parts),
        back=tuple(name for name in config.pdf_back_matter if name in back),
    )


def load(builder: Builder, docname: str) -> nodes.document:
    """
    The tree of a document with its references resolved, made fit for print.

    References are resolved document by document: a local one says only its id. Trees are
    loaded one at a time, since all at once take gigabytes.
    """
    tree = builder.env.get_doctree(docname)
    builder.env.resolve_references(tree, docname, builder)
    builder.post_process_images(tree)
    paper.adapt(tree)
    return tree


@contextmanager
def no_garbage_collection() -> Iterator[None]:
    """
    Let trees come and go uncollected, which takes half the time; `release` frees them.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def release(tree: nodes.document) -> None:
    """
    Free a tree: without its branches no node is part of a circle of references.
    """
    for element in [*tree.findall(nodes.Element)]:
        element.children = []
