"""
How names are set.
"""

import pytest

from ncrefs.book.typography import typeset


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("The guards' plot", "The guards’ plot"),
        ("Coup d'état", "Coup d’état"),
        ("Purge of 1957-1961", "Purge of 1957–1961"),
        ("Removals of 2020-21", "Removals of 2020–21"),
        ("The 105th-106th divisions", "The 105th-106th divisions"),
        ("Camp 12-3456", "Camp 12-3456"),
        ("Line 1234-5", "Line 1234-5"),
        ("Anti-party plot, 1956", "Anti-party plot, 1956"),
        ("Civil–military relations", "Civil–military relations"),
    ],
)
def test_apostrophes_and_dashes_between_years(typed: str, wanted: str) -> None:
    assert wanted == typeset(typed)
