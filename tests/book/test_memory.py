"""
How often a build lets Python look for garbage, and how many documents it keeps.
"""

import gc
from types import SimpleNamespace
from typing import Any

import pytest

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


@pytest.mark.parametrize(("count", "kept"), [(1000, 1000), (1001, 0)])
def test_too_many_documents_wait_in_their_files(count: int, kept: int) -> None:
    documents = dict.fromkeys(range(count))
    env = SimpleNamespace(
        _write_doc_doctree_cache={**documents}, _pickled_doctree_cache={**documents}
    )
    app: Any = SimpleNamespace(env=env)
    doctree: Any = None
    memory.keep_few(app, doctree)
    assert [kept, kept] == [len(cache) for cache in vars(env).values()]
