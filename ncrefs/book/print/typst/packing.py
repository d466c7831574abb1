"""
The typeset book as a smaller file that says the same.

The typesetter writes each of its 140,000 objects, most of them links and tags of structure,
as plain text: 28 of 33 megabytes. The format has compressed streams of objects
for that, which qpdf writes; pages, links, tags and metadata stay as they are, but for the tags
of some header cells.
"""

from pathlib import Path

from ncrefs.book.print.typst.headers import tag_headers


def pack(path: Path) -> int:
    """
    Make a PDF smaller; the same document becomes the same bytes.

    Returns:
        The number of its pages.
    """
    import pikepdf  # noqa: PLC0415  (pages are built without it)

    with pikepdf.open(path, allow_overwriting_input=True) as document:
        tag_headers(document)
        document.save(
            path,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,  # else it is drawn by chance
        )
        return len(document.pages)
