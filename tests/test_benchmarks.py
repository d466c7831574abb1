"""
What is measured with: a catalog that breaks a rule would yield no book to measure.
"""

from pathlib import Path

from ncrefs.check import check
from tests.benchmarks.synthetic import write_catalog


def test_the_catalog_of_any_size_keeps_all_rules(tmp_path: Path) -> None:
    for size in (40, 250):
        write_catalog(tmp_path / str(size), size)
        _, problems = check(tmp_path / str(size))
        assert [] == [str(problem) for problem in problems if problem.severity == "error"]
