"""
What all tests share.
"""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

import ncrefs
from tests.helpers import Folder

# The same examples in every run: a failure is one of the change under test.
settings.register_profile("ncrefs", deadline=None, derandomize=True, database=None)
settings.load_profile("ncrefs")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """
    A small catalog without mistakes.
    """
    return Folder(tmp_path / "records")


def pytest_runtest_setup() -> None:
    """
    While mutants are tested, forget what the package has kept in memory: whatever a test
    reaches it must reach itself, or mutmut would know of the first that did alone.
    """
    if "MUTANT_UNDER_TEST" in os.environ:
        ncrefs._stores.clear()  # noqa: SLF001  (a reader has no need to forget)
        ncrefs._catalogs.clear()  # noqa: SLF001
        for name, module in list(sys.modules.items()):
            if name.startswith("ncrefs."):
                for value in list(vars(module).values()):
                    getattr(value, "cache_clear", int)()
