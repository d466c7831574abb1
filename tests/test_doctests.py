"""
The examples in docstrings and pages, run as they stand.
"""

import doctest
import importlib
import re
from pathlib import Path

import pytest

import ncrefs

ROOT = Path(__file__).parents[1]
#: Every module with an example.
MODULES = sorted(
    path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__")
    for path in (ROOT / "ncrefs").rglob("*.py")
    if ">>> " in path.read_text("utf-8")
)
PAGES = ("python.md", "data.md", "ten-questions.md")
OPTIONS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL


@pytest.mark.parametrize("name", MODULES)
def test_module(name: str) -> None:
    """
    The examples of a module give what they say.
    """
    module = importlib.import_module(name)

    assert 0 == doctest.testmod(module, extraglobs={"ncrefs": ncrefs}).failed


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_page(name: str) -> None:
    """
    The examples of a page give what they say.
    """
    text = (ROOT / "docs" / "using" / name).read_text("utf-8")
    blocks = re.findall(r"^```pycon\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    found = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, name, name, 0)

    result = doctest.DocTestRunner(optionflags=OPTIONS).run(found)

    assert 0 == result.failed
    assert result.attempted
