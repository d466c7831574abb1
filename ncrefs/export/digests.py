"""
A digest of each field of each record, from which a later version tells what has changed.

It is kept of every release in the folder `releases` of the records.
"""

import json

import ncrefs
from ncrefs.catalog import Catalog
from ncrefs.export.common import about
from ncrefs.serial import to_plain
from ncrefs.snapshots import take


def files(catalog: Catalog) -> dict[str, bytes]:
    """
    One file of JSON, with a line for each record.
    """
    head = json.dumps(about(), ensure_ascii=False)[:-1]
    lines = ",\n".join(
        json.dumps(to_plain(state, defaults=False), ensure_ascii=False, separators=(",", ":"))
        for state in take(catalog, ncrefs.__version__).digests().states.values()
    )
    return {"ncrefs-digests.json": f'{head}, "digests": [\n{lines}\n]}}\n'.encode()}
