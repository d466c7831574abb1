"""
Drawings are as they were approved; what they mean is tested in `test_drawings` and `test_maps`.
"""

import pytest

from tests.book.drawn import APPROVED, approved, drawn

NAMES = sorted(path.stem for path in APPROVED.glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_is_as_it_was_approved(name: str) -> None:
    assert approved(name) == drawn()[name]


def test_every_drawing_was_approved() -> None:
    assert NAMES == sorted(drawn())
