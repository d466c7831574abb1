from pathlib import Path

import pytest

from tests.fuzz.run import fuzz


@pytest.mark.slow
@pytest.mark.parametrize(("what", "count"), [("records", 400), ("sources", 150)])
def test_mutations(tmp_path: Path, what: str, count: int) -> None:
    """
    Whatever a file holds, each mistake has its line and is told on one; `make fuzz` tries more.
    """
    assert fuzz(tmp_path, what, count, seed=0) > count / 2
