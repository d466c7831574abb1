"""
The documents of the book in the order of print: front, parts with chapters, back.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from docutils import nodes
from sphinx import addnodes
from sphinx.builders import Builder

from ncrefs.book.typst import paper


@dataclass(slots=True)
class Part:
    """
    Chapters under a caption of the root document's toctrees; "" for none.
    """

    caption: str
    chapters: list[addnodes.start_of_file] = field(default_factory=list)


@dataclass(slots=True)
class Book:
    """
    All that is printed: what the root document says, the parts, what stands at the back.
    """

    front: list[addnodes.start_of_file] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    back: list[addnodes.start_of_file] = field(default_factory=list)

    def files(self) -> Iterator[addnodes.start_of_file]:
        """
        The chapters in order.
        """
        yield from self.front
        for part in self.parts:
            yield from part.chapters
        yield from self.back


def assemble(builder: Builder) -> Book:
    """
    Read, resolve and adapt every document that the root's toctrees reach.

    The settings `pdf_leave_out` and `pdf_back_matter` name the documents that are not
    printed, and those that stand after all parts.
    """
    config = builder.config
    root = builder.env.get_doctree(config.root_doc)
    seen = {config.root_doc, *config.pdf_leave_out}
    book = Book()
    back: dict[str, addnodes.start_of_file] = {}
    for toctree in root.findall(addnodes.toctree):
        part = Part(toctree.get("caption") or "")
        for _, docname in toctree["entries"]:
            if docname in seen or docname not in builder.env.found_docs:
                continue
            file = _load(builder, docname, seen)
            if docname in config.pdf_back_matter:
                back[docname] = file
            else:
                part.chapters.append(file)
        if part.chapters:
            book.parts.append(part)
    book.back = [back[docname] for docname in config.pdf_back_matter if docname in back]
    opening = _load(builder, config.root_doc, {*builder.env.found_docs})
    if any(section.children[1:] for section in opening.findall(nodes.section)):
        book.front.append(opening)
    return book


def _load(builder: Builder, docname: str, seen: set[str]) -> addnodes.start_of_file:
    """
    A document with those of its toctrees in their places.

    References are resolved document by document: a local one says only its id.
    """
    seen.add(docname)
    tree = builder.env.get_doctree(docname)
    builder.env.resolve_references(tree, docname, builder)
    builder.post_process_images(tree)
    paper.adapt(tree)
    for toctree in list(tree.findall(addnodes.toctree)):
        names = [
            name
            for _, name in toctree["entries"]
            if name not in seen and name in builder.env.found_docs
        ]
        place: nodes.Element = toctree
        if isinstance(toctree.parent, nodes.compound) and len(toctree.parent) == 1:
            place = toctree.parent
        place.parent.replace(place, [_load(builder, name, seen) for name in names])
    file = addnodes.start_of_file("", docname=docname)
    file += tree.children
    return file
