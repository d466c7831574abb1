"""
Records as notebooks show them: small tables in HTML.
"""

from collections.abc import Iterable
from html import escape
from itertools import islice
from typing import Any

from ncrefs.collection import Collection
from ncrefs.facts import grade_of, name_of, when_of
from ncrefs.kinds import kind_of
from ncrefs.model import Entity, Source

#: Rows of a collection that are shown; the rest is counted.
ROWS = 20


def collection_html(collection: Collection[Any]) -> str:
    """
    The first records of a collection as a table.
    """
    rows = [
        (entity.id, name_of(entity), when_of(entity), grade_of(entity) or "")
        for entity in islice(collection, ROWS)
    ]
    more = len(collection) - len(rows)
    caption = f"{len(collection)} records" + (f", the first {len(rows)}" if more else "")
    return _table(caption, ("id", "name", "when", "grade"), rows)


def entity_html(entity: Entity | Source) -> str:
    """
    A record as a table of its main facts.
    """
    facts = {
        "id": entity.id,
        "kind": kind_of(entity).plural,
        "when": when_of(entity),
        "grade": grade_of(entity) or "",
        "summary": getattr(entity, "summary", ""),
    }
    rows = [(name, value) for name, value in facts.items() if value]
    return _table(name_of(entity), (), rows)


def _table(caption: str, head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    titles = "".join(f"<th>{escape(title)}</th>" for title in head)
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(str(cell))}</td>' for cell in row)}</tr>" for row in rows
    )
    top = f"<thead><tr>{titles}</tr></thead>" if titles else ""
    return f"<table><caption>{escape(caption)}</caption>{top}<tbody>{body}</tbody></table>"
