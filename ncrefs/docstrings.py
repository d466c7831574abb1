"""
The docstrings of classes, which readers of the book and of its files see, from the source:
Python drops them under -OO, and dataclasses put a signature in their place.
"""

import ast
import inspect
import sys
from functools import cache


def docstring(cls: type) -> str:
    """
    The docstring of a class in one line; "" if it has none.
    """
    return " ".join(_docstrings(cls.__module__).get(cls.__name__, "").split())


@cache
def _docstrings(module: str) -> dict[str, str]:
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    classes = (node for node in tree.body if isinstance(node, ast.ClassDef))
    return {node.name: ast.get_docstring(node) or "" for node in classes}
