"""
What is measured with: a catalog that breaks a rule would yield no book to measure.
"""

from pathlib import Path

import pytest

from ncrefs.check import check
from tests.benchmarks.synthetic import write_catalog


@pytest.mark.parametrize("size", [40, 250, pytest.param(4000, marks=pytest.mark.slow)])
def test_the_catalog_of_any_size_keeps_all_rules(tmp_path: Path, size: int) -> None:
    write_catalog(tmp_path / "records", size)
    _, problems = check(tmp_path / "records")
    assert [] == [str(problem) for problem in problems if problem.severity == "error"]
