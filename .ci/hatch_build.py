"""
Compiles the records into a wheel, so that an installed package opens one file.
"""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledRecords(BuildHookInterface[Any]):
    """
    Adds the compiled records to a wheel; an editable one reads the sources and their cache.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """
        Compile the records of the tree that is built.

        Raises:
            ncrefs.problems.CatalogError: They have mistakes.
        """
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        try:
            from ncrefs.cache import INSIDE, compile_catalog  # noqa: PLC0415
            from ncrefs.loading import load  # noqa: PLC0415
        finally:
            sys.path.remove(self.root)
        data = compile_catalog(
            load(Path(self.root) / "ncrefs" / "data"), {"version": self.metadata.version}
        )
        self.draft = tempfile.TemporaryDirectory()
        file = Path(self.draft.name) / INSIDE
        file.write_bytes(data)
        build_data["force_include"][str(file)] = f"ncrefs/{INSIDE}"

    def finalize(self, *_: object) -> None:
        """
        Remove the draft.
        """
        if hasattr(self, "draft"):
            self.draft.cleanup()
