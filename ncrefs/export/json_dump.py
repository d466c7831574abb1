"""
Everything in one JSON file, with the JSON Schema that it keeps.

Every field of every record is there, the empty ones as null or an empty list.
"""

from ncrefs.catalog import Catalog
from ncrefs.export.common import about, dump
from ncrefs.export.schema import schema
from ncrefs.kinds import ALL_KINDS
from ncrefs.serial import to_plain


def files(catalog: Catalog) -> dict[str, bytes]:
    """
    The records, and their schema.
    """
    records = {kind: [to_plain(one) for one in getattr(catalog, kind)] for kind in ALL_KINDS}
    return {
        "ncrefs.json": dump({"$schema": "ncrefs.schema.json", **about(), "records": records}),
        "ncrefs.schema.json": dump(schema()),
    }
