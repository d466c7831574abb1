"""
Places and the links to them, which can be written only when the whole book is known.

A place has a key: the name of its document, or that and an id. While the writer
goes through the documents one by one it leaves a piece wherever the source depends on
what is elsewhere; at the end the pieces are settled.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from docutils import nodes
from sphinx.util import logging

from ncrefs.book.print.typst.markup import call, literal

_LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Piece:
    """
    Source that depends on a place.

    Attributes:
        what: A mark at the place, its label as a heading, or either end of a link to it.
        key: The place.
        text: The source of that end of a link.
        counted: Whether the index or the bibliography counts the link.
        where: The document and line, for messages.
    """

    what: Literal["spot", "label", "open", "close"]
    key: str
    text: str = ""
    counted: bool = False
    where: str | None = None


@dataclass(slots=True)
class Places:
    """
    What is known of the places of the book.

    Attributes:
        left_out: Documents that are not printed; a link to one is plain text.
        known: All places.
        wanted: Those that something leads to; only they get labels.
        listed: Those that the index or the bibliography lists.
    """

    left_out: frozenset[str]
    known: set[str] = field(default_factory=set)
    wanted: set[str] = field(default_factory=set)
    listed: set[str] = field(default_factory=set)

    def settle(self, pieces: Iterable[str | Piece]) -> str:
        """
        The source, when all places are known.
        """
        return "".join(self._settle(pieces))

    def _settle(self, pieces: Iterable[str | Piece]) -> Iterator[str]:
        placed: set[str] = set()
        for piece in pieces:
            if isinstance(piece, str):
                yield piece
            elif piece.what in ("spot", "label"):
                if piece.key in self.wanted and piece.key not in placed:
                    placed.add(piece.key)
                    yield call(piece.what, literal(piece.key))
            elif piece.key in self.known:
                yield piece.text
                if piece.counted and piece.key in self.listed:
                    yield call("label", literal(f"m:{piece.key}"))
            elif piece.what == "open" and piece.key.partition("#")[0] not in self.left_out:
                message = "the PDF has no place %r to link to"
                _LOGGER.warning(message, piece.key, location=piece.where, type="pdf")


def key_of(node: nodes.Element, docname: str) -> str | None:
    """
    The key of the place that a reference leads to; None if it is outside the book.
    """
    if "refid" in node:
        return f"{docname}#{node['refid']}"
    return str(node["refuri"]) if node.get("internal") else None
