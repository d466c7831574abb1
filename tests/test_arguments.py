"""
What is given to public functions, and cannot be meant.
"""

from collections.abc import Callable

import pytest

import ncrefs
from ncrefs.catalog import Catalog
from ncrefs.frames import graph
from ncrefs.tables import Tables
from tests.helpers import Folder


@pytest.fixture
def catalog(folder: Folder) -> Catalog:
    """
    The small catalog, read.
    """
    return folder.load()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: ncrefs.get(None), "id must be str, not NoneType"),  # type: ignore[call-overload]
        (lambda: ncrefs.find(3), "text must be str, not int"),  # type: ignore[arg-type]
        (lambda: ncrefs.plain(None), "text must be str, not NoneType"),  # type: ignore[arg-type]
        (lambda: ncrefs.related("a"), "entity must be Entity or Source, not str"),  # type: ignore[arg-type]
        (lambda: ncrefs.posts(on=3), "on must be Date or str, not int"),  # type: ignore[arg-type]
        (lambda: ncrefs.posts(person=3), "person must be str, not int"),  # type: ignore[arg-type]
        (lambda: ncrefs.posts(office=3), "office must be str, not int"),  # type: ignore[arg-type]
        (lambda: ncrefs.holders(None), "organization must be str, not NoneType"),  # type: ignore[arg-type]
        (lambda: ncrefs.load(3), "path must be str or PathLike, not int"),  # type: ignore[arg-type]
        (lambda: ncrefs.Date(1956), "edtf must be str, not int"),  # type: ignore[arg-type]
    ],
)
def test_of_the_package(call: Callable[[], object], message: str) -> None:
    """
    A wrong type is told with the name of the argument.
    """
    with pytest.raises(TypeError, match=f"^{message}$"):
        call()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda c: c[3], "id must be str, not int"),
        (lambda c: c.get(["a"]), "id must be str, not list"),
        (lambda c: c.people[None], "id must be str, not NoneType"),
        (lambda c: c.people.get(3), "id must be str, not int"),
        (lambda c: c.find(b"Pak"), "text must be str, not bytes"),
        (lambda c: c.related(None), "entity must be Entity or Source, not NoneType"),
        (lambda c: c.mentioned_in(3), "id must be str, not int"),
        (lambda c: c.cited_by(3), "id must be str, not int"),
        (lambda c: c.people.filter("pak-hun"), "keep must be Callable, not str"),
        (lambda c: c.people.kind(3), "kind must be str, not int"),
        (lambda c: c.people.graded(3), "grade must be str, not int"),
        (lambda c: c.people.between(1950, "1956"), "start must be Date or str, not int"),
        (lambda c: c.people.between("1950", None), "end must be Date or str, not NoneType"),
        (lambda c: graph(c, "kin"), "what must be a list of str, not str"),
        (lambda c: graph(c, 3), "what must be a list of str, not int"),  # type: ignore[arg-type]
        (lambda c: graph(c, ["kin", 3]), "each of what must be str, not int"),  # type: ignore[list-item]
    ],
)
def test_of_a_catalog(catalog: Catalog, call: Callable[[object], object], message: str) -> None:
    """
    So it is by catalogs and their collections.
    """
    pytest.importorskip("networkx")
    with pytest.raises(TypeError, match=f"^{message}$"):
        call(catalog)


def test_no_such_library(catalog: Catalog) -> None:
    """
    No data frame is made by a library that has not been thought of.
    """
    with pytest.raises(ValueError, match='no library "numpy"; write pandas or polars'):
        catalog.people.to_frame("numpy")  # type: ignore[arg-type]


def test_no_words() -> None:
    """
    Where there are no words, none is named.
    """
    with pytest.raises(ValueError, match=r'^no class "party"$'):
        Tables().of_class("party")
