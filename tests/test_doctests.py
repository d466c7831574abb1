"""
The examples in docstrings and pages, run as they stand.
"""

import doctest
import importlib
from pathlib import Path

import pytest

import ncrefs

ROOT = Path(__file__).parents[1]
#: The modules of the package itself; those of the book have no examples.
MODULES = sorted(path.stem for path in (ROOT / "ncrefs").glob("*.py") if path.stem != "__main__")
PAGES = ("data.md", "ten-questions.md")
OPTIONS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL


@pytest.mark.parametrize("name", MODULES)
def test_module(name: str) -> None:
    """
    The examples of a module give what they say.
    """
    module = ncrefs if name == "__init__" else importlib.import_module(f"ncrefs.{name}")

    assert 0 == doctest.testmod(module, extraglobs={"ncrefs": ncrefs}).failed


@pytest.mark.parametrize("name", PAGES)
def test_page(name: str) -> None:
    """
    The examples of a page give what they say.
    """
    file = ROOT / "docs" / "using" / name
    failed, tried = doctest.testfile(str(file), module_relative=False, optionflags=OPTIONS)

    assert 0 == failed
    assert tried
