"""
Growth: the work for one record is the same in a large catalog.

It is counted in calls of functions, which no other load of the machine changes. A record of the
synthetic catalogs has as many ties in a large one as in a small one.
"""

from collections.abc import Callable
from cProfile import Profile
from itertools import pairwise
from pathlib import Path

import pytest

from ncrefs.book import views
from ncrefs.book.addresses import PAGED
from ncrefs.book.content import entries
from ncrefs.book.site import search
from ncrefs.book.site.api.answers import Answers
from ncrefs.catalog import Catalog
from ncrefs.check import check
from tests.benchmarks.synthetic import write_catalog
from tests.book.shown import scribe

#: Sizes of the catalogs, and of one with which everything is loaded before.
_SIZES, _FIRST = (200, 400, 800), 50
#: What may be more, since no two records are alike.
_MORE = 1.015


@pytest.fixture(scope="module")
def catalogs(tmp_path_factory: pytest.TempPathFactory) -> list[Catalog]:
    """
    A catalog of each size, the one for the first time before them.
    """
    return [_catalog(tmp_path_factory.mktemp("catalog"), size) for size in (_FIRST, *_SIZES)]


def _catalog(root: Path, size: int) -> Catalog:
    write_catalog(root, size)
    return check(root)[0]


def _check(catalog: Catalog) -> None:
    check(catalog.root)


def _shows(catalog: Catalog) -> None:
    for id_ in catalog.records.ids:
        views.page(catalog, id_)


def _pages(catalog: Catalog) -> None:
    for kind in PAGED:
        for entity in catalog.records.kind(kind):
            entries.page(scribe(catalog, entity.id))


def _search(catalog: Catalog) -> None:
    search.index(catalog, [], str)


def _answers(catalog: Catalog) -> None:
    list(Answers(catalog, str).files())


@pytest.mark.parametrize("work", [_check, _shows, _pages, _search, _answers])
def test_a_record_in_a_large_catalog_is_no_more_work(
    catalogs: list[Catalog], work: Callable[[Catalog], None]
) -> None:
    """
    The last records are as much work as those before them. What is done once for all, whatever
    their number, is in none of the differences.
    """
    _, *calls = [_calls(work, catalog) for catalog in catalogs]
    first, last = (
        (many - few) / (size - less)
        for (few, many), (less, size) in zip(pairwise(calls), pairwise(_SIZES), strict=True)
    )
    assert last <= first * _MORE


def _calls(work: Callable[[Catalog], None], catalog: Catalog) -> int:
    profile = Profile()
    profile.runcall(work, catalog)
    return sum(entry.callcount for entry in profile.getstats())
