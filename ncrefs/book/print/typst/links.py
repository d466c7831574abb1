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
        what: A mark at the place, either end of a link to it, or the number of a cited source.
        key: The place.
        text: The source of that end of a link.
        counted: Whether the index or the bibliography counts the link.
        where: The document and line, for messages.
    """

    what: Literal["spot", "open", "close", "cite"]
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
        wanted: Those that something leads to; only they get marks.
        listed: Those that the index or the bibliography lists.
        numbers: Sources of the bibliography, numbered in its order.
    """

    left_out: frozenset[str]
    known: set[str] = field(default_factory=set)
    wanted: set[str] = field(default_factory=set)
    listed: set[str] = field(default_factory=set)
    numbers: dict[str, int] = field(default_factory=dict)

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
            elif piece.what == "spot":
                if piece.key in self.wanted and piece.key not in placed:
                    placed.add(piece.key)
                    yield call("spot", literal(piece.key))
            elif piece.key in self.known:
                if piece.what == "cite":
                    yield call("cite-link", literal(piece.key), str(self.numbers[piece.key]))
                yield piece.text
                if piece.counted and piece.key in self.listed:
                    yield call("spot", literal(mention(piece.key)))
            elif piece.what != "close" and piece.key.partition("#")[0] not in self.left_out:
                message = "the PDF has no place %r to link to"
                _LOGGER.warning(message, piece.key, location=piece.where, type="pdf")


def mention(key: str) -> str:
    """
    The key of all places that lead to one and that the index or the bibliography lists.
    """
    return f"m:{key}"


def key_of(node: nodes.Element, docname: str) -> str | None:
    """
    The key of the place that a reference leads to; None if it is outside the book.
    """
    if "refid" in node:
        return f"{docname}#{node['refid']}"
    return str(node["refuri"]) if node.get("internal") else None
