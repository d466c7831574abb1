"""
The catalog of the records that come with the package, read from one compiled file.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from ncrefs.catalog import Catalog
from ncrefs.kinds import ALL_KINDS, KINDS
from ncrefs.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from ncrefs.origins import Origin
    from ncrefs.spellings import Index


class StoredCatalog(Catalog):
    """
    A catalog whose records are built when they are first asked for.

    It knows the file of each record, but no lines: whoever needs those reads the
    sources with `ncrefs.load(ncrefs.DATA)`.
    """

    def __init__(self, store: Store, package: str) -> None:
        vars(self).update(
            {name: store.collection(name) for name in [*ALL_KINDS, "records", "timeline"]},
            renamed=MappingProxyType(store.renamed),
            source_origins=MappingProxyType({}),
            _store=store,
            _package=package,
        )

    _store: Store
    _package: str

    @cached_property
    def root(self) -> Path:  # type: ignore[override]
        """
        The folder of the records' sources.
        """
        from pathlib import Path  # noqa: PLC0415  (slow to import, and seldom needed)

        return Path(self._package) / "data"

    @cached_property
    def origins(self) -> Mapping[str, Origin]:  # type: ignore[override]
        """
        The file of each record, by id.
        """
        from ncrefs.origins import Origin  # noqa: PLC0415  (brings pathlib, slow to import)

        return MappingProxyType(
            {
                id_: Origin(self.root / kind / f"{id_}.md")
                for kind in KINDS
                for id_ in self._store.ids(kind)
            }
        )

    @cached_property
    def _names(self) -> Index:
        return self._store.names
