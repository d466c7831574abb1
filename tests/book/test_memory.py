"""
How often a build lets Python look for garbage.
"""

import gc
from typing import Any

from ncrefs.book import memory


class _App:
    """
    A build, of which nothing is asked.
    """


def test_a_build_looks_seldom_and_leaves_the_process_as_it_was() -> None:
    """
    Also if another build in the same process has not ended.
    """
    first: Any = _App()
    second: Any = _App()
    anything: Any = None
    before = gc.get_threshold()
    memory.collect_seldom(first, anything)
    seldom = gc.get_threshold()
    assert seldom > before
    memory.collect_seldom(second, anything)
    memory.collect_as_before(second, None)
    assert seldom == gc.get_threshold()
    memory.collect_as_before(first, None)
    assert before == gc.get_threshold()
