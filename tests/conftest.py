"""
What all tests share.
"""

from pathlib import Path

import pytest
from hypothesis import settings

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
